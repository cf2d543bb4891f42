import Cartography
import Tables

/// What the page says at its top: where, in which area, when, what changed, and how sure that is.
///
/// Each is a sentence with its numbers and the figures to look at; nothing is said twice. What else is
/// worth a sentence stands below its figure, in ``FigureSentences``.
package struct Headlines {
  /// A sentence at the top of the page.
  package struct Headline: Sendable, Equatable {
    /// The sentence.
    package var text: String
    /// Where to look, in words, with the identifier of the place on the page.
    package var figures: [Figure]
  }

  /// A place on the page that a headline points to.
  package struct Figure: Sendable, Equatable {
    /// What stands there: `map of hotspots`.
    package var name: String
    /// Its identifier.
    package var identifier: String
  }

  private let contents: PackContents
  private var first: PackLayer { contents.layers[0] }

  /// Writes the headlines of a pack.
  package init(_ contents: PackContents) { self.contents = contents }

  /// The headlines, five at most, the most important first.
  package var all: [Headline] {
    guard first.total > 0 else {
      return [
        Headline(text: "No incident lies in any area.", figures: []), certainty,
      ]
    }
    return [place, busiest, hours, change, certainty].compactMap(\.self)
  }

  /// Whether the top says how much the busiest areas hold, because there is no hotspot to speak of.
  var saysConcentration: Bool { first.total > 0 && hotspots == nil && words.concentration != nil }

  private var words: FigureSentences { FigureSentences(contents) }

  // MARK: - Where

  private var place: Headline? {
    if let hotspots { return hotspots }
    return words.concentration.map {
      Headline(
        text: $0, figures: [Figure(name: "map of \(first.noun.plural)", identifier: "map-1")])
    }
  }

  /// How much the hotspots hold on how little ground, and the first of them.
  private var hotspots: Headline? {
    guard let places = contents.places else { return nil }
    let figures = [Figure(name: "map of hotspots", identifier: "hotspots")]
    guard let top = places.hotspots.first else {
      // Where the test was asked for, that it found nothing is the answer.
      if case .significant = places.rule {
        return Headline(text: places.absenceWords, figures: figures)
      }
      return nil
    }
    let ground = places.hotspots.reduce(0) { $0 + $1.squareKilometres }
    let held = places.hotspots.reduce(0) { $0 + $1.share }
    let count = places.hotspots.count
    let holds =
      count == 1 ? "One hotspot on" : "\(CountWords.upper(count)) hotspots on"
    let isTied = places.hotspots.count { $0.rank == 1 } > 1
    // Areas that join lie around the street that names them, they are not that street.
    let verb = if case .significant = places.rule { "lies around" } else { "is" }
    let text =
      "\(holds) \(NumberWords.percent(ground / places.squareKilometres)) of the ground "
      + "\(count == 1 ? "holds" : "hold") \(NumberWords.percent(held)) of incidents; "
      + "\(isTied ? "one of the first" : count == 1 ? "it" : "the first") \(verb) \(top.name), with "
      + "\(first.words(top.incidents)) \(first.noun(for: top.incidents)), "
      + "\(NumberWords.decimal(top.timesAverage, places: 1)) times the average density."
    return Headline(text: text, figures: figures)
  }

  // MARK: - Which area

  /// The busiest area of each layer.
  private var busiest: Headline {
    let parts = contents.layers.enumerated().map { place, layer in
      busiest(of: layer, isFirst: place == 0)
    }
    let text = parts.joined(separator: "; ")
    return Headline(
      text: "\(text.prefix(1).uppercased())\(text.dropFirst()).",
      figures: contents.layers.enumerated().map { place, layer in
        Figure(name: "map of \(layer.noun.plural)", identifier: "map-\(place + 1)")
      })
  }

  private func busiest(of layer: PackLayer, isFirst: Bool) -> String {
    let top = layer.ranked.filter { $0.incidents > 0 }
    guard let area = top.first else { return "no incident lies in any \(layer.noun.singular)" }
    let tied = top.prefix { $0.rank == 1 }.count
    let noun =
      isFirst ? " \(layer.plainNoun(for: area.incidents))" : ""
    let number = "\(layer.words(area.incidents))\(noun)"
    if tied > 1 {
      return "\(CountWords.lower(tied)) \(layer.noun.plural) are the busiest with \(number) each"
    }
    let part = NumberWords.percent(area.incidents / layer.total)
    let note = layer.isWeighted && isFirst ? "\(part); \(EstimateWords.full)" : part
    return
      "the busiest \(layer.noun.singular) is \(layer.words(for: area)), with \(number) (\(note))"
  }

  // MARK: - When

  /// The busiest shift.
  private var hours: Headline? {
    guard let hours = contents.hours, let shift = hours.shift, hours.timed > 0 else { return nil }
    let share = NumberWords.percent(shift.expected / Double(hours.timed))
    return Headline(
      text: "The busiest \(shift.hours) hours of the week are \(shift.words), with "
        + "\(share) of incidents (\(NumberWords.decimal(shift.expected, places: 1)); "
        + "\(EstimateWords.full)).",
      figures: [Figure(name: "chart of hours", identifier: "when")])
  }

  // MARK: - What changed

  /// By how much all incidents changed, against each earlier period.
  private var change: Headline? {
    guard let newest = contents.changes.first else { return nil }
    let parts = contents.changes.map { change in
      "\(ChangeWords.words(for: change.total)) \(ChangeWords.conjunction(of: change.total)) in "
        + "\(change.name), \(change.earlierPeriod)"
        + ChangeWords.certainty(of: change.total, change.history)
    }
    let total = newest.total.current
    return Headline(
      text: "\(first.words(total)) \(first.noun(for: total)) in \(newest.period): "
        + "\(parts.joined(separator: "; ")).",
      figures: [Figure(name: "what changed", identifier: "change")])
  }

  // MARK: - How sure

  /// Where the rows went, and how far positions can be trusted.
  private var certainty: Headline {
    let positions =
      contents.movedPositions != nil
      ? "; positions are not exact, they were moved to those of a list" : ""
    return Headline(
      text: "\(rows)\(positions).",
      figures: [Figure(name: "rows and data quality", identifier: "quality")])
  }

  private var rows: String {
    let reconciliation = first.reconciliation
    let parts = [
      (reconciliation.outsideCount, "outside the areas"),
      (reconciliation.withoutCoordinatesCount, "without coordinates"),
      (reconciliation.filteredCount, "excluded by filters"),
      (reconciliation.rejectedCount, "invalid"),
    ].filter { $0.0 > 0 }.map { "\(NumberWords.grouped($0.0)) \($0.1)" }
    let noun = reconciliation.read == 1 ? "row" : "rows"
    let read = "Of \(NumberWords.grouped(reconciliation.read)) \(noun) read"
    let missing = reconciliation.read - reconciliation.assigned
    if missing == 0 { return "\(read), every one is counted" }
    let reasons = CountWords.list(parts)
    if reconciliation.assigned == 0 { return "\(read), none is counted: \(reasons)" }
    let (counted, left) = (reconciliation.assigned, missing)
    return "\(read), \(NumberWords.grouped(counted)) \(counted == 1 ? "is" : "are") counted and "
      + "\(NumberWords.grouped(left)) \(left == 1 ? "is" : "are") not: \(reasons)"
  }
}
