/// Why datasets cannot be compared.
public enum DatasetError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A name is empty, too long, or has a semicolon or a control character.
  case name(String)
  /// Two names differ in case alone, or not at all.
  case sameName(String, String)
  /// There are more than a sheet can show.
  case tooMany(Int)
  /// Files of two datasets hold the same rows.
  case sameRows(first: String, firstPath: String, second: String, secondPath: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .name(let name):
      "cannot call a dataset '\(name)': names have 1 to 60 characters, without semicolons and line "
        + "breaks"
    case .sameName(let first, let second):
      "cannot tell the datasets '\(first)' and '\(second)' apart: names differ in more than case"
    case .tooMany(let count):
      "cannot compare \(count) datasets: at most \(Dataset.limit) fit on a sheet"
    case .sameRows(let first, let firstPath, let second, let secondPath):
      "cannot compare the datasets '\(first)' and '\(second)': '\(firstPath)' and '\(secondPath)' hold "
        + "the same rows"
    }
  }
}
