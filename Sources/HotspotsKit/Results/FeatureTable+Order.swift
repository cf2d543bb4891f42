import Tables

extension FeatureTable {
  /// Returns some rows in an order, without geometry.
  func rows(_ order: [Int]) -> FeatureTable {
    FeatureTable(
      name: name,
      columns: columns.map { column in
        switch column.values {
        case .text(let values): Column(column.name, .text(order.map { values[$0] }))
        case .integers(let values): Column(column.name, .integers(order.map { values[$0] }))
        case .reals(let values): Column(column.name, .reals(order.map { values[$0] }))
        }
      })
  }

  /// Returns the positions of the rows by falling values of a column; of equal ones in their order.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - count: How many rows at the end stay there, as totals do.
  /// - Returns: The positions.
  func order(byFalling name: String, keepingLast count: Int = 0) -> [Int] {
    let sorted = 0..<rowCount - count
    guard let values = self[column: name]?.values else { return Array(0..<rowCount) }
    return sorted.sorted {
      (values.number(at: $1) ?? -.infinity, $0) < (values.number(at: $0) ?? -.infinity, $1)
    } + (sorted.upperBound..<rowCount)
  }
}
