/// Reads two coordinates in one field: `(51.5, -0.12)`, `51,5; -0,12`, `51°30'30"N 0°7'15"W`,
/// `530500 180500`, `Lat: 51.5, Lon: -0.12`.
enum PairText {
  /// Reads a pair.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is looked at.
  ///   - digits: Storage that is used again.
  /// - Returns: `nil` for what is no pair.
  static func read(
    _ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]
  ) -> PositionText? {
    var range = trimmed(text, range)
    let isBracketed = !range.isEmpty && isBracket(text[range.lowerBound])
    if isBracketed {
      guard range.count > 2, isBracket(text[range.upperBound - 1]) else { return nil }
      range = trimmed(text, range.lowerBound + 1..<range.upperBound - 1)
    } else if hasPrefix(geo, text, range) {
      // RFC 5870: latitude first, and parameters behind a semicolon.
      let end = range.first { text[$0] == UInt8(ascii: ";") } ?? range.upperBound
      range = range.lowerBound + 4..<end
    }
    guard range.count >= 3, range.count <= 120,
      let (left, right) = halves(text, range),
      let first = Part(text, left, digits: &digits),
      let second = Part(text, right, digits: &digits)
    else { return nil }
    return PositionText(first, second, isBracketed: isBracketed)
  }

  /// Finds where the two halves are.
  private static func halves(
    _ text: Span<UInt8>, _ range: Range<Int>
  ) -> (Range<Int>, Range<Int>)? {
    var strong: [Int] = []
    var commas: [Int] = []
    var blanks: [Int] = []
    var letters: [Int] = []
    var hasPoint = false
    for position in range {
      switch text[position] {
      case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"): strong.append(position)
      case UInt8(ascii: ","): commas.append(position)
      case UInt8(ascii: "."): hasPoint = true
      case UInt8(ascii: " "):
        if text[position - 1] != UInt8(ascii: " ") { blanks.append(position) }
      case 0x4E, 0x53, 0x45, 0x57, 0x6E, 0x73, 0x65, 0x77:
        // A direction stands alone.
        if !isLetter(text, position - 1, range), !isLetter(text, position + 1, range) {
          letters.append(position)
        }
      default: break
      }
    }
    func split(_ position: Int) -> (Range<Int>, Range<Int>) {
      (trimmed(text, range.lowerBound..<position), trimmed(text, position + 1..<range.upperBound))
    }
    if strong.count == 1 { return split(strong[0]) }
    if !strong.isEmpty { return nil }
    if commas.count == 1, letters.count != 2 || hasPoint || blanks.isEmpty {
      return split(commas[0])
    }
    if letters.count == 2 {
      // Behind the first letter, or before the second where letters stand first.
      let cut = letters[0] == range.lowerBound ? letters[1] : letters[0] + 1
      var right = cut
      while right < range.upperBound, text[right] == 0x20 || text[right] == NumberShape.comma {
        right += 1
      }
      var left = cut
      while left > range.lowerBound, text[left - 1] == 0x20 || text[left - 1] == NumberShape.comma {
        left -= 1
      }
      return (range.lowerBound..<left, right..<range.upperBound)
    }
    let apart = commas.filter { text.byte(at: $0 + 1, before: range.upperBound) == 0x20 }
    if commas.count > 1 && apart.count == 1 { return split(apart[0]) }
    // A height behind the two.
    if commas.count == 2, hasPoint, apart.count != 1 {
      return (
        trimmed(text, range.lowerBound..<commas[0]), trimmed(text, commas[0] + 1..<commas[1])
      )
    }
    if blanks.count == 1 { return split(blanks[0]) }
    // Names before both, `Easting: 530500 Northing: 180500`: the second begins the second half.
    let names = blanks.filter { isLetter(text, $0 + 1, range) }
    return names.count == 1 && isLetter(text, range.lowerBound, range) ? split(names[0]) : nil
  }

  private static func isLetter(_ text: Span<UInt8>, _ position: Int, _ range: Range<Int>) -> Bool {
    guard range.contains(position) else { return false }
    let lower = text[position] | 0x20
    return lower >= 0x61 && lower <= 0x7A && text[position] < 0x80
  }

  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, text.isBlank(at: start) { start += 1 }
    while end > start, text.isBlank(at: end - 1) { end -= 1 }
    return start..<end
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x5B, 0x5D, 0x3C, 0x3E: true
    default: false
    }
  }

  private static let geo = Array("geo:".utf8)
  private static let longitude = Array("longitude".utf8)

  private static func hasPrefix(
    _ word: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    range.count > word.count
      && word.indices.allSatisfy { text[range.lowerBound + $0] | 0x20 == word[$0] | 0x20 }
  }

  /// One of the two.
  struct Part {
    var value: Double
    var axis: AngleText.Axis?
    /// Whether it is marked as degrees.
    var areDegrees = false
    /// Whether it has decimals.
    var hasDecimals = false
    /// The value if a mark before three digits is of thousands.
    var grouped: Double?

    /// Reads a number or an angle, perhaps behind a name such as `Lat:` or `Easting=`.
    init?(_ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]) {
      let (range, named) = Self.withoutName(text, range)
      if let shape = NumberShape(text, range) {
        let isDecimal: Bool
        switch shape.kind {
        case .whole: isDecimal = false
        case .decimal: isDecimal = true
        case .either(let mark):
          isDecimal = true
          if mark == NumberShape.comma {
            grouped = shape.value(in: text, isDecimal: false, digits: &digits)
          }
        case .grouped(_, let decimal): isDecimal = decimal != nil
        }
        value = shape.value(in: text, isDecimal: isDecimal, digits: &digits)
        hasDecimals = isDecimal
        axis = named
        return
      }
      guard let angle = AngleText(text, range, digits: &digits) else { return nil }
      if let named, let axis = angle.axis, axis != named { return nil }
      (value, axis, areDegrees) = (angle.value, angle.axis ?? named, angle.areDegrees)
      hasDecimals = true
    }

    /// Cuts off a name before a colon or an equals sign, and tells what it says.
    private static func withoutName(
      _ text: Span<UInt8>, _ range: Range<Int>
    ) -> (Range<Int>, AngleText.Axis?) {
      var position = range.lowerBound
      let word = text.readWord(at: &position, before: range.upperBound)
      guard position > range.lowerBound else { return (range, nil) }
      text.skipBlanks(at: &position, before: range.upperBound)
      let axis: AngleText.Axis? =
        switch word {
        case 0x6C_6174, 0x6C61_7469_7475_6465, 0x79, 0x6E6F_7274_6869_6E67, 0x6E: .northing
        case 0x6C_6F6E, 0x6C_6E67, 0x6C6F_6E67, 0x78, 0x65_6173_7469_6E67, 0x65: .easting
        default: nil
        }
      let mark = text.byte(at: position, before: range.upperBound)
      if let axis, mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") {
        position += 1
        text.skipBlanks(at: &position, before: range.upperBound)
        return (position..<range.upperBound, axis)
      }
      // `longitude` has nine letters, which `readWord` does not keep.
      return word == 0 ? longitude(text, range) : (range, nil)
    }

    private static func longitude(
      _ text: Span<UInt8>, _ range: Range<Int>
    ) -> (Range<Int>, AngleText.Axis?) {
      guard PairText.hasPrefix(PairText.longitude, text, range) else { return (range, nil) }
      var position = range.lowerBound + 9
      text.skipBlanks(at: &position, before: range.upperBound)
      let mark = text.byte(at: position, before: range.upperBound)
      guard mark == UInt8(ascii: ":") || mark == UInt8(ascii: "=") else { return (range, nil) }
      position += 1
      text.skipBlanks(at: &position, before: range.upperBound)
      return (position..<range.upperBound, .easting)
    }
  }
}

extension PositionText {
  /// Joins the two numbers of a pair; `nil` where both are north or both east.
  fileprivate init?(_ first: PairText.Part, _ second: PairText.Part, isBracketed: Bool) {
    var (first, second) = (first, second)
    let isDegrees = first.areDegrees || second.areDegrees
    // `530,500 180,500` are thousands: degrees are not so large.
    if !isDegrees, abs(first.value) > 180 || abs(second.value) > 180 {
      first.value = first.grouped ?? first.value
      second.value = second.grouped ?? second.value
    }
    guard first.axis == nil || second.axis == nil || first.axis != second.axis else { return nil }
    let isSecondEast = second.axis == .easting || first.axis == .northing
    let isOrdered = first.axis != nil || second.axis != nil
    self.init(
      form: .pair, first: isSecondEast ? second.value : first.value,
      second: isSecondEast ? first.value : second.value, isOrdered: isOrdered)
    isMarked =
      isBracketed || isOrdered || isDegrees || (first.hasDecimals && second.hasDecimals)
      || (abs(first.value) >= 10_000 && abs(second.value) >= 10_000)
  }
}
