/// Turns the bytes of a field into text.
enum QuotedText {
  /// Takes the quotes off a field, and blanks and doubled quotes with them.
  ///
  /// Bytes that are not UTF-8 are read as Windows-1252, which old exports use.
  static func text(_ field: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.count)
    for position in 0..<field.count { bytes.append(unsafe field[position]) }
    while let last = bytes.last, last == UInt8(ascii: "\r") { bytes.removeLast() }
    if bytes.count >= 2, bytes.first == Dialect.quote, bytes.last == Dialect.quote {
      var unquoted: [UInt8] = []
      var isDoubled = false
      for byte in bytes.dropFirst().dropLast() {
        if byte == Dialect.quote && !isDoubled {
          isDoubled = true
          continue
        }
        isDoubled = false
        unquoted.append(byte)
      }
      bytes = unquoted
    }
    let text = String(validating: bytes, as: UTF8.self) ?? windows1252(bytes)
    return text.trimmed
  }

  /// Returns the field without the quotes around it; doubled quotes inside are left.
  @inline(__always)
  static func unquoted(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    // Bound: positions are below the count.
    guard field.count >= 2, unsafe field[0] == Dialect.quote,
      unsafe field[field.count - 1] == Dialect.quote
    else { return unsafe field }
    return unsafe UnsafeBufferPointer(rebasing: field[1..<field.count - 1])
  }

  /// Returns bytes as UTF-8; those that are not are read as Windows-1252.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if (try? UTF8Span(validating: bytes.span)) != nil { return bytes }
    return Array(windows1252(bytes).utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    // The 32 characters that differ from Latin-1; five bytes are not used.
    let special: [UInt32] = [
      0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
      0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
      0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
    ]
    var text = ""
    for byte in bytes {
      let value = (0x80..<0xa0).contains(byte) ? special[Int(byte) - 0x80] : UInt32(byte)
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    return text
  }
}

extension String {
  /// The text without the blanks at both ends.
  var trimmed: String {
    let blanks: Set<Character> = [" ", "\t", "\r", "\n", "\r\n", "\u{a0}", "\u{feff}"]
    guard let first = firstIndex(where: { !blanks.contains($0) }),
      let last = lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return String(self[first...last])
  }
}
