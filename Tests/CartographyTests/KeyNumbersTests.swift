import Statistics
import Testing

@testable import Cartography

@Suite("Numbers of keys")
struct KeyNumbersTests {
  @Test("keys have the numbers that a dictionary gives them, in the order of their coming")
  func dictionary() {
    var random = SplitMix64(seed: 5)
    var (numbers, expected) = (KeyNumbers(), [UInt64: Int]())
    for _ in 0..<20_000 {
      // Neighbouring keys, as vertices of a border have them, and zero.
      let key = KeyNumbers.key(
        Int(random.next() % 90) - 45, Int(random.next() % 90) &* 1_000_003 % 2_000_000_000)
      let (number, isNew) = numbers.number(of: key)
      #expect(isNew == (expected[key] == nil))
      #expect(number == expected[key] ?? expected.count)
      expected[key] = number
    }
    #expect(numbers.count == expected.count && expected.count > 5000)
  }
}
