/// A word or sign of a condition, and where it begins.
struct ConditionToken: Equatable {
  enum Kind: Equatable {
    /// A bare word: a name, or one of the words of the language.
    case word(String)
    /// Text between single or double quotes; the quote is kept, as only some may be names.
    case quoted(String, by: Character)
    /// A number.
    case number(Double)
    /// An operator, a parenthesis or a comma.
    case sign(String)
    /// Behind the last word.
    case end
  }

  var kind: Kind
  var position: Int

  /// Cuts an expression into its words and signs; the last one is ``Kind/end``.
  static func all(of expression: String) throws(ConditionError) -> [ConditionToken] {
    let text = Array(expression)
    var tokens: [ConditionToken] = []
    var position = 0
    while position < text.count {
      let start = position
      let character = text[position]
      if character.isWhitespace {
        position += 1
        continue
      }
      let kind: Kind
      if character == "\"" || character == "'" || character == "`" {
        guard let (content, end) = quoted(text, from: position) else {
          throw .unclosedQuote(expression: expression, position: position)
        }
        kind = .quoted(content, by: character)
        position = end
      } else if let (sign, count) = sign(text, at: position) {
        kind = .sign(sign)
        position += count
      } else {
        while position < text.count, belongsToWord(text[position]) { position += 1 }
        guard position > start else {
          throw .notUnderstood(
            expression: expression, position: start, expected: "a name, a value or an operator")
        }
        let word = String(text[start..<position])
        kind = number(word).map(Kind.number) ?? .word(word)
      }
      tokens.append(ConditionToken(kind: kind, position: start))
    }
    tokens.append(ConditionToken(kind: .end, position: text.count))
    return tokens
  }

  private static func belongsToWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "_.+-:/".contains(character)
  }

  private static func number(_ word: String) -> Double? {
    guard word.utf8.allSatisfy({ "0123456789.+-eE".utf8.contains($0) }) else { return nil }
    return Double(word).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Returns the text between quotes and where it ends; a doubled quote stands for one.
  private static func quoted(_ text: [Character], from start: Int) -> (String, Int)? {
    let quote = text[start]
    var content = ""
    var position = start + 1
    while position < text.count {
      if text[position] != quote {
        content.append(text[position])
      } else if position + 1 < text.count, text[position + 1] == quote {
        content.append(quote)
        position += 1
      } else {
        return (content, position + 1)
      }
      position += 1
    }
    return nil
  }

  private static func sign(_ text: [Character], at position: Int) -> (String, Int)? {
    let two = String(text[position..<min(position + 2, text.count)])
    if ["!=", "<>", "<=", ">=", "=="].contains(two) { return (two, 2) }
    let one = String(text[position])
    return ["=", "<", ">", "(", ")", ","].contains(one) ? (one, 1) : nil
  }
}
