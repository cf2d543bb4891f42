import Boundaries
import Cartography
import HotspotAnalysis
import Tasking

extension DatasetComparison {
  /// How far pairs of datasets agree on areas and on hours, in sentences without full stops.
  ///
  /// Of up to four datasets all pairs; of more those with the first dataset, and how many others the table
  /// has.
  public var sentences: [String] {
    let worded = pairs.filter { isWorded($0) && $0.subject != .week }
    let others = datasets.count * (datasets.count - 1) / 2 - (datasets.count - 1)
    let rest =
      datasets.count > Self.fullyWorded
      ? ["\(CountWords.upper(others)) more pairs of datasets are in the table"] : []
    return worded.map(sentence) + rest
  }

  /// What is said of a pair.
  ///
  ///     police and ambulance by ward: rank correlation 0.96 (Spearman, 18 wards, p < 0.001); both have
  ///     Candlemarket and St Éloi's among the first four; furthest apart is Withy Park, rank 15 in police
  ///     and 9 in ambulance
  func sentence(of pair: DatasetPair) -> String {
    let (first, second) = (datasets[pair.first], datasets[pair.second])
    let start = "\(first.name) and \(second.name) by \(words(pair.subject).singular)"
    guard let agreement = pair.agreement else {
      let silent = [first, second].compactMap { dataset in
        dataset.hourAbsence.map { "\(dataset.name): \($0)" }
      }
      return "\(start): not compared; \(silent.joined(separator: "; "))"
    }
    guard let coefficient = agreement.spearman else {
      return "\(start): not compared, because \(reason(agreement, first.name, second.name, pair))"
    }
    let chance = pair.adjusted.map { ", \(Self.chance($0))" } ?? ""
    return start + ": rank correlation \(NumberWords.decimal(coefficient, places: 2)) (Spearman, "
      + "\(NumberWords.grouped(agreement.count)) \(words(pair.subject).plural)\(chance))"
      + [shared(agreement, pair), apart(agreement, pair)].compactMap(\.self).map { "; \($0)" }
      .joined()
  }

  /// Of how many datasets every pair has a sentence.
  private static let fullyWorded = 4

  private func isWorded(_ pair: DatasetPair) -> Bool {
    datasets.count <= Self.fullyWorded || pair.first == 0
  }

  private func words(_ subject: DatasetPair.Subject) -> (singular: String, plural: String) {
    switch subject {
    case .areas:
      let noun = AreaNoun(codeField: layer.codeField, layer: layer.name)
      return (noun.singular, noun.plural)
    case .hours: return ("hour of the day", "hours")
    case .week: return ("quarter of the week's days", "quarters of days")
    }
  }

  /// What both have most of.
  private func shared(_ agreement: RankAgreement, _ pair: DatasetPair) -> String? {
    let fifth = RankAgreement.fifth(of: agreement.count)
    guard agreement.count >= 5 else { return nil }
    let names = agreement.shared.map { name(of: $0.item, pair.subject) }
    let first = "first \(CountWords.lower(fifth))"
    if names.isEmpty { return "none is among the \(first) of both" }
    let shown = names.count > 4 ? 3 : names.count
    return "both have "
      + CountWords.list(
        Array(names.prefix(shown))
          + (names.count > shown ? ["\(CountWords.lower(names.count - shown)) more"] : []))
      + " among the \(first)"
  }

  /// On what they differ most.
  private func apart(_ agreement: RankAgreement, _ pair: DatasetPair) -> String? {
    guard let place = agreement.apart.first, agreement.count >= 5 else { return nil }
    return "furthest apart is \(name(of: place.item, pair.subject)), rank \(place.first) in "
      + "\(datasets[pair.first].name) and \(place.second) in \(datasets[pair.second].name)"
  }

  private func reason(
    _ agreement: RankAgreement, _ first: String, _ second: String, _ pair: DatasetPair
  ) -> String {
    let things = words(pair.subject).plural
    let few = "fewer than \(CountWords.lower(SmallNumbers.fewest)) incidents"
    return switch agreement.absence {
    case .fewInFirst: "\(first) has \(few)"
    case .fewInSecond: "\(second) has \(few)"
    case .firstIsConstant: "all \(things) have as many incidents of \(first)"
    case .secondIsConstant: "all \(things) have as many incidents of \(second)"
    case .tooFew, nil: "there are \(CountWords.lower(agreement.count)) \(things), three are needed"
    }
  }

  /// Returns how likely a coefficient is by chance: `p < 0.001`, `p = 0.012`.
  private static func chance(_ p: Double) -> String {
    p < 0.001 ? "p < 0.001" : "p = \(NumberWords.decimal(p, places: 3))"
  }
}
