import Assignment
import HotspotAnalysis
import Incidents

/// What the workers brought back, whether or not they placed incidents in areas.
struct HourReading {
  /// The workers' counts, with the names of their categories.
  var shares: [(counts: HourCounter.Counts, categories: [String])]
  /// The rows by reason.
  var tally: RowTally
  /// The rows of each file.
  var rowsByFile: [Int]
  /// The first row of each reason.
  var examples: [(reason: RowReason, message: String)]
  /// How incidents were placed; absent where place does not matter.
  var placement: PlacementTally?
  /// Where incidents lie; absent where place does not matter.
  var whereabouts: Whereabouts?

  /// Takes what was counted wherever incidents are.
  init(_ outcome: IncidentStream.Outcome<HourCounter.Counts>) {
    self.init(outcome) { $0 }
  }

  /// Takes what was counted in one layer of areas.
  init(_ outcome: IncidentStream.Outcome<AssignmentWorker<HourCounter>.Result>) {
    self.init(outcome) { $0.sink }
    var placement = PlacementTally()
    var whereabouts = Whereabouts(layers: 1)
    for share in outcome.shares {
      placement.merge(share.result.tallies[0])
      whereabouts.merge(share.result.whereabouts)
    }
    (self.placement, self.whereabouts) = (placement, whereabouts)
  }

  /// Takes what sinks beside others counted.
  init(shares: [(counts: HourCounter.Counts, categories: [String])]) {
    self.shares = shares
    tally = RowTally()
    rowsByFile = []
    examples = []
  }

  private init<Result>(
    _ outcome: IncidentStream.Outcome<Result>, counts: (Result) -> HourCounter.Counts
  ) {
    shares = outcome.shares.map { (counts($0.result), $0.categories) }
    tally = outcome.tally
    rowsByFile = outcome.rowsByFile
    examples = outcome.examples
  }

  /// Returns the tables of all groups, in their order; groups without incidents are empty.
  ///
  /// The sums are whole numbers: the order of the workers does not matter.
  func tables(
    of count: Int, by grouping: HourGrouping?, categories: CategoryList?, rules: TimeZoneRules
  ) -> [AoristicAccumulator] {
    var tables = [AoristicAccumulator](repeating: AoristicAccumulator(rules: rules), count: count)
    for share in shares {
      for (number, slot) in share.counts.slots.enumerated() where slot >= 0 {
        let group =
          grouping == .category
          ? categories?.names.firstIndex(of: share.categories[number]) : number
        if let group { tables[group].merge(share.counts.tables[Int(slot)]) }
      }
    }
    return tables
  }

  /// Returns the counts in the night of each category; a single one without categories.
  func nights(of categories: CategoryList?) -> [ExpectedCount] {
    var nights = [ExpectedCount](repeating: ExpectedCount(), count: categories?.names.count ?? 1)
    for share in shares {
      for (number, count) in share.counts.nights.enumerated() {
        let place = categories.map { $0.names.firstIndex(of: share.categories[number]) } ?? 0
        if let place { nights[place].merge(count) }
      }
    }
    return nights
  }
}

extension CategoryList {
  /// The names for people; `not_recorded` for the blank one.
  var labels: [String] { zip(names, keys).map { $0.isEmpty ? $1 : $0 } }
}
