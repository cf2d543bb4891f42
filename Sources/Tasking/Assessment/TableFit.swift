import Cartography

/// How a table finds room on a sheet of A4: as it is, in smaller type, on a sheet that lies, or both.
struct TableFit {
  /// The names of the ways for style sheet and script; none for a table that fits as it is.
  let marks: [String]

  /// The width of type on an upright sheet and on one that lies, in points.
  private static let (upright, lying) = (
    182 * Page.pointsPerMillimetre, 269 * Page.pointsPerMillimetre
  )
  /// The size of type and the room beside it in each cell, in points.
  private static let (usual, dense) = ((size: 8.5, gap: 12.0), (size: 7.0, gap: 7.0))

  /// Estimates the widths of the columns; the script cuts what is too wide for any sheet.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - rows: The rows that are shown.
  init(_ table: AssessmentTable, rows: [AssessmentTable.Row]) {
    func width(_ type: (size: Double, gap: Double)) -> Double {
      table.columns.indices.reduce(0) { sum, column in
        sum + Self.width(of: column, in: table, rows, size: type.size) + type.gap
      }
    }
    let (usual, dense) = (width(Self.usual), width(Self.dense))
    if usual <= Self.upright {
      marks = []
    } else if dense <= Self.upright {
      marks = ["dense"]
    } else {
      marks = usual <= Self.lying ? ["wide"] : ["wide", "dense"]
    }
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
