import Names

/// Why the values of areas cannot be read from a table.
public enum AreaValuesError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table lacks a column.
  case noSuchColumn(path: String, name: String, header: [String])
  /// No column holds codes of the areas.
  case noCodes(path: String, layer: String, header: [String])
  /// A code has two rows.
  case repeatedCode(path: String, code: String)
  /// No area gets a value.
  case noValue(path: String, code: String, value: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + Suggestion.list(header) + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .noCodes(let path, let layer, let header):
      "cannot read '\(path)': no column holds codes of '\(layer)', its columns are "
        + Suggestion.list(header)
    case .repeatedCode(let path, let code):
      "cannot read '\(path)': the code '\(code)' has more than one row, one for each area is allowed"
    case .noValue(let path, let code, let value):
      "cannot read '\(path)': no code in '\(code)' is that of an area with a number in '\(value)', at "
        + "least one is needed"
    }
  }
}
