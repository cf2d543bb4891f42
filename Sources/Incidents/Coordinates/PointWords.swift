/// Reads points of well-known text (OGC 06-103r4, section 7), and of PostGIS's with a system before it.
enum PointWords {
  /// Reads a point.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is looked at.
  ///   - digits: Storage that is used again.
  /// - Returns: ``PositionText/Reading/none`` for what is no well-known text.
  static func read(
    _ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]
  ) -> PositionText.Reading {
    let end = range.upperBound
    var position = range.lowerBound
    var system = 0
    if text.readWord(at: &position, before: end) == srid {
      guard text.byte(at: position, before: end) == UInt8(ascii: "=") else { return .none }
      position += 1
      let (code, count) = text.readNumber(at: &position, before: end)
      guard count > 0, text.byte(at: position, before: end) == UInt8(ascii: ";") else {
        return .none
      }
      position += 1
      system = code
    } else {
      position = range.lowerBound
    }
    text.skipBlanks(at: &position, before: end)
    let start = position
    guard text.readWord(at: &position, before: end) == point else {
      return isOtherGeometry(text, start..<end) ? .notAPoint : .none
    }
    text.skipBlanks(at: &position, before: end)
    var numbers = 2...4
    switch text.readWord(at: &position, before: end) {
    case 0: break
    case empty: return position == end ? .absent : .none
    case 0x7A, 0x6D: numbers = 3...3  // z, m
    case 0x7A6D: numbers = 4...4
    default: return .none
    }
    text.skipBlanks(at: &position, before: end)
    if text.readWord(at: &position, before: end) == empty {
      return position == end ? .absent : .none
    }
    guard text.byte(at: position, before: end) == UInt8(ascii: "("),
      text[end - 1] == UInt8(ascii: ")")
    else { return .none }
    position += 1
    var (first, second) = (Double.nan, Double.nan)
    var count = 0
    while true {
      text.skipBlanks(at: &position, before: end - 1)
      if position == end - 1 { break }
      let number = PointObject.readNumber(text, at: &position, before: end - 1, digits: &digits)
      // `POINT (nan nan)` is how some programs write an empty one.
      if number.isNaN { return isNoNumber(text, at: position, before: end) ? .absent : .none }
      if count == 0 { first = number } else if count == 1 { second = number }
      count += 1
    }
    guard numbers.contains(count) else { return .none }
    return .position(
      PositionText(form: .text, first: first, second: second, isOrdered: true, system: system))
  }

  private static func isNoNumber(_ text: Span<UInt8>, at position: Int, before end: Int) -> Bool {
    var next = position
    return text.readWord(at: &next, before: end) == 0x6E_616E
  }

  /// Whether a text begins as another geometry does, whose words may have more than eight letters.
  private static func isOtherGeometry(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard text[range.upperBound - 1] == UInt8(ascii: ")") else { return false }
    return others.contains { word in
      word.count < range.count
        && word.indices.allSatisfy { text[range.lowerBound + $0] | 0x20 == word[$0] }
    }
  }

  private static let others = [
    "linestring", "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection",
    "curvepolygon", "compoundcurve", "circularstring", "triangle", "tin", "polyhedralsurface",
  ].map { Array($0.utf8) }

  private static let srid: UInt64 = 0x7372_6964
  private static let point: UInt64 = 0x70_6F69_6E74
  private static let empty: UInt64 = 0x65_6D70_7479
}
