package import Tables

/// A choice of the switch of categories: what the map and the tables of a layer may show in place of
/// all incidents.
package struct CategoryChoice: Sendable, Equatable {
  /// What it shows.
  package let name: String
  /// The incidents of each area.
  package let values: [Double]

  /// The most areas that a switch is made for; more would make the page heavy.
  package static let areaLimit = 1000

  /// Returns the choices of a layer: crime as a whole, where it stands beside anti-social behaviour,
  /// then each category that occurs, the most frequent first.
  ///
  /// - Parameters:
  ///   - table: The table of the layer, as ``PackLayer`` reads it.
  ///   - categories: The names of the categories, in the order of their columns.
  /// - Returns: The choices; none where there is only one category, or more than ``areaLimit`` areas.
  package static func choices(
    of table: FeatureTable, categories: [String]
  ) -> [CategoryChoice] {
    guard categories.count > 1, table.rowCount <= areaLimit else { return [] }
    let value = table[column: "expected"] == nil ? "incidents" : "expected"
    func numbers(_ column: ColumnValues?) -> [Double] {
      (0..<table.rowCount).map { column?.number(at: $0) ?? 0 }
    }
    let counts = table.columns.filter { $0.name.hasPrefix("\(value)_") }.map { numbers($0.values) }
    var choices: [CategoryChoice] = []
    if let split = CrimeSplit(categories) {
      let all = numbers(table[column: value]?.values)
      choices.append(
        CategoryChoice(name: "Crime", values: zip(all, counts[split.position]).map { $0 - $1 }))
    }
    let sums = counts.map { $0.reduce(0, +) }
    for category in categories.indices.sorted(by: { (sums[$1], $0) < (sums[$0], $1) }) {
      let name = categories[category]
      choices.append(
        CategoryChoice(name: name.isEmpty ? "Not recorded" : name, values: counts[category]))
    }
    return choices.filter { $0.values.contains { $0 > 0 } }
  }
}
