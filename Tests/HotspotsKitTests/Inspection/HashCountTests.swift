import Statistics
import Testing

@testable import HotspotsKit

@Suite("Counts of hashes")
struct HashCountTests {
  @Test("nothing, one and the same")
  func few() {
    var count = HashCount()
    #expect(count.summary == HashCount.Summary(fields: 0, distinct: 0, most: 0))
    for _ in 0..<3 { count.add(7) }
    #expect(count.summary == HashCount.Summary(fields: 3, distinct: 1, most: 3))
    #expect(count.summary.repeated == 2)
  }

  @Test(
    "counts equal those of a dictionary, however they are split", arguments: 0..<2 as Range<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Of three parts one has two thirds, and is folded twice before they are joined.
    let numbers = (0..<220_000).map { _ in
      UInt64.random(in: 0..<(1 << UInt64.random(in: 4..<40, using: &random)), using: &random)
    }
    var exact: [UInt64: Int] = [:]
    for number in numbers { exact[number, default: 0] += 1 }
    var parts = [HashCount](repeating: HashCount(), count: 3)
    for (position, number) in numbers.enumerated() { parts[position * position % 3].add(number) }
    var whole = HashCount()
    for part in parts { whole.merge(part) }
    #expect(
      whole.summary
        == HashCount.Summary(
          fields: numbers.count, distinct: exact.count, most: exact.values.max() ?? 0))
  }
}
