extension Condition: CustomStringConvertible {
  /// The condition as an expression that is read as the same one, for titles and notes.
  public var description: String {
    switch self {
    case .compare(let name, let comparison, let value):
      "\(name.quoted) \(comparison.sign) \(value.quoted)"
    case .isOne(let name, let values):
      "\(name.quoted) in (\(values.map(\.quoted).joined(separator: ", ")))"
    case .like(let name, let pattern): "\(name.quoted) like \(Value.text(pattern).quoted)"
    case .isEmpty(let name): "\(name.quoted) is empty"
    case .not(let condition): "not \(condition.bracketed(within: [.all, .any]))"
    case .all(let parts): parts.map { $0.bracketed(within: [.any]) }.joined(separator: " and ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }

  private enum Junction { case all, any }

  private var junction: Junction? {
    switch self {
    case .all: .all
    case .any: .any
    default: nil
    }
  }

  private func bracketed(within junctions: Set<Junction>) -> String {
    junction.map { junctions.contains($0) } ?? false ? "(\(description))" : description
  }
}

extension Condition.Comparison {
  /// How the comparison is written.
  fileprivate var sign: String {
    switch self {
    case .equal: "="
    case .different: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension Condition.Value {
  /// The value as it is written in an expression.
  fileprivate var quoted: String {
    switch self {
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? String(Int64(number)) : "\(number)"
    case .text(let text):
      "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }
  }
}

extension Condition.Name {
  /// The name as it is written in an expression: in backquotes, but for one plain word.
  fileprivate var quoted: String {
    let isPlain =
      text.utf8.allSatisfy { byte in
        let lower = byte | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
      } && !Self.words.contains(text.lowercased()) && !text.isEmpty
    return isPlain
      ? text
      : "`\(text.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``"))`"
  }

  private static let words: Set = ["and", "or", "not", "in", "like", "is", "empty"]
}
