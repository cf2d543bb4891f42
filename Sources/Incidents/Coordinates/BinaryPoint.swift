/// Reads points of well-known binary in hexadecimal figures.
///
/// Those of OGC 06-103r4 (section 8) and of PostGIS, whose flags tell of a system and more
/// coordinates; of MySQL, with the system before them; and of SQL Server (MS-SSCLRT, section 2.1),
/// whose geographies have their latitude first.
enum BinaryPoint {
  /// Reads a point.
  ///
  /// - Parameters:
  ///   - text: The text, as ``CoordinateText`` has it.
  ///   - range: The part that is looked at.
  /// - Returns: ``PositionText/Reading/none`` for what is no well-known binary.
  static func read(_ text: Span<UInt8>, _ range: Range<Int>) -> PositionText.Reading {
    var start = range.lowerBound
    if text.byte(at: start + 1, before: range.upperBound) | 0x20 == UInt8(ascii: "x"),
      text[start] == UInt8(ascii: "0") || text[start] == UInt8(ascii: "\\")
    {
      start += 2
    }
    let figures = range.upperBound - start
    guard figures >= 18, figures % 2 == 0 else { return .none }
    for position in start..<range.upperBound where figure(text[position]) > 15 { return .none }
    let count = figures / 2
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for place in 0..<count {
      bytes.append(figure(text[start + 2 * place]) << 4 | figure(text[start + 2 * place + 1]))
    }
    // SQL Server: the system, the version, what it is (valid, one point), the coordinates.
    if count == 22, bytes[4] == 1 || bytes[4] == 2, bytes[5] == 0x0C {
      let system = Int(number(bytes, 0, 4))
      let (first, second) = (double(bytes, 6), double(bytes, 14))
      let isGeography = geographies.contains(system)
      return reading(isGeography ? second : first, isGeography ? first : second, system)
    }
    // MySQL: the system, then a little-endian point.
    if count == 25, bytes[4] == 1, number(bytes, 5, 4) == 1 {
      return reading(double(bytes, 9), double(bytes, 17), Int(number(bytes, 0, 4)))
    }
    guard bytes[0] <= 1 else { return .none }
    let isLittle = bytes[0] == 1
    let kind = number(bytes, 1, 4, isLittle: isLittle)
    var place = 5
    var system = 0
    if kind & 0x2000_0000 != 0 {
      guard count >= 9 else { return .none }
      system = Int(number(bytes, 5, 4, isLittle: isLittle))
      place = 9
    }
    let plain = kind & 0x0FFF_FFFF
    guard plain < 4000, (1...17).contains(plain % 1000) else { return .none }
    guard plain % 1000 == 1 else { return .notAPoint }
    // More coordinates by PostGIS's flags, or by the thousands of the kind.
    var dimensions = 2
    if kind & 0x8000_0000 != 0 { dimensions += 1 }
    if kind & 0x4000_0000 != 0 { dimensions += 1 }
    if plain >= 1000 { dimensions += plain >= 3000 ? 2 : 1 }
    guard count == place + 8 * dimensions else { return .none }
    return reading(
      double(bytes, place, isLittle: isLittle), double(bytes, place + 8, isLittle: isLittle), system
    )
  }

  private static func number(
    _ bytes: [UInt8], _ place: Int, _ size: Int, isLittle: Bool = true
  ) -> UInt64 {
    var number: UInt64 = 0
    for step in 0..<size {
      number = number << 8 | UInt64(bytes[place + (isLittle ? size - 1 - step : step)])
    }
    return number
  }

  private static func double(_ bytes: [UInt8], _ place: Int, isLittle: Bool = true) -> Double {
    Double(bitPattern: number(bytes, place, 8, isLittle: isLittle))
  }

  /// The codes of degrees that SQL Server's geographies have in practice.
  private static let geographies: Set<Int> = [4326, 4258, 4269, 4267, 4277, 4283, 4167, 4120]

  private static func reading(_ x: Double, _ y: Double, _ system: Int) -> PositionText.Reading {
    // An empty point has coordinates that are no numbers.
    if x.isNaN && y.isNaN { return .absent }
    guard x.isFinite, y.isFinite else { return .none }
    return .position(
      PositionText(form: .binary, first: x, second: y, isOrdered: true, system: system))
  }

  /// Returns the value of a hexadecimal figure; more than 15 for anything else.
  @inline(__always)
  private static func figure(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: 255
    }
  }
}
