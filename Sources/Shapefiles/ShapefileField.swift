/// A field of a Shapefile's attribute table.
package struct ShapefileField: Sendable, Equatable {
  /// What values a field holds, and the width of its text in bytes.
  package enum Kind: Sendable, Equatable {
    /// Text of at most `width` bytes.
    case text(width: Int)
    /// A whole number of at most `width` characters.
    case integer(width: Int)
    /// A number of at most `width` characters, `decimals` of them after the point.
    case real(width: Int, decimals: Int)
    /// A date, eight digits: year, month, day.
    case date
    /// A logical value, one character.
    case logical
    /// A kind of dBASE's that Shapefiles do not use; `code` is its letter.
    case other(code: UInt8, width: Int)
  }

  /// The name, at most ten characters.
  package var name: String
  /// What values it holds.
  package var kind: Kind

  /// Creates a field.
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The number of bytes a value takes in a record.
  package var width: Int {
    switch kind {
    case .text(let width), .integer(let width), .real(let width, _), .other(_, let width): width
    case .date: 8
    case .logical: 1
    }
  }
}
