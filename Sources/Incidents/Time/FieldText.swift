/// Steps over the bytes of one field; every access is checked by the span.
extension Span where Element == UInt8 {
  /// Returns the digit at a position; 10 or more where there is none or no byte.
  @inline(__always)
  func digit(at position: Int, before end: Int) -> Int {
    position < end ? Int(self[position] &- 0x30) : 255
  }

  /// Returns the byte at a position, 0 after the end.
  @inline(__always)
  func byte(at position: Int, before end: Int) -> UInt8 { position < end ? self[position] : 0 }

  /// Reads a whole number, moves behind it and returns it with the count of its digits.
  ///
  /// Stops after nine digits, so that no field can overflow; callers ask for fewer.
  @inline(__always)
  func readNumber(at position: inout Int, before end: Int) -> (value: Int, digits: Int) {
    let start = position
    var value = 0
    while position < end, position - start < 9 {
      let digit = self[position] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    return (value, position - start)
  }

  /// Moves behind any blanks.
  @inline(__always)
  func skipBlanks(at position: inout Int, before end: Int) {
    while position < end, isBlank(at: position) { position += 1 }
  }

  /// Whether the byte at a position is a space, a tab or the end of a line.
  @inline(__always)
  func isBlank(at position: Int) -> Bool {
    let byte = self[position]
    return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  /// Returns the part of the field between its leading and trailing blanks.
  @inline(__always)
  var trimmedRange: Range<Int> {
    var start = 0
    var end = count
    while start < end, isBlank(at: start) { start += 1 }
    while end > start, isBlank(at: end - 1) { end -= 1 }
    return start..<end
  }

  /// Reads a run of ASCII letters, moves behind it and returns it in lower case.
  ///
  /// The first letter is the highest used byte of the word; 0 where there is no letter or where
  /// there are more than eight, which is longer than any word looked for except `september`, of
  /// which the last letter is left out.
  func readWord(at position: inout Int, before end: Int) -> UInt64 {
    var word: UInt64 = 0
    var letters = 0
    while position < end {
      let lower = self[position] | 0x20
      guard lower >= 0x61, lower <= 0x7A else { break }
      letters += 1
      if letters <= 8 { word = word << 8 | UInt64(lower) }
      position += 1
    }
    return letters <= 8 || (letters == 9 && word == DateWords.septembe) ? word : 0
  }
}

/// The English words that may stand in a date column, as ``Span/readWord(at:before:)`` packs them.
enum DateWords {
  /// The first eight letters of the one month that has nine.
  static let septembe: UInt64 = 0x7365_7074_656D_6265

  /// Returns the month of an English name or its abbreviation, 0 for any other word.
  static func month(_ word: UInt64) -> Int {
    switch word {
    case 0x6A_616E, 0x6A_616E_7561_7279: 1
    case 0x66_6562, 0x6665_6272_7561_7279: 2
    case 0x6D_6172, 0x6D_6172_6368: 3
    case 0x61_7072, 0x61_7072_696C: 4
    case 0x6D_6179: 5
    case 0x6A_756E, 0x6A75_6E65: 6
    case 0x6A_756C, 0x6A75_6C79: 7
    case 0x61_7567, 0x6175_6775_7374: 8
    case 0x73_6570, 0x7365_7074, septembe: 9
    case 0x6F_6374, 0x6F_6374_6F62_6572: 10
    case 0x6E_6F76, 0x6E6F_7665_6D62_6572: 11
    case 0x64_6563, 0x6465_6365_6D62_6572: 12
    default: 0
    }
  }

  /// Whether a whole field is a word that people and programs write for nothing.
  static func meansNothing(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 8 else { return false }
    var packed: UInt64 = 0
    for position in range { packed = packed << 8 | UInt64(text[position] | 0x20) }
    switch packed {
    case 0x6E75_6C6C,  // null
      0x286E_756C_6C29,  // (null)
      0x6E_2F61,  // n/a
      0x6E61,  // na
      0x6E_616E,  // nan
      0x6E_6174,  // nat
      0x6E6F_6E65,  // none
      0x75_6E6B_6E6F_776E,  // unknown
      0x2D:  // a dash
      return true
    default:
      return false
    }
  }
}
