/// Incidents by hour of the day and day of the week, with totals.
///
/// Charts draw it; ``featureTable(name:of:by:)`` lays it out for files.
public struct HourTable: Sendable, Equatable {
  /// The abbreviations of the weekdays, Monday first, as files and charts show them.
  public static let dayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  /// The labels of the hours, `00:00` to `23:00`.
  public static let hourNames = (0..<24).map { "\($0 < 10 ? "0" : "")\($0):00" }

  /// The category or the code of the area that the table is about; `nil` for all incidents.
  public var name: String?
  /// The incidents of each hour of the day, 24 rows from 00:00, by day, 7 columns from Monday.
  public var cells: [[Double]]
  /// The incidents of each hour of the day over all days.
  public var hourTotals: [Double]
  /// The incidents of each day over all hours.
  public var dayTotals: [Double]
  /// All incidents.
  public var total: Double
  /// The hour at which a day starts: the hours before it are in the column of the previous day.
  public var dayStart: Int

  /// Creates a table.
  ///
  /// Totals are parameters because the caller knows them more exactly than the sums of rounded
  /// cells.
  public init(
    name: String? = nil, cells: [[Double]], hourTotals: [Double], dayTotals: [Double],
    total: Double, dayStart: Int = 0
  ) {
    precondition(
      cells.count == 24 && cells.allSatisfy { $0.count == 7 } && hourTotals.count == 24
        && dayTotals.count == 7, "HourTable: a table has 24 hours and 7 days")
    precondition((0..<24).contains(dayStart), "HourTable: no day starts at that hour")
    self.name = name
    self.cells = cells
    self.hourTotals = hourTotals
    self.dayTotals = dayTotals
    self.total = total
    self.dayStart = dayStart
  }

  /// The hour and the day (Monday is 0) with the most incidents, the first in the order of the rows
  /// if several are equal; `nil` if all are empty.
  public var peak: (hour: Int, day: Int)? {
    var best: (hour: Int, day: Int)?
    var most = 0.0
    for hour in 0..<24 {
      for day in 0..<7 where cells[hour][day] > most {
        most = cells[hour][day]
        best = (hour, day)
      }
    }
    return best
  }

  /// The hours of the day in the order in which the day runs, from ``dayStart``.
  public var hoursFromDayStart: [Int] { (0..<24).map { ($0 + dayStart) % 24 } }

  /// Lays out tables for writing.
  ///
  /// The columns are `hour`, `Mon` to `Sun` and `Total`, the rows `00:00` to `23:00` and `Total`.
  /// Tables are stacked.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - tables: The tables, in the order in which they are written.
  ///   - column: The name of a first column with the name of each table; `nil` for a single table
  ///     of all incidents.
  /// - Returns: The rows of all tables.
  public static func featureTable(
    name: String, of tables: [HourTable], by column: String? = nil
  ) -> FeatureTable {
    let rows = tables.flatMap { table in
      zip(table.cells + [table.dayTotals], table.hourTotals + [table.total]).map { $0 + [$1] }
    }
    var columns = [
      Column("hour", .text(tables.flatMap { _ -> [String?] in hourNames + ["Total"] }))
    ]
    for (position, heading) in (dayNames + ["Total"]).enumerated() {
      columns.append(Column(heading, .reals(rows.map { $0[position] })))
    }
    if let column {
      let names = tables.flatMap { [String?](repeating: $0.name, count: 25) }
      columns.insert(Column(column, .text(names)), at: 0)
    }
    return FeatureTable(name: name, columns: columns)
  }
}
