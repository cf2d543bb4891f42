extension HourTable {
  /// Returns the sum of tables, each times what its incidents weigh.
  ///
  /// - Parameters:
  ///   - tables: The tables with their weights, which start the day at the same hour; added in this
  ///     order.
  ///   - name: The name of the sum.
  ///   - dayStart: The hour at which their days start.
  /// - Returns: The sum; of no tables, a table of noughts.
  package static func weighted(
    _ tables: [(table: HourTable, weight: Double)], name: String?, dayStart: Int
  ) -> HourTable {
    var sum = HourTable(
      name: name, cells: [[Double]](repeating: [Double](repeating: 0, count: 7), count: 24),
      hourTotals: [Double](repeating: 0, count: 24), dayTotals: [Double](repeating: 0, count: 7),
      total: 0, dayStart: dayStart)
    for (table, weight) in tables {
      for hour in 0..<24 {
        for day in 0..<7 { sum.cells[hour][day] += weight * table.cells[hour][day] }
        sum.hourTotals[hour] += weight * table.hourTotals[hour]
      }
      for day in 0..<7 { sum.dayTotals[day] += weight * table.dayTotals[day] }
      sum.total += weight * table.total
    }
    return sum
  }
}
