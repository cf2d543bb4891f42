import Statistics
import Testing

@testable import GeoPackages

@Suite("Boxes in numbers of 32 bits")
struct IndexEntryTests {
  // python3: numpy.float32(0.1) = 0.100000001490116, numpy.nextafter(numpy.float32(0.1),
  // numpy.float32(0)) = 0.09999999403953552; 0.5 is exact.
  @Test("a box is rounded outwards, and not at all where its numbers are exact")
  func known() {
    let entry = IndexEntry(number: 1, minX: 0.1, maxX: 0.1, minY: -0.1, maxY: 0.5)
    #expect(entry.minX == 0.09999999403953552 && entry.maxX == 0.10000000149011612)
    #expect(entry.minY == -0.10000000149011612 && entry.maxY == 0.5)
  }

  @Test("the rounded box holds the box and is the smallest that does", arguments: 0..<10)
  func random(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<200 {
      let low = Double.random(in: -1e6...1e6, using: &random)
      let high = low + Double.random(in: 0...1e3, using: &random)
      let entry = IndexEntry(number: 1, minX: low, maxX: high, minY: low, maxY: high)
      #expect(Double(entry.minX) <= low && Double(entry.maxX) >= high)
      #expect(Double(entry.minX.nextUp) > low && Double(entry.maxX.nextDown) < high)
    }
  }
}
