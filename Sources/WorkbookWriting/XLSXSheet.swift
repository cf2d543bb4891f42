import CXLSXWriter

/// A sheet that is being written, row by row from the top.
@safe struct XLSXSheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let workbook: XLSXFile

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, of workbook: XLSXFile) {
    unsafe self.sheet = unsafe sheet
    self.workbook = workbook
  }

  /// Writes a number; rows and columns count from 0.
  func write(
    _ number: Double, row: Int, column: Int, _ look: CellLook
  ) throws(XLSXError) {
    let format = try unsafe workbook.format(look)
    try XLSXError.check(
      unsafe worksheet_write_number(
        sheet, lxw_row_t(row), lxw_col_t(column), number, format))
  }

  /// Writes text, which is never a formula.
  func write(_ text: String, row: Int, column: Int, _ look: CellLook) throws(XLSXError) {
    let format = try unsafe workbook.format(look)
    try XLSXError.check(
      unsafe worksheet_write_string(
        sheet, lxw_row_t(row), lxw_col_t(column), SheetText.escaped(text), format))
  }

  /// Makes a column as wide as so many digits.
  func setWidth(ofColumn column: Int, _ width: Double) throws(XLSXError) {
    let column = lxw_col_t(column)
    try XLSXError.check(unsafe worksheet_set_column(sheet, column, column, width, nil))
  }

  /// Keeps the first row in view and on each printed page, and gives it filters.
  ///
  /// - Parameters:
  ///   - columns: How many columns there are, at least one.
  ///   - rows: How many rows stand below the first.
  /// - Throws: ``XLSXError`` for more than a sheet holds.
  func freezeHeader(columns: Int, rows: Int) throws(XLSXError) {
    unsafe worksheet_freeze_panes(sheet, 1, 0)
    try XLSXError.check(unsafe worksheet_repeat_rows(sheet, 0, 0))
    try XLSXError.check(
      unsafe worksheet_autofilter(sheet, 0, 0, lxw_row_t(rows), lxw_col_t(columns - 1)))
  }

  /// Prints on A4 across, all columns side by side, with the marking at the top and the bottom.
  func setPrinting(marking: String?) throws(XLSXError) {
    let a4: UInt8 = 9
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, a4)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    let centre = marking.map { "&C&B" + Self.escaped($0) } ?? ""
    if !centre.isEmpty { try XLSXError.check(unsafe worksheet_set_header(sheet, centre)) }
    try XLSXError.check(unsafe worksheet_set_footer(sheet, "&L&A\(centre)&R&P / &N"))
  }

  /// Returns text of a header or footer, which has 255 bytes in all and codes behind ampersands.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      let next = character == "&" ? "&&" : String(character)
      if result.utf8.count + next.utf8.count > 200 { break }
      result += next
    }
    // Digits behind the code would be read as a size.
    return " " + SheetText.escaped(result)
  }
}
