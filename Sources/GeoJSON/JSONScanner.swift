/// Reads JSON (RFC 8259, https://doi.org/10.17487/RFC8259) from bytes of which more may follow.
///
/// Every method leaves the position behind what it read. Where the bytes end too soon it throws
/// ``ScanStop/needsMore``; the caller then goes back, brings more bytes and tries again.
struct JSONScanner {
  /// The bytes that are there.
  var bytes: [UInt8] = []
  /// Where reading goes on.
  var position = 0
  /// Whether no more bytes follow.
  var isFinal = false

  /// How deep arrays and objects may lie in each other.
  static let depthLimit = 128

  /// Returns the next byte without passing it.
  func peek() throws(ScanStop) -> UInt8 {
    if position < bytes.count { return bytes[position] }
    throw isFinal ? .fault(position, "the text ends in the middle") : .needsMore
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == bytes.count
    }
  }

  /// Passes blanks and line ends.
  mutating func skipBlanks() {
    while position < bytes.count {
      let byte = bytes[position]
      // Nearly always: letters and signs are all above the blank.
      if byte > 0x20 { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  /// Passes blanks and returns the byte behind them without passing it.
  mutating func peekPastBlanks() throws(ScanStop) -> UInt8 {
    skipBlanks()
    return try peek()
  }

  /// Passes blanks and one byte that must come.
  mutating func expect(_ byte: UInt8) throws(ScanStop) {
    let found = try peekPastBlanks()
    guard found == byte else { throw unexpected("'\(Character(Unicode.Scalar(byte)))'") }
    position += 1
  }

  /// Returns the fault of a byte that must not stand where reading is.
  func unexpected(_ allowed: String) -> ScanStop {
    guard position < bytes.count else {
      return isFinal ? .fault(position, "the text ends in the middle") : .needsMore
    }
    let byte = bytes[position]
    let found =
      (0x21..<0x7F).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "the byte 0x\(String(byte, radix: 16))"
    return .fault(position, "found \(found) where \(allowed) is needed")
  }

  /// Reads a string.
  ///
  /// - Returns: Where its contents stand, and whether they have escapes.
  mutating func string() throws(ScanStop) -> (range: Range<Int>, hasEscapes: Bool) {
    guard try peekPastBlanks() == UInt8(ascii: "\"") else { throw unexpected("a string") }
    position += 1
    let start = position
    var hasEscapes = false
    while true {
      position = endOfPlainText(from: position, in: bytes)
      guard position < bytes.count else { throw unexpected("") }
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else { throw unexpected("a character of a string") }
      hasEscapes = true
      try passEscape()
    }
    position += 1
    return (start..<position - 1, hasEscapes)
  }

  private mutating func passEscape() throws(ScanStop) {
    position += 1
    switch try peek() {
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard hexadecimalDigit(try peek()) != nil else { throw unexpected("a hexadecimal digit") }
        position += 1
      }
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    default: throw unexpected("an escape such as \\n or \\u00e9")
    }
  }

  /// Reads a number.
  ///
  /// - Returns: Where it stands.
  mutating func number() throws(ScanStop) -> Range<Int> {
    let start = position
    if try peek() == UInt8(ascii: "-") { position += 1 }
    let first = position
    try passDigits()
    if bytes[first] == UInt8(ascii: "0") && position > first + 1 {
      throw .fault(first, "a number begins with a needless 0")
    }
    if position < bytes.count && bytes[position] == UInt8(ascii: ".") {
      position += 1
      try passDigits()
    }
    if position < bytes.count && bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      let sign = try peek()
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try passDigits()
    }
    // The number may go on in bytes to come.
    if position == bytes.count && !isFinal { throw .needsMore }
    return start..<position
  }

  private mutating func passDigits() throws(ScanStop) {
    let start = position
    while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9 { position += 1 }
    if position == start { throw unexpected("a digit") }
  }

  /// The byte behind the next one; 0 if it is not there.
  private var second: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  /// Whether the next byte begins a number.
  var isAtNumber: Bool {
    guard position < bytes.count else { return false }
    return bytes[position] &- UInt8(ascii: "0") <= 9
      || bytes[position] == UInt8(ascii: "-") && second != UInt8(ascii: "I")
  }

  /// Passes a value of any kind.
  ///
  /// `NaN` and `Infinity`, which many programs write and JSON does not know, are read as `null`.
  ///
  /// - Parameter depth: In how many arrays and objects it stands.
  /// - Returns: What it is, and where.
  /// - Throws: ``ScanStop``.
  @discardableResult
  mutating func value(depth: Int) throws(ScanStop) -> JSONItem {
    let first = try peekPastBlanks()
    let start = position
    switch first {
    case UInt8(ascii: "\""):
      let (range, hasEscapes) = try string()
      return JSONItem(kind: hasEscapes ? .escapedText : .text, range: range)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try passContainer(depth: depth)
      return JSONItem(kind: .container, range: start..<position)
    case UInt8(ascii: "t"):
      try word("true")
      return JSONItem(kind: .boolean, range: start..<position)
    case UInt8(ascii: "f"):
      try word("false")
      return JSONItem(kind: .boolean, range: start..<position)
    case UInt8(ascii: "n"):
      try word(second == UInt8(ascii: "a") ? "nan" : "null")
      return JSONItem(kind: .null, range: start..<position)
    case UInt8(ascii: "N"):
      try word("NaN")
      return JSONItem(kind: .null, range: start..<position)
    case UInt8(ascii: "I"):
      try word("Infinity")
      return JSONItem(kind: .null, range: start..<position)
    case UInt8(ascii: "-") where second == UInt8(ascii: "I"):
      try word("-Infinity")
      return JSONItem(kind: .null, range: start..<position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONItem(kind: .number, range: try number())
    default:
      throw unexpected("a value")
    }
  }

  /// Reads `true`, `false` or `null`.
  private mutating func word(_ text: String) throws(ScanStop) {
    for byte in text.utf8 {
      guard try peek() == byte else { throw unexpected("true, false or null") }
      position += 1
    }
  }

  /// Passes an array or object.
  private mutating func passContainer(depth: Int) throws(ScanStop) {
    guard depth < Self.depthLimit else {
      throw .fault(position, "more than \(Self.depthLimit) arrays and objects lie in each other")
    }
    let isObject = bytes[position] == UInt8(ascii: "{")
    let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    position += 1
    if try peekPastBlanks() == end {
      position += 1
      return
    }
    while true {
      if isObject {
        _ = try string()
        try expect(UInt8(ascii: ":"))
      }
      try value(depth: depth + 1)
      if try passSeparator(end: end) { return }
    }
  }

  /// Passes a comma, or the end of an array or object.
  ///
  /// - Returns: Whether it was the end.
  mutating func passSeparator(end: UInt8) throws(ScanStop) -> Bool {
    let byte = try peekPastBlanks()
    guard byte == end || byte == UInt8(ascii: ",") else {
      throw unexpected("',' or '\(Character(Unicode.Scalar(end)))'")
    }
    position += 1
    return byte == end
  }
}

/// Why scanning stops.
enum ScanStop: Error {
  /// The bytes end too soon, and more may follow.
  case needsMore
  /// The bytes from a position on are not what JSON allows.
  case fault(Int, String)
  /// The bytes are JSON and what they say from a position on is not GeoJSON.
  case foreign(Int, String)
  /// The system that is named at a position should have been known before.
  case lateSystem(Int, String)
}

/// A value of JSON: what it is and where it stands.
struct JSONItem {
  /// The kinds of values.
  enum Kind: Sendable {
    case null, boolean, number, text, escapedText, container
  }

  var kind: Kind
  /// Where it stands; for text, what is within the quotes.
  var range: Range<Int>
}

/// Returns the value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
