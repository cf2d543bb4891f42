/// Some rows of a sheet, with the text of their cells; cells without text are left out.
package struct SheetRows: Sendable {
  /// A cell with text.
  package struct Cell: Sendable {
    /// The column, from 0.
    package var column: Int32
    /// Where its text ends in ``SheetRows/bytes``; it begins where that of the cell before ends.
    package var end: Int32
  }

  /// A row with cells.
  package struct Row: Sendable {
    /// The row's number in the sheet, from 1.
    package var number: Int
    /// How many of ``SheetRows/cells`` there are up to its last.
    package var end: Int
  }

  /// The texts of all cells, in UTF-8.
  package internal(set) var bytes: [UInt8] = []
  /// The cells of all rows; of a row in the order of columns.
  package internal(set) var cells: [Cell] = []
  /// The rows, in the order of their numbers.
  package internal(set) var rows: [Row] = []

  /// Creates a batch without rows.
  package init() {}

  /// Removes the rows, keeping the storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  /// Returns the positions of a row's cells.
  package func cells(ofRow row: Int) -> Range<Int> {
    (row == 0 ? 0 : rows[row - 1].end)..<rows[row].end
  }

  /// Returns where a cell's text stands in the bytes.
  package func text(ofCell cell: Int) -> Range<Int> {
    (cell == 0 ? 0 : Int(cells[cell - 1].end))..<Int(cells[cell].end)
  }
}
