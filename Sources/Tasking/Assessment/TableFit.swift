import Cartography

/// How a table finds room on a sheet of A4: as it is, in smaller type, on a sheet that lies, or both; and
/// whether the names that head its rows need not be broken.
struct TableFit {
  /// The names of the ways for style sheet and script; none for a table that fits as it is.
  let marks: [String]

  /// The width of type on an upright sheet and on one that lies, in points.
  private static let (upright, lying) = (
    182 * Page.pointsPerMillimetre, 269 * Page.pointsPerMillimetre
  )
  /// The size of type, the room beside it in each cell, and the least width of what heads a row, in points.
  private static let (usual, dense) = (
    (size: 8.5, gap: 12.0, least: 20 * Page.pointsPerMillimetre),
    (size: 7.0, gap: 7.0, least: 12 * Page.pointsPerMillimetre)
  )

  /// Estimates the widths of the columns; the script cuts what is too wide for any sheet.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - rows: The rows that are shown.
  init(_ table: AssessmentTable, rows: [AssessmentTable.Row]) {
    typealias Kind = (size: Double, gap: Double, least: Double)
    func others(_ kind: Kind) -> Double {
      table.columns.indices.dropFirst().reduce(0) { sum, column in
        sum + Self.width(of: column, in: table, rows, size: kind.size) + kind.gap
      }
    }
    func width(_ kind: Kind) -> Double {
      let first = Self.width(of: 0, in: table, rows, size: kind.size) + kind.gap
      return max(first, kind.least) + others(kind)
    }
    let isWide = width(Self.dense) > Self.upright
    let room = isWide ? Self.lying : Self.upright
    let isDense = width(Self.usual) > room
    // Names stay on one line where there is room for the longest.
    let kind = isDense ? Self.dense : Self.usual
    let names = rows.map { TextMetrics.width(of: $0.cells[0].text, size: kind.size, isBold: true) }
    let isUnbroken = (names.max() ?? 0) + kind.gap + others(kind) <= room
    marks =
      (isWide ? ["wide"] : []) + (isDense ? ["dense"] : []) + (isUnbroken ? ["unbroken"] : [])
  }

  /// The least width of a column: its longest word, or number, which is not broken.
  private static func width(
    of column: Int, in table: AssessmentTable, _ rows: [AssessmentTable.Row], size: Double
  ) -> Double {
    let heading = table.columns[column]
    let words =
      heading.heading.split(separator: " ") + (heading.unit.map { ["(\($0))"[...]] } ?? [])
      + rows.flatMap { row -> [Substring] in
        let text = row.cells[column].text
        return heading.isNumeric ? [text[...]] : text.split(separator: " ")
      }
    let longest = words.map { TextMetrics.width(of: $0, size: size, isBold: true) }.max() ?? 0
    // A column of names is wider than its longest word, or its rows were many lines high.
    guard !heading.isNumeric else { return longest }
    let texts = rows.map { TextMetrics.width(of: $0.cells[column].text, size: size) }
    return max(longest, min(texts.max() ?? 0, 14 * size))
  }
}
