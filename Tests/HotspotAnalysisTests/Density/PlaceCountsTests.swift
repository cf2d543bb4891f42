import Geometry
import HotspotAnalysis
import Parts
import Statistics
import Tables
import Testing

@Suite("PlaceCounts")
struct PlaceCountsTests {
  private let grid = SurfaceGrid(
    cellSize: 25, firstColumn: 0, firstRow: 0, columns: 40, rows: 30)
  private let x: [Double]
  private let y: [Double]
  private let weights: [Double]

  init() {
    var random = SplitMix64(seed: 7)
    x = (0..<2000).map { _ in random.nextUnit() * 1000 }
    y = (0..<2000).map { _ in random.nextUnit() * 750 }
    weights = x.map { _ in GaussianValue.exponential(random.nextUnit() * 40 - 20) }
  }

  private func counts(_ incidents: some Sequence<Int>, limit: Int) -> PlaceCounts {
    var counts = PlaceCounts(limit: limit)
    for incident in incidents {
      counts.add(x: x[incident], y: y[incident], weight: weights[incident], on: grid)
    }
    return counts
  }

  @Test(
    "counts, sums of weights and grain are the same for any order and split, with few places too",
    arguments: [(50, 12...12), (700, 12...12), (1800, 1...11), (5000, 0...0)])
  func parts(limit: Int, halvings: ClosedRange<Int>) {
    var random = SplitMix64(seed: UInt64(limit))
    let whole = counts(x.indices, limit: limit)
    for count in [1, 3, 50] {
      var parts = [[Int]](repeating: [], count: count)
      for incident in x.indices.shuffled(using: &random) {
        parts[Int(random.next() % UInt64(count))].append(incident)
      }
      var merged = PlaceCounts(limit: limit)
      for part in parts { merged.merge(counts(part, limit: limit)) }
      #expect(merged.sorted() == whole.sorted())
    }
    #expect(PlaceGrain(x: x, y: y, on: grid, limit: limit).halvings == whole.halvings)
    #expect(whole.keys.count <= limit || whole.halvings == 12)
    // 2000 places, none of them shared, lie in 1131 cells.
    #expect(halvings.contains(whole.halvings))
  }

  @Test(
    "bands of counts are those of the positions they were counted from", arguments: [700, 5000])
  func bands(limit: Int) {
    let surface = Surface(
      grid: grid,
      values: (0..<grid.cellCount).map {
        let centre = grid.centre(of: $0)
        return 0.25 * centre.x + 0.5 * centre.y
      })
    let breaks = [50.0, 150, 160, 400]
    let places = counts(x.indices, limit: limit)
    let counted = BandCounts(of: places, isWeighted: true, on: surface, breaks: breaks)
    let gathered = BandCounts(
      x: x, y: y, weights: weights, on: surface, breaks: breaks,
      grain: PlaceGrain(x: x, y: y, on: grid, limit: limit))
    #expect(counted == gathered)
    // The finest places are so small that none of these incidents changes its band.
    let exact = BandCounts(x: x, y: y, weights: weights, on: surface, breaks: breaks)
    #expect((counted == exact) == (limit == 5000))
  }

  @Test("what is written is read again, and damaged bytes are errors or other counts, never a trap")
  func bytes() throws {
    let places = counts(0..<120, limit: 5000).sorted()
    var encoder = PartEncoder()
    encoder.encode(places)
    let bytes = encoder.bytes
    var decoder = PartDecoder(bytes)
    #expect(try decoder.decode(PlaceCounts.self) == places)
    try decoder.finish()
    var random = SplitMix64(seed: 1)
    for _ in 0..<3000 {
      var damaged = bytes
      damaged[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      var decoder = PartDecoder(damaged)
      guard let other = try? decoder.decode(PlaceCounts.self) else { continue }
      #expect(other.keys.count == other.counts.count)
      let surface = Surface(grid: grid, values: [Double](repeating: 1, count: grid.cellCount))
      #expect(
        BandCounts(of: other, isWeighted: true, on: surface, breaks: [0.5]).incidents[0] == 0)
    }
  }
}
