import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Incidents
import Interchange
import Tasking

extension AreaProfiles.Result {
  /// What was chosen and found.
  public var choices: [Choice] {
    let own = [
      Choice(
        "profiles",
        .object([
          .init("areas", .integer(mix.byArea.count)),
          .init("categories", .integer(mix.byCategory.count { $0 > 0 })),
          .init("fewest", .integer(SmallNumbers.fewest)),
          .init("compared", .integer(mix.comparedPairs)),
          .init("over_represented", .integer(overRepresented)),
        ]), sentences: sentences.enumerated().map { $0 == 0 ? "profiles: \($1)" : $1 }),
      Choice("night", nightValue, nightSentence),
    ]
    return reading.choices + own
      + [residents?.choice(of: mix.total)].compactMap(\.self)
      + (rates?.choices(
        layers: reading.requiredInput.boundaries.layers, isEstimated: usesHours) ?? [])
      + changeChoices
  }

  /// What people should know before they read the profiles.
  public var findings: [Finding] {
    reading.findings
      + (rates?.findings(
        amounts: counts.amounts, layer: reading.requiredInput.boundaries.layers[0]) ?? [])
  }

  /// What became of each row, for each layer.
  public var reconciliations: [Reconciliation] { reading.reconciliations }

  /// What the profiles say of all areas, in sentences without full stops: which holds most, what is
  /// over-represented and what that means, which places are shared.
  package var sentences: [String] {
    [leadingSentence, overRepresentedSentence, tieSentence].compactMap(\.self)
  }

  /// What can be told of the night, without a full stop.
  package var nightSentence: String {
    guard let nights else {
      return "night: nothing can be told, because "
        + (nightAbsence?.description ?? "no incident has a time of day")
    }
    let base = Double(nights.all.incidents)
    return "night, \(nights.hours.words): an estimated "
      + "\(NumberWords.decimal(nights.all.expected, places: 1)) of \(NumberWords.grouped(nights.all.incidents)) "
      + "incidents with a time of day (\(NumberWords.percent(nights.all.expected / base)))"
      + (untimed > 0 ? "; \(NumberWords.grouped(untimed)) have none" : "")
      + (nights.wholeDays > 0
        ? "; \(NumberWords.grouped(nights.wholeDays)) with a day alone are spread over it" : "")
  }

  /// The file of the population with its rows; none without rates.
  package var valueFiles: [(path: String, rows: Int)] {
    [rates?.population].compactMap(\.self).map { ($0.file.path, $0.reconciliation.read) }
  }

  // MARK: -

  private var overRepresented: Int {
    mix.byArea.indices.reduce(0) { $0 + mix.overRepresented(in: $1).count }
  }

  /// Which area holds most, with what.
  private var leadingSentence: String? {
    guard let area = mix.byArea.indices.max(by: { (mix.byArea[$0], $1) < (mix.byArea[$1], $0) })
    else { return nil }
    let profile = profile(ofArea: area)
    guard profile.isEnough else {
      return "no \(noun.singular) has ten incidents, so that nothing is said of any"
    }
    return [profile.holdingSentence, profile.mixSentence].compactMap(\.self)
      .joined(separator: ". ")
  }

  private var overRepresentedSentence: String? {
    let (compared, found) = (mix.comparedPairs, overRepresented)
    guard compared > 0, mix.byArea.count > 1, mix.byCategory.count(where: { $0 > 0 }) > 1 else {
      return nil
    }
    return "over-represented: \(NumberWords.grouped(found)) of \(NumberWords.grouped(compared)) "
      + "\(compared == 1 ? "pair" : "pairs") of \(noun.singular) and category with ten "
      + "incidents or more, by location quotient (95% interval above 1); one in forty would be by "
      + "chance, were incidents independent"
  }

  /// Which of the first three places are shared.
  private var tieSentence: String? {
    let layer = reading.requiredInput.boundaries.layers[0]
    var ties: [String] = []
    for category in mix.amounts.indices {
      for rank in 1...CategoryMix.leadingRanks {
        let areas = mix.byArea.indices.filter {
          mix.ranks[category][$0] == rank
            && mix.amounts[category][$0] >= Double(SmallNumbers.fewest)
        }
        guard areas.count > 1 else { continue }
        ties.append(
          "\(AreaProfile.ordinal(rank)) in \(categories[category]) "
            + "(\(CountWords.list(areas.map { layer.names[$0] })))")
      }
    }
    guard !ties.isEmpty else { return nil }
    let shown = ties.prefix(Self.namedTies)
    let rest = ties.count - shown.count
    return "ties: \(shown.joined(separator: ", "))"
      + (rest > 0 ? " and \(NumberWords.grouped(rest)) more" : "")
  }

  private static let namedTies = 5

  private var nightValue: JSONValue {
    .object([
      .init("hours", .text(method.night.words)),
      .init("expected", .optional(nights?.all.expected)),
      .init("incidents_with_time", .integer(nights?.all.incidents ?? 0)),
      .init("absence", .optional(nightAbsence?.description)),
    ])
  }

  private var changeChoices: [Choice] {
    guard let changes else { return [] }
    let own: Set = ["compared_period", "earlier_period", "change", "evidence", "dispersion_months"]
    return changes.choices.filter { own.contains($0.key) }
  }
}
