/// An angle as people write it: `51°30'30.1"N`, `0 6 23.6 W`, `51.5N`, `N 51 30.5`, `51.5°`, or any
/// other number with the letter of a direction.
struct AngleText: Equatable {
  /// What a letter of a direction says of the coordinate.
  enum Axis: Equatable {
    /// North or south.
    case northing
    /// East or west.
    case easting
  }

  /// The number; negative to the south and west.
  var value: Double
  /// What its letter says; `nil` if it has none.
  var axis: Axis?
  /// Whether it is written as degrees are: with a mark of degrees, or with minutes.
  var areDegrees: Bool

  /// Reads an angle.
  ///
  /// Only the last of degrees, minutes and seconds may have decimals, behind a point or a comma. A sign
  /// and a letter contradict each other where both turn the angle round.
  ///
  /// Fails for anything else.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is the angle.
  ///   - digits: Storage that is used again.
  init?(_ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]) {
    guard range.count <= 60 else { return nil }
    let end = range.upperBound
    var position = range.lowerBound
    text.skipBlanks(at: &position, before: end)
    var direction = Self.readDirection(text, at: &position, before: end)
    text.skipBlanks(at: &position, before: end)
    var isNegative = false
    if let sign = position < end ? text[position] : nil, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      position += 1
      text.skipBlanks(at: &position, before: end)
    }
    var (degrees, minutes, seconds) = (0.0, 0.0, 0.0)
    var count = 0
    var hasMark = false
    var hasDecimals = false
    var isJoined = false
    while position < end, text[position] &- 0x30 < 10 || Self.isDecimalMark(text[position]) {
      guard count < 3, !hasDecimals,
        let number = Self.readNumber(text, at: &position, before: end, &hasDecimals, &digits)
      else { return nil }
      switch count {
      case 0: degrees = number
      case 1: minutes = number
      default: seconds = number
      }
      count += 1
      let start = position
      text.skipBlanks(at: &position, before: end)
      let separator = Self.readMark(of: count, text, at: &position, before: end)
      if separator == .wrong { return nil }
      if separator == .named { hasMark = true }
      if separator == .joining { isJoined = true }
      text.skipBlanks(at: &position, before: end)
      // Numbers are apart by something, and what joins them is not left over.
      if position < end, text[position] &- 0x30 < 10, position == start { return nil }
      if separator == .joining, position == end || text[position] &- 0x30 >= 10 { return nil }
    }
    guard count > 0, minutes < 60, seconds < 60 else { return nil }
    if position < end {
      guard direction == nil else { return nil }
      direction = Self.readDirection(text, at: &position, before: end)
      text.skipBlanks(at: &position, before: end)
      guard direction != nil, position == end else { return nil }
    }
    // What colons and hyphens join without a direction is a time or a date.
    if isJoined && direction == nil { return nil }
    if isNegative && direction?.isNegative == true { return nil }
    if direction?.isNegative == true { isNegative = true }
    let size = degrees + (minutes + seconds / 60) / 60
    value = isNegative ? -size : size
    axis = direction?.axis
    areDegrees = hasMark || count > 1
    if areDegrees && degrees > 180 { return nil }
  }

  private static func isDecimalMark(_ byte: UInt8) -> Bool {
    byte == NumberShape.point || byte == NumberShape.comma
  }

  /// Reads a number without sign.
  private static func readNumber(
    _ text: Span<UInt8>, at position: inout Int, before end: Int, _ hasDecimals: inout Bool,
    _ digits: inout [UInt8]
  ) -> Double? {
    digits.removeAll(keepingCapacity: true)
    while position < end {
      let byte = text[position]
      if byte &- 0x30 < 10 {
        digits.append(byte)
      } else if isDecimalMark(byte), !hasDecimals {
        hasDecimals = true
        digits.append(NumberShape.point)
      } else {
        break
      }
      position += 1
    }
    let number = decimalNumber(in: digits.span)
    return number.isNaN ? nil : number
  }

  /// What stands behind a number.
  private enum Mark { case nothing, named, joining, wrong }

  /// Reads the mark of the first, second or third number.
  private static func readMark(
    of count: Int, _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> Mark {
    guard position < end else { return .nothing }
    let byte = text[position]
    switch byte {
    case CoordinateText.degree, UInt8(ascii: "*"):
      position += 1
      return count == 1 ? .named : .wrong
    case UInt8(ascii: "'"):
      position += 1
      let isDouble = text.byte(at: position, before: end) == UInt8(ascii: "'")
      if isDouble { position += 1 }
      return count == (isDouble ? 3 : 2) ? .named : .wrong
    case Dialect.quote:
      position += 1
      return count == 3 ? .named : .wrong
    case UInt8(ascii: ":"), UInt8(ascii: "-"):
      position += 1
      return count < 3 ? .joining : .wrong
    default: break
    }
    var next = position
    let word = text.readWord(at: &next, before: end)
    let isMark =
      switch (count, word) {
      case (1, 0x64), (1, 0x6465_67), (1, 0x6465_6772_6565_73): true  // d, deg, degrees
      case (2, 0x6D), (2, 0x6D69_6E), (2, 0x6D69_6E75_7465_73): true  // m, min, minutes
      case (3, 0x7365_63), (3, 0x7365_636F_6E64_73): true  // sec, seconds
      default: false
      }
    guard isMark else { return .nothing }
    position = next
    if text.byte(at: position, before: end) == NumberShape.point { position += 1 }
    return .named
  }

  /// Reads a direction: a letter or its word.
  private static func readDirection(
    _ text: Span<UInt8>, at position: inout Int, before end: Int
  ) -> (axis: Axis, isNegative: Bool)? {
    var next = position
    let direction: (Axis, Bool)? =
      switch text.readWord(at: &next, before: end) {
      case 0x6E, 0x6E_6F72_7468: (.northing, false)
      case 0x73, 0x73_6F75_7468: (.northing, true)
      case 0x65, 0x6561_7374: (.easting, false)
      case 0x77, 0x7765_7374: (.easting, true)
      default: nil
      }
    if direction != nil { position = next }
    return direction
  }
}
