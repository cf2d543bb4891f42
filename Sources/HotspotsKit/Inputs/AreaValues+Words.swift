import Cartography

extension AreaValues {
  /// The name of the file, without its folders.
  package var fileName: String {
    file.path.split(separator: "/").last.map(String.init) ?? file.path
  }

  /// Where the rows went, in words: `128 rows: 126 matched, 2 with codes of no area; 2 areas have no value`.
  package var words: String {
    let rows = reconciliation
    let parts = [
      "\(NumberWords.grouped(rows.assigned)) matched",
      rows.outsideCount > 0
        ? "\(NumberWords.grouped(rows.outsideCount)) with codes of no area" : nil,
      rows.rejectedCount > 0 ? "\(NumberWords.grouped(rows.rejectedCount)) without a value" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    let absent = absentCount
    return "\(NumberWords.grouped(rows.read)) \(rows.read == 1 ? "row" : "rows") read: \(parts); "
      + (absent == 0
        ? "every area has a value"
        : "\(NumberWords.grouped(absent)) \(absent == 1 ? "area has" : "areas have") no value")
  }
}
