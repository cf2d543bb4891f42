package import Tables
package import Tasking

/// A table of an assessment: a file, and what the page shows of it.
package struct AssessedTable: Sendable {
  /// The path inside the folder: `concentration.csv`.
  package let path: String
  /// The whole table.
  package let table: FeatureTable
  /// What it shows, without a full stop.
  package var caption: String
  /// The columns that the page shows.
  var columns: [AssessmentTable.Choice]
  /// The rows that the page shows, in their order; `nil` for all.
  var rows: [Int]?
  /// How many rows at the end sum up others.
  var totals = 0
  /// What is to be known to read it; `nil` for nothing.
  var note: String?
  /// The most rows that the page shows.
  var limit = AssessmentTable.usualLimit
  /// Whether the page shows it; long tables are files alone.
  package var isOnPage = true

  /// The name of its sheet in a workbook.
  package var name: String { String(path.dropLast(".csv".count)) }

  /// What the page shows.
  package var contents: AssessmentTable {
    let shown = rows.map(table.rows) ?? table
    let totals = totals
    return AssessmentTable(
      of: shown, columns, caption: caption,
      totals: { $0 >= shown.rowCount - totals }, limit: limit, note: note, file: path)
  }
}

extension AssessmentTable.Form {
  /// The form of a column of whole numbers, of other numbers or of words.
  static func fitting(_ column: Column) -> AssessmentTable.Form {
    switch column.values {
    case .text: .words
    case .integers: .number(places: 0)
    case .reals: .number(places: 1)
    }
  }
}
