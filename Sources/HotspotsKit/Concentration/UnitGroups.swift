import Assignment
import HotspotAnalysis
import Incidents

/// The incidents of all units together, or of one category.
struct UnitGroup: Sendable {
  let name: String
  /// How many there are; with hours, those that could lie in them.
  let incidents: Int
  /// What each unit counts for.
  let amounts: AmountDistribution
}

/// What the workers counted, put together: all incidents, then those of each category.
struct UnitGroups {
  private(set) var groups: [UnitGroup]

  /// Puts counts together.
  ///
  /// - Throws: ``ConcentrationError/tooManyLocations(limit:)``.
  init(
    _ plan: Concentration.Plan, _ shares: [StudyShare<ConcentrationCounter.Counts>],
    reading: StudyReading, byCategory: Bool
  ) throws(ConcentrationError) {
    groups = []
    if let units = plan.units {
      addUnits(units, plan, shares, reading, byCategory: byCategory)
    } else {
      try addLocations(plan, shares, reading, byCategory: byCategory)
    }
  }

  private mutating func addUnits(
    _ units: Int, _ plan: Concentration.Plan,
    _ shares: [StudyShare<ConcentrationCounter.Counts>], _ reading: StudyReading, byCategory: Bool
  ) {
    let counted = shares.compactMap { share -> (AreaCounter.Counts, [String])? in
      guard case .units(let counts) = share.value else { return nil }
      return (counts, share.categories)
    }
    let counts = LayerCounts(
      layer: 0, areaCount: units, shares: counted, categories: reading.categories)
    func add(_ name: String, _ incidents: [Int], _ expected: [ExpectedCount]) {
      groups.append(
        UnitGroup(
          name: name, incidents: incidents.reduce(0, +),
          amounts: AmountDistribution(
            expected.isEmpty ? incidents.map(Double.init) : expected.map(\.expected))))
    }
    add("All", counts.totals, counts.expected)
    for (index, name) in (reading.categories?.labels ?? []).enumerated() where byCategory {
      add(
        name, counts.byCategory[index], plan.usesHours ? counts.expectedByCategory[index] : [])
    }
  }

  private mutating func addLocations(
    _ plan: Concentration.Plan, _ shares: [StudyShare<ConcentrationCounter.Counts>],
    _ reading: StudyReading, byCategory: Bool
  ) throws(ConcentrationError) {
    let names = byCategory ? reading.categories?.names ?? [] : []
    var counts = LocationCounter.Counts()
    for share in shares {
      guard case .locations(let part) = share.value else { continue }
      counts.merge(
        part,
        categories: plan.usesCategories
          ? share.categories.map { name in names.firstIndex(of: name).map(UInt16.init) } : [0])
    }
    if counts.isFull { throw .tooManyLocations(limit: LocationTable.limit) }
    // All categories together, then each over all locations.
    var all = LocationCounter.Counts()
    all.merge(counts, categories: [UInt16?](repeating: 0, count: max(1, names.count)))
    let units = all.table.keys.count
    func add(_ name: String, _ counts: LocationCounter.Counts, _ places: [Int]) {
      let amounts = places.map { place in
        counts.expected.isEmpty
          ? Double(counts.table.counts[place]) : counts.expected[place].expected
      }
      groups.append(
        UnitGroup(
          name: name, incidents: places.reduce(0) { $0 + Int(counts.table.counts[$1]) },
          amounts: AmountDistribution(amounts, empty: units - places.count)))
    }
    add("All", all, Array(all.table.keys.indices))
    var places = names.map { _ in [Int]() }
    if !names.isEmpty {
      for (place, category) in counts.table.categories.enumerated() {
        places[Int(category)].append(place)
      }
    }
    for (index, name) in (reading.categories?.labels ?? []).enumerated() where byCategory {
      add(name, counts, places[index])
    }
  }
}
