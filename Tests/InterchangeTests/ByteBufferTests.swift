import Foundation
import Statistics
import Testing

@testable import Interchange

@Suite("Numbers as text")
struct ByteBufferTests {
  private func text(_ write: (inout ByteBuffer) -> Void) -> String {
    var buffer = ByteBuffer()
    write(&buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  /// What the C library prints.
  private func printed(_ format: String, _ value: Double) -> String {
    let text = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
      let count = unsafe withVaList([value]) { values in
        unsafe vsnprintf(buffer.baseAddress, buffer.count, format, values)
      }
      return unsafe buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// What the C library prints, which rounds the exact value, ties to even; without zeros at the
  /// end.
  private func reference(_ value: Double, decimals: Int) -> String {
    var text = printed("%.\(decimals)f", value)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// Gathers what was written otherwise than by the C library: an expectation for each is slow.
  private struct Differences {
    var found: [String] = []
    var count = 0
  }

  private func check(_ value: Double, decimals: Int, _ differences: inout Differences) {
    let written = text { $0.append(value, decimals: decimals) }
    let expected = reference(value, decimals: decimals)
    differences.count += 1
    if written != expected { differences.found.append("\(value): \(written), not \(expected)") }
  }

  @Test("seeded coordinates are rounded as the C library rounds them", arguments: 0..<4)
  func coordinates(seed: Int) {
    var differences = Differences()
    var generator = SplitMix64(seed: UInt64(seed) &+ 40)
    for _ in 0..<400 {
      let unit = Double(generator.next() >> 11) * 0x1p-53
      let decimals = Int(generator.next() % 10)
      check((unit - 0.5) * 360, decimals: 7, &differences)
      check(unit * 700_000, decimals: 3, &differences)
      check((unit - 0.5) * 1e6, decimals: decimals, &differences)
      check((unit - 0.5) * 1e-6, decimals: decimals, &differences)
    }
    #expect(differences.count > 1000 && differences.found.isEmpty, "\(differences.found.prefix(5))")
  }

  @Test("ties, and numbers a breath beside them, go where the exact value says", arguments: 0..<4)
  func ties(seed: Int) {
    var differences = Differences()
    var generator = SplitMix64(seed: UInt64(seed) &+ 90)
    for decimals in 0...9 {
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      for _ in 0..<15 {
        let whole = Double(generator.next() % 2_000_000_000)
        for near in [(whole + 0.5) / scale, (whole + 0.25) / scale, whole / scale] {
          check(near, decimals: decimals, &differences)
          check(near.nextUp, decimals: decimals, &differences)
          check(-near.nextDown, decimals: decimals, &differences)
        }
        // Exact ties: halves of a power of two.
        check(Double(generator.next() % 4_000_000) / 1024, decimals: decimals, &differences)
        check(-Double(generator.next() % 4_000) / 8, decimals: decimals, &differences)
      }
    }
    #expect(differences.count > 1000 && differences.found.isEmpty, "\(differences.found.prefix(5))")
  }

  @Test("large numbers keep every digit up to 2^53 units of the last decimal")
  func large() {
    var differences = Differences()
    for exponent in 30...52 {
      for step in 0..<10 {
        let value = Double(sign: .plus, exponent: exponent, significand: 1)
        for decimals in 0...9 {
          let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
          let number = (value + Double(step) * value.ulp) / scale
          if number * scale < 0x1p53 - 1 { check(number, decimals: decimals, &differences) }
        }
      }
    }
    #expect(differences.count > 1000 && differences.found.isEmpty, "\(differences.found.prefix(5))")
    // Beyond that, some text that reads back as the same number.
    for value in [1e17, 1.5e300, -9.2e18, Double.greatestFiniteMagnitude] {
      #expect(Double(text { $0.append(value, decimals: 7) }) == value)
    }
  }

  @Test(
    "zeros at the end and the sign of zero are left out",
    arguments: [
      (0, 7, "0"), (-0.0, 7, "0"), (-1e-9, 7, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (-0.5, 0, "0"),
      (0.1, 7, "0.1"), (-0.1278, 7, "-0.1278"), (51.5, 1, "51.5"), (100, 7, "100"),
      (0.00000006, 7, "0.0000001"), (0.00000005, 7, "0"), (9.99999999, 7, "10"),
      (-9.99999999, 7, "-10"),
    ])
  func plain(value: Double, decimals: Int, expected: String) {
    #expect(text { $0.append(value, decimals: decimals) } == expected)
  }

  @Test("whole numbers are written as Swift writes them")
  func integers() {
    for value in [0, 7, -1, 10, 1_000_000, Int.max, Int.min, Int.min + 1] {
      #expect(text { $0.append(value) } == "\(value)")
    }
  }

  @Test("the shortest text reads back as the same double", arguments: 0..<5)
  func shortest(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed) &+ 5)
    for _ in 0..<200 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      let written = text { $0.append(shortest: value) }
      #expect(Double(written) == value && written.utf8.count <= "\(value)".utf8.count)
    }
    #expect(text { $0.append(shortest: 3) } == "3")
    #expect(text { $0.append(shortest: 0.1) } == "0.1")
    #expect(text { $0.append(shortest: .nan) } == "null")
    #expect(text { $0.append(shortest: -.infinity) } == "null")
  }

  @Test("nine significant digits are those of the C library", arguments: 0..<4)
  func significant(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed) &+ 11)
    for _ in 0..<100 {
      let unit = Double(generator.next() >> 11) * 0x1p-53
      let exponent = Int(generator.next() % 40) - 20
      let value = (unit - 0.5) * Double(sign: .plus, exponent: exponent * 3, significand: 1)
      for value in [value, unit, unit * 1e9, -unit * 0.001] {
        let written = text { $0.append(significant: value) }
        #expect(Double(written) == Double(printed("%.9g", value)), "\(value)")
        #expect(written.utf8.count(where: { (48...57).contains($0) }) <= 9 + 7, "\(written)")
      }
    }
  }

  @Test(
    "numbers just below a power of ten are rounded up to it",
    arguments: (-12...12).map { $0 })
  func belowPowers(exponent: Int) throws {
    let power = try #require(Double("1e\(exponent)"))
    for value in [power.nextDown, power * (1 - 1e-12), power, power.nextUp, power * (1 - 4e-10)] {
      for value in [value, -value] {
        let written = text { $0.append(significant: value) }
        #expect(Double(written) == Double(printed("%.9g", value)), "\(value): \(written)")
      }
    }
  }

  @Test("nothing is written for what is not finite, where a field is left empty")
  func absent() {
    for value in [Double.nan, .infinity, -.infinity] {
      #expect(text { $0.append(significant: value) } == "")
    }
  }

  @Test("bytes appended piece by piece are all there, and can be forgotten")
  func growth() {
    var buffer = ByteBuffer(Array("ab".utf8))
    for number in 0..<5000 { buffer.append("\(number);") }
    let expected = "ab" + (0..<5000).map { "\($0);" }.joined()
    #expect(buffer.count == expected.utf8.count)
    #expect(Array(buffer.bytes) == Array(expected.utf8))
    buffer.removeAll()
    #expect(buffer.count == 0 && buffer.bytes.isEmpty)
    buffer.append(ByteBuffer(Array("x".utf8)))
    #expect(Array(buffer.bytes) == [0x78])
  }
}
