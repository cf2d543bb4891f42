/// Text as cells of a workbook hold it.
enum SheetText {
  /// The most characters of a cell, as spreadsheet programs count them, in UTF-16.
  static let longest = 32_767

  /// Returns text with the characters that XML cannot hold written as `_xHHHH_`, and with an
  /// underscore that would begin such a sequence written so too (ISO/IEC 29500-1, section
  /// 22.4.2.4).
  ///
  /// Text that is longer than a cell can be is cut and ends with an ellipsis.
  static func escaped(_ text: String) -> String {
    var text = text
    // Each scalar has at most two units, so that short text, which most is, is not counted.
    if text.utf8.count > longest, text.utf16.count > longest { text = cut(text) }
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
      return text
    }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (position, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: result.unicodeScalars.append(scalar)
      case 0x00..<0x20, 0xFFFE, 0xFFFF: result += escape(scalar.value)
      case 0x5F where beginsEscape(scalars[position...]): result += escape(scalar.value)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func cut(_ text: String) -> String {
    var (result, length) = ("", 0)
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length >= longest { break }
      result.unicodeScalars.append(scalar)
    }
    return result + "…"
  }

  private static func beginsEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let next = scalars.prefix(7).map(Character.init)
    return next.count == 7 && next[1] == "x" && next[6] == "_"
      && next[2..<6].allSatisfy(\.isHexDigit)
  }

  private static func escape(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }
}
