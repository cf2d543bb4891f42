import Workbooks

/// Where the table of a sheet stands, below titles and notes.
struct SheetTable: Equatable {
  /// The number of the header's row, from 1.
  var headerRow: Int
  /// The columns from the first to the last name, from 0.
  var columns: ClosedRange<Int>

  /// How many rows are looked at.
  static let rowsLookedAt = 50

  /// Finds the header among the first rows of a sheet; `nil` where there are none.
  ///
  /// It is the first row with more than half as many cells as the fullest, and with as many where
  /// the fullest has up to four: a title over merged cells has one.
  ///
  /// - Parameter rows: The columns of the cells of each row, by its number.
  init?(_ rows: [(number: Int, columns: [Int])]) {
    let most = rows.map(\.columns.count).max() ?? 0
    let header = rows.first { row in
      most > 4 ? row.columns.count * 2 > most : row.columns.count == most
    }
    guard let header, let first = header.columns.first, let last = header.columns.last else {
      return nil
    }
    headerRow = header.number
    columns = first...last
  }

  /// Returns the columns of the cells of rows.
  static func shape(of rows: SheetRows) -> [(number: Int, columns: [Int])] {
    rows.rows.indices.map { row in
      (rows.rows[row].number, rows.cells(ofRow: row).map { Int(rows.cells[$0].column) })
    }
  }

  /// Returns the first sheet that is shown and has a table of two columns and rows below its
  /// header, else the first that is shown, else the first.
  static func firstSheet(of workbook: Workbook) throws(WorkbookError) -> Workbook.Sheet {
    let visible = workbook.sheets.filter(\.isVisible)
    if visible.count > 1 {
      for sheet in visible where try hasTable(sheet, of: workbook) { return sheet }
    }
    guard let sheet = visible.first ?? workbook.sheets.first else {
      throw .noSheets(path: workbook.path)
    }
    return sheet
  }

  private static func hasTable(
    _ sheet: Workbook.Sheet, of workbook: Workbook
  ) throws(WorkbookError) -> Bool {
    let reader = try workbook.open(sheet)
    var batch = SheetRows()
    var rows: [(number: Int, columns: [Int])] = []
    while rows.count < rowsLookedAt, try reader.next(&batch) { rows += shape(of: batch) }
    guard let table = SheetTable(rows) else { return false }
    return table.columns.count > 1 && (rows.last?.number ?? 0) > table.headerRow
  }
}
