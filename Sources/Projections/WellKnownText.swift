/// The parts of a coordinate system's well-known text, for comparing two of them.
///
/// Identifiers (`AUTHORITY[...]`, `ID[...]`) are left out, letters' case is ignored, and numbers
/// are equal within a billionth: `.prj` files round a scale factor in the tenth decimal, which
/// moves no point by a millimetre.
struct WellKnownText: Equatable {
  private enum Part {
    case mark(UInt8)
    case word(String)
    case number(Double)
  }

  /// The first keyword, in upper case: `PROJCS`, `GEOGCS`.
  let keyword: String
  /// The system's name, as written.
  let name: String
  /// The identifier at the end of the text, such as `EPSG:27700`.
  let authorityCode: String?
  private let parts: [Part]

  /// Takes a text apart; `nil` if it is none of a keyword and a name in brackets.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  init?(_ text: String) {
    var scanner = Scanner(text: text)
    var all = scanner.scan()
    guard all.count >= 3, case .word(let keyword) = all[0], case .mark(UInt8(ascii: "[")) = all[1],
      case .word(let name) = all[2]
    else { return nil }
    self.keyword = keyword
    self.name = scanner.firstQuoted
    authorityCode = Self.removeIdentifiers(&all)
    parts = all
    if name.isEmpty { return nil }
  }

  static func == (one: WellKnownText, other: WellKnownText) -> Bool {
    one.parts.count == other.parts.count
      && zip(one.parts, other.parts).allSatisfy { one, other in
        switch (one, other) {
        case (.mark(let one), .mark(let other)): one == other
        case (.word(let one), .word(let other)): one == other
        case (.number(let one), .number(let other)):
          abs(one - other) <= 1e-9 * max(abs(one), abs(other))
        default: false
        }
      }
  }

  /// Removes the identifiers and returns the one of the whole text.
  private static func removeIdentifiers(_ parts: inout [Part]) -> String? {
    var kept: [Part] = []
    var outermost: String?
    var depth = 0
    var index = 0
    while index < parts.count {
      if case .word(let word) = parts[index], word == "AUTHORITY" || word == "ID",
        index + 1 < parts.count, case .mark(UInt8(ascii: "[")) = parts[index + 1]
      {
        if depth == 1 { outermost = identifier(in: parts[(index + 2)...]) }
        index += 2
        while index < parts.count {
          defer { index += 1 }
          if case .mark(UInt8(ascii: "]")) = parts[index] { break }
        }
        continue
      }
      if case .mark(let mark) = parts[index] { depth += mark == UInt8(ascii: "[") ? 1 : -1 }
      kept.append(parts[index])
      index += 1
    }
    parts = kept
    return outermost
  }

  private static func identifier(in parts: ArraySlice<Part>) -> String? {
    guard case .word(let authority)? = parts.first, let second = parts.dropFirst().first else {
      return nil
    }
    switch second {
    case .word(let code): return "\(authority):\(code)"
    case .number(let code): return Int(exactly: code).map { "\(authority):\($0)" }
    case .mark: return nil
    }
  }

  /// Reads the parts of a text; commas and blanks only separate.
  private struct Scanner {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var firstQuoted = ""

    init(text: String) { bytes = Array(text.utf8) }

    mutating func scan() -> [Part] {
      var parts: [Part] = []
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "["), UInt8(ascii: "("):
          parts.append(.mark(UInt8(ascii: "[")))
          position += 1
        case UInt8(ascii: "]"), UInt8(ascii: ")"):
          parts.append(.mark(UInt8(ascii: "]")))
          position += 1
        case UInt8(ascii: "\""):
          parts.append(.word(quoted()))
        case UInt8(ascii: ","), 0...UInt8(ascii: " "):
          position += 1
        default:
          parts.append(bare())
        }
      }
      return parts
    }

    private mutating func quoted() -> String {
      let start = position + 1
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      position = end + 1
      let text = String(decoding: bytes[start..<end], as: UTF8.self)
      if firstQuoted.isEmpty { firstQuoted = text }
      return text.uppercased()
    }

    private mutating func bare() -> Part {
      let start = position
      while position < bytes.count, !Self.ends(bytes[position]) { position += 1 }
      let text = String(decoding: bytes[start..<position], as: UTF8.self)
      return Double(text).map { .number($0) } ?? .word(text.uppercased())
    }

    private static func ends(_ byte: UInt8) -> Bool {
      switch byte {
      case 0...UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"):
        true
      default: false
      }
    }
  }
}
