import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct VolumeClassesTests {
  private func row(_ values: [Double]) -> Surface {
    Surface(
      grid: SurfaceGrid(
        cellSize: 100, firstColumn: 0, firstRow: 0, columns: values.count, rows: 1), values: values)
  }

  @Test("takes cells densest first until the share is reached, ties whole")
  func byHand() {
    // In all 20: 8; 8 + 4; 8 + 4 + 2 + 2 + 2.
    let classes = VolumeClasses(of: row([2, 8, .nan, 2, 1, 4, 0, 2, 1]))
    #expect(
      classes.classes.map(\.level) == [8, 4, 2])
    #expect(classes.classes.map(\.cells) == [1, 2, 5])
    #expect(classes.classes.map(\.reached) == [0.4, 0.6, 0.9])
    #expect(
      [9, 8, 7.9, 4, 3, 2, 1, 0, .nan].map { classes.position(of: $0) } == [
        0, 0, 1, 1, 2, 2, nil, nil, nil,
      ])
  }

  @Test("a share that is reached exactly takes no further cell")
  func exactShare() {
    #expect(VolumeClasses(of: row([0.1, 0.3]), shares: [0.75]).classes[0].cells == 1)
    #expect(
      VolumeClasses(of: row([0.1, 0.2, 0.3, 0.4]), shares: [0.4, 0.7]).classes.map(\.cells) == [
        1, 2,
      ])
  }

  @Test("an empty surface has no classes")
  func empty() {
    #expect(VolumeClasses(of: row([0, 0, .nan])).classes.isEmpty)
    #expect(VolumeClasses(of: row([.nan])).position(of: 3) == nil)
  }

  @Test(
    "levels are the highest that enclose the share, by brute force",
    arguments: 0..<50 as Range<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let values = (0..<60).map { _ in (random.nextUnit() * 12).rounded(.down) }
    let surface = row(values)
    let shares = [0.1, 0.25, 0.5, 0.75, 1]
    let classes = VolumeClasses(of: surface, shares: shares)
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

  @Test("counts the incidents that really lie in each class")
  func incidents() {
    let surface = row([2, 8, .nan, 2, 1, 4, 0, 2, 1])
    let classes = VolumeClasses(of: surface)
    let x = [150.0, 150, 550, 50, 450, 250, 2000]
    let y = [50.0, 50, 50, 50, 50, 50, 50]
    #expect(classes.incidents(x: x, y: y, on: surface) == [2, 3, 4])
    #expect(
      classes.incidents(x: x, y: y, weights: [1, 0.5, 2, 4, 8, 16, 32], on: surface)
        == [1.5, 3.5, 7.5])
    // Empty cells make no difference.
    let present = surface.presentValues.filter { $0 > 0 }
    #expect(VolumeClasses(ofDensities: present, shares: [0.25, 0.5, 0.75]) == classes)
  }
}
