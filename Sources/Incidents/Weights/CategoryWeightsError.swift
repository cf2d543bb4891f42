import Names

/// Why a table of weights cannot be used.
public enum CategoryWeightsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The table lacks a column that was named.
  case noSuchColumn(path: String, name: String, header: [String])
  /// No column is named like categories.
  case noKeyColumn(path: String, header: [String])
  /// No column is named like values, and not exactly one has numbers.
  case noValueColumn(path: String, numbers: [String], header: [String])
  /// A value is not a number from 0 to a thousand million.
  case badValue(path: String, row: String, category: String, text: String)
  /// A category has two values.
  case twoValues(path: String, category: String, first: Value, second: Value)
  /// No row has a category and a value.
  case noValue(path: String, key: String, value: String)
  /// Categories of the incidents have no value, and that is to be an error.
  case unweighted(path: String, categories: [Unweighted])

  /// A value and where it stands.
  public struct Value: Sendable, Equatable {
    /// Its place, such as `line 4`.
    public var row: String
    /// The value.
    public var value: Double
  }

  /// A category without a value.
  public struct Unweighted: Sendable, Equatable {
    /// Its name; `not_recorded` for the blank one.
    public var category: String
    /// Its incidents.
    public var incidents: Int
    /// Whether the table has several values for what it is called.
    public var isAmbiguous: Bool

    /// Names a category.
    package init(category: String, incidents: Int, isAmbiguous: Bool) {
      (self.category, self.incidents, self.isAmbiguous) = (category, incidents, isAmbiguous)
    }
  }

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noSuchColumn(let path, let name, let header):
      "cannot read '\(path)': there is no column '\(name)', its columns are "
        + Suggestion.list(header) + Suggestion.question(Suggestion.closest(to: name, among: header))
    case .noKeyColumn(let path, let header):
      "cannot read '\(path)': no column is named like categories or offences, its columns are "
        + Suggestion.list(header)
    case .noValueColumn(let path, let numbers, let header):
      numbers.isEmpty
        ? "cannot read '\(path)': no column has numbers, its columns are " + Suggestion.list(header)
        : "cannot read '\(path)': it has several columns of numbers, \(Suggestion.list(numbers)), and "
          + "none is named like a weight"
    case .badValue(let path, let row, let category, let text):
      "cannot read '\(path)', \(row): the value of '\(category)' is '\(text)', allowed are numbers "
        + "from 0 to 1000000000"
    case .twoValues(let path, let category, let first, let second):
      "cannot read '\(path)': '\(category)' has the value \(Self.number(first.value)) in \(first.row) "
        + "and \(Self.number(second.value)) in \(second.row), one for each category is allowed"
    case .noValue(let path, let key, let value):
      "cannot read '\(path)': no row has a category in '\(key)' and a number in '\(value)', at least "
        + "one is needed"
    case .unweighted(let path, let categories):
      "cannot weigh all incidents: '\(path)' has no value for "
        + Suggestion.list(categories.map(\.category))
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && value < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
