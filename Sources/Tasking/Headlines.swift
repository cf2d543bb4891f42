import Cartography
import Tables

/// The sentences at the top of the page, written from the numbers.
package struct Headlines {
  private let contents: PackContents
  private var first: PackLayer { contents.layers[0] }

  /// Writes the headlines of a pack.
  package init(_ contents: PackContents) { self.contents = contents }

  /// The sentences, the most important first.
  package var sentences: [String] {
    guard first.total > 0 else { return ["No incident lies in any area."] + [rows] }
    return [hotspots, concentration, half].compactMap(\.self) + changes
      + contents.layers.map(busiest)
      + [clusters, busiestHours, night, leadingCategories, crime, rows, certainty].compactMap(
        \.self)
  }

  /// How much the hotspots hold on how little ground, and the first of them.
  private var hotspots: String? {
    guard let places = contents.places else { return nil }
    guard let top = places.hotspots.first else {
      // Where the test was asked for, that it found nothing is the answer.
      if case .significant = places.rule { return places.absenceWords }
      return nil
    }
    let ground = places.hotspots.reduce(0) { $0 + $1.squareKilometres }
    let held = places.hotspots.reduce(0) { $0 + $1.share }
    let count = places.hotspots.count
    let holds =
      count == 1 ? "One hotspot on" : "\(CountWords.upper(count)) hotspots on"
    let isTied = places.hotspots.count { $0.rank == 1 } > 1
    // Areas that join lie around the street that names them, they are not that street.
    let place = if case .significant = places.rule { "lies around" } else { "is" }
    return "\(holds) \(NumberWords.percent(ground / places.squareKilometres)) of the ground "
      + "\(count == 1 ? "holds" : "hold") \(NumberWords.percent(held)) of incidents; "
      + "\(isTied ? "one of the first" : count == 1 ? "it" : "the first") \(place) \(top.name), with "
      + "\(incidents(top.incidents)), \(NumberWords.decimal(top.timesAverage, places: 1)) times the "
      + "average density."
  }

  /// What changed in all, in crime and anti-social behaviour, and where most.
  private var changes: [String] {
    contents.changes.flatMap { change in
      let noun = first.noun(for: change.total.current)
      var sentences = [
        "\(first.words(change.total.current)) \(noun) in \(change.period): "
          + "\(ChangeWords.words(for: change.total)) \(ChangeWords.conjunction(of: change.total)) in "
          + "\(change.name), \(change.earlierPeriod)"
          + "\(ChangeWords.certainty(of: change.total, change.history))."
      ]
      if let crime = change.crime, let disorder = change.antiSocialBehaviour {
        sentences.append(
          "Against \(change.name), crime: \(ChangeWords.words(for: crime))"
            + "\(ChangeWords.certainty(of: crime, change.history)); anti-social behaviour: "
            + "\(ChangeWords.words(for: disorder))"
            + "\(ChangeWords.certainty(of: disorder, change.history)).")
      }
      sentences.append(rises(in: change))
      return sentences
    }
  }

  /// The areas that rose beyond chance; where nobody knows what chance explains, those that rose by
  /// more than independent incidents would.
  private func rises(in change: PackChange) -> String {
    func risen(_ verdict: PackChange.Verdict) -> [Int] {
      ChangeWords.areas(change, ofLayer: 0, verdict).filter {
        change.layers[0][$0].all.standardScore > 0
      }
    }
    let looked = NumberWords.grouped(first.areas.count)
    func words(_ risen: [Int], _ most: Int, by measure: String) -> String {
      let amount = change.layers[0][most].all
      return "\(CountWords.upper(risen.count)) of \(looked) \(first.noun.plural) rose against "
        + "\(change.name) by more than \(measure)\(risen.count == 1 ? "" : ", most of all"): "
        + "\(self.words(for: first.areas[most])), from \(first.words(amount.earlier)) to "
        + "\(first.words(amount.current))"
    }
    let (beyond, unknown) = (risen(.beyond), risen(.unknown))
    if let most = beyond.first {
      let dispersion = change.layers[0][most].all.dispersion.map {
        " (months of \(first.noun.plural) \(ChangeWords.variation($0)))"
      }
      return words(beyond, most, by: "chance explains") + (dispersion ?? "") + "."
    }
    if let most = unknown.first {
      return words(unknown, most, by: "independent incidents would")
        + "; what chance explains is not known."
    }
    return
      "None of \(looked) \(first.noun.plural) rose against \(change.name) by more than chance "
      + "explains."
  }

  /// How many areas are significantly busier than chance explains.
  private var clusters: String? {
    guard let clusters = contents.clusters else { return nil }
    if clusters.hot.isEmpty {
      if case .significant? = contents.places?.rule { return nil }
      return
        "No \(clusters.noun.singular), together with its neighbours, is significantly busier than "
        + "chance explains."
    }
    let verb = clusters.hot.count == 1 ? "is" : "are"
    let they = clusters.hot.count == 1 ? "its" : "their"
    return "\(CountWords.upper(clusters.hot.count)) of \(NumberWords.grouped(clusters.tested)) "
      + "\(clusters.noun.plural), together with \(they) neighbours, \(verb) significantly busier than "
      + "chance explains (Getis-Ord Gi*, 95%)."
  }

  /// How much the three busiest areas hold; which of several equal ones is third makes no
  /// difference.
  private var concentration: String? {
    let top = first.ranked.prefix(3).filter { $0.incidents > 0 }
    guard first.areas.count >= 6 else { return nil }
    let sum = top.reduce(0) { $0 + $1.incidents }
    let verb = top.count == 1 ? "holds" : "hold"
    return "\(CountWords.upper(top.count)) of \(count(of: first)) \(verb) \(share(sum, of: first)) "
      + "of \(incidents(first.total))."
  }

  /// How few areas hold half of the incidents, and how many hold none.
  private var half: String? {
    guard first.areas.count >= 6 else { return nil }
    var (sum, needed) = (0.0, 0)
    for area in first.ranked where sum * 2 < first.total {
      sum += area.incidents
      needed += 1
    }
    let empty = first.areas.count { $0.incidents == 0 }
    let none = empty == 0 ? "" : "; \(CountWords.lower(empty)) \(empty == 1 ? "has" : "have") none"
    let verb = needed == 1 ? "holds" : "hold"
    return
      "\(CountWords.upper(needed)) of \(count(of: first)) \(verb) half of all incidents\(none)."
  }

  /// The busiest area of a layer and the next.
  private func busiest(of layer: PackLayer) -> String {
    let top = layer.ranked.filter { $0.incidents > 0 }
    guard let area = top.first else { return "No incident lies in any \(layer.noun.singular)." }
    let tied = top.prefix { $0.rank == 1 }
    let number = incidents(area.incidents)
    if tied.count > 1 {
      return
        "\(CountWords.upper(tied.count)) \(layer.noun.plural) are the busiest with \(number) each."
    }
    let next = top.dropFirst().prefix(2).map {
      "\(words(for: $0)) with \(layer.words($0.incidents))"
    }
    let others = next.isEmpty ? "" : ", then \(CountWords.list(next))"
    let part = share(area.incidents, of: layer)
    let note = layer.isWeighted ? "\(part); \(EstimateWords.full)" : part
    return "The busiest \(layer.noun.singular) is \(words(for: area)) with "
      + "\(layer.words(area.incidents)) \(layer.plainNoun(for: area.incidents)) (\(note))\(others)."
  }

  /// The busiest shift, and how few hours hold half.
  private var busiestHours: String? {
    guard let hours = contents.hours, let shift = hours.shift, let half = hours.half else {
      return nil
    }
    let share = NumberWords.percent(shift.expected / Double(hours.timed))
    return "The busiest \(shift.hours) hours of the week are \(shift.words), with "
      + "\(share) of incidents; half of all fall in \(NumberWords.grouped(half.hours)) of the week's "
      + "168 hours."
  }

  /// How much lies in the night.
  private var night: String? {
    guard let hours = contents.hours, let night = hours.night, hours.timed > 0 else { return nil }
    let share = NumberWords.percent(night.total.expected / Double(hours.timed))
    return "About \(share) of incidents happened in the night, \(night.hours): at least "
      + "\(NumberWords.grouped(night.total.must)) and at most "
      + "\(NumberWords.grouped(night.total.could)) of \(NumberWords.grouped(hours.timed))."
  }

  /// The categories that make up most of the incidents.
  private var leadingCategories: String? {
    let totals = first.categoryTotals.filter { $0.incidents > 0 }
    guard totals.count > 1 else {
      return totals.first.map { "All incidents are of one category, \($0.name)." }
    }
    let words = totals.prefix(3).map { "\($0.name) (\(share($0.incidents, of: first)))" }
    return "The most frequent categories are \(CountWords.list(words))."
  }

  /// Crime and anti-social behaviour apart.
  private var crime: String? {
    guard let split = CrimeSplit(first.categories) else { return nil }
    let counts = first.areas.map(split.counts)
    let crimes = counts.map(\.crime)
    let (crime, other) = (crimes.reduce(0, +), first.total - crimes.reduce(0, +))
    let words =
      "\(incidents(crime)) (\(share(crime, of: first))) \(crime == 1 ? "is" : "are") recorded crime "
      + "and \(first.words(other)) (\(share(other, of: first))) anti-social behaviour"
    guard crime > 0, first.areas.count >= 6 else { return words + "." }
    let most = crimes.sorted(by: >).prefix(3).reduce(0, +)
    return "\(words); the three \(first.noun.plural) with most crime hold "
      + "\(NumberWords.percent(most / crime)) of it."
  }

  /// Where the rows went.
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
    if missing == 0 { return "\(read), every one is counted." }
    let reasons = CountWords.list(parts)
    if reconciliation.assigned == 0 { return "\(read), none is counted: \(reasons)." }
    return "\(read), \(NumberWords.grouped(reconciliation.assigned)) are counted and "
      + "\(NumberWords.grouped(missing)) are not: \(reasons)."
  }

  /// How far positions can be trusted: that they were moved, else how many incidents the error of the
  /// conversion could move to a neighbour.
  private var certainty: String? {
    if let moved = contents.movedPositions { return "The positions are not exact: \(moved)." }
    guard let accuracy = contents.accuracyMetres, accuracy > 0,
      let near = first.reconciliation.assignedNotes["within_accuracy_of_edge"]
    else { return nil }
    let distance = NumberWords.decimal(accuracy, places: NumberWords.places(of: accuracy))
    let nearShare = NumberWords.percent(Double(near) / Double(first.reconciliation.assigned))
    return
      "Coordinates are converted to within \(distance) m: \(NumberWords.grouped(near)) "
      + "\(near == 1 ? "incident" : "incidents") (\(nearShare)) "
      + "\(near == 1 ? "lies" : "lie") within that distance of the edge of their "
      + "\(first.noun.singular) and may belong to its neighbour."
  }

  // MARK: -

  private func count(of layer: PackLayer) -> String {
    "\(NumberWords.grouped(layer.areas.count)) \(layer.noun.plural)"
  }

  private func incidents(_ count: Double) -> String {
    "\(first.words(count)) \(first.noun(for: count))"
  }

  private func share(_ part: Double, of layer: PackLayer) -> String {
    NumberWords.percent(part / layer.total)
  }

  private func words(for area: PackLayer.Area) -> String {
    area.name == area.code ? area.code : "\(area.name) (\(area.code))"
  }
}
