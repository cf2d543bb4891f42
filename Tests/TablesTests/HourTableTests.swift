import Testing

@testable import Tables

@Suite("The table of hours and days")
struct HourTableTests {
  /// A table whose cell holds 100 times the day plus the hour.
  func table(name: String? = nil, dayStart: Int = 0) -> HourTable {
    let cells = (0..<24).map { hour in (0..<7).map { day in Double(100 * day + hour) } }
    return HourTable(
      name: name, cells: cells, hourTotals: cells.map { $0.reduce(0, +) },
      dayTotals: (0..<7).map { day in cells.reduce(0) { $0 + $1[day] } }, total: 52_332,
      dayStart: dayStart)
  }

  @Test("files have the hours in rows from 00:00, the days from Monday, and totals")
  func laysOutFiles() {
    let features = HourTable.featureTable(name: "hours", of: [table()])
    #expect(
      features.columns.map(\.name)
        == ["hour", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Total"])
    #expect(features.rowCount == 25)
    let labels = features.columns[0].values
    #expect([0, 9, 23, 24].map(labels.description(at:)) == ["00:00", "09:00", "23:00", "Total"])
    #expect(features[column: "Tue"]?.values.number(at: 9) == 109)
    #expect(features[column: "Total"]?.values.number(at: 9) == 2163)
    #expect(features[column: "Mon"]?.values.number(at: 24) == 276)
    #expect(features[column: "Total"]?.values.number(at: 24) == 52_332)
  }

  @Test("tables of several groups stand below each other, named in the first column")
  func laysOutGroups() {
    let features = HourTable.featureTable(
      name: "hours", of: [table(name: "burglary"), table(name: "theft")], by: "category")
    #expect(features.columns.map(\.name).prefix(2) == ["category", "hour"])
    #expect(features.rowCount == 50)
    let names = features.columns[0].values
    #expect(
      [0, 24, 25, 49].map(names.description(at:)) == ["burglary", "burglary", "theft", "theft"])
    #expect(features[column: "Sun"]?.values.number(at: 25 + 23) == 623)
  }

  @Test("no tables are no rows")
  func laysOutNone() {
    #expect(HourTable.featureTable(name: "hours", of: [], by: "category").rowCount == 0)
  }

  @Test("the peak is the first of the heaviest cells")
  func findsPeak() throws {
    let peak = try #require(table().peak)
    #expect(peak == (23, 6))
    let zeros = [Double](repeating: 0, count: 7)
    let empty = HourTable(
      cells: [[Double]](repeating: zeros, count: 24), hourTotals: [Double](repeating: 0, count: 24),
      dayTotals: zeros, total: 0)
    #expect(empty.peak == nil)
  }

  @Test("the hours of a day that starts at 6 run from 06:00 to 05:00")
  func ordersHours() {
    #expect(table(dayStart: 6).hoursFromDayStart == Array(6..<24) + Array(0..<6))
    #expect(table().hoursFromDayStart == Array(0..<24))
  }

  @Test("a table of another shape is the caller's mistake")
  func refusesOtherShapes() async {
    await #expect(processExitsWith: .failure) {
      _ = HourTable(cells: [], hourTotals: [], dayTotals: [], total: 0)
    }
  }
}
