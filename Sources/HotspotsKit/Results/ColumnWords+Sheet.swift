import Assignment
import Tables
import WorkbookWriting

extension ColumnWords {
  /// Returns the sheet that says what each column of other sheets means.
  ///
  /// - Parameters:
  ///   - sheets: The other sheets.
  ///   - found: The categories that columns are named for; `nil` for none.
  /// - Returns: A row for each column that has words.
  static func table(of sheets: [WorkbookSheet], _ found: CategoryList?) -> FeatureTable {
    let categories = Dictionary(
      zip(found?.keys ?? [], found?.names ?? []), uniquingKeysWith: { first, _ in first })
    var rows: [(sheet: String, column: String, meaning: String)] = []
    for sheet in sheets {
      guard case .table(let table) = sheet.content else { continue }
      for column in table.columns {
        guard let words = ColumnWords(column.name, in: sheet.name, categories: categories) else {
          continue
        }
        rows.append((sheet.name, column.name, words.meaning))
      }
    }
    return FeatureTable(
      name: "Columns",
      columns: [
        Column("sheet", .text(rows.map(\.sheet))), Column("column", .text(rows.map(\.column))),
        Column("meaning", .text(rows.map(\.meaning))),
      ])
  }
}
