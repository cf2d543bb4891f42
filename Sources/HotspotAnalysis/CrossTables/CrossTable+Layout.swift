package import Tables

extension CrossTable {
  /// How few incidents make a cell small: fewer than five say little, and may tell of persons.
  package static let smallCell = 5.0
  /// How few incidents make a base small: of fewer than twenty one incident is over five per cent.
  package static let smallBase = 20.0

  /// Returns what a cell's fraction is of.
  package func base(ofRow row: Int, column: Int, share: CrossShare) -> Double {
    switch share {
    case .rows: rowTotals[row]
    case .across: columnTotals[column]
    case .all: total
    }
  }

  /// Returns a cell as a fraction of its base; `nil` if that is zero.
  package func fraction(ofRow row: Int, column: Int, share: CrossShare) -> Double? {
    let base = base(ofRow: row, column: column, share: share)
    return base > 0 ? amounts[row][column] / base : nil
  }

  /// Returns whether a cell tells little: it holds fewer than five, but some, or it is a fraction of
  /// fewer than twenty.
  package func isSmall(row: Int, column: Int, share: CrossShare?) -> Bool {
    let amount = amounts[row][column]
    if amount > 0, amount < Self.smallCell { return true }
    guard let share else { return false }
    let base = base(ofRow: row, column: column, share: share)
    return base > 0 && base < Self.smallBase
  }

  /// How many cells hold something, but fewer than five.
  package var smallCells: Int {
    amounts.reduce(0) { $0 + $1.count { $0 > 0 && $0 < Self.smallCell } }
  }

  /// Lays the table out for files.
  ///
  /// The first column has the names of the rows. Then comes a column for each of the table's, and
  /// `Total`. Fractions stand in the same columns; those of rows and of all are followed by a column
  /// `base`, and those of columns by a row `base`.
  ///
  /// - Parameters:
  ///   - name: The name of the result.
  ///   - share: What fractions are of; `nil` for amounts.
  ///   - isWhole: Whether amounts are whole numbers.
  /// - Returns: The table.
  package func featureTable(name: String, share: CrossShare?, isWhole: Bool) -> FeatureTable {
    func numbers(_ values: [Double?]) -> ColumnValues {
      isWhole ? .integers(values.map { $0.map { Int($0) } }) : .reals(values)
    }
    var names: [String?] = rows.map(\.name)
    guard let share else {
      let inside = columns.indices.map { column in
        Column(columns[column].name, numbers(amounts.map { $0[column] }))
      }
      return FeatureTable(
        name: name,
        columns: [Column(rowHeading, .text(names))] + inside
          + [Column(CrossLine.total, numbers(rowTotals))])
    }
    let hasBaseRow = share == .across
    if hasBaseRow { names.append(CrossLine.base) }
    var result = [Column(rowHeading, .text(names))]
    for column in columns.indices {
      var values = rows.indices.map { fraction(ofRow: $0, column: column, share: share) }
      if hasBaseRow { values.append(columnTotals[column]) }
      result.append(Column(columns[column].name, .reals(values)))
    }
    let bases = rows.indices.map { share == .rows ? rowTotals[$0] : total }
    var totals = zip(rowTotals, bases).map { $1 > 0 ? $0 / $1 : nil }
    if hasBaseRow { totals.append(total) }
    result.append(Column(CrossLine.total, .reals(totals)))
    if !hasBaseRow { result.append(Column(CrossLine.base, numbers(bases))) }
    return FeatureTable(name: name, columns: result)
  }
}
