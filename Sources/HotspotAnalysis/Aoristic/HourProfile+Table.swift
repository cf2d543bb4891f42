import Incidents
package import Tables

extension HourProfile {
  /// Lays out the 24 hours by 7 days with their totals.
  ///
  /// Totals are summed before rounding, so that they do not gather the rounding of the cells.
  ///
  /// - Parameters:
  ///   - name: What the table is of, a category or the code of an area; absent for all incidents.
  ///   - dayStart: The hour at which the day of the operation starts, 0 to 23. With 6, the column
  ///     of Friday holds Friday 06:00 to Saturday 06:00; the hours keep their labels.
  /// - Returns: The table.
  package func table(name: String? = nil, dayStart: Int = 0) -> HourTable {
    var cells = [[Int128]](repeating: [Int128](repeating: 0, count: 7), count: 24)
    for (number, amount) in units.enumerated() {
      let hour = HourOfWeek(number)
      cells[hour.hour][hour.operationalDay(startingAt: dayStart)] = amount
    }
    func incidents(_ units: [Int128]) -> Double {
      ExpectedCount.incidents(ofUnits: units.reduce(0, +))
    }
    return HourTable(
      name: name, cells: cells.map { $0.map(ExpectedCount.incidents(ofUnits:)) },
      hourTotals: cells.map(incidents),
      dayTotals: (0..<7).map { day in incidents(cells.map { $0[day] }) },
      total: Double(self.incidents), dayStart: dayStart)
  }
}
