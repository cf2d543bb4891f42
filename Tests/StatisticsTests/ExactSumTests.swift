import Statistics
import Testing

@Suite("ExactSum")
struct ExactSumTests {
  /// Python: `math.fsum` of the same numbers.
  @Test(
    "is the sum that Python's fsum gives",
    arguments: [
      ([], 0), ([1e16, 1, -1e16], 1), ([Double](repeating: 0.1, count: 10), 1),
      ([1e100, 1, -1e100, 1e-100], 1), ([1e-300, 1e300, -1e300], 1e-300),
      ([0x1p-1074, 0x1p-1074], 0x1p-1073),
      ([2.5, -0.0, 1.0 / 3], 2.8333333333333335), ([1e308, -1e308, 0.25], 0.25),
      ([0.1, 0.2, 0.3, -0.6], 2.7755575615628914e-17),
    ] as [([Double], Double)])
  func sums(numbers: [Double], expected: Double) {
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    #expect(sum.value == expected)
  }

  @Test("is the same for any order and any split", arguments: 0..<20 as Range<UInt64>)
  func order(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numbers = (0..<500).map { _ in
      (random.nextUnit() - 0.25)
        * Double(sign: .plus, exponent: Int(random.next() % 120) - 60, significand: 1)
    }
    var whole = ExactSum()
    for number in numbers { whole.add(number) }
    var parts = [ExactSum](repeating: ExactSum(), count: 1 + Int(random.next() % 9))
    for number in numbers.shuffled(using: &random) {
      parts[Int(random.next() % UInt64(parts.count))].add(number)
    }
    var merged = ExactSum()
    for part in parts { merged.merge(part) }
    #expect(merged == whole)
    #expect(merged.value == whole.value)
  }
}
