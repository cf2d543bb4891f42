import Geometry
import HotspotAnalysis
import Tables
import Testing

@Suite struct DensityRatioTests {
  @Test("divides where there is enough, and has no value elsewhere")
  func ratio() {
    let grid = SurfaceGrid(cellSize: 1, firstColumn: 0, firstRow: 0, columns: 6, rows: 1)
    let upper = Surface(grid: grid, values: [6, 1, 0, .nan, 5, 5])
    let lower = Surface(grid: grid, values: [3, 4, 5, 5, 1.9, .nan])
    let result = DensityRatio.ratio(upper, lower, to: lower, from: 2)
    #expect(result == Surface(grid: grid, values: [2, 0.25, 0, .nan, .nan, .nan]))
    // Zero is never divided by, whatever the floor.
    let zero = Surface(grid: grid, values: [0, 0, 0, 0, 0, 0])
    #expect(DensityRatio.ratio(upper, zero, to: zero, from: 0).valueCount == 0)
  }

  @Test("a third of the incidents everywhere is a third of the density")
  func shares() async throws {
    let area = raggedMask()
    let all = ClusteredIncidents(seed: 8, count: 90, in: area.grid.box, spread: 600)
    let result = try await DensityRatio(
      of: (all.x, all.y, nil), to: (all.x + all.x + all.x, all.y + all.y + all.y, nil),
      over: area, density: KernelEstimator(bandwidth: .automatic))
    #expect(result.surface.valueCount > 40)
    for value in result.surface.presentValues { #expect(abs(value - 1.0 / 3) < 1e-12) }
    // The bandwidth is that of the upper incidents alone.
    let choice = try BandwidthChoice.normalReference(x: all.x, y: all.y, kernel: .quartic)
    #expect(result.bandwidth == choice)
  }

  @Test("there is a ratio where five incidents lie within the bandwidth, counted one by one")
  func fiveIncidents() async throws {
    let area = raggedMask()
    let all = ClusteredIncidents(seed: 3, count: 60, in: area.grid.box, spread: 400)
    let result = try await DensityRatio(
      of: (all.x, all.y, nil), to: (all.x, all.y, nil), over: area,
      density: KernelEstimator(bandwidth: .metres(150)))
    #expect(result.floor == .incidents(5))
    var without = 0
    for cell in 0..<area.grid.cellCount where area.isInside[cell] {
      let middle = area.grid.centre(of: cell)
      let near = all.x.indices.count {
        let (dx, dy) = (all.x[$0] - middle.x, all.y[$0] - middle.y)
        return (dx * dx + dy * dy).squareRoot() <= 150
      }
      #expect(result.surface.hasValue(at: cell) == (near >= 5))
      if near < 5 && result.lower.values[cell] > 0 { without += 1 }
    }
    #expect(without > 0 && result.surface.valueCount > 0)
  }

  @Test("adaptive bandwidths are refused")
  func adaptive() async {
    await #expect(throws: KernelDensityError.ratioOfAdaptive) {
      try await DensityRatio(
        of: ([1], [1], nil), to: ([1], [1], nil), over: raggedMask(),
        density: KernelEstimator(bandwidth: .adaptive(metres: 100)))
    }
  }
}
