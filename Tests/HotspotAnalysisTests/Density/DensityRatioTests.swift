import HotspotAnalysis
import Tables
import Testing

@Suite struct DensityRatioTests {
  @Test("divides where the lower density reaches the floor, and has no value elsewhere")
  func ratio() {
    let grid = SurfaceGrid(cellSize: 1, firstColumn: 0, firstRow: 0, columns: 6, rows: 1)
    let upper = Surface(grid: grid, values: [6, 1, 0, .nan, 5, 5])
    let lower = Surface(grid: grid, values: [3, 4, 5, 5, 1.9, .nan])
    let result = DensityRatio.ratio(upper, lower, floor: 2)
    #expect(result == Surface(grid: grid, values: [2, 0.25, 0, .nan, .nan, .nan]))
    // Zero is never divided by, whatever the floor.
    let zero = Surface(grid: grid, values: [0, 0, 0, 0, 0, 0])
    #expect(DensityRatio.ratio(upper, zero, floor: 0).valueCount == 0)
  }

  @Test("a third of the incidents everywhere is a third of the density")
  func shares() async throws {
    let area = raggedMask()
    let all = ClusteredIncidents(seed: 8, count: 90, in: area.grid.box, spread: 600)
    let result = try await DensityRatio(
      of: (all.x, all.y, nil), to: (all.x + all.x + all.x, all.y + all.y + all.y, nil),
      over: area, density: KernelDensity(bandwidth: .automatic))
    #expect(result.surface.valueCount > 40)
    for value in result.surface.presentValues { #expect(abs(value - 1.0 / 3) < 1e-12) }
    // The bandwidth is that of the upper incidents alone.
    let choice = try BandwidthChoice.normalReference(x: all.x, y: all.y, kernel: .quartic)
    #expect(result.bandwidth == choice)
    let height = DensityKernel.quartic.value(distance: 0, bandwidth: choice.metres) * 1e6
    #expect(abs(result.floor - height) < 1e-9 * height)
  }

  @Test("adaptive bandwidths are refused")
  func adaptive() async {
    await #expect(throws: KernelDensityError.ratioOfAdaptive) {
      try await DensityRatio(
        of: ([1], [1], nil), to: ([1], [1], nil), over: raggedMask(),
        density: KernelDensity(bandwidth: .adaptive(metres: 100)))
    }
  }
}
