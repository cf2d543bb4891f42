import Statistics
import Testing

@testable import Incidents

@Suite("Expected counts")
struct ExpectedCountTests {
  /// Shares of windows of up to a year.
  func shares(seed: UInt64) -> [WindowShare] {
    var generator = SplitMix64(seed: seed)
    return (0..<500).map { _ in
      let length = 1 + Int64(generator.next() % 31_536_000)
      let overlap = Int64(generator.next() % UInt64(length + 1))
      return WindowShare(overlap: generator.next() % 4 == 0 ? length : overlap, length: length)
    }
  }

  func count(_ shares: [WindowShare]) -> ExpectedCount {
    var count = ExpectedCount()
    for share in shares { count.add(share) }
    return count
  }

  @Test("the sum is that of the fractions, and lies between must and could", arguments: 0..<10)
  func sums(seed: UInt64) {
    let shares = shares(seed: seed)
    let count = count(shares)
    let sum = shares.reduce(0.0) { $0 + Double($1.overlap) / Double($1.length) }
    #expect(abs(count.expected - sum) < 1e-10)
    #expect(count.must == shares.count { $0.overlap == $0.length })
    #expect(count.could == shares.count { $0.overlap > 0 })
    #expect(count.incidents == 500)
    #expect(Double(count.must) <= count.expected && count.expected <= Double(count.could))
  }

  @Test("units are converted as the standard library converts them", arguments: 0..<10)
  func conversion(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    // Numbers of all lengths, and those around the places where rounding ties.
    var numbers: [Int128] = [0, 1, -1]
    for bits in 1...125 {
      let leading = Int128(generator.next()) << 61 | Int128(generator.next() >> 3)
      let number = leading >> (125 - bits)
      let half = Int128(1) << max(0, bits - 54)
      let tie = number / (2 * half) * (2 * half) + half
      numbers += [number, -number, tie - 1, tie, tie + 1, -tie]
    }
    for number in numbers {
      #expect(ExpectedCount.incidents(ofUnits: number) == Double(number) * 0x1p-86)
    }
  }

  @Test("order and grouping change no bit", arguments: 0..<10)
  func isOrderFree(seed: UInt64) {
    let shares = shares(seed: seed)
    var parts = count(Array(shares[300...].reversed()))
    parts.merge(count(Array(shares[..<300])))
    #expect(parts == count(shares))
  }

  @Test("the same incidents in all other hours are the rest")
  func complements() {
    let shares = shares(seed: 3)
    let rest = shares.map { WindowShare(overlap: $0.length - $0.overlap, length: $0.length) }
    let (night, day) = (count(shares), count(rest))
    #expect(night.complement.must == day.must)
    #expect(night.complement.could == day.could)
    #expect(abs(night.complement.expected - day.expected) < 1e-10)
    #expect(night.complement.complement == night)
  }

  @Test(
    "the units of all seconds of a window fall short of one incident by less than a unit each",
    arguments: [1, 2, 3, 7, 3600, 86_400, 604_801, 31_536_001, 9_466_848_000, 1 << 38])
  func dividesIncident(length: Int64) {
    let perSecond = ExpectedCount.unitsPerSecond(of: length)
    #expect(perSecond == ExpectedCount.unitsPerIncident / Int128(length))
  }
}
