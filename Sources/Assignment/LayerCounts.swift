package import Incidents
package import Tables

/// The categories of a dataset, in the order and under the names that columns have.
package struct CategoryList: Sendable, Equatable {
  /// The names, ordered by their column keys.
  package let names: [String]
  /// The ends of the column names; no two are the same.
  package let keys: [String]
  /// The keys that two categories would share, had the second not been numbered.
  package let sharedKeys: [String]

  /// Gathers the categories that the workers met.
  ///
  /// - Parameters:
  ///   - lists: The workers' categories.
  ///   - filter: Which of them are asked for.
  package init(_ lists: [[String]], filter: IncidentFilter) {
    // Of names that differ in bytes only (letters composed and decomposed), the first in byte
    // order.
    var seen: [String: String] = [:]
    for name in lists.joined() where filter.admits(category: name) {
      if let kept = seen[name], kept.utf8.lexicographicallyPrecedes(name.utf8) { continue }
      seen[name] = name
    }
    names = seen.values.sorted {
      (CategoryName.columnKey($0), $0) < (CategoryName.columnKey($1), $1)
    }
    var keys: [String] = []
    var taken: Set<String> = []
    var shared: Set<String> = []
    for name in names {
      let key = CategoryName.columnKey(name)
      var (unique, count) = (key, 1)
      while !taken.insert(unique).inserted {
        count += 1
        unique = "\(key)_\(count)"
        shared.insert(key)
      }
      keys.append(unique)
    }
    self.keys = keys
    sharedKeys = shared.sorted()
  }
}

