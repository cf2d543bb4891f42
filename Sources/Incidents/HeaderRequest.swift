/// What the user said of the header of a table.
package struct HeaderRequest: Sendable {
  /// The line or the sheet's row in which it stands, from 1; `nil` if it is to be found.
  package var line: Int?
  /// The columns that the user named; an empty name means none.
  package var named: [(key: ColumnKey, name: String)]

  /// Asks for the header in a line, or for the one that is found.
  package init(line: Int? = nil, named: [(key: ColumnKey, name: String)] = []) {
    self.line = line
    self.named = named
  }
}
