import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct EdgeCorrectionTests {
  @Test(
    "the kernel's mass within the study area agrees with random draws from the kernel, within the stated error",
    arguments: [DensityKernel.quartic, .gaussian])
  func monteCarlo(kernel: DensityKernel) async throws {
    // An L of true outline; its edges run between cell middles, in no special place.
    let corners: [(Double, Double)] = [
      (33, 47), (1987, 47), (1987, 871), (912, 871), (912, 1663), (33, 1663), (33, 47),
    ]
    var outlines = OutlineTable()
    outlines.appendArea([[corners.map { Point(x: $0.0, y: $0.1) }]])
    let grid = try SurfaceGrid(box: outlines.box, cellSize: 20)
    let area = StudyMask(of: outlines, on: grid)
    let bandwidth = kernel == .gaussian ? 150.0 : 400
    let accuracy = EdgeCorrectionAccuracy(kernel: kernel, bandwidth: bandwidth, cellSize: 20)
    var random = SplitMix64(seed: 20)
    for place in [(60.0, 60.0), (900, 860), (950, 900), (1980, 400), (500, 500), (100, 1650)] {
      // Diggle's surface of one incident is its kernel over e, so e is the ratio of the two.
      let corrected = try await KernelEstimator(kernel: kernel, bandwidth: .metres(bandwidth))
        .evaluate(x: [place.0], y: [place.1], over: area)
      let plain = try await KernelEstimator(
        kernel: kernel, bandwidth: .metres(bandwidth), edgeCorrection: .none
      ).evaluate(x: [place.0], y: [place.1], over: area)
      let mass = plain.surface.volume / corrected.surface.volume
      let draws = 20_000
      var hits = 0
      for _ in 0..<draws {
        let offset = draw(kernel, bandwidth, &random)
        let (x, y) = (place.0 + offset.x, place.1 + offset.y)
        let isInside =
          x >= 33 && y >= 47 && ((x < 1987 && y < 871) || (x < 912 && y < 1663))
        hits += isInside ? 1 : 0
      }
      let share = Double(hits) / Double(draws)
      // Four standard errors of the draws, and the stated error for each of two edges.
      let tolerance =
        4 * (0.25 / Double(draws)).squareRoot() + accuracy.sampling + 2 * accuracy.staircase
      #expect(abs(mass - share) < tolerance)
      #expect(tolerance < 0.08)
    }
  }

  @Test("with Diggle's correction the whole is kept, with the uniform one or none it is not")
  func totals() async throws {
    // The setting of method 5: a unit square (here of 1 km), a Gaussian of 0.15, 60 incidents.
    let grid = SurfaceGrid(cellSize: 20, firstColumn: 0, firstRow: 0, columns: 50, rows: 50)
    let area = StudyMask(grid: grid, isInside: Array(repeating: true, count: 2500))
    var random = SplitMix64(seed: 1)
    let x = (0..<60).map { _ in random.nextUnit() * 1000 }
    let y = (0..<60).map { _ in random.nextUnit() * 1000 }
    func total(_ correction: EdgeCorrection) async throws -> Double {
      try await KernelEstimator(
        kernel: .gaussian, bandwidth: .metres(150), edgeCorrection: correction
      ).evaluate(x: x, y: y, over: area).surface.volume
    }
    let (none, uniform, diggle) = (
      try await total(.none), try await total(.uniform), try await total(.diggle)
    )
    #expect(abs(diggle - 60) < 1e-9)
    // Evenly spread incidents keep (1 - 2 * 0.15 / sqrt(2 pi))^2 = 0.775 of their mass on average.
    #expect(abs(none / 60 - 0.775) < 0.05)
    #expect(abs(uniform - 60) > 0.05)
    #expect(abs(uniform - 60) < 6)
  }

  @Test("a constant rate stays constant under the uniform correction")
  func constantRate() async throws {
    // One incident in the middle of each cell: 100 per square kilometre everywhere.
    let area = raggedMask()
    let inside = area.isInside.indices.filter { area.isInside[$0] }.map { area.grid.centre(of: $0) }
    let result = try await KernelEstimator(
      bandwidth: .metres(340), edgeCorrection: .uniform
    ).evaluate(x: inside.map(\.x), y: inside.map(\.y), over: area)
    for value in result.surface.presentValues { #expect(abs(value - 100) < 1e-9) }
  }

  @Test(
    "the sampling error is what the method page states",
    arguments: [(2.0, 0.015), (3, 0.0045), (5, 0.0007)])
  func sampling(cells: Double, most: Double) {
    let accuracy = EdgeCorrectionAccuracy(
      kernel: .quartic, bandwidth: 100 * cells, cellSize: 100)
    #expect(accuracy.sampling <= most)
    #expect(accuracy.sampling > most / 3)
  }

  @Test(
    "the staircase error is half a cell of the kernel's middle line",
    arguments: DensityKernel.allCases)
  func staircase(kernel: DensityKernel) {
    // The line's integral by midpoints, from the kernel itself.
    let reach = kernel == .gaussian ? 9.0 : 1
    let steps = 20_000
    let width = 2 * reach / Double(steps)
    let line = (0..<steps).reduce(0.0) {
      $0 + width * kernel.value(distance: -reach + (Double($1) + 0.5) * width, bandwidth: 1)
    }
    let accuracy = EdgeCorrectionAccuracy(kernel: kernel, bandwidth: 500, cellSize: 20)
    #expect(abs(accuracy.staircase - 10 * line / 500) < 1e-6)
  }

  private func draw(
    _ kernel: DensityKernel, _ h: Double, _ random: inout SplitMix64
  ) -> Point {
    // By rejection from the square around the kernel, without its normalisation.
    let reach = kernel == .gaussian ? 5 * h : h
    while true {
      let x = (2 * random.nextUnit() - 1) * reach
      let y = (2 * random.nextUnit() - 1) * reach
      let squared = (x * x + y * y) / (h * h)
      let height =
        kernel == .gaussian
        ? GaussianValue.exponential(-squared / 2)
        : (squared < 1 ? (1 - squared) * (1 - squared) : 0)
      if random.nextUnit() < height { return Point(x: x, y: y) }
    }
  }
}
