import Testing

@testable import Statistics

@Suite("Roundest number")
struct RoundestNumberTests {
  static let cases: [(low: Double, high: Double, expected: Double)] = [
    (541, 570, 550), (24, 97, 50), (1420, 1791, 1500), (2710, 3313, 3000), (24, 25, 25),
    (0.31, 0.47, 0.4), (0.25, 0.3, 0.3), (-5, 3, 0), (-1, 0, 0), (-97, -24, -50), (0, 1, 1),
    (0, 6496, 5000), (999, 1000, 1000), (1e-9, 1, 1), (1e-9, 0.99, 0.5), (4460, 5428, 5000),
    (1204, 4460, 2000),
  ]

  @Test("the multiple of the largest step 1, 2 or 5 is taken", arguments: cases)
  func table(_ example: (low: Double, high: Double, expected: Double)) {
    #expect(roundestNumber(above: example.low, through: example.high) == example.expected)
  }

  @Test(
    "the number lies between, and is whole between whole numbers",
    arguments: 0..<50 as Range<UInt64>)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for size in [1.0, 1e3, 1e9] {
      let ends = [random.nextUnit() * size - size / 2, random.nextUnit() * size - size / 2].sorted()
      let number = roundestNumber(above: ends[0], through: ends[1])
      #expect(number > ends[0] && number <= ends[1])
      let whole = roundestNumber(
        above: ends[0].rounded(.down), through: ends[1].rounded(.down) + 1)
      #expect(whole == whole.rounded())
    }
  }

  @Test("neighbouring floating-point numbers give the upper one")
  func noRoom() {
    #expect(roundestNumber(above: 0.1, through: (0.1).nextUp) == (0.1).nextUp)
  }
}
