import Testing

@testable import Workbooks

@Suite("Plain number")
struct PlainNumberTests {
  private func text(_ number: String) -> String {
    var bytes: [UInt8] = []
    PlainNumber.append(Array(number.utf8), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "numbers are the shortest that are the same double",
    arguments: [
      ("-0.12096899999999999", "-0.120969"), ("51.508369000000002", "51.508369"), ("0", "0"),
      ("12", "12"), ("12.0", "12"), ("12.50", "12.5"), ("1E3", "1000"), ("1.5E-7", "0.00000015"),
      ("-2.5e-05", "-0.000025"), ("1.2345E+20", "123450000000000000000"), ("-0", "0"),
      ("-0.0", "0"), ("007", "7"), ("1e16", "10000000000000000"), ("+5", "5"), (".5", "0.5"),
      ("5.", "5"), ("530000", "530000"), ("0.30000000000000004", "0.30000000000000004"),
      ("123456789012345", "123456789012345"), ("not a number", "not a number"), ("1e999", "1e999"),
    ])
  func numbers(_ given: String, _ expected: String) {
    #expect(text(given) == expected)
  }

  @Test("no number loses its value", arguments: 0..<20)
  func roundTrip(seed: UInt64) {
    var state = seed &* 0x9e37_79b9_7f4a_7c15 &+ 1
    for _ in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      if !value.isFinite { continue }
      let plain = text("\(value)")
      #expect(!plain.contains("e"))
      #expect(Double(plain) == value)
    }
  }
}
