/// A table of ready values of areas, one row for each, in place of incidents.
///
///     ValueFile("rates.csv", column: "per_1000")
///
/// The format is that of incident files as text: any usual delimiter, quotes, gzip.
public struct ValueFile: Sendable, Equatable {
  /// The file.
  public var path: String
  /// The column of the values, ignoring case.
  public var column: String
  /// The column of the areas' codes; `nil` for the one named like the code field of the boundaries,
  /// else the one that holds most codes of areas.
  public var codeColumn: String?

  /// Names a table and its columns.
  public init(_ path: String, column: String, codeColumn: String? = nil) {
    (self.path, self.column, self.codeColumn) = (path, column, codeColumn)
  }
}
