import Cartography

extension ChartDescription {
  /// Says where a chart stands: alone on a sheet, or on a page that has title, period, answers and notes
  /// beside it, and other figures.
  ///
  /// - Parameters:
  ///   - prefix: What identifiers begin with on a page; empty for a sheet.
  ///   - height: How high the chart is on a page, in millimetres; what it must show decides that.
  ///   - sheet: The sheet.
  /// - Returns: The room of the chart: the sheet, or the width of a page of A4 between its margins.
  mutating func room(prefix: String, height: Double, sheet: Page = .a4Portrait) -> Page {
    identifierPrefix = prefix
    isOnPage = !prefix.isEmpty
    guard isOnPage else { return sheet }
    return Page(widthInMillimetres: 182, heightInMillimetres: max(100, min(height, 205)), margin: 6)
  }
}
