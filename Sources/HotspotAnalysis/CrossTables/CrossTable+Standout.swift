extension CrossTable {
  /// A cell that holds more than its row and its column would lead one to expect.
  package struct Standout: Sendable, Equatable {
    /// The position of its row.
    package let row: Int
    /// The position of its column.
    package let column: Int
    /// What it holds.
    package let amount: Double
    /// What is recorded of its row, of its column and of all.
    package let bases: (row: Double, column: Double, all: Double)
    /// How many standard deviations it lies above what independence would give.
    package let residual: Double

    /// The share of the row that lies in the column.
    package var shareOfRow: Double { amount / bases.row }
    /// The share of all that lies in the column.
    package var shareOfAll: Double { bases.column / bases.all }

    /// Returns whether it stands out more than another; of equals, as all cells of a table of two by
    /// two are, that which is more times what independence would give.
    fileprivate func standsOut(more other: Standout?) -> Bool {
      guard let other else { return true }
      let difference = residual - other.residual
      if abs(difference) > 1e-9 * other.residual { return difference > 0 }
      return shareOfRow * other.shareOfAll > other.shareOfRow * shareOfAll
    }

    package static func == (left: Standout, right: Standout) -> Bool {
      left.row == right.row && left.column == right.column && left.residual == right.residual
    }
  }

  /// How much a cell must hold to stand out.
  private static let least = 10.0

  /// The cell that stands out most among those of values, by its adjusted residual.
  ///
  /// With *n* of the incidents of which both are recorded, *r* in the row and *c* in the column,
  /// independence gives *e* = *rc*/*n*, and the residual is
  /// (*o* − *e*) / √(*e* (1 − *r*/*n*) (1 − *c*/*n*)). After Haberman (1973),
  /// https://doi.org/10.2307/2529686
  ///
  /// - Complexity: O(*r* *c*).
  package var standout: Standout? {
    let known = (
      rows: rows.indices.filter { rows[$0].kind != .notRecorded },
      columns: columns.indices.filter { columns[$0].kind != .notRecorded }
    )
    let byRow = rows.indices.map { row in known.columns.reduce(0) { $0 + amounts[row][$1] } }
    let byColumn = columns.indices.map { column in
      known.rows.reduce(0) { $0 + amounts[$1][column] }
    }
    let all = known.rows.reduce(0) { $0 + byRow[$1] }
    var best: Standout?
    for row in known.rows where rows[row].kind == .value {
      for column in known.columns where columns[column].kind == .value {
        let amount = amounts[row][column]
        let (r, c) = (byRow[row], byColumn[column])
        guard amount >= Self.least, r < all, c < all else { continue }
        let expected = r * c / all
        let spread = (expected * (1 - r / all) * (1 - c / all)).squareRoot()
        let residual = (amount - expected) / spread
        let found = Standout(
          row: row, column: column, amount: amount, bases: (r, c, all), residual: residual)
        if residual > 2, found.standsOut(more: best) { best = found }
      }
    }
    return best
  }
}
