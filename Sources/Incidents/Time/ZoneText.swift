/// Reads what may follow a time of day to say which clock it is of.
enum ZoneText {
  /// Which clock a time is of.
  enum Zone: Equatable {
    /// One that is so many seconds ahead of UTC.
    case offset(Int32)
    /// That of London, whatever it shows at the time.
    case london
  }

  /// Reads a zone that fills the bytes from a position to the end of the field.
  ///
  /// `Z`, `UTC`, `GMT`, `BST` (UTC+1, as a clock in Britain says it), `+01:00`, `+0100`, `+01`,
  /// `GMT+0100`; behind them also a name that says no more, `(Greenwich Mean Time)`,
  /// `[Europe/London]` or `UTC`. `Europe/London` alone, in brackets or not, is the clock there.
  ///
  /// Other abbreviations are not read: few of them are of one zone only.
  static func read(_ text: Span<UInt8>, from start: Int, to end: Int) -> Zone? {
    var position = start
    text.skipWideBlanks(at: &position, before: end)
    let first = text.byte(at: position, before: end)
    if position + 1 == end, first | 0x20 == UInt8(ascii: "z") { return .offset(0) }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "E") {
      return readName(text, from: position, to: end)
    }
    guard let offset = readOffset(text, at: &position, before: end) else { return nil }
    text.skipWideBlanks(at: &position, before: end)
    if position == end { return .offset(offset) }
    switch (text[position], text[end - 1]) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")):
      return .offset(offset)
    default:
      // As Go writes it, `+0000 UTC`.
      let word = text.readWord(at: &position, before: end)
      let isName = word == 0x75_7463 || word == 0x67_6D74 || word == 0x62_7374
      return isName && position == end ? .offset(offset) : nil
    }
  }

  // MARK: -

  private static func readOffset(
    _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> Int32? {
    let sign = text.byte(at: position, before: end)
    if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      return readSigned(text, at: &position, before: end, allowsOneDigit: false)
    }
    switch text.readWord(at: &position, before: end) {
    case 0x7A: return 0  // z
    case 0x62_7374: return 3600  // bst
    case 0x75_7463, 0x67_6D74:  // utc, gmt
      let sign = text.byte(at: position, before: end)
      guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return 0 }
      return readSigned(text, at: &position, before: end, allowsOneDigit: true)
    default: return nil
    }
  }

  /// Reads `+01:00`, `+0100` or `+01`, the sign being there.
  private static func readSigned(
    _ text: Span<UInt8>, at position: inout Int, before end: Int, allowsOneDigit: Bool
  ) -> Int32? {
    let sign = text[position]
    position += 1
    let hours = text.readNumber(at: &position, before: end)
    var (hour, minute) = (hours.value, 0)
    switch hours.digits {
    case 1 where allowsOneDigit: break
    case 2:
      if text.byte(at: position, before: end) == UInt8(ascii: ":") {
        position += 1
        let minutes = text.readNumber(at: &position, before: end)
        guard minutes.digits == 2 else { return nil }
        minute = minutes.value
      }
    case 4:
      (hour, minute) = (hour / 100, hour % 100)
    default:
      return nil
    }
    // The zones of the world lie from -12:00 to +14:00.
    guard hour <= 14, minute < 60 else { return nil }
    let seconds = Int32(hour * 3600 + minute * 60)
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }

  /// Reads a zone by its full name.
  private static func readName(_ text: Span<UInt8>, from start: Int, to end: Int) -> Zone? {
    for (name, zone) in names where name.utf8.count == end - start {
      var position = start
      let isEqual = name.utf8.allSatisfy { byte in
        defer { position += 1 }
        return text[position] == byte
      }
      if isEqual { return zone }
    }
    return nil
  }

  private static let names: [(String, Zone)] = [
    ("[Europe/London]", .london), ("Europe/London", .london), ("[UTC]", .offset(0)),
    ("[GMT]", .offset(0)),
    ("[Etc/UTC]", .offset(0)), ("[Z]", .offset(0)),
  ]
}
