import Geometry
import HotspotAnalysis
import Tables
import Testing

@Suite("Densities in tiles") struct KernelEstimatorTilesTests {
  /// Two areas of the study area, one with a bite, some way apart.
  private let outlines: OutlineTable = {
    var outlines = OutlineTable()
    func ring(_ corners: [(Double, Double)]) -> [Point] {
      (corners + [corners[0]]).map { Point(x: 520_000 + $0.0, y: $0.1 - 4000) }
    }
    outlines.appendArea([
      [ring([(0, 0), (1700, 0), (1700, 900), (1100, 900), (1000, 400), (0, 1400)])]
    ])
    outlines.appendArea([[ring([(1900, 1300), (2600, 1100), (2600, 2000)])]])
    return outlines
  }()

  @Test(
    "cells have the values of the double loop over all cells and incidents, whatever the tiles",
    arguments: KernelEstimatorTests.Case.all)
  func doubleLoop(_ example: KernelEstimatorTests.Case) async throws {
    let grid = try SurfaceGrid(box: outlines.box, cellSize: 50)
    let area = StudyMask(of: outlines, on: grid)
    // Incidents reach beyond two tiles of one cell, more than one of three, and nearly all of nine.
    for (seed, metres, narrow) in [(1, 90.0, 1), (2, 210, 3), (3, 400, 9)] {
      let bandwidth = example.kernel == .gaussian ? metres / 3 : metres
      var incidents = ClusteredIncidents(
        seed: UInt64(seed), count: 60, in: grid.box.padded(by: 120), spread: 400)
      if example.edgeCorrection != .none { incidents.keep(inside: area) }
      let oracle = SlowDensity(
        kernel: example.kernel, bandwidth: bandwidth, edgeCorrection: example.edgeCorrection,
        area: area
      ).surface(x: incidents.x, y: incidents.y, weights: incidents.weights)
      for tileSide in [narrow, 512] {
        let found = try await KernelEstimator(
          kernel: example.kernel, bandwidth: .metres(bandwidth),
          edgeCorrection: example.edgeCorrection, threads: 2
        ).sparse(
          x: incidents.x, y: incidents.y, weights: incidents.weights, over: outlines, on: grid,
          tileSide: tileSide)
        #expect(Set(found.cells).count == found.cells.count)
        var values = oracle.values.map { $0.isNaN ? Double.nan : 0 }
        for (cell, value) in zip(found.cells, found.values) { values[cell] = value }
        #expect(largestDifference(Surface(grid: grid, values: values), oracle) < 1e-9)
      }
    }
  }

  @Test("adaptive bandwidths are those of all incidents, not of a tile's")
  func adaptive() async throws {
    let grid = try SurfaceGrid(box: outlines.box, cellSize: 50)
    let area = StudyMask(of: outlines, on: grid)
    var incidents = ClusteredIncidents(seed: 7, count: 80, in: grid.box, spread: 400)
    incidents.keep(inside: area)
    let method = KernelEstimator(bandwidth: .adaptive(metres: 150))
    let whole = try await method.evaluate(x: incidents.x, y: incidents.y, over: area).surface
    let found = try await method.sparse(
      x: incidents.x, y: incidents.y, over: outlines, on: grid, tileSide: 9)
    var values = whole.values.map { $0.isNaN ? Double.nan : 0 }
    for (cell, value) in zip(found.cells, found.values) { values[cell] = value }
    #expect(largestDifference(Surface(grid: grid, values: values), whole) < 1e-9)
  }

  @Test("ground of a hundred million cells takes memory where incidents are")
  func largeGround() async throws {
    // A square of 1,000 km with two incidents in opposite corners.
    let corners = [(0.0, 0.0), (1e6, 0), (1e6, 1e6), (0, 1e6), (0, 0)]
    var country = OutlineTable()
    country.appendArea([[corners.map { Point(x: $0.0, y: $0.1) }]])
    let grid = try SurfaceGrid(box: country.box, cellSize: 50, limit: 1 << 40)
    #expect(grid.cellCount == 400_000_000)
    let method = KernelEstimator(bandwidth: .metres(200))
    let found = try await method.sparse(
      x: [1025, 999_025], y: [1025, 999_025], over: country, on: grid)
    // The middles within 200 m of a middle on a lattice of 50 m, but not at 200 m itself: those of
    // whole numbers whose squares add up to less than 16.
    let reached = (-4...4).reduce(0) { sum, a in sum + (-4...4).count { a * a + $0 * $0 < 16 } }
    #expect(found.cells.count == 2 * reached)
    #expect(abs(found.values.reduce(0, +) * grid.cellAreaSquareKilometres - 2) < 1e-9)
    #expect(method.predictedSparseBytes(grid: grid, incidents: 2, bandwidth: 200) < 20_000_000)
  }
}
