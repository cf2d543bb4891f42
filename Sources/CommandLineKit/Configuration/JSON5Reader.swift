/// Reads JSON5: JSON with comments, trailing commas, unquoted names and single quotes.
///
/// Implements the specification at https://spec.json5.org except `Infinity` and `NaN`, which no
/// option accepts.
struct JSON5Reader {
  /// Why a text is not JSON5.
  struct Failure: Error, Equatable {
    var place: JSON5Value.Place
    /// What was found, and what is allowed.
    var reason: String
  }

  private let characters: [Unicode.Scalar]
  private var position = 0
  private var place = JSON5Value.Place(line: 1, column: 1)
  private var depth = 0

  /// Deeper nesting is an error, and would exhaust the stack.
  private static let deepest = 64

  private init(_ text: String) {
    // A byte order mark is white space in JSON5, and no column of its own to people.
    characters = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  /// Reads a document of one value.
  ///
  /// - Throws: ``Failure`` at the first unexpected character.
  /// - Complexity: O(*n*).
  static func read(_ text: String) throws(Failure) -> JSON5Value {
    var reader = JSON5Reader(text)
    try reader.skipBlanks()
    let value = try reader.value()
    try reader.skipBlanks()
    if reader.next != nil { throw reader.unexpected("nothing after the last value") }
    return value
  }

  // MARK: - Values

  private mutating func value() throws(Failure) -> JSON5Value {
    let start = place
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Failure(place: place, reason: "more than \(Self.deepest) levels of nesting")
    }
    let content: JSON5Value.Content
    switch next {
    case "{": content = .object(try object())
    case "[": content = .array(try array())
    case "\"", "'": content = .text(try quoted())
    case .some(let first) where JSON5Number.begins(with: first):
      content = .number(try number())
    case .some(let first) where Self.beginsName(first):
      switch name() {
      case "true": content = .boolean(true)
      case "false": content = .boolean(false)
      case "null": content = .null
      case let word:
        throw Failure(place: start, reason: "'\(word)' is not a value; text needs quotes")
      }
    default: throw unexpected("a value")
    }
    return JSON5Value(content: content, place: start)
  }

  private mutating func object() throws(Failure) -> [JSON5Value.Member] {
    advance()
    var members: [JSON5Value.Member] = []
    while true {
      try skipBlanks()
      if take("}") { return members }
      let start = place
      let name = try memberName()
      if members.contains(where: { $0.name == name }) {
        throw Failure(place: start, reason: "'\(name)' appears twice, once is allowed")
      }
      try skipBlanks()
      if next == "-" {
        throw Failure(place: start, reason: "a name with '-' in it needs quotes")
      }
      guard take(":") else { throw unexpected("':' after the name '\(name)'") }
      try skipBlanks()
      members.append(.init(name: name, place: start, value: try value()))
      try skipBlanks()
      guard take(",") || next == "}" else { throw unexpected("',' or '}'") }
    }
  }

  private mutating func array() throws(Failure) -> [JSON5Value] {
    advance()
    var values: [JSON5Value] = []
    while true {
      try skipBlanks()
      if take("]") { return values }
      values.append(try value())
      try skipBlanks()
      guard take(",") || next == "]" else { throw unexpected("',' or ']'") }
    }
  }

  private mutating func memberName() throws(Failure) -> String {
    switch next {
    case "\"", "'": return try quoted()
    case .some(let first) where Self.beginsName(first): return name()
    default: throw unexpected("a name or '}'")
    }
  }

  private mutating func name() -> String {
    var name = String.UnicodeScalarView()
    while let character = next, Self.beginsName(character) || Self.continuesName(character) {
      name.append(character)
      advance()
    }
    return String(name)
  }

  private mutating func number() throws(Failure) -> String {
    let start = place
    var text = ""
    while let character = next, JSON5Number.continues(with: character) {
      text.unicodeScalars.append(character)
      advance()
    }
    guard let number = JSON5Number.decimal(text) else {
      throw Failure(
        place: start, reason: "'\(text)' is not a number; dates and other text need quotes")
    }
    return number
  }

