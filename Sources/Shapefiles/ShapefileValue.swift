/// A value to write into a Shapefile's attribute table.
package enum ShapefileValue: Sendable, Equatable {
  /// Text, written as UTF-8.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; infinite ones and those that are no number are refused.
  case real(Double)
  /// No value.
  case empty
}
