import Statistics
import Testing

@testable import HotspotsKit

@Suite("Packed hashes") struct PackedHashesTests {
  @Test("all hashes come back, few or many", arguments: [0, 1, 255, 256, 5_000])
  func all(count: Int) {
    var random = SplitMix64(seed: 11)
    // They begin with the same ten bits; the first and the last that do are among them.
    let prefix: UInt64 = 0b10_0110_1101 << 54
    var hashes = Set<UInt64>()
    while hashes.count < count { hashes.insert(prefix | random.next() >> 10) }
    if count > 1 { hashes.formUnion([prefix, prefix | UInt64.max >> 10]) }
    let packed = PackedHashes(hashes.sorted())
    #expect(packed.count == hashes.count)
    #expect(packed.all == hashes.sorted())
  }
}
