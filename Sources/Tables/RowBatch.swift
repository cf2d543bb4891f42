/// A column of rows to be written.
package struct RowColumn: Sendable, Equatable {
  /// What the column holds.
  package enum Kind: Sendable, Equatable {
    /// Text, whatever it looks like.
    case text
    /// The content of the input's column: a number if a field is exactly one, otherwise text.
    case attribute
    /// A time, a day or a month if it can be parsed, otherwise text.
    case time
    /// A number, or `nil`.
    case number
  }

  /// The name written to files.
  package var name: String
  /// What the column holds.
  package var kind: Kind

  /// Creates a column.
  package init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// Some rows to be written, in the order of the input.
///
/// The fields are UTF-8, unquoted and contiguous: field *c* of row *r* ends before
/// `ends[r * columnCount + c]` and begins where the previous field ends. An empty field has no
/// value.
package struct RowBatch: Sendable {
  /// The number of fields in each row.
  package let columnCount: Int
  /// The number of rows.
  package let rowCount: Int
  /// The bytes of all fields.
  package let bytes: [UInt8]
  /// The end of each field, row by row.
  package let ends: [Int]
  /// The eastings or longitudes in the system of the file; not-a-number for a row without a
  /// position.
  package var x: [Double]
  /// The northings or latitudes.
  package var y: [Double]

  /// Creates a batch of rows.
  ///
  /// - Parameters:
  ///   - columnCount: The number of fields in each row.
  ///   - rowCount: The number of rows.
  ///   - bytes: The bytes of all fields.
  ///   - ends: The end of each field; as many as rows times columns.
  ///   - x: The eastings or longitudes; empty if no row has a position.
  ///   - y: The northings or latitudes, in the same number.
  package init(
    columnCount: Int, rowCount: Int, bytes: [UInt8], ends: [Int], x: [Double] = [],
    y: [Double] = []
  ) {
    precondition(
      ends.count == rowCount * columnCount && (ends.last ?? 0) <= bytes.count,
      "RowBatch: the ends are not those of the fields")
    precondition(
      x.count == y.count && (x.isEmpty || x.count == rowCount), "RowBatch: places and rows differ")
    self.columnCount = columnCount
    self.rowCount = rowCount
    self.bytes = bytes
    self.ends = ends
    self.x = x
    self.y = y
  }

  /// Returns a field's bytes.
  package func field(_ column: Int, ofRow row: Int) -> ArraySlice<UInt8> {
    let place = row * columnCount + column
    return bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }
}
