/// Characters that XML cannot hold, written as `_xHHHH_` (ISO/IEC 29500-1, section 22.4.2.4).
enum EscapedText {
  /// Appends a text with such characters put back.
  static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    guard text.contains(UInt8(ascii: "_")) else {
      bytes.append(contentsOf: text)
      return
    }
    var position = 0
    while position < text.count {
      if let scalar = scalar(text, at: position) {
        bytes.append(contentsOf: String(Character(scalar)).utf8)
        position += 7
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
  }

  private static func scalar(_ text: [UInt8], at position: Int) -> Unicode.Scalar? {
    guard text[position] == UInt8(ascii: "_"), position + 7 <= text.count,
      text[position + 1] == UInt8(ascii: "x"), text[position + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = text[position + 2..<position + 6]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16).flatMap { Unicode.Scalar($0) }
  }
}
