import Geometry
import HotspotAnalysis
import Tables
import Testing

@Suite("Surfaces over part of a study area") struct KernelEstimatorCloseUpTests {
  /// Two areas, one with a bite, some way apart.
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

  /// Inside the first area, over its edge and its bite, and between both.
  private static let boxes = [
    Box(minX: 520_200, minY: -3800, maxX: 520_600, maxY: -3500),
    Box(minX: 520_900, minY: -3700, maxX: 521_350, maxY: -3050),
    Box(minX: 521_650, minY: -3100, maxX: 522_100, maxY: -2600),
  ]

  @Test(
    "cells have the values of the double loop over all cells and incidents of the study area",
    arguments: KernelEstimatorTests.Case.all)
  func doubleLoop(_ example: KernelEstimatorTests.Case) async throws {
    let grid = try SurfaceGrid(box: outlines.box, cellSize: 25)
    let area = StudyMask(of: outlines, on: grid)
    let bandwidth = example.kernel == .gaussian ? 40.0 : 120
    var incidents = ClusteredIncidents(
      seed: 5, count: 60, in: grid.box.padded(by: 120), spread: 400)
    if example.edgeCorrection != .none { incidents.keep(inside: area) }
    let oracle = SlowDensity(
      kernel: example.kernel, bandwidth: bandwidth, edgeCorrection: example.edgeCorrection,
      area: area
    ).surface(x: incidents.x, y: incidents.y, weights: incidents.weights)
    let peak = try #require(oracle.range).upperBound
    for box in Self.boxes {
      let found = try await KernelEstimator(
        kernel: example.kernel, edgeCorrection: example.edgeCorrection, threads: 2
      ).closeUp(
        x: incidents.x, y: incidents.y, weights: incidents.weights, over: outlines, in: box,
        cellSize: 25, bandwidth: bandwidth)
      let part = found.surface.grid
      #expect(part == (try SurfaceGrid(box: box, cellSize: 25)))
      #expect(found.surface.valueCount > 0)
      for (value, expected) in zip(found.surface.values, oracle.resized(to: part).values) {
        // A part may be without incidents, so differences are beside the peak of all.
        #expect(value.isNaN == expected.isNaN)
        if !value.isNaN { #expect(abs(value - expected) < 1e-9 * peak) }
      }
      // What isopleths are drawn from has the same values inside.
      let inside = found.margin.resized(to: part)
      for cell in 0..<part.cellCount where found.surface.hasValue(at: cell) {
        #expect(inside.values[cell] == found.surface.values[cell])
      }
    }
  }
}
