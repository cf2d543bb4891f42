package import Incidents
package import Tables

extension HourProfile {
  /// Lays out the 24 hours by 7 days with their totals.
  ///
  /// Totals are summed before rounding, so that they do not gather the rounding of the cells.
  ///
  /// - Parameters:
  ///   - name: What the table is of, a category or the code of an area; `nil` for all incidents.
  ///   - dayStart: The hour at which the day of the operation starts, 0 to 23. With 6, the column
  ///     of Friday holds Friday 06:00 to Saturday 06:00; the hours keep their labels.
  ///   - hours: The hours of the week that are asked for, whole ones; the others are empty, and the
  ///     totals are those of what is left. `nil` for all.
  /// - Returns: The table.
  package func table(
    name: String? = nil, dayStart: Int = 0, within hours: WeeklyHours? = nil
  ) -> HourTable {
    let units = units(within: hours)
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
      total: total(within: hours), dayStart: dayStart)
  }

  /// Returns the total of the table: all incidents, or what is expected in the hours asked for.
  package func total(within hours: WeeklyHours? = nil) -> Double {
    hours == nil
      ? Double(incidents) : ExpectedCount.incidents(ofUnits: units(within: hours).reduce(0, +))
  }

  /// Returns the weight of each hour of the week; none of those that are not asked for.
  private func units(within hours: WeeklyHours?) -> [Int128] {
    guard let hours else { return units }
    return units.enumerated().map { number, amount in
      hours.contains(CivilTime(seconds: Int64(number - 3 * 24) * 3600)) ? amount : 0
    }
  }
}
