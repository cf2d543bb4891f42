import Workbooks

/// Where the table of a sheet stands, below titles and notes.
struct SheetTable: Equatable {
  /// The number of the header's row, from 1.
  var headerRow: Int
  /// The columns from the first to the last name, from 0.
  var columns: ClosedRange<Int>

  /// A row of a sheet that has cells with text.
  struct Row: Equatable {
    /// Its number, from 1.
    var number: Int
    /// Its cells' columns, from 0, and texts.
    var cells: [(column: Int, text: String)]

    static func == (left: Row, right: Row) -> Bool {
      left.number == right.number
        && left.cells.elementsEqual(right.cells) { $0 == $1 }
    }

    /// The texts from the first column on.
    fileprivate var fields: [String] {
      var fields = [String](repeating: "", count: (cells.last?.column ?? -1) + 1)
      for (column, text) in cells { fields[column] = text.trimmed }
      return fields
    }
  }

  /// Finds the header among the first rows of a sheet; `nil` where there are none.
  ///
  /// It is the row that the user named, else that which serves best as a header of incidents, else
  /// the first whose shape is that of one.
  ///
  /// - Parameters:
  ///   - rows: The first rows, up to the header's if its number is known.
  ///   - request: What is known of the header.
  ///   - ofIncidents: Whether the columns are those of incidents.
  init?(_ rows: [Row], _ request: HeaderRequest, ofIncidents: Bool) {
    let position: Int?
    if let line = request.line {
      position = rows.firstIndex { $0.number == line }
    } else {
      let known =
        ofIncidents
        ? HeaderSearch(named: request.named).header(among: rows.map(\.fields))?.position : nil
      position = known ?? HeaderSearch.firstByShape(rows.map(\.cells.count))
    }
    guard let cells = position.map({ rows[$0].cells }), let first = cells.first,
      let last = cells.last, let position
    else { return nil }
    headerRow = rows[position].number
    columns = first.column...last.column
  }

  /// Returns whether more rows have to be read before the header can be told.
  static func needsMore(_ rows: [Row], _ request: HeaderRequest) -> Bool {
    request.line.map { (rows.last?.number ?? 0) < $0 } ?? (rows.count < HeaderSearch.rowsLookedAt)
  }

  /// Returns rows with the texts of their cells.
  static func rows(of batch: SheetRows) -> [Row] {
    batch.rows.indices.map { row in
      Row(
        number: batch.rows[row].number,
        cells: batch.cells(ofRow: row).map { cell in
          (
            Int(batch.cells[cell].column),
            String(decoding: batch.bytes[batch.text(ofCell: cell)], as: UTF8.self)
          )
        })
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
    var rows: [Row] = []
    while rows.count < HeaderSearch.rowsLookedAt, try reader.next(&batch) {
      rows += Self.rows(of: batch)
    }
    guard let table = SheetTable(rows, HeaderRequest(), ofIncidents: true) else { return false }
    return table.columns.count > 1 && (rows.last?.number ?? 0) > table.headerRow
  }
}
