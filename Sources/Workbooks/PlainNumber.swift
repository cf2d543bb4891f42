/// Reads and writes the numbers of cells.
enum PlainNumber {
  /// Appends a number without exponent and without the artefacts of binary fractions: the shortest
  /// decimal number that is the same double (Steele and White, 1990, doi:10.1145/93542.93559).
  ///
  /// - Parameters:
  ///   - text: The number as the file has it, with 17 digits or an exponent in many files.
  ///   - bytes: Receives the number; the text itself where it is none.
  static func append(_ text: [UInt8], to bytes: inout [UInt8]) {
    if isPlain(text) {
      bytes.append(contentsOf: text)
      return
    }
    guard let value = value(text) else {
      bytes.append(contentsOf: text)
      return
    }
    append(value, to: &bytes)
  }

  /// Appends a finite number.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    if value == 0 {
      bytes.append(UInt8(ascii: "0"))
      return
    }
    let text = "\(value)"
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else {
      bytes.append(contentsOf: (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8)
      return
    }
    var digits = text[..<mark].utf8.filter { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: abs(exponent))
    if exponent < 0 {
      bytes += Array("0.".utf8) + zeros.dropLast() + digits
    } else {
      // Such numbers are beyond 2^53, so that no digit stands behind the point.
      bytes += digits + zeros.dropLast(min(zeros.count, digits.count - 1))
    }
  }

  /// Reads a number; `nil` for what is none or not finite.
  static func value(_ text: [UInt8]) -> Double? {
    guard let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite else {
      return nil
    }
    return number
  }

  /// Whether a number is written as it would be here: at most 15 digits, which a double always
  /// keeps, without exponent, plus sign and zeros that mean nothing.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    var digits = 0
    var point: Int?
    for (position, byte) in text.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: ".") where point == nil && digits > 0: point = position
      case UInt8(ascii: "-") where position == 0: break
      default: return false
      }
    }
    guard digits > 0, digits <= 15 else { return false }
    let whole = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    if whole.first == UInt8(ascii: "0"), whole.count > 1, whole.dropFirst().first != 0x2e {
      return false
    }
    if text == [UInt8(ascii: "-"), UInt8(ascii: "0")] { return false }
    return point == nil || (text.last != UInt8(ascii: "0") && text.last != UInt8(ascii: "."))
  }
}
