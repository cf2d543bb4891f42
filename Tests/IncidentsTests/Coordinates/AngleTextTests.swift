import Testing

@testable import Incidents

@Suite("Angles")
struct AngleTextTests {
  private static func read(_ text: String) -> AngleText? {
    var plain = CoordinateText()
    var digits: [UInt8] = []
    let bytes = Array(text.utf8)
    plain.take(bytes.span)
    let storage = plain.bytes
    return AngleText(storage.span, 0..<storage.count, digits: &digits)
  }

  @Test(
    "half a degree south and others, worked by hand",
    arguments: [
      ("0.5S", -0.5), ("S0.5", -0.5), ("-0.5", -0.5), ("-0°30'", -0.5), ("0°30'0\"S", -0.5),
      ("0 30 S", -0.5), ("0 30 00 s", -0.5), ("0°30′South", -0.5), ("-0 30", -0.5),
      ("51°30'36\"N", 51.51), ("51 30.6 N", 51.51), ("51,51N", 51.51), ("51.51°", 51.51),
      ("51.51 deg", 51.51), ("+51.51", 51.51), ("179°59'60\"E", nil), ("51°60'N", nil),
      ("-0.5S", nil), ("0.5NS", nil), ("N0.5S", nil), ("51'30\"", nil), ("51.5 30", nil),
      ("51 30 36 1", nil), ("51 30 36 X", nil), ("", nil), ("N", nil), ("°", nil), ("--1", nil),
      ("51°-30'", nil), ("1-", nil), ("51 30 m N", 51.5),
    ] as [(String, Double?)])
  func read(text: String, value: Double?) {
    let found = Self.read(text)
    guard let value else {
      #expect(found == nil)
      return
    }
    #expect(found.map { abs($0.value - value) < 1e-12 } == true)
  }

  @Test("letters tell the axis")
  func axes() {
    #expect(Self.read("1 N")?.axis == .northing && Self.read("1 S")?.axis == .northing)
    #expect(Self.read("1 E")?.axis == .easting && Self.read("W 1")?.axis == .easting)
    #expect(Self.read("1")?.axis == nil)
  }
}
