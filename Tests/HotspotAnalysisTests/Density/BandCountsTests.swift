import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct BandCountsTests {
  /// A pyramid: the value is one less for each cell further from the middle, in the greater of both
  /// directions.
  private let pyramid = Surface(
    grid: SurfaceGrid(cellSize: 10, firstColumn: 0, firstRow: 0, columns: 9, rows: 9),
    values: (0..<81).map { cell in
      Double(4 - max(abs(cell % 9 - 4), abs(cell / 9 - 4)))
    })

  @Test func eachIncidentIsInTheBandOfItsOwnPosition() {
    // The top of the pyramid is at 45, 45; its level lines are squares around it.
    let x = [45.0, 45, 45, 45, 45]
    let y = [45.0, 54.9, 55, 74.9, 75]
    let counts = BandCounts(x: x, y: y, on: pyramid, breaks: [1, 3])
    #expect(counts.incidents == [0, 2, 3])
    #expect(counts.amounts == [0, 2, 3])
  }

  @Test func weightsAreSummed() {
    let counts = BandCounts(
      x: [45, 45, 10], y: [45, 70, 45], weights: [0.5, 2, 4], on: pyramid, breaks: [1, 3])
    #expect(counts.incidents == [1, 1, 1])
    #expect(counts.amounts == [4, 2, 0.5])
  }

  @Test func whereTheSurfaceHasNoValueNothingCounts() {
    var values = pyramid.values
    values[0] = .nan
    let surface = Surface(grid: pyramid.grid, values: values)
    let counts = BandCounts(
      x: [10, -1, 45, .nan], y: [10, 45, 1000, 45], on: surface, breaks: [1])
    #expect(counts.incidents == [0, 0])
    let row = Surface(
      grid: SurfaceGrid(cellSize: 10, firstColumn: 0, firstRow: 0, columns: 3, rows: 1),
      values: [1, 2, 3])
    #expect(BandCounts(x: [15], y: [5], on: row, breaks: [2]).incidents == [0, 0])
  }

  /// A plane is its own interpolation.
  @Test func onAPlaneEachIncidentIsWhereThePlaneSaysSo() {
    var random = SplitMix64(seed: 7)
    let grid = SurfaceGrid(cellSize: 25, firstColumn: 0, firstRow: 0, columns: 40, rows: 30)
    func plane(_ x: Double, _ y: Double) -> Double { 0.25 * x + 0.5 * y }
    let surface = Surface(
      grid: grid,
      values: (0..<grid.cellCount).map {
        let centre = grid.centre(of: $0)
        return plane(centre.x, centre.y)
      })
    let x = (0..<1000).map { _ in Double.random(in: 12.5...987.5, using: &random) }
    let y = (0..<1000).map { _ in Double.random(in: 12.5...737.5, using: &random) }
    let breaks = [50.0, 150, 160, 400]
    var expected = [Int](repeating: 0, count: 5)
    for (x, y) in zip(x, y) { expected[breaks.count { plane(x, y) >= $0 }] += 1 }
    #expect(expected.allSatisfy { $0 > 0 })
    #expect(BandCounts(x: x, y: y, on: surface, breaks: breaks).incidents == expected)
  }
}
