/// How a number is written: which marks it has, and which of them must or may be the decimal mark.
struct NumberShape: Equatable {
  /// What the marks tell.
  enum Kind: Equatable {
    /// Digits alone.
    case whole
    /// One mark that can only be decimal, as in `51,508369` and `0.120`.
    case decimal(UInt8)
    /// One mark before three digits, `530,500`: decimal or of thousands.
    case either(UInt8)
    /// Marks of thousands, and perhaps a decimal one, as in `1.234.567,5`.
    case grouped(by: UInt8, decimal: UInt8?)
  }

  /// What the marks tell.
  let kind: Kind
  /// How many digits stand before the first mark.
  let firstDigits: Int
  private let range: Range<Int>
  /// Where the last mark stands; `nil` if there is none.
  private let lastMark: Int?

  static let point = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")

  /// Looks at a number: digits with points, commas, single spaces or apostrophes between, and
  /// perhaps a sign.
  ///
  /// Fails for anything else, and where thousands are not in groups of three. The groups before the
  /// last may have two digits, as in India.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is the number.
  init?(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 40 else { return nil }
    var position = range.lowerBound
    if let sign = range.isEmpty ? nil : text[position], sign == 0x2B || sign == 0x2D {
      position += 1
    }
    let start = position
    var (points, commas, others) = (0, 0, 0)
    var otherMark: UInt8 = 0
    var lastMark: Int?
    var (digits, first) = (0, 0)
    var isGrouped = true
    // Of the groups between marks all but the last, which may be decimals.
    var hasClosedGroup = false
    while position < range.upperBound {
      let byte = text[position]
      if byte &- 0x30 < 10 {
        digits += 1
      } else {
        switch byte {
        case Self.point: points += 1
        case Self.comma: commas += 1
        case UInt8(ascii: " "), UInt8(ascii: "'"):
          guard digits > 0, otherMark == 0 || otherMark == byte else { return nil }
          otherMark = byte
          others += 1
        default: return nil
        }
        if !hasClosedGroup {
          first = digits
          isGrouped = (1...3).contains(digits)
          hasClosedGroup = true
        } else if digits != 3 && digits != 2 {
          isGrouped = false
        }
        lastMark = position
        digits = 0
      }
      position += 1
    }
    if !hasClosedGroup { first = digits }
    guard first > 0 || (lastMark != nil && digits > 0) else { return nil }
    self.range = range
    self.lastMark = lastMark
    firstDigits = first
    guard let lastMark else {
      kind = .whole
      return
    }
    let last = text[lastMark]
    // The group before a decimal mark has three digits, as the last of all has.
    let before = Self.digits(text, endingAt: lastMark, from: start)
    switch (points, commas, others) {
    case (1, 0, 0), (0, 1, 0):
      let canGroup = isGrouped && digits == 3 && text[start] != 0x30
      kind = canGroup ? .either(last) : .decimal(last)
    case (_, 0, 0), (0, _, 0), (0, 0, _):
      guard isGrouped, digits == 3 else { return nil }
      kind = .grouped(by: last, decimal: nil)
    case (1, 0, _), (0, 1, _):
      guard isGrouped, last != otherMark, before == 3 else { return nil }
      kind = .grouped(by: otherMark, decimal: last)
    case (1, _, 0) where last == Self.point, (_, 1, 0) where last == Self.comma:
      guard isGrouped, before == 3 else { return nil }
      kind = .grouped(by: last == Self.point ? Self.comma : Self.point, decimal: last)
    default: return nil
    }
  }

  /// How many digits stand before a position.
  private static func digits(_ text: Span<UInt8>, endingAt end: Int, from start: Int) -> Int {
    var position = end
    while position > start, text[position - 1] &- 0x30 < 10 { position -= 1 }
    return end - position
  }

  /// Returns the number.
  ///
  /// - Parameters:
  ///   - text: The text that was looked at.
  ///   - isDecimal: Whether the last mark is decimal; the others never are.
  ///   - digits: Storage that is used again.
  /// - Returns: The number, correctly rounded.
  func value(in text: Span<UInt8>, isDecimal: Bool, digits: inout [UInt8]) -> Double {
    digits.removeAll(keepingCapacity: true)
    for position in range {
      let byte = text[position]
      if byte &- 0x30 < 10 || byte == 0x2D {
        digits.append(byte)
      } else if isDecimal && position == lastMark {
        digits.append(Self.point)
      }
    }
    return decimalNumber(in: digits.span)
  }
}
