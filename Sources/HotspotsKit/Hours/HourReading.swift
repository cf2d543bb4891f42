package import Assignment
package import HotspotAnalysis
package import Incidents

/// What the workers counted by hours, added up.
package struct HourReading {
  private let shares: [(counts: HourCounter.Counts, categories: [String])]

  /// Takes the workers' counts, with the names of their categories.
  package init(shares: [(counts: HourCounter.Counts, categories: [String])]) {
    self.shares = shares
  }

  /// Returns the tables of all groups, in their order; groups without incidents are empty.
  ///
  /// The sums are whole numbers: the order of the workers does not matter.
  package func tables(
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
  package func nights(of categories: CategoryList?) -> [ExpectedCount] {
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
  package var labels: [String] { zip(names, keys).map { $0.isEmpty ? $1 : $0 } }
}
