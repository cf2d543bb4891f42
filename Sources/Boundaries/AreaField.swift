import Shapefiles

/// A field of the areas of a file.
package struct AreaField: Sendable, Equatable {
  /// What values a field holds.
  package enum Kind: Sendable, Equatable {
    /// Text.
    case text
    /// Whole numbers.
    case integer
    /// Numbers.
    case real
    /// Days, as `20170331` or `2017-03-31`.
    case date
    /// True or false.
    case logical
    /// Something that is not read.
    case other
  }

  /// The name.
  package var name: String
  /// What values it holds.
  package var kind: Kind

  /// Describes a field.
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// Describes a field of a Shapefile.
  init(_ field: ShapefileField) {
    name = field.name
    kind =
      switch field.kind {
      case .text: .text
      case .integer: .integer
      case .real: .real
      case .date: .date
      case .logical: .logical
      case .other: .other
      }
  }
}
