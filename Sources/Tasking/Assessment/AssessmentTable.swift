/// A table of an assessment: formatted cells for the page, of a table that the folder has in full.
package struct AssessmentTable: Sendable {
  /// A column as readers see it.
  package struct Column: Sendable, Equatable {
    /// What stands below it.
    package var heading: String
    /// The unit, where the heading does not say it: `£`, `per 1,000 residents`; `nil` for none.
    package var unit: String?
    /// Whether numbers stand below it, which are set flush right.
    package var isNumeric: Bool

    /// Describes a column.
    package init(_ heading: String, unit: String? = nil, isNumeric: Bool = false) {
      self.heading = heading
      self.unit = unit
      self.isNumeric = isNumeric
    }
  }

  /// What stands in a field.
  package struct Cell: Sendable, Equatable {
    /// The text; a missing value is an en dash.
    package var text: String
    /// The number that the text rounds, for sorting; `nil` for words and missing values.
    package var value: Double?

    /// Creates a cell.
    package init(_ text: String, value: Double? = nil) {
      self.text = text
      self.value = value
    }
  }

  /// A row; its first cell heads it.
  package struct Row: Sendable, Equatable {
    /// The cells, as many as there are columns.
    package var cells: [Cell]
    /// Whether it sums up others, and is set in bold.
    package var isTotal: Bool

    /// Creates a row.
    package init(_ cells: [Cell], isTotal: Bool = false) {
      self.cells = cells
      self.isTotal = isTotal
    }
  }

  /// What the table shows, without a full stop and without how many rows are shown.
  package var caption: String
  /// The columns; at least one.
  package var columns: [Column]
  /// The rows of the whole table, in order.
  package var rows: [Row]
  /// The most rows that the page shows; totals at the end are shown in any case.
  package var limit: Int
  /// What is to be known to read it; `nil` for nothing.
  package var note: String?
  /// The path of the whole table as CSV inside the folder; `nil` if there is no such file.
  package var file: String?

  /// As many rows as fit on a sheet with the heading of a section.
  package static let usualLimit = 40

  /// Creates a table.
  package init(
    caption: String, columns: [Column], rows: [Row], limit: Int = usualLimit, note: String? = nil,
    file: String? = nil
  ) {
    precondition(
      !columns.isEmpty && rows.allSatisfy { $0.cells.count == columns.count },
      "AssessmentTable: a row has other cells than the columns ask for")
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.limit = limit
    self.note = note
    self.file = file
  }
}
