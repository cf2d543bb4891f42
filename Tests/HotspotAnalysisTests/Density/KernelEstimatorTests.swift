import Foundation
import Geometry
import HotspotAnalysis
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct KernelEstimatorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kernel: DensityKernel
    var edgeCorrection: EdgeCorrection
    var testDescription: String { "\(kernel) kernel, \(edgeCorrection) correction" }

    static let all = DensityKernel.allCases.flatMap { kernel in
      EdgeCorrection.allCases.map { Case(kernel: kernel, edgeCorrection: $0) }
    }
  }

  @Test("equals the double loop over cells and incidents", arguments: Case.all)
  func doubleLoop(_ example: Case) async throws {
    let area = raggedMask()
    // Below a cell, a few cells, and wider than the study area.
    for (seed, bandwidth) in [(1, 60.0), (2, 170), (3, 300), (4, 437.5), (5, 2100)] {
      let bandwidth = example.kernel == .gaussian ? bandwidth / 3 : bandwidth
      var incidents = ClusteredIncidents(
        seed: UInt64(seed), count: 100, in: area.grid.box.padded(by: 150), spread: 500)
      // Only incidents inside have a place in a corrected surface.
      if example.edgeCorrection != .none { incidents.keep(inside: area) }
      let method = KernelEstimator(
        kernel: example.kernel, bandwidth: .metres(bandwidth),
        edgeCorrection: example.edgeCorrection)
      let oracle = SlowDensity(
        kernel: example.kernel, bandwidth: bandwidth, edgeCorrection: example.edgeCorrection,
        area: area)
      for weights in [nil, incidents.weights] {
        let result = try await method.evaluate(
          x: incidents.x, y: incidents.y, weights: weights, over: area)
        let expected = oracle.surface(x: incidents.x, y: incidents.y, weights: weights)
        #expect(largestDifference(result.surface, expected) < 1e-9)
      }
    }
  }

  @Test("incidents on a lattice, on edges and on rims of kernels, equal the double loop too")
  func lattice() async throws {
    let area = raggedMask()
    let box = area.grid.box.padded(by: 350)
    var (x, y): ([Double], [Double]) = ([], [])
    for easting in stride(from: box.minX, through: box.maxX, by: 50) {
      for northing in stride(from: box.minY, through: box.maxY, by: 50) {
        x += [easting, easting]
        y += [northing, northing]
      }
    }
    for kernel in [DensityKernel.uniform, .quartic, .triangular] {
      // 250 is the hypotenuse of 150 and 200: cell middles lie on the rim exactly.
      let method = KernelEstimator(
        kernel: kernel, bandwidth: .metres(250), edgeCorrection: .none, threads: 2)
      let result = try await method.evaluate(x: x, y: y, over: area)
      let oracle = SlowDensity(
        kernel: kernel, bandwidth: 250, edgeCorrection: .none, area: area)
      #expect(largestDifference(result.surface, oracle.surface(x: x, y: y)) < 1e-9)
    }
  }

  @Test(
    "adaptive bandwidths are Abramson's, from every pair of incidents",
    arguments: DensityKernel.allCases)
  func adaptive(kernel: DensityKernel) async throws {
    let area = raggedMask()
    for edgeCorrection in [EdgeCorrection.none, .diggle] {
      var incidents = ClusteredIncidents(
        seed: 7, count: 70, in: area.grid.box, spread: 600)
      if edgeCorrection == .diggle { incidents.keep(inside: area) }
      for weights in [nil, incidents.weights.map { $0 + 0.5 }] {
        let pilot = kernel == .gaussian ? 90.0 : 250
        var oracle = SlowDensity(
          kernel: kernel, bandwidth: pilot, edgeCorrection: edgeCorrection, area: area)
        let own = oracle.adaptedBandwidths(x: incidents.x, y: incidents.y, weights: weights)
        oracle.bandwidth = .nan
        let result = try await KernelEstimator(
          kernel: kernel, bandwidth: .adaptive(metres: pilot), edgeCorrection: edgeCorrection,
          threads: 2
        ).evaluate(x: incidents.x, y: incidents.y, weights: weights, over: area)
        let expected = oracle.surface(
          x: incidents.x, y: incidents.y, weights: weights, bandwidths: own)
        #expect(largestDifference(result.surface, expected) < 1e-9)
        let range = try #require(result.bandwidth.adaptation)
        #expect(abs(range.smallest - (own.min() ?? 0)) < 1e-9)
        #expect(abs(range.largest - (own.max() ?? 0)) < 1e-9)
      }
    }
  }

  @Test("adaptive bandwidths are a tenth to five times the pilot's, and how many is said")
  func trimmed() async throws {
    let grid = SurfaceGrid(cellSize: 1000, firstColumn: 0, firstRow: 0, columns: 60, rows: 60)
    let area = StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
    let method = KernelEstimator(
      bandwidth: .adaptive(metres: 250), edgeCorrection: .none, threads: 2)
    // A lone one beside a billion: untrimmed 250 m times the root of a billion.
    let beside = try await method.evaluate(
      x: [500, 50_500], y: [500, 500], weights: [1e9, 1], over: area)
    let lone = try #require(beside.bandwidth.adaptation)
    #expect(lone.largest == 1250)
    #expect(abs(lone.smallest - 250) < 0.01)
    #expect(lone.trimmed == 1)
    // A thousand at one place beside nine thousand far from each other: the geometric mean is
    // 1000 to the power of a tenth, so that untrimmed the place would have 250 m times the root of
    // 1000 to the power of -0.9, 11 m; the others have 250 m times that of 1000 to 0.1, 353 m.
    var x = (0..<9000).map { 300 + 600 * Double($0 % 95) }
    var y = (0..<9000).map { 300 + 600 * Double($0 / 95) }
    var weights = [Double](repeating: 1, count: 9000)
    x.append(59_500)
    y.append(59_500)
    weights.append(1000)
    let around = try await method.evaluate(x: x, y: y, weights: weights, over: area)
    let dense = try #require(around.bandwidth.adaptation)
    #expect(abs(dense.smallest - 25) < 1e-9)
    #expect(abs(dense.largest - 353.13) < 0.01)
    #expect(dense.trimmed == 1)
  }

  @Test("of incidents that reach in from outside, none decides how wide the others' bandwidths are")
  func ownDecide() async throws {
    let grid = SurfaceGrid(cellSize: 1000, firstColumn: 0, firstRow: 0, columns: 60, rows: 60)
    let area = StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
    let method = KernelEstimator(
      bandwidth: .adaptive(metres: 250), edgeCorrection: .none, threads: 2)
    // Two lone ones of the study area are alike, so that each has the common bandwidth; a hundred at
    // one place outside it have a hundred times the pilot's density, and so a tenth of it.
    let x = [500, 50_500] + [Double](repeating: 30_500, count: 100)
    let y = [500, 50_500] + [Double](repeating: -200, count: 100)
    let result = try await method.evaluate(x: x, y: y, own: 2, over: area)
    let adaptation = try #require(result.bandwidth.adaptation)
    #expect(abs(adaptation.smallest - 250) < 1e-9)
    #expect(abs(adaptation.largest - 250) < 1e-9)
    #expect(adaptation.trimmed == 0)
    // All together would have widened the lone ones ninefold, which is trimmed.
    let all = try #require(
      try await method.evaluate(x: x, y: y, over: area).bandwidth.adaptation)
    #expect(all.largest == 1250)
    let automatic = KernelEstimator(bandwidth: .automatic, edgeCorrection: .none)
    let chosen = try await automatic.evaluate(x: x, y: y, own: 2, over: area).bandwidth
    #expect(
      chosen
        == (try BandwidthChoice.normalReference(
          x: [500, 50_500], y: [500, 50_500], kernel: .quartic)))
  }

  @Test("is the same bits for any number of threads", arguments: EdgeCorrection.allCases)
  func threads(edgeCorrection: EdgeCorrection) async throws {
    let area = raggedMask(cellSize: 20, columns: 90, rows: 70)
    let incidents = ClusteredIncidents(seed: 3, count: 800, in: area.grid.box, spread: 400)
    var method = KernelEstimator(bandwidth: .metres(130), edgeCorrection: edgeCorrection)
    let one = try await method.evaluate(
      x: incidents.x, y: incidents.y, weights: incidents.weights, over: area)
    for threads in [2, 5] {
      method.threads = threads
      let many = try await method.evaluate(
        x: incidents.x, y: incidents.y, weights: incidents.weights, over: area)
      #expect(one.surface == many.surface)
      #expect(one.margin == many.margin)
    }
  }

  @Test(
    "without correction the mass on a wide grid is the number of incidents, within what sampling allows",
    arguments: [(200.0, 0.015), (300, 0.0045), (500, 0.0007)])
  func mass(bandwidth: Double, tolerance: Double) async throws {
    let area = wholeMask(columns: 40, rows: 40)
    for seed in 0..<20 as Range<UInt64> {
      let incidents = ClusteredIncidents(
        seed: seed, count: 1, in: area.grid.box.padded(by: -1500), spread: 300)
      let result = try await KernelEstimator(bandwidth: .metres(bandwidth), edgeCorrection: .none)
        .evaluate(x: incidents.x, y: incidents.y, over: area)
      #expect(abs(result.surface.volume - 1) <= tolerance)
    }
  }

  @Test("Diggle's correction keeps the number of incidents", arguments: DensityKernel.allCases)
  func diggleKeepsTheNumber(kernel: DensityKernel) async throws {
    let area = raggedMask()
    let incidents = ClusteredIncidents(seed: 11, count: 150, in: area.grid.box, spread: 900)
    var inside = incidents
    inside.keep(inside: area)
    #expect((50..<incidents.x.count).contains(inside.x.count))
    let result = try await KernelEstimator(kernel: kernel, bandwidth: .metres(270)).evaluate(
      x: inside.x, y: inside.y, over: area)
    let count = Double(inside.x.count)
    #expect(abs(result.surface.volume - count) < 1e-9 * count)
    #expect(result.incidentsWithoutCell == 0)
  }

  @Test("an incident whose kernel reaches no cell of the study area is counted as such")
  func withoutCell() async throws {
    let area = raggedMask()
    let corner = area.grid.box
    // In the south-western corner, which is bitten off.
    let result = try await KernelEstimator(bandwidth: .metres(60)).evaluate(
      x: [corner.minX + 10, corner.minX + 650], y: [corner.minY + 10, corner.minY + 250],
      over: area)
    #expect(result.incidentsWithoutCell == 1)
    #expect(result.incidentsInReach == 2)
    #expect(abs(result.surface.volume - 1) < 1e-12)
  }

  @Test(
    "doubling every incident or every weight doubles the surface",
    arguments: 0..<10 as Range<UInt64>)
  func doubling(seed: UInt64) async throws {
    let area = raggedMask()
    let incidents = ClusteredIncidents(seed: seed, count: 80, in: area.grid.box, spread: 500)
    let method = KernelEstimator(bandwidth: .metres(260))
    let once = try await method.evaluate(x: incidents.x, y: incidents.y, over: area)
    let twice = try await method.evaluate(
      x: incidents.x + incidents.x, y: incidents.y + incidents.y, over: area)
    let heavy = try await method.evaluate(
      x: incidents.x, y: incidents.y, weights: incidents.x.map { _ in 2 }, over: area)
    let doubled = Surface(grid: area.grid, values: once.surface.values.map { $0 * 2 })
    #expect(largestDifference(twice.surface, doubled) < 1e-12)
    // Either is within the bound of its units, see DensityUnits.
    #expect(largestDifference(heavy.surface, doubled) < 4e-11)
  }

  @Test("moving everything by whole cells moves the surface", arguments: 0..<10 as Range<UInt64>)
  func translation(seed: UInt64) async throws {
    let area = raggedMask()
    let moved = StudyMask(
      grid: SurfaceGrid(
        cellSize: 100, firstColumn: area.grid.firstColumn + 17, firstRow: area.grid.firstRow - 9,
        columns: area.grid.columns, rows: area.grid.rows), isInside: area.isInside)
    let incidents = ClusteredIncidents(seed: seed, count: 80, in: area.grid.box, spread: 500)
    for kernel in [DensityKernel.quartic, .gaussian] {
      let method = KernelEstimator(kernel: kernel, bandwidth: .automatic)
      let here = try await method.evaluate(x: incidents.x, y: incidents.y, over: area)
      let there = try await method.evaluate(
        x: incidents.x.map { $0 + 1700 }, y: incidents.y.map { $0 - 900 }, over: moved)
      let brought = Surface(grid: area.grid, values: there.surface.values)
      #expect(largestDifference(brought, here.surface) < 1e-9)
    }
  }

  @Test("a quarter turn of everything turns the surface", arguments: 0..<5 as Range<UInt64>)
  func rotation(seed: UInt64) async throws {
    let area = wholeMask(columns: 20, rows: 20)
    let incidents = ClusteredIncidents(
      seed: seed, count: 60, in: area.grid.box, spread: 400)
    let method = KernelEstimator(bandwidth: .metres(330))
    let straight = try await method.evaluate(x: incidents.x, y: incidents.y, over: area)
    let turned = try await method.evaluate(
      x: incidents.y.map { 2000 - $0 }, y: incidents.x, over: area)
    for row in 0..<20 {
      for column in 0..<20 {
        let a = try #require(straight.surface[column, row])
        let b = try #require(turned.surface[19 - row, column])
        #expect(abs(a - b) < 1e-9 * (1 + a))
      }
    }
  }

  @Test("places that are no numbers and weights of zero are left out")
  func leftOut() async throws {
    let area = wholeMask(columns: 5, rows: 5)
    let method = KernelEstimator(bandwidth: .metres(120), edgeCorrection: .none)
    let clean = try await method.evaluate(x: [210], y: [240], over: area)
    let dirty = try await method.evaluate(
      x: [.nan, 210, 300, 100, 1e9, .infinity], y: [100, 240, .nan, 100, 0, 100],
      weights: [1, 1, 1, 0, 1, 1], over: area)
    #expect(clean.surface == dirty.surface)
    #expect(dirty.incidentsInReach == 1)
  }

  @Test("no incidents give zero everywhere inside, which is a value")
  func noIncidents() async throws {
    let area = raggedMask()
    for edgeCorrection in EdgeCorrection.allCases {
      let result = try await KernelEstimator(
        bandwidth: .metres(200), edgeCorrection: edgeCorrection
      ).evaluate(x: [], y: [], over: area)
      #expect(result.surface.range == 0...0)
      #expect(result.surface.valueCount == area.insideCount)
    }
  }

  @Test("the margin has the surface's values, and more by a cell around")
  func margin() async throws {
    let area = raggedMask()
    let incidents = ClusteredIncidents(seed: 5, count: 50, in: area.grid.box, spread: 500)
    let result = try await KernelEstimator(bandwidth: .metres(250)).evaluate(
      x: incidents.x, y: incidents.y, over: area)
    let cropped = result.margin.resized(to: area.grid)
    for cell in area.isInside.indices where area.isInside[cell] {
      #expect(cropped.values[cell] == result.surface.values[cell])
    }
    let wide = area.touchedWithNeighbours()
    #expect(result.margin.grid == wide.grid)
    #expect(wide.cells == result.margin.values.map { !$0.isNaN })
    #expect(result.surface.values.map { !$0.isNaN } == area.isInside)
  }

  @Test("bandwidths and weights that cannot be used are refused")
  func refusals() async {
    let area = wholeMask(columns: 5, rows: 5)
    for value in [0, -3, .nan, .infinity] {
      await #expect(throws: KernelDensityError.self) {
        try await KernelEstimator(bandwidth: .metres(value)).evaluate(x: [1], y: [1], over: area)
      }
    }
    for bandwidth in [Bandwidth.metres(5001), .adaptive(metres: 1e300)] {
      await #expect(throws: KernelDensityError.self) {
        try await KernelEstimator(bandwidth: bandwidth).evaluate(x: [1], y: [1], over: area)
      }
    }
    for weight in [-1, .nan, .infinity] {
      await #expect(throws: KernelDensityError.self) {
        try await KernelEstimator(bandwidth: .metres(100)).evaluate(
          x: [1], y: [1], weights: [weight], over: area)
      }
    }
    await #expect(throws: KernelDensityError.uniformCorrectionOfAdaptive) {
      try await KernelEstimator(bandwidth: .adaptive(metres: 100), edgeCorrection: .uniform)
        .evaluate(x: [1], y: [1], over: area)
    }
    await #expect(throws: KernelDensityError.noSpread(incidents: 3)) {
      try await KernelEstimator(bandwidth: .automatic).evaluate(
        x: [5, 5, 5], y: [1, 2, 3], over: area)
    }
  }

  @Test("memory grows with cells and incidents")
  func memory() {
    let grid = SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 585, rows: 452)
    let bytes = KernelEstimator().predictedBytes(grid: grid, incidents: 1_000_000)
    #expect((40_000_000...100_000_000).contains(bytes))
    #expect(KernelEstimator().predictedBytes(grid: grid, incidents: 0) < bytes / 2)
  }

  // Values at five cell middles from scikit-learn 1.x and KDEpy, and from numpy where they lack the
  // kernel, for the robberies at x = 91000 (lon + 90), y = 111000 (lat - 35):
  //
  //     k = sklearn.neighbors.KernelEstimator(kernel='epanechnikov', bandwidth=1500,
  //                                         algorithm='kd_tree', rtol=0).fit(xy)
  //     np.exp(k.score_samples(places)) * len(xy) * 1e6     # 'tophat', 'linear', 'gaussian' alike
  //     KDEpy.TreeKDE(kernel='biweight', bw=1500/sqrt(8), norm=2)
  //     u = d2 / 1500**2; np.where(u < 1, (1 - u)**3, 0).sum() * 4 / (pi * 1500**2) * 1e6
  @Test(
    "agrees with independent programs on real robberies",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func realRobberies() async throws {
    let file = try String(
      contentsOfFile: SharedData.path("realdata/incidents/memphis_robberies.csv"), encoding: .utf8)
    let rows = file.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    let x = try rows.map { try #require(Double($0[3])) }.map { 91_000 * ($0 + 90) }
    let y = try rows.map { try #require(Double($0[4])) }.map { 111_000 * ($0 - 35) }
    #expect(x.count == 2245)
    let grid = try SurfaceGrid(
      box: Box(minX: -12_000, minY: -500, maxX: 24_500, maxY: 29_000), cellSize: 500)
    let area = StudyMask(grid: grid, isInside: Array(repeating: true, count: grid.cellCount))
    let places: [(Double, Double)] = [
      (-1750, 12_250), (-250, 12_750), (2250, 6250), (8250, 5250), (-5250, 10_250),
    ]
    let expected: [(DensityKernel, Double, [Double])] = [
      (
        .quartic, 1500,
        [10.99626011759759, 4.291731355925593, 0, 14.81262314182507, 3.88353785199093]
      ),
      (
        .epanechnikov, 1500,
        [9.249696592901559, 4.5051095801104735, 0, 14.913274459037359, 3.361489719344717]
      ),
      (
        .uniform, 1500,
        [7.073553026306455, 4.527073936836172, 0, 13.439750749982222, 3.1123633315748394]
      ),
      (
        .triangular, 1500,
        [10.115534928918935, 4.49384013522797, 0, 14.469906494128113, 3.658206378763548]
      ),
      (
        .triweight, 1500,
        [12.523382438079905, 4.261539355786278, 0, 14.068928791300761, 4.435930386526217]
      ),
      (
        .gaussian, 600,
        [
          10.734544916560091, 4.514811609853348, 0.1922490279183883, 13.562034947573181,
          3.992084570077584,
        ]
      ),
    ]
    for (kernel, bandwidth, values) in expected {
      let result = try await KernelEstimator(
        kernel: kernel, bandwidth: .metres(bandwidth), edgeCorrection: .none
      ).evaluate(x: x, y: y, over: area)
      for (place, value) in zip(places, values) {
        let cell = try #require(grid.cell(x: place.0, y: place.1))
        #expect(abs(result.surface.values[cell] - value) < 1e-11 * 15, "\(kernel)")
      }
    }
    // numpy: sd and percentiles of both axes, sigma = sqrt(sx sy) n^(-1/6).
    let choice = try BandwidthChoice.normalReference(x: x, y: y, kernel: .gaussian)
    #expect(abs(choice.metres - 1757.0187294599964) < 1e-8)
  }

  private func wholeMask(columns: Int, rows: Int) -> StudyMask {
    let grid = SurfaceGrid(
      cellSize: 100, firstColumn: 0, firstRow: 0, columns: columns, rows: rows)
    return StudyMask(grid: grid, isInside: Array(repeating: true, count: grid.cellCount))
  }
}