  // MARK: - Texts

  private mutating func quoted() throws(Failure) -> String {
    let (start, quote) = (place, next)
    advance()
    var text = String.UnicodeScalarView()
    while let character = next, !Self.isLineEnd(character) || character.value >= 0x2028 {
      if character == quote {
        advance()
        return String(text)
      }
      if character == "\\" {
        advance()
        if let escaped = try escape() { text.append(escaped) }
      } else {
        text.append(character)
        advance()
      }
    }
    throw Failure(place: start, reason: "the text that starts here has no closing quote")
  }

  /// Reads what follows a backslash; `nil` for the end of a line, which continues the text.
  private mutating func escape() throws(Failure) -> Unicode.Scalar? {
    let start = place
    guard let letter = next else { return nil }
    advance()
    switch letter {
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "0":
      if let digit = next, ("0"..."9").contains(digit) { throw badEscape(at: start) }
      return "\0"
    case "1"..."9": throw badEscape(at: start)
    case "x": return try scalar(of: try digits(2, start), start)
    case "u":
      let unit = try digits(4, start)
      guard (0xD800..<0xDC00).contains(unit) else { return try scalar(of: unit, start) }
      guard take("\\"), take("u") else { throw badEscape(at: start) }
      let second = try digits(4, start)
      guard (0xDC00..<0xE000).contains(second) else { throw badEscape(at: start) }
      return try scalar(of: 0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00), start)
    case "\r":
      _ = take("\n")
      return nil
    case _ where Self.isLineEnd(letter): return nil
    default: return letter
    }
  }

  private mutating func digits(
    _ count: Int, _ start: JSON5Value.Place
  ) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = next.flatMap({ Character($0).isASCII ? Character($0).hexDigitValue : nil })
      else { throw badEscape(at: start) }
      value = value << 4 | UInt32(digit)
      advance()
    }
    return value
  }

  private func scalar(
    of value: UInt32, _ start: JSON5Value.Place
  ) throws(Failure) -> Unicode.Scalar {
    guard let scalar = Unicode.Scalar(value) else { throw badEscape(at: start) }
    return scalar
  }

  private func badEscape(at place: JSON5Value.Place) -> Failure {
    Failure(
      place: place, reason: "this character cannot follow a backslash; '\\\\' writes one")
  }

  // MARK: - Characters

  private var next: Unicode.Scalar? {
    position < characters.count ? characters[position] : nil
  }

  private mutating func advance() {
    let character = characters[position]
    position += 1
    // The two characters of a Windows line end are one end.
    if Self.isLineEnd(character), !(character == "\r" && next == "\n") {
      place = JSON5Value.Place(line: place.line + 1, column: 1)
    } else {
      place.column += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == character else { return false }
    advance()
    return true
  }

  private mutating func skipBlanks() throws(Failure) {
    while let character = next {
      if character.properties.isWhitespace || character == "\u{FEFF}" {
        advance()
      } else if character == "/" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(Failure) {
    let start = place
    advance()
    if take("/") {
      while let character = next, !Self.isLineEnd(character) { advance() }
    } else if take("*") {
      while next != nil {
        if take("*") {
          if take("/") { return }
        } else {
          advance()
        }
      }
      throw Failure(place: start, reason: "the comment that starts here has no end")
    } else {
      throw Failure(place: start, reason: "'/' was found; a comment starts with '//' or '/*'")
    }
  }

  private func unexpected(_ allowed: String) -> Failure {
    let found = next.map { Self.isLineEnd($0) ? "the end of the line" : "'\($0)'" }
    return Failure(
      place: place, reason: "\(found ?? "the end of the file") was found, \(allowed) is allowed")
  }

  private static func isLineEnd(_ character: Unicode.Scalar) -> Bool {
    ["\n", "\r", "\u{2028}", "\u{2029}"].contains(character)
  }

  private static func beginsName(_ character: Unicode.Scalar) -> Bool {
    character.properties.isAlphabetic || character == "_" || character == "$"
  }

  private static func continuesName(_ character: Unicode.Scalar) -> Bool {
    character.properties.numericType == .decimal
  }
}
