import Names

/// Why a table of groups cannot be used.
public enum GroupFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table lacks a column.
  case noSuchColumn(path: String, name: String, header: [String])
  /// A field is empty; rows count from 1 below the header.
  case emptyField(path: String, row: Int, column: String)
  /// A group holds something twice.
  case repeatedMember(path: String, row: Int, member: String, group: String)
  /// There is no row.
  case noRows(path: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + Suggestion.list(header) + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .emptyField(let path, let row, let column):
      "cannot read '\(path)': '\(column)' is empty in row \(row) below the header, each row says what is "
        + "in which group"
    case .repeatedMember(let path, let row, let member, let group):
      "cannot read '\(path)': row \(row) below the header puts '\(member)' into '\(group)' again, once is "
        + "allowed"
    case .noRows(let path):
      "cannot read '\(path)': there is no row below the header, at least one is needed"
    }
  }
}
