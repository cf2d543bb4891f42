/// A column of a table that a command writes, for help and the page of options.
package struct OutputColumn: Sendable, Equatable {
  /// The name, as it is written.
  package let name: String
  /// What it holds, without a full stop at the end.
  package let meaning: String

  /// Describes a column.
  package init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }
}
