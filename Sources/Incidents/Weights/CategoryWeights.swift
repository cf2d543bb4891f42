/// What each category of incidents counts for, from a table: days of harm, severity, pounds.
///
/// A category is looked up by its name, as columns know it (any case and punctuation, either of
/// data.police.uk's spellings), else by its Home Office code, with or without leading zeros.
///
///     let harm = try CategoryWeights(path: "harm.csv", name: "harm")
///     harm.value(of: "anti-social-behaviour")
package struct CategoryWeights: Sendable {
  /// How a category was found.
  package enum Match: Sendable, Hashable {
    /// By its name.
    case name
    /// By its code.
    case code
  }

  /// The name of the table, for messages; of a sheet with the name of that.
  package let path: String
  /// What the values are called, such as `harm`.
  package let name: String
  /// The names of the columns that tell categories.
  package let keyColumns: [String]
  /// The name of the column of values.
  package let valueColumn: String
  /// How many rows have a category and a value.
  package let rowCount: Int

  private let entries: WeightEntries

  /// Reads a table: delimited text, or a sheet of a workbook, also below titles.
  ///
  /// - Parameters:
  ///   - path: The file; `FILE.xlsx:SHEET` for a sheet. Of a workbook the first sheet that has the
  ///     columns is read.
  ///   - name: What the values are called.
  ///   - keyColumn: The column of categories; `nil` for those that are named like offences and
  ///     their codes.
  ///   - valueColumn: The column of values; `nil` for the one named like a score, else the only one of numbers.
  /// - Throws: ``IncidentError`` for files that cannot be read, ``CategoryWeightsError`` in all cases.
  /// - Complexity: O(*n*) for *n* bytes.
  package init(
    path: String, name: String = "weight", keyColumn: String? = nil, valueColumn: String? = nil
  ) throws {
    let table = try DelimitedTable(path: path) { header in
      WeightColumns(header: header, key: keyColumn, value: valueColumn) != nil
    }
    let columns = try WeightColumns(of: table, key: keyColumn, value: valueColumn)
    let entries = try WeightEntries(table, columns)
    guard entries.rowCount > 0 else {
      throw CategoryWeightsError.noValue(
        path: table.path, key: table.header[columns.keys[0]], value: table.header[columns.value])
    }
    self.path = table.path
    self.name = name
    keyColumns = columns.keys.map { table.header[$0] }
    self.valueColumn = table.header[columns.value]
    rowCount = entries.rowCount
    self.entries = entries
  }

  /// Returns what an incident of a category counts for; `nil` if the table does not tell.
  package func value(of category: String) -> Double? { found(category)?.value }

  /// Returns how a category is found; `nil` if it is not.
  package func match(of category: String) -> Match? { found(category)?.match }

  /// Returns whether the table has several values for what a category is called.
  package func isAmbiguous(_ category: String) -> Bool {
    found(category) == nil && entries.isAmbiguous(category)
  }

  /// Returns how many rows of the table give none of some categories its value.
  package func unusedRows(for categories: [String]) -> Int {
    rowCount - Set(categories.compactMap { found($0)?.row }).count
  }

  private func found(_ category: String) -> (value: Double, row: Int, match: Match)? {
    if let entry = entries.named(category) { return (entry.value, entry.row, .name) }
    return entries.coded(category).map { ($0.value, $0.row, .code) }
  }
}
