import Glibc
import Statistics
import Testing

@testable import Incidents

@Suite("Decimal numbers in text")
struct DecimalTextTests {
  private func read(_ text: String) -> Double {
    let bytes = Array(text.utf8)
    return unsafe bytes.withUnsafeBufferPointer { unsafe decimalNumber(in: $0) }
  }

  /// What the C library reads, where it reads all of the text.
  private func reference(_ text: String) -> Double {
    var parsed = 0
    let value = unsafe text.withCString { start in
      var end: UnsafeMutablePointer<CChar>?
      let value = unsafe strtod(start, &end)
      if let end = unsafe end { parsed = unsafe UnsafePointer(end) - start }
      return value
    }
    return parsed == text.utf8.count ? value : .nan
  }

  @Test("seeded numbers of every length are those of strtod, bit for bit", arguments: 0..<10)
  func lengths(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed) &+ 77)
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in Character("\(generator.next() % 10)") })
    }
    var wrong: [String] = []
    for whole in 0...22 {
      for decimals in [0, 1, 5, 6, 7, 9, 12, 15, 18] where whole + decimals > 0 {
        for sign in ["", "-", "+"] {
          let number = "\(sign)\(digits(whole))" + (decimals > 0 ? ".\(digits(decimals))" : "")
          if read(number).bitPattern != reference(number).bitPattern { wrong.append(number) }
        }
      }
    }
    #expect(wrong.isEmpty)
    for _ in 0..<100 {
      let exponent = Int(generator.next() % 620) - 310
      let mark = ["e", "E", "e+"][Int(generator.next() % 3)]
      let number =
        "\(digits(1)).\(digits(Int(generator.next() % 20) + 1))"
        + (exponent < 0 ? "e\(exponent)" : "\(mark)\(exponent)")
      let expected = reference(number)
      #expect(
        expected.isFinite ? read(number).bitPattern == expected.bitPattern : read(number).isNaN,
        "\(number)")
    }
  }

  @Test("every printed double is read back", arguments: 0..<5)
  func shortest(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed) &+ 3)
    for _ in 0..<400 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(read("\(value)").bitPattern == value.bitPattern)
    }
  }

  @Test(
    "signs, blanks and points may stand where people put them",
    arguments: [
      (" 1.5", 1.5), ("1.5 ", 1.5), ("\t-0.1278\t", -0.1278), ("+51.5", 51.5), (".5", 0.5),
      ("-.5", -0.5), ("5.", 5), ("0005", 5), ("1e3", 1000), ("1E-3", 0.001), ("-1e+2", -100),
      ("0.1278000000000000000000000", 0.1278), ("00000000000000000000051.5", 51.5),
      ("999999999999999", 999_999_999_999_999), ("9007199254740993", 9_007_199_254_740_992),
      ("0", 0), ("4503599627370497.5", 4_503_599_627_370_498),
      ("4503599627370496.5", 4_503_599_627_370_496), ("9007199254740995", 9_007_199_254_740_996),
      ("0.0000000000000000001", 1e-19), ("9999999999999999999", 1e19),
      ("-0.1276473985712354", -0.1276473985712354), ("51.50735091234567", 51.50735091234567),
      ("000000000000000000.0", 0),
    ])
  func allowed(text: String, value: Double) { #expect(read(text) == value) }

  @Test(
    "what is no decimal number is not a number",
    arguments: [
      "", " ", "-", "+", ".", "-.", "e", "e5", "1e", "1e+", "nan", "NaN", "-nan", "inf",
      "Infinity", "0x10", "0x1p3", "1,5", "1.5.2", "1 5", "--5", "+-5", "5-", "1e5.5", "1e400",
      "-1e999", "51°", "５", "1_000", "1'000", "null", "\u{0}1", "1\u{0}", "\"1\"", "1\r",
    ])
  func refused(text: String) { #expect(read(text).isNaN) }

  @Test("a byte that is no digit is not read as one, wherever it stands among the decimals")
  func foreignBytes() {
    for decimals in 1...9 {
      for place in 0..<decimals {
        for byte in 0...UInt8.max where !(48...57).contains(byte) {
          var text = Array("51234567.".utf8) + [UInt8](repeating: 57, count: decimals)
          text[9 + place] = byte
          let value = unsafe text.withUnsafeBufferPointer { unsafe decimalNumber(in: $0) }
          // Blanks at the end and an exponent before digits are part of a number.
          let isBlank = (byte == 32 || byte == 9) && place == decimals - 1
          let isExponent = (byte == 69 || byte == 101) && place < decimals - 1
          if !isBlank && !isExponent { #expect(value.isNaN, "\(text)") }
        }
      }
    }
  }

  @Test("a number of unreasonable length is refused, not followed")
  func length() {
    #expect(read(String(repeating: "0", count: 399) + "1") == 1)
    #expect(read(String(repeating: "0", count: 400) + "1").isNaN)
    #expect(read("-" + String(repeating: "9", count: 1_000_000)).isNaN)
  }

  @Test("seeded garbage is read as strtod reads it, words and hexadecimal aside", arguments: 0..<10)
  func garbage(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed) &+ 500)
    let alphabet = Array("0123456789..--++eE x")
    for _ in 0..<500 {
      let text = String(
        (0..<Int(generator.next() % 13)).map { _ in
          alphabet[Int(generator.next() % UInt64(alphabet.count))]
        })
      // The C library passes over blanks before a number, and not after it.
      let trimmed = String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      let isOurs = !trimmed.contains("x") && !trimmed.contains(" ") && !trimmed.isEmpty
      let expected = isOurs ? reference(trimmed) : .nan
      let value = read(text)
      #expect(
        expected.isFinite ? value.bitPattern == expected.bitPattern : value.isNaN, "'\(text)'")
    }
  }
}
