import Names

/// What is wrong with a condition on rows.
public enum ConditionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The expression breaks off or goes on where it cannot; `position` counts characters from 0.
  case notUnderstood(expression: String, position: Int, expected: String)
  /// A quote is opened and not closed.
  case unclosedQuote(expression: String, position: Int)
  /// More parentheses are open, or more `not` follow one another, than any expression needs.
  case tooDeep(expression: String, position: Int, limit: Int)
  /// The file has no such column; `near` holds names that are like it.
  case unknownColumn(path: String, name: String, near: [String], header: [String])
  /// The header has the column twice.
  case repeatedColumn(path: String, name: String)

  /// Whether the expression itself is wrong, whatever the file.
  package var isSyntax: Bool {
    switch self {
    case .notUnderstood, .unclosedQuote, .tooDeep: true
    case .unknownColumn, .repeatedColumn: false
    }
  }

  /// The message; where the expression is wrong, it follows with a caret below the place.
  public var description: String {
    switch self {
    case .notUnderstood(let expression, let position, let expected):
      let found = Self.word(of: expression, at: position)
      return "cannot understand the condition: \(found.map { "found \($0)" } ?? "it ends") where "
        + "\(expected) is expected\(Self.caret(expression, position))"
    case .unclosedQuote(let expression, let position):
      return
        "cannot understand the condition: a quote is opened and never closed, two of them stand for "
        + "one inside text\(Self.caret(expression, position))"
    case .tooDeep(let expression, let position, let limit):
      return "cannot understand the condition: it is nested more than \(limit) deep"
        + Self.caret(expression, position)
    case .unknownColumn(let path, let name, let near, _):
      return "cannot use '\(name)' in the condition: '\(path)' has no such column"
        + Suggestion.question(near)
    case .repeatedColumn(let path, let name):
      return "cannot use '\(name)' in the condition: the header of '\(path)' has it more than once"
    }
  }

  /// The expression on a line of its own, and below it a caret at a place.
  private static func caret(_ expression: String, _ position: Int) -> String {
    let line = expression.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    return "\n    \(line)\n    \(String(repeating: " ", count: position))^"
  }

  /// Returns the word or sign at a place, in quotes; nil at the end.
  private static func word(of expression: String, at position: Int) -> String? {
    let rest = expression.dropFirst(position)
    guard let first = rest.first else { return nil }
    let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return "'\(word.isEmpty ? String(first) : String(word))'"
  }
}
