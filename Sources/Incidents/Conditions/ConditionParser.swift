/// Reads the words of a condition by its grammar, one rule for each method.
struct ConditionParser {
  private let expression: String
  private let tokens: [ConditionToken]
  private var place = 0
  private var depth = 0

  /// More open parentheses than this are garbage, not a question.
  private static let depthLimit = 100

  init(_ expression: String) throws(ConditionError) {
    self.expression = expression
    tokens = try ConditionToken.all(of: expression)
  }

  /// Reads `conjunction { "or" conjunction }`.
  mutating func condition() throws(ConditionError) -> Condition {
    var parts = [try conjunction()]
    while takeWord("or") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  /// Throws unless all words have been read.
  func expectEnd() throws(ConditionError) {
    if current.kind != .end { throw unexpected("'and', 'or' or the end") }
  }

  // MARK: -

  private var current: ConditionToken { tokens[place] }

  private func unexpected(_ expected: String) -> ConditionError {
    .notUnderstood(expression: expression, position: current.position, expected: expected)
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard case .word(let text) = current.kind, text.lowercased() == word else { return false }
    place += 1
    return true
  }

  private mutating func takeSign(_ sign: String) -> Bool {
    guard current.kind == .sign(sign) else { return false }
    place += 1
    return true
  }

  private mutating func expectSign(_ sign: String) throws(ConditionError) {
    guard takeSign(sign) else { throw unexpected("'\(sign)'") }
  }

  /// Reads `negation { "and" negation }`.
  private mutating func conjunction() throws(ConditionError) -> Condition {
    var parts = [try negation()]
    while takeWord("and") { parts.append(try negation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Reads `"not" negation`, `"(" condition ")"` or a comparison.
  private mutating func negation() throws(ConditionError) -> Condition {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.depthLimit else {
      throw .tooDeep(
        expression: expression, position: current.position, limit: Self.depthLimit)
    }
    if takeWord("not") { return .not(try negation()) }
    if takeSign("(") {
      let inner = try condition()
      guard takeSign(")") else { throw unexpected("'and', 'or' or ')'") }
      return inner
    }
    return try comparison()
  }

  private mutating func comparison() throws(ConditionError) -> Condition {
    let column = try name()
    if takeWord("is") {
      let isNegated = takeWord("not")
      guard takeWord("empty") else { throw unexpected(isNegated ? "'empty'" : "'empty' or 'not'") }
      return isNegated ? .not(.isEmpty(column)) : .isEmpty(column)
    }
    let isNegated = takeWord("not")
    if takeWord("in") {
      let condition = Condition.isOne(column, of: try values())
      return isNegated ? .not(condition) : condition
    }
    if takeWord("like") {
      guard case .text(let pattern) = try value() else {
        place -= 1
        throw unexpected("text in quotes")
      }
      let condition = Condition.like(column, pattern: pattern)
      return isNegated ? .not(condition) : condition
    }
    if isNegated { throw unexpected("'in' or 'like'") }
    guard let comparison = comparisonSign() else {
      throw unexpected("an operator (= != < <= > >= in like is)")
    }
    return .compare(column, comparison, try value())
  }

  /// The names of the language, which a column of that name must be quoted to be told from.
  private static let words: Set<String> = ["and", "or", "not", "in", "like", "is", "empty"]

  private mutating func name() throws(ConditionError) -> Condition.Name {
    let text: String
    switch current.kind {
    case .word(let word) where !Self.words.contains(word.lowercased()): text = word
    case .quoted(let name, by: let quote) where quote != "'": text = name
    default: throw unexpected("the name of a column")
    }
    defer { place += 1 }
    return Condition.Name(text: text, position: current.position)
  }

  private mutating func value() throws(ConditionError) -> Condition.Value {
    switch current.kind {
    case .number(let number):
      place += 1
      return .number(number)
    case .quoted(let text, by: let quote) where quote != "`":
      place += 1
      return .text(text)
    default:
      throw unexpected("a number or text in quotes")
    }
  }

  private mutating func values() throws(ConditionError) -> [Condition.Value] {
    try expectSign("(")
    var values = [try value()]
    while takeSign(",") { values.append(try value()) }
    guard takeSign(")") else { throw unexpected("',' or ')'") }
    return values
  }

  private mutating func comparisonSign() -> Condition.Comparison? {
    guard case .sign(let sign) = current.kind else { return nil }
    let signs: [(String, Condition.Comparison)] = [
      ("=", .equal), ("==", .equal), ("!=", .different), ("<>", .different), ("<", .less),
      ("<=", .lessOrEqual), (">", .greater), (">=", .greaterOrEqual),
    ]
    guard let comparison = signs.first(where: { $0.0 == sign })?.1 else { return nil }
    place += 1
    return comparison
  }
}
