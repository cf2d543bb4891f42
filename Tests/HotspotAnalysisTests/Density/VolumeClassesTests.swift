import HotspotAnalysis
import Statistics
import Testing

@Suite struct VolumeClassesTests {
  private static let shares = [0.25, 0.5, 0.75]

  @Test("takes cells densest first until the share is reached, ties whole")
  func byHand() {
    // In all 20: 8; 8 + 4; 8 + 4 + 2 + 2 + 2.
    let classes = VolumeClasses(ofDensities: [2, 8, 2, 1, 4, 0, 2, 1], shares: Self.shares)
    #expect(
      classes.classes.map(\.level) == [8, 4, 2])
    #expect(classes.classes.map(\.cells) == [1, 2, 5])
    #expect(classes.classes.map(\.reached) == [0.4, 0.6, 0.9])
    // Empty cells make no difference.
    #expect(VolumeClasses(ofDensities: [2, 8, 2, 1, 4, 2, 1], shares: Self.shares) == classes)
  }

  @Test("a share that is reached exactly takes no further cell")
  func exactShare() {
    #expect(VolumeClasses(ofDensities: [0.1, 0.3], shares: [0.75]).classes[0].cells == 1)
    #expect(
      VolumeClasses(ofDensities: [0.1, 0.2, 0.3, 0.4], shares: [0.4, 0.7]).classes.map(\.cells) == [
        1, 2,
      ])
  }

  @Test("an empty surface has no classes")
  func empty() {
    #expect(VolumeClasses(ofDensities: [0, 0], shares: Self.shares).classes.isEmpty)
    #expect(VolumeClasses(ofDensities: [], shares: Self.shares).classes.isEmpty)
  }

  @Test(
    "levels are the highest that enclose the share, by brute force",
    arguments: 0..<50 as Range<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<60).map { _ in (random.nextUnit() * 12).rounded(.down) }
    let shares = [0.1, 0.25, 0.5, 0.75, 1]
    let classes = VolumeClasses(ofDensities: values, shares: shares)
    let total = values.reduce(0, +)
    for (share, found) in zip(shares, classes.classes) {
      func volume(from level: Double) -> Double {
        values.filter { $0 >= level }.reduce(0, +)
      }
      let levels = Set(values).filter { volume(from: $0) >= share * total }
      #expect(found.level == levels.max())
      #expect(found.cells == values.count { $0 >= found.level })
      #expect(abs(found.reached - volume(from: found.level) / total) < 1e-12)
    }
  }
}
