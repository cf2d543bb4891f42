import Cartography

extension ChartDescription {
  /// Says where a chart stands: alone on a sheet, or on a page that has title, period, answers and notes
  /// beside it, and other figures.
  ///
  /// - Parameters:
  ///   - prefix: What identifiers begin with on a page; empty for a sheet.
  ///   - height: How high the chart is on a page, in millimetres; what it must show decides that.
  /// - Returns: The room of the chart on a page, as wide as A4 between its margins; `nil` for a sheet.
  mutating func room(prefix: String, height: Double) -> Page? {
    identifierPrefix = prefix
    isOnPage = !prefix.isEmpty
    guard isOnPage else { return nil }
    return Page(widthInMillimetres: 182, heightInMillimetres: max(100, min(height, 205)), margin: 6)
  }
}
