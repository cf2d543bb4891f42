/// A column of rows on their way to a file.
package struct RowColumn: Sendable, Equatable {
  /// What the column holds.
  package enum Kind: Sendable, Equatable {
    /// Text, whatever it looks like.
    case text
    /// What the input's column holds: a number where a field is exactly one, else text.
    case attribute
    /// A time, a day or a month where it is understood, else text.
    case time
    /// A number, or nothing.
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

/// Some rows on their way to a file, in the order of the input.
///
/// The fields are UTF-8, without quotes, one behind the other: field *c* of row *r* ends before
/// `ends[r * columnCount + c]`, and begins where the field before it ends. An empty field has no
/// value.
package struct RowBatch: Sendable {
  /// How many fields each row has.
  package let columnCount: Int
  /// How many rows there are.
  package let rowCount: Int
  /// The bytes of all fields.
  package let bytes: [UInt8]
  /// Where each field ends, row after row.
  package let ends: [Int]
  /// The eastings or longitudes in the system of the file; not-a-number for a row without a place.
  package var x: [Double]
  /// The northings or latitudes.
  package var y: [Double]

  /// Creates a batch of rows.
  ///
  /// - Parameters:
  ///   - columnCount: How many fields each row has.
  ///   - rowCount: How many rows there are.
  ///   - bytes: The bytes of all fields.
  ///   - ends: Where each field ends; rows times columns of them.
  ///   - x: The eastings or longitudes; empty where no row has a place.
  ///   - y: The northings or latitudes, as many.
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
