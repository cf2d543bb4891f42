/// Turns the contents of JSON strings and numbers into what they stand for.
package enum JSONText {
  /// Appends the characters of a string's contents, whose escapes have been checked, as UTF-8.
  ///
  /// Half of a pair of escapes for one character becomes the replacement character.
  package static func unescape(_ contents: ArraySlice<UInt8>, into result: inout [UInt8]) {
    var position = contents.startIndex
    while position < contents.endIndex {
      let byte = contents[position]
      guard byte == UInt8(ascii: "\\"), position + 1 < contents.endIndex else {
        result.append(byte)
        position += 1
        continue
      }
      let letter = contents[position + 1]
      position += 2
      switch letter {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        let unit = codeUnit(contents[position...])
        position += 4
        var scalar = Unicode.Scalar(unit)
        if (0xD800..<0xDC00).contains(unit),
          contents[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
        {
          let low = codeUnit(contents[(position + 2)...])
          if (0xDC00..<0xE000).contains(low) {
            position += 6
            scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
          }
        }
        result.append(contentsOf: String(scalar ?? "\u{FFFD}").utf8)
      default: result.append(letter)
      }
    }
  }

  private static func codeUnit(_ digits: ArraySlice<UInt8>) -> UInt32 {
    digits.prefix(4).reduce(0) { $0 << 4 | (hexadecimalDigit($1) ?? 0) }
  }

  /// Returns the number that a JSON number stands for, correctly rounded.
  ///
  /// Up to 15 digits are a whole number divided by a power of ten, both exact in a double, so that
  /// one division rounds correctly (Clinger 1990, https://doi.org/10.1145/93542.93557).
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package static func number(_ text: ArraySlice<UInt8>) -> Double {
    var (digits, count, decimals) = (UInt64(0), 0, 0)
    var (isNegative, hasPoint) = (false, false)
    for byte in text {
      switch byte {
      case UInt8(ascii: "-") where count == 0 && !isNegative: isNegative = true
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits = digits &* 10 &+ UInt64(byte - UInt8(ascii: "0"))
        count += 1
        if hasPoint { decimals += 1 }
      // An exponent.
      default: count = 99
      }
    }
    guard count <= 15 else { return Double(String(decoding: text, as: UTF8.self)) ?? .infinity }
    let magnitude = Double(digits) / powersOfTen[decimals]
    return isNegative ? -magnitude : magnitude
  }

  /// 10^0 to 10^15, each exact in a double.
  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
