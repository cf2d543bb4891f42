/// The numbers of JSON5, which may begin with a plus or a point and may be hexadecimal.
enum JSON5Number {
  /// Whether a number may begin with a character.
  static func begins(with character: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(character) || ["+", "-", "."].contains(character)
  }

  /// Whether a character may be part of a number, or of something that looks like one.
  static func continues(with character: Unicode.Scalar) -> Bool {
    begins(with: character) || character == ":"
      || character.isASCII && character.properties.isAlphabetic
  }

  /// Returns a number in decimal digits as it would be typed as an option's value.
  ///
  /// Digits are kept, so that whole numbers beyond the precision of a `Double` stay exact.
  ///
  ///     JSON5Number.decimal("+.5")   // "0.5"
  ///     JSON5Number.decimal("0xFF")  // "255"
  ///     JSON5Number.decimal("01")    // nil
  static func decimal(_ text: String) -> String? {
    var rest = text[...]
    let sign = rest.first == "-" ? "-" : ""
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    if rest.lowercased().hasPrefix("0x") {
      let digits = rest.dropFirst(2)
      guard digits.allSatisfy(\.isHexDigit) else { return nil }
      return UInt64(digits, radix: 16).map { "\(sign)\($0)" }
    }
    let sides = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard sides.count <= 2, let mantissa = decimalMantissa(sides[0]) else { return nil }
    guard sides.count == 2 else { return sign + mantissa }
    let exponent = sides[1].first == "+" ? sides[1].dropFirst() : sides[1]
    let digits = exponent.first == "-" ? exponent.dropFirst() : exponent
    guard isDigits(digits), sides[1].first != "+" || exponent.first != "-" else { return nil }
    return "\(sign)\(mantissa)e\(exponent)"
  }

  private static func decimalMantissa(_ text: Substring) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }) else { return nil }
    let whole = parts[0]
    guard whole.isEmpty || isDigits(whole), whole.count < 2 || whole.first != "0" else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.isEmpty || isDigits(fraction) else { return nil }
    return (whole.isEmpty ? "0" : String(whole)) + (fraction.isEmpty ? "" : ".\(fraction)")
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
  }
}
