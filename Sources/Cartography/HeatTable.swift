/// Numbers by two things at once, as a chart shows them: what stands in each cell, and how dark it
/// is.
package struct HeatTable: Sendable {
  /// A row or a column.
  package struct Line: Sendable {
    /// What it is of.
    package var name: String
    /// What stands at its end: a total, a share or a base.
    package var end: String
    /// How much it holds, which decides which lines are shown if not all have room.
    package var amount: Double
    /// Whether it steps back, and is shown whatever it holds: the rest, what is not recorded.
    package var isQuiet: Bool

    /// Describes a line.
    package init(name: String, end: String, amount: Double, isQuiet: Bool = false) {
      self.name = name
      self.end = end
      self.amount = amount
      self.isQuiet = isQuiet
    }
  }

  /// What stands in one place.
  package struct Cell: Sendable {
    /// The number as it is printed.
    package var text: String
    /// How dark it is, in proportion to the largest.
    package var weight: Double
    /// What a browser says when it is pointed at.
    package var title: String

    /// Describes a cell.
    package init(text: String, weight: Double, title: String) {
      self.text = text
      self.weight = weight
      self.title = title
    }
  }

  /// What the rows are of.
  package var rowHeading: String
  /// What the columns are of.
  package var columnHeading: String
  /// What stands at the end of the rows: `Total`, `Base`, `All`.
  package var rowEnd: String
  /// What stands at the end of the columns.
  package var columnEnd: String
  /// What stands where the two meet.
  package var corner: String
  /// What the colours are in proportion to: `Share of each row`.
  package var key: String
  /// The largest weight, as the key prints it.
  package var largest: String
  /// What small print the numbers need: `* fewer than 5 incidents`; `nil` for none.
  package var mark: String?
  /// The rows.
  package private(set) var rows: [Line]
  /// The columns.
  package private(set) var columns: [Line]
  /// The cells, row by row.
  package private(set) var cells: [[Cell]]

  /// Describes a table; each row has as many cells as there are columns.
  package init(
    rows: [Line], columns: [Line], cells: [[Cell]], headings: (rows: String, columns: String),
    ends: (rows: String, columns: String, corner: String), key: (text: String, largest: String),
    mark: String? = nil
  ) {
    precondition(
      cells.count == rows.count && cells.allSatisfy { $0.count == columns.count },
      "HeatTable: the cells are not those of the lines")
    self.rows = rows
    self.columns = columns
    self.cells = cells
    (rowHeading, columnHeading) = headings
    (rowEnd, columnEnd, corner) = ends
    (self.key, largest) = key
    self.mark = mark
  }

  /// Returns the table of so many lines at most: those that hold most, in their order, and the quiet
  /// ones.
  func leading(rows rowLimit: Int, columns columnLimit: Int) -> HeatTable {
    let (keptRows, keptColumns) = (
      Self.leading(rows, limit: rowLimit), Self.leading(columns, limit: columnLimit)
    )
    var shorter = self
    shorter.rows = keptRows.map { rows[$0] }
    shorter.columns = keptColumns.map { columns[$0] }
    shorter.cells = keptRows.map { row in keptColumns.map { cells[row][$0] } }
    return shorter
  }

  private static func leading(_ lines: [Line], limit: Int) -> [Int] {
    let quiet = lines.indices.filter { lines[$0].isQuiet }
    let loud = lines.indices.filter { !lines[$0].isQuiet }
    let room = max(1, limit - quiet.count)
    let kept = loud.sorted { (lines[$1].amount, $0) < (lines[$0].amount, $1) }.prefix(room)
    return kept.sorted() + quiet
  }
}
