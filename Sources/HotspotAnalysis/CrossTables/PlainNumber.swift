/// Numbers written in digits, as tables of ages have them.
package enum PlainNumber {
  /// Returns the number that a text is, with or without a sign, a point and an exponent; `nil` for
  /// anything else, such as `nan` or `0x10`.
  package static func value(of text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
