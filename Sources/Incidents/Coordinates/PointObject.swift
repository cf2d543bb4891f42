/// Reads points that are objects of JSON, or are written as Python writes them.
///
/// GeoJSON's `coordinates` are x and y (RFC 7946); Socrata writes `latitude` and `longitude`, and
/// others `lat` with `lon` or `lng`.
enum PointObject {
  /// Reads a point.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is the object.
  ///   - digits: Storage that is used again.
  /// - Returns: ``PositionText/Reading/none`` for an object that is no point.
  static func read(
    _ text: Span<UInt8>, _ range: Range<Int>, digits: inout [UInt8]
  ) -> PositionText.Reading {
    guard text[range.upperBound - 1] == UInt8(ascii: "}") else { return .none }
    if var position = value(of: [coordinates], text, range) {
      guard text.byte(at: position, before: range.upperBound) == UInt8(ascii: "[") else {
        return .none
      }
      position += 1
      text.skipBlanks(at: &position, before: range.upperBound)
      let next = text.byte(at: position, before: range.upperBound)
      if next == UInt8(ascii: "]") { return .absent }
      if next == UInt8(ascii: "[") { return .notAPoint }
      if isNull(text, at: position) { return .absent }
      let x = readNumber(text, at: &position, before: range.upperBound, digits: &digits)
      text.skipBlanks(at: &position, before: range.upperBound)
      guard text.byte(at: position, before: range.upperBound) == UInt8(ascii: ",") else {
        return .none
      }
      position += 1
      text.skipBlanks(at: &position, before: range.upperBound)
      let y = readNumber(text, at: &position, before: range.upperBound, digits: &digits)
      if x.isNaN || y.isNaN { return isNull(text, at: position) ? .absent : .none }
      return .position(PositionText(form: .object, first: x, second: y, isOrdered: true))
    }
    guard var north = value(of: latitudes, text, range),
      var east = value(of: longitudes, text, range)
    else { return .none }
    let (isNorthNull, isEastNull) = (isNull(text, at: north), isNull(text, at: east))
    if isNorthNull && isEastNull { return .absent }
    let y = readNumber(text, at: &north, before: range.upperBound, digits: &digits)
    let x = readNumber(text, at: &east, before: range.upperBound, digits: &digits)
    if x.isNaN || y.isNaN { return .none }
    return .position(PositionText(form: .object, first: x, second: y, isOrdered: true))
  }

  /// Reads a number that may stand in quotes and moves behind it; not-a-number where there is none.
  static func readNumber(
    _ text: Span<UInt8>, at position: inout Int, before end: Int, digits: inout [UInt8]
  ) -> Double {
    digits.removeAll(keepingCapacity: true)
    var next = position
    let opening = text.byte(at: next, before: end)
    if opening == Dialect.quote || opening == UInt8(ascii: "'") { next += 1 }
    while next < end {
      let byte = text[next]
      switch byte {
      case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        digits.append(byte)
        next += 1
        continue
      case Dialect.quote, UInt8(ascii: "'"): next += 1
      default: break
      }
      break
    }
    let number = decimalNumber(in: digits.span)
    if !number.isNaN { position = next }
    return number
  }

  /// Returns where the value of the first of some names begins that the object has.
  private static func value(
    of names: [[UInt8]], _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Int? {
    for position in range where text[position] == Dialect.quote || text[position] == 0x27 {
      for name in names {
        let end = position + 1 + name.count
        guard end < range.upperBound, text[end] == text[position],
          name.indices.allSatisfy({ text[position + 1 + $0] | 0x20 == name[$0] })
        else { continue }
        var next = end + 1
        text.skipBlanks(at: &next, before: range.upperBound)
        guard text.byte(at: next, before: range.upperBound) == UInt8(ascii: ":") else { continue }
        next += 1
        text.skipBlanks(at: &next, before: range.upperBound)
        return next
      }
    }
    return nil
  }

  /// Whether a value is `null`, `None` or `NaN`.
  private static func isNull(_ text: Span<UInt8>, at position: Int) -> Bool {
    var next = position
    return [0x6E75_6C6C, 0x6E6F_6E65, 0x6E_616E].contains(
      text.readWord(at: &next, before: text.count))
  }

  private static let coordinates = Array("coordinates".utf8)
  private static let latitudes = ["latitude", "lat", "y"].map { Array($0.utf8) }
  private static let longitudes = ["longitude", "lon", "lng", "long", "x"].map { Array($0.utf8) }
}
