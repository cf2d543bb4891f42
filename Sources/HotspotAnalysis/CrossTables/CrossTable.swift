/// What the fractions of a cross table are of.
public enum CrossShare: String, Sendable, CaseIterable {
  /// Each row's total.
  case rows
  /// Each column's total.
  case across
  /// The total of the table.
  case all
}

/// Incidents counted by two things at once: a row for each value of one, a column for each of the
/// other.
///
/// Every incident is in exactly one cell, so that the cells add up to the incidents.
package struct CrossTable: Sendable {
  /// What lies in one cell before the table is laid out.
  package struct Cell: Sendable {
    /// The position of the row's value; `nil` if it is not recorded.
    package var row: Int?
    /// The position of the column's value; `nil` if it is not recorded.
    package var column: Int?
    /// How much lies in it.
    package var amount: Double

    /// Creates a cell.
    package init(row: Int?, column: Int?, amount: Double) {
      (self.row, self.column, self.amount) = (row, column, amount)
    }
  }

  /// Which lines a table has.
  package struct Options: Sendable {
    /// How many rows have a line of their own, the largest; `nil` for all.
    package var topRows: Int?
    /// The same of columns.
    package var topColumns: Int?
    /// Whether incidents without one of the two values are left out.
    package var knownOnly = false

    /// Keeps all lines.
    package init() {}
  }

  /// What the rows are of.
  package let rowHeading: String
  /// What the columns are of.
  package let columnHeading: String
  /// The rows in their order, then the rest, then what is not recorded.
  package let rows: [CrossLine]
  /// The columns in the same order.
  package let columns: [CrossLine]
  /// The amounts, row by row.
  package let amounts: [[Double]]
  /// The sum of each row.
  package let rowTotals: [Double]
  /// The sum of each column.
  package let columnTotals: [Double]
  /// The sum of all.
  package let total: Double
  /// What lies in cells without a row's value, without a column's, and without one of the two,
  /// whether the table holds it or not.
  package let notRecorded: (rows: Double, columns: Double, either: Double)

  /// Lays a table out.
  ///
  /// - Parameters:
  ///   - cells: What was counted; cells of the same place are added in their order.
  ///   - rowSide: The values of the rows.
  ///   - columnSide: The values of the columns.
  ///   - options: Which lines there are.
  /// - Complexity: O(*n* + *r* *c* + *v* log *v*) for *n* cells, *r* rows, *c* columns, *v* values.
  package init(
    _ cells: [Cell], rows rowSide: CrossSide, columns columnSide: CrossSide,
    options: Options = Options()
  ) {
    rowHeading = rowSide.heading
    columnHeading = columnSide.heading
    var unknown = (rows: 0.0, columns: 0.0, either: 0.0)
    var byRow = [Double](repeating: 0, count: rowSide.names.count)
    var byColumn = [Double](repeating: 0, count: columnSide.names.count)
    for cell in cells {
      if cell.row == nil { unknown.rows += cell.amount }
      if cell.column == nil { unknown.columns += cell.amount }
      let isKnown = cell.row != nil && cell.column != nil
      if !isKnown { unknown.either += cell.amount }
      guard isKnown || !options.knownOnly else { continue }
      if let row = cell.row { byRow[row] += cell.amount }
      if let column = cell.column { byColumn[column] += cell.amount }
    }
    notRecorded = unknown
    let rowPlan = Self.plan(rowSide, totals: byRow, top: options.topRows)
    let columnPlan = Self.plan(columnSide, totals: byColumn, top: options.topColumns)
    rows = CrossLine.lines(
      of: rowPlan.kept, names: rowSide.names, restCount: rowPlan.restCount,
      hasNotRecorded: !options.knownOnly, taken: [CrossLine.base, CrossLine.total])
    columns = CrossLine.lines(
      of: columnPlan.kept, names: columnSide.names, restCount: columnPlan.restCount,
      hasNotRecorded: !options.knownOnly,
      taken: [CrossLine.base, CrossLine.total, rowSide.heading])

    let rowPlaces = Self.places(rows, of: rowSide)
    let columnPlaces = Self.places(columns, of: columnSide)
    var amounts = [[Double]](
      repeating: [Double](repeating: 0, count: columns.count), count: rows.count)
    for cell in cells {
      if options.knownOnly, cell.row == nil || cell.column == nil { continue }
      // Without rows there are no amounts.
      if cell.amount == 0 { continue }
      let row = cell.row.map { rowPlaces[$0] } ?? rows.count - 1
      let column = cell.column.map { columnPlaces[$0] } ?? columns.count - 1
      amounts[row][column] += cell.amount
    }
    self.amounts = amounts
    rowTotals = amounts.map { $0.reduce(0, +) }
    columnTotals = columns.indices.map { column in amounts.reduce(0) { $0 + $1[column] } }
    total = rowTotals.reduce(0, +)
  }

  /// Returns how many columns of values a side makes, for a bound before the table is made.
  package static func lineCount(_ side: CrossSide, top: Int?) -> Int {
    side.canBeCut ? min(side.names.count, top ?? .max) : side.names.count
  }

  // MARK: -

  /// Returns the values with a line of their own, in the order of the lines, and how many others
  /// with something in them there are.
  private static func plan(
    _ side: CrossSide, totals: [Double], top: Int?
  ) -> (kept: [Int], restCount: Int) {
    func isBefore(_ left: Int, _ right: Int) -> Bool {
      if totals[left] != totals[right] { return totals[left] > totals[right] }
      switch side.order {
      case .given: return left < right
      case .largestFirst: return (side.names[left], left) < (side.names[right], right)
      }
    }
    let present = side.names.indices.filter { side.showsEmpty || totals[$0] > 0 }
    let largestFirst = present.sorted(by: isBefore)
    let limit = side.canBeCut ? top ?? .max : .max
    let kept = Array(largestFirst.prefix(limit))
    return (side.order == .given ? kept.sorted() : kept, present.count - kept.count)
  }

  /// Returns for each value the position of its line; of one without amounts, of any.
  private static func places(_ lines: [CrossLine], of side: CrossSide) -> [Int] {
    let rest = lines.firstIndex { if case .rest = $0.kind { true } else { false } } ?? 0
    var places = [Int](repeating: rest, count: side.names.count)
    for (place, line) in lines.enumerated() {
      if let value = line.value { places[value] = place }
    }
    return places
  }
}