/// The incidents of each area of a layer, in all and by category.
package struct LayerCounts: Sendable, Equatable {
  /// The incidents of each area.
  package var totals: [Int]
  /// The incidents of each area, for each category of the list; empty without categories.
  package var byCategory: [[Int]]
  /// How the incidents of each area lie to the hours asked for; empty without hours.
  package var expected: [ExpectedCount]
  /// The same for each category of the list; empty without hours or categories.
  package var expectedByCategory: [[ExpectedCount]]

  /// Adds up what the workers counted in one layer.
  ///
  /// - Parameters:
  ///   - layer: The position of the layer.
  ///   - areaCount: How many areas it has.
  ///   - shares: What the workers brought back, with the names of their categories.
  ///   - categories: The categories; `nil` if they were not counted.
  package init(
    layer: Int, areaCount: Int, shares: [(counts: AreaCounter.Counts, categories: [String])],
    categories: CategoryList?
  ) {
    totals = [Int](repeating: 0, count: areaCount)
    byCategory = (categories?.names ?? []).map { _ in [Int](repeating: 0, count: areaCount) }
    let none = [ExpectedCount](repeating: ExpectedCount(), count: areaCount)
    let usesHours = shares.contains { !$0.counts.expected.isEmpty }
    expected = usesHours ? none : []
    expectedByCategory = usesHours ? (categories?.names ?? []).map { _ in none } : []
    for share in shares where !share.counts.expected.isEmpty {
      let counts = share.counts.expected[layer]
      for start in stride(from: 0, to: counts.count, by: max(1, areaCount)) {
        let name = categories == nil ? "" : share.categories.dropFirst(start / areaCount).first
        let category = name.flatMap { categories?.names.firstIndex(of: $0) }
        for area in 0..<areaCount {
          expected[area].merge(counts[start + area])
          if let category { expectedByCategory[category][area].merge(counts[start + area]) }
        }
      }
    }
    for share in shares {
      let counts = share.counts.incidents(ofLayer: layer)
      guard let categories else {
        for (area, incidents) in counts.prefix(areaCount).enumerated() { totals[area] += incidents }
        continue
      }
      for (number, name) in share.categories.enumerated() {
        let start = number * areaCount
        guard start < counts.count, let category = categories.names.firstIndex(of: name) else {
          continue
        }
        for area in 0..<areaCount {
          byCategory[category][area] += counts[start + area]
          totals[area] += counts[start + area]
        }
      }
    }
  }

  /// The incidents of each area; with hours, those expected in them.
  package var amounts: [Double] {
    expected.isEmpty ? totals.map(Double.init) : expected.map(\.expected)
  }

  /// The sum of the chances of all areas' incidents to lie in the hours asked for.
  package var expectedTotal: Double {
    var total = ExpectedCount()
    for count in expected { total.merge(count) }
    return total.expected
  }

  /// Returns what each area's incidents weigh, and all of them.
  ///
  /// Sums go through the categories in their order, of counts that are added up before: they do not
  /// depend on the order of the incidents.
  ///
  /// - Parameter values: What an incident of each category of the list weighs; `nil` for nothing.
  /// - Returns: The weights of the areas, and the sum over all.
  package func weights(_ values: [Double?]) -> (byArea: [Double], total: Double) {
    var byArea = [Double](repeating: 0, count: totals.count)
    var total = 0.0
    for (category, value) in values.enumerated() {
      guard let value else { continue }
      if expectedByCategory.isEmpty {
        for area in byArea.indices { byArea[area] += value * Double(byCategory[category][area]) }
        total += value * Double(byCategory[category].reduce(0, +))
      } else {
        var sum = ExpectedCount()
        for area in byArea.indices {
          byArea[area] += value * expectedByCategory[category][area].expected
          sum.merge(expectedByCategory[category][area])
        }
        total += value * sum.expected
      }
    }
    precondition(
      abs(byArea.reduce(0, +) - total) <= 1e-9 * max(total, 1),
      "LayerCounts: the areas' weights do not add up to that of all")
    return (byArea, total)
  }

  /// Returns the columns that the contract names, one row for each area.
  ///
  /// - Parameters:
  ///   - codes: The areas' codes.
  ///   - names: The areas' names.
  ///   - squareMetres: The areas' sizes.
  ///   - categories: The categories counted by.
  ///   - bounds: Whether the incidents that must and those that could lie in the hours are wanted.
  /// - Returns: `code`, `name`, `incidents`, `share`, `rank`, `per_km2`, then a column for each
  ///   category; with hours, `expected` and perhaps `must` and `could` at the end. With hours
  ///   `incidents` are those that may lie in them, and share, rank and density are of `expected`.
  package func columns(
    codes: [String], names: [String], squareMetres: [Double], categories: CategoryList?,
    bounds: Bool = false
  ) -> [Column] {
    let amounts = amounts
    let sum = expected.isEmpty ? amounts.reduce(0, +) : expectedTotal
    // Mapped, because arrays that are converted as they are take a dynamic cast for each element.
    var columns = [
      Column("code", .text(codes.map(Optional.some))),
      Column("name", .text(names.map(Optional.some))),
      Column("incidents", .integers(totals.map(Optional.some))),
      Column("share", .reals(amounts.map { sum == 0 ? nil : $0 / sum })),
      Column("rank", .integers(Self.ranks(amounts).map(Optional.some))),
      Column(
        "per_km2",
        .reals(zip(amounts, squareMetres).map { $1 > 0 ? $0 / ($1 / 1e6) : nil })),
    ]
    for (key, counts) in zip(categories?.keys ?? [], byCategory) {
      columns.append(Column("incidents_\(key)", .integers(counts.map(Optional.some))))
    }
    if !expected.isEmpty {
      columns.append(Column("expected", .reals(expected.map(\.expected))))
      if bounds {
        columns.append(Column("must", .integers(expected.map(\.must))))
        columns.append(Column("could", .integers(expected.map(\.could))))
      }
    }
    return columns
  }

  /// Returns each value's place from the largest down; equal values share one: 1, 2, 2, 4.
  package static func ranks(_ values: [some Comparable]) -> [Int] {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, index) in order.enumerated() {
      let isTie = place > 0 && values[order[place - 1]] == values[index]
      ranks[index] = isTie ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
