import Cartography
import Tables

/// Sentences that stand below a figure of the page, written from its numbers.
struct FigureSentences {
  private let contents: PackContents
  private var first: PackLayer { contents.layers[0] }

  /// Writes the sentences of a pack.
  init(_ contents: PackContents) { self.contents = contents }

  // MARK: - Areas

  /// What is said of a layer beside its busiest areas: how much the first three hold, unless the top of the
  /// page says it, and how few hold half.
  func areas(ofLayer index: Int) -> [String] {
    let layer = contents.layers[index]
    guard layer.total > 0, layer.areas.count >= Self.fewestAreas else { return [] }
    let isAtTop = index == 0 && Headlines(contents).saysConcentration
    return [isAtTop ? nil : Self.concentration(of: layer), Self.half(of: layer)].compactMap(\.self)
  }

  /// The fewest areas of which some can be said to hold much.
  private static let fewestAreas = 6

  /// How much the three busiest areas of the first layer hold; `nil` for a few areas.
  var concentration: String? {
    first.total > 0 && first.areas.count >= Self.fewestAreas
      ? Self.concentration(of: first) : nil
  }

  /// Which of several equal ones is third makes no difference.
  private static func concentration(of layer: PackLayer) -> String {
    let top = layer.ranked.prefix(3).filter { $0.incidents > 0 }
    let sum = top.reduce(0) { $0 + $1.incidents }
    let verb = top.count == 1 ? "holds" : "hold"
    return "\(CountWords.upper(top.count)) of \(count(of: layer)) \(verb) "
      + "\(NumberWords.percent(sum / layer.total)) of \(layer.words(layer.total)) "
      + "\(layer.noun(for: layer.total))."
  }

  private static func half(of layer: PackLayer) -> String {
    var (sum, needed) = (0.0, 0)
    for area in layer.ranked where sum * 2 < layer.total {
      sum += area.incidents
      needed += 1
    }
    let empty = layer.areas.count { $0.incidents == 0 }
    let none = empty == 0 ? "" : "; \(CountWords.lower(empty)) \(empty == 1 ? "has" : "have") none"
    let verb = needed == 1 ? "holds" : "hold"
    return
      "\(CountWords.upper(needed)) of \(count(of: layer)) \(verb) half of all incidents\(none)."
  }

  private static func count(of layer: PackLayer) -> String {
    "\(NumberWords.grouped(layer.areas.count)) \(layer.noun.plural)"
  }

  // MARK: - Significance

  /// How many areas are significantly busier than chance explains; `nil` where their section says it.
  var clusters: String? {
    guard let clusters = contents.clusters, !clusters.hot.isEmpty,
      !(clusters.areCells && clusters.showsHotspots)
    else { return nil }
    let verb = clusters.hot.count == 1 ? "is" : "are"
    let they = clusters.hot.count == 1 ? "its" : "their"
    return "\(CountWords.upper(clusters.hot.count)) of \(NumberWords.grouped(clusters.tested)) "
      + "\(clusters.noun.plural), together with \(they) neighbours, \(verb) significantly busier than "
      + "chance explains (Getis-Ord Gi*, 95%)."
  }

  // MARK: - Hours

  /// How much lies in the night.
  var night: String? {
    guard let hours = contents.hours, let night = hours.night, hours.timed > 0 else { return nil }
    let share = NumberWords.percent(night.total.expected / Double(hours.timed))
    return "About \(share) of incidents happened in the night, \(night.hours): at least "
      + "\(NumberWords.grouped(night.total.must)) and at most "
      + "\(NumberWords.grouped(night.total.could)) of \(NumberWords.grouped(hours.timed))."
  }

  // MARK: - Categories

  /// The categories that make up most of the incidents, and crime and anti-social behaviour apart.
  var categories: [String] {
    guard first.total > 0 else { return [] }
    let totals = first.categoryTotals.filter { $0.incidents > 0 }
    guard totals.count > 1 else { return [] }
    let words = totals.prefix(3).map {
      "\($0.name.isEmpty ? "not recorded" : $0.name) (\(NumberWords.percent($0.incidents / first.total)))"
    }
    return ["The most frequent categories are \(CountWords.list(words))."]
      + [crime].compactMap(\.self)
  }

  private var crime: String? {
    guard let split = CrimeSplit(first.categories) else { return nil }
    let crimes = first.areas.map { split.counts(of: $0).crime }
    let (crime, other) = (crimes.reduce(0, +), first.total - crimes.reduce(0, +))
    func share(_ part: Double) -> String { NumberWords.percent(part / first.total) }
    let words =
      "\(first.words(crime)) \(first.noun(for: crime)) (\(share(crime))) \(crime == 1 ? "is" : "are") "
      + "recorded crime and \(first.words(other)) (\(share(other))) anti-social behaviour"
    guard crime > 0, first.areas.count >= Self.fewestAreas else { return words + "." }
    let most = crimes.sorted(by: >).prefix(3).reduce(0, +)
    return "\(words); the three \(first.noun.plural) with most crime hold "
      + "\(NumberWords.percent(most / crime)) of it."
  }

  // MARK: - Change

  /// What changed against an earlier period beside the total: crime and anti-social behaviour, and where
  /// incidents rose most.
  func changes(in change: PackChange) -> [String] {
    var sentences: [String] = []
    if let crime = change.crime, let disorder = change.antiSocialBehaviour {
      sentences.append(
        "Crime: \(ChangeWords.words(for: crime))"
          + "\(ChangeWords.certainty(of: crime, change.history)); anti-social behaviour: "
          + "\(ChangeWords.words(for: disorder))"
          + "\(ChangeWords.certainty(of: disorder, change.history)).")
    }
    return sentences + [rises(in: change)]
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
        + "\(first.words(for: first.areas[most])), from \(first.words(amount.earlier)) to "
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

  // MARK: - Certainty

  /// How far positions can be trusted: that they were moved, else how many incidents the error of the
  /// conversion could move to a neighbour.
  var positions: String? {
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
}

extension PackLayer {
  /// An area in a sentence: its name, with the code behind it.
  func words(for area: Area) -> String {
    area.name == area.code ? area.code : "\(area.name) (\(area.code))"
  }
}
