import HotspotAnalysis
import Incidents
import Testing

@Suite("Columns of windows") struct WindowColumnTests {
  /// Usual ones, none, and those that do not fit: before 1970, after 2106, longer than 136 years.
  private static let windows: [TimeWindow?] = [
    TimeWindow(start: 0, end: 0), TimeWindow(start: 1_700_000_000, end: 1_700_003_600), nil,
    TimeWindow(start: -1, end: 5), TimeWindow(start: 4_294_967_293, end: 4_294_967_293),
    TimeWindow(start: 4_294_967_294, end: 4_294_967_294),
    TimeWindow(start: 4_294_967_295, end: 4_294_967_296),
    TimeWindow(start: 10, end: 10 + 4_294_967_295), TimeWindow(start: 10, end: 10 + 4_294_967_296),
    nil,
  ]

  private static func column(_ windows: [TimeWindow?]) -> WindowColumn {
    var column = WindowColumn()
    for window in windows { column.append(window) }
    return column
  }

  @Test("every window comes back as it was")
  func windows() {
    let column = Self.column(Self.windows)
    #expect(column.count == 10 && !column.isEmpty)
    #expect((0..<10).map { column[$0] } == Self.windows)
    #expect((0..<10).map(column.hasWindow) == Self.windows.map { $0 != nil })
  }

  @Test("columns one behind the other are one column")
  func appending() {
    var column = Self.column(Array(Self.windows.prefix(4)))
    column.append(contentsOf: Self.column(Array(Self.windows.dropFirst(4))))
    #expect(column == Self.column(Self.windows))
  }
}
