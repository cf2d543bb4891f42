/// Where a header stands in a file.
package struct HeaderLine: Sendable, Equatable, CustomStringConvertible {
  /// The number, from 1.
  package var number: Int
  /// Whether it is the number of a sheet's row, and not of a line.
  package var isRow = false

  /// Names a line or a row.
  package init(_ number: Int, isRow: Bool = false) {
    self.number = number
    self.isRow = isRow
  }

  /// Such as `line 4` or `row 4`.
  package var description: String { "\(isRow ? "row" : "line") \(number)" }
}
