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

  /// Moves behind any blanks, those that do not break included, as `10:00 AM` often has one.
  @inline(__always)
  func skipWideBlanks(at position: inout Int, before end: Int) {
    skipBlanks(at: &position, before: end)
    if position < end, self[position] >= 0x80 { skipAnyBlanks(at: &position, before: end) }
  }

  @inline(never)
  private func skipAnyBlanks(at position: inout Int, before end: Int) {
    while position < end {
      let width = blankWidth(at: position, before: end)
      if width == 0 { return }
      position += width
    }
  }

  /// How many bytes the blank at a position has, 0 where there is none: a space, a tab, the end of a
  /// line, or in UTF-8 one of U+00A0, U+2000 to U+200A and U+202F.
  private func blankWidth(at position: Int, before end: Int) -> Int {
    if isBlank(at: position) { return 1 }
    let next = byte(at: position + 1, before: end)
    if self[position] == 0xC2 { return next == 0xA0 ? 2 : 0 }
    guard self[position] == 0xE2, next == 0x80 else { return 0 }
    let last = byte(at: position + 2, before: end)
    return (last >= 0x80 && last <= 0x8A) || last == 0xAF ? 3 : 0
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

  /// The first forty bytes of the field for a message.
  var excerpt: String {
    var bytes: [UInt8] = []
    for position in trimmedRange.prefix(40) { bytes.append(self[position]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns where the part of the field between blanks of any width begins and ends.
  var wideTrimmedRange: (start: Int, end: Int) {
    var (start, end) = (0, count)
    skipWideBlanks(at: &start, before: end)
    while end > start {
      // A blank has at most three bytes.
      let width = (1...3).first { width in
        end - width >= start && blankWidth(at: end - width, before: end) == width
      }
      guard let width else { break }
      end -= width
    }
    return (start, end)
  }

  /// Reads a run of ASCII letters, moves behind it and returns it in lower case.
  ///
  /// The first letter is the highest used byte of the word; 0 where there is no letter or where
  /// there are more than eight, which is longer than any word looked for except `september` and
  /// `wednesday`, of which the last letter is left out.
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
    return letters <= 8 || (letters == 9 && DateWords.areNineLetters(word)) ? word : 0
  }
}

/// The English words that may stand in a date column, as ``Span/readWord(at:before:)`` packs them.
enum DateWords {
  /// The first eight letters of the one month that has nine.
  static let septembe: UInt64 = 0x7365_7074_656D_6265
  /// The first eight letters of the one weekday that has nine.
  static let wednesda: UInt64 = 0x7765_646E_6573_6461

  /// Whether eight letters are the first of a word of nine that is looked for.
  static func areNineLetters(_ word: UInt64) -> Bool { word == septembe || word == wednesda }

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

  /// Returns the weekday of an English name or its abbreviation, Monday 0; -1 for any other word.
  static func weekday(_ word: UInt64) -> Int {
    switch word {
    case 0x6D_6F6E, 0x6D6F_6E64_6179: 0  // mon, monday
    case 0x74_7565, 0x7475_6573, 0x74_7565_7364_6179: 1  // tue, tues, tuesday
    case 0x77_6564, 0x7765_6473, wednesda: 2  // wed, weds
    case 0x74_6875, 0x7468_7572, 0x74_6875_7273, 0x7468_7572_7364_6179: 3  // thu, thur, thurs
    case 0x66_7269, 0x6672_6964_6179: 4  // fri, friday
    case 0x73_6174, 0x7361_7475_7264_6179: 5  // sat, saturday
    case 0x73_756E, 0x7375_6E64_6179: 6  // sun, sunday
    default: -1
    }
  }
}
