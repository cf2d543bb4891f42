/// Bounds on what a workbook may make the reader do.
package enum WorkbookLimits {
  /// The rows of a sheet (ISO/IEC 29500-1, section 18.3.1.73, as spreadsheet programs bound it).
  package static let rows = 1_048_576
  /// The columns of a sheet.
  package static let columns = 16_384
  /// The bytes of a cell's text: spreadsheet programs stop at 32,767 characters.
  static let cellLength = 1 << 20
  /// The bytes of text that the cells of one block of a sheet's bytes may have.
  static let blockText = 1 << 26
  /// The bytes of all shared texts together, which are kept in memory.
  static let sharedText = 1 << 29
}
