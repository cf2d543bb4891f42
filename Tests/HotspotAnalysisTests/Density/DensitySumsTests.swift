import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite("DensitySums")
struct DensitySumsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var kernel: DensityKernel
    var edgeCorrection: EdgeCorrection
    var testDescription: String { "\(kernel) kernel, \(edgeCorrection) correction" }

    static let all = DensityKernel.allCases.flatMap { kernel in
      EdgeCorrection.allCases.map { Case(kernel: kernel, edgeCorrection: $0) }
    }
  }

  /// Incidents in no order, with weights over seven powers of ten.
  private struct Incidents {
    var x: [Double]
    var y: [Double]
    var weights: [Double]

    init(seed: UInt64, count: Int, inside area: StudyMask) {
      var places = ClusteredIncidents(seed: seed, count: count, in: area.grid.box, spread: 400)
      places.keep(inside: area)
      var random = SplitMix64(seed: seed)
      (x, y) = (places.x, places.y)
      weights = x.map { _ in GaussianValue.exponential(random.nextUnit() * 16 - 7) }
    }

    func picked(_ order: [Int]) -> Incidents {
      var copy = self
      (copy.x, copy.y) = (order.map { x[$0] }, order.map { y[$0] })
      copy.weights = order.map { weights[$0] }
      return copy
    }
  }

  @Test("surfaces are the same bits for any order of the incidents", arguments: Case.all)
  func order(_ example: Case) async throws {
    let area = raggedMask(cellSize: 50, columns: 30, rows: 24)
    let incidents = Incidents(seed: 11, count: 700, inside: area)
    var random = SplitMix64(seed: 12)
    let metres = example.kernel == .gaussian ? 60.0 : 180
    let bandwidths =
      example.edgeCorrection == .uniform
      ? [Bandwidth.metres(metres)] : [.metres(metres), .adaptive(metres: metres)]
    for bandwidth in bandwidths {
      let method = KernelEstimator(
        kernel: example.kernel, bandwidth: bandwidth, edgeCorrection: example.edgeCorrection,
        threads: 2)
      for usesWeights in [false, true] {
        func bits(_ places: Incidents) async throws -> [UInt64] {
          let result = try await method.evaluate(
            x: places.x, y: places.y, weights: usesWeights ? places.weights : nil, over: area)
          return (result.surface.values + result.margin.values).map(\.bitPattern)
        }
        let shuffled = incidents.picked(incidents.x.indices.shuffled(using: &random))
        #expect(try await bits(incidents) == bits(shuffled))
      }
    }
  }

  @Test("sums of parts, merged in any order and as a tree, are those of all", arguments: Case.all)
  func parts(_ example: Case) async throws {
    let area = raggedMask(cellSize: 50, columns: 30, rows: 24)
    let incidents = Incidents(seed: 5, count: 300, inside: area)
    let metres = example.kernel == .gaussian ? 70.0 : 210
    let method = KernelEstimator(
      kernel: example.kernel, bandwidth: .metres(metres), edgeCorrection: example.edgeCorrection)
    func sums(_ places: Incidents) async throws -> DensitySums {
      try await method.sums(
        x: places.x, y: places.y, weights: places.weights, metres: metres, over: area)
    }
    let whole = try await sums(incidents)
    for (seed, count) in [(1, 1), (2, 7), (3, 50)] {
      var random = SplitMix64(seed: UInt64(seed))
      var members = [[Int]](repeating: [], count: count)
      for incident in incidents.x.indices.shuffled(using: &random) {
        members[Int(random.next() % UInt64(count))].append(incident)
      }
      var parts: [DensitySums] = []
      for part in members { parts.append(try await sums(incidents.picked(part))) }
      while parts.count > 1 {
        var merged = parts.remove(at: Int(random.next() % UInt64(parts.count)))
        merged.merge(parts.remove(at: Int(random.next() % UInt64(parts.count))))
        parts.append(merged)
      }
      #expect(parts[0] == whole)
    }
    let choice = BandwidthChoice(metres: metres, rule: .given)
    let estimate = await method.estimate(of: whole, bandwidth: choice, over: area)
    let single = try await method.evaluate(
      x: incidents.x, y: incidents.y, weights: incidents.weights, over: area)
    #expect(estimate.surface == single.surface)
    #expect(estimate.incidentsInReach == single.incidentsInReach)
  }

  /// The formula in other variables, with a sum that is exact to the last bit.
  @Test("is within 2^-44 of the tops within reach, and 1e-9 of the peak", arguments: Case.all)
  func bound(_ example: Case) async throws {
    let area = raggedMask(cellSize: 50, columns: 30, rows: 24)
    let incidents = Incidents(seed: 9, count: 900, inside: area)
    for cells in [1.0, 2.3, 8] {
      let metres = cells * area.grid.cellSize
      let slow = SlowDensity(
        kernel: example.kernel, bandwidth: metres, edgeCorrection: example.edgeCorrection,
        area: area)
      let result = try await KernelEstimator(
        kernel: example.kernel, bandwidth: .metres(metres), edgeCorrection: example.edgeCorrection
      ).evaluate(x: incidents.x, y: incidents.y, weights: incidents.weights, over: area)
      let masses = incidents.x.indices.map {
        example.edgeCorrection == .diggle ? slow.mass(incidents.x[$0], incidents.y[$0], metres) : 1
      }
      let peak = try #require(result.surface.range).upperBound
      let top = slow.kernelValue(0, 0, metres)
      for cell in area.isInside.indices where area.isInside[cell] {
        let centre = area.grid.centre(of: cell)
        let (sum, tops) = exactly(at: centre, incidents, masses, slow, reach: 9 * metres, top: top)
        let mass =
          example.edgeCorrection == .uniform ? slow.mass(centre.x, centre.y, metres) : 1
        let error = abs(result.surface.values[cell] - sum / mass * 1_000_000)
        // Besides the units, each term has a few roundings of its own.
        #expect(error <= (0x1p-44 + 1e-14) * tops / mass * 1_000_000)
        #expect(error <= 1e-9 * peak)
      }
    }
  }

  private func exactly(
    at centre: Point, _ incidents: Incidents, _ masses: [Double], _ slow: SlowDensity,
    reach: Double,
    top: Double
  ) -> (sum: Double, tops: Double) {
    var (sum, tops) = (ExactSum(), 0.0)
    for incident in incidents.x.indices {
      let (dx, dy) = (incidents.x[incident] - centre.x, incidents.y[incident] - centre.y)
      let factor = masses[incident] > 0 ? incidents.weights[incident] / masses[incident] : 0
      sum.add(factor * slow.kernelValue(dx, dy, slow.bandwidth))
      if max(abs(dx), abs(dy)) <= reach { tops += factor * top }
    }
    return (sum.value, tops)
  }

  @Test("a sum beyond 64 bits is exact too")
  func wide() async throws {
    let grid = SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 8, rows: 8)
    let area = StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
    let method = KernelEstimator(bandwidth: .metres(250), edgeCorrection: .none)
    // The heaviest of a level have nearly 51 bits each.
    let weight = 9.0
    let one = try await method.evaluate(x: [430], y: [370], weights: [weight], over: area)
    // A power of two, so that the product is exact.
    let count = 1 << 14
    let many = try await method.evaluate(
      x: [Double](repeating: 430, count: count), y: [Double](repeating: 370, count: count),
      weights: [Double](repeating: weight, count: count), over: area)
    #expect(many.surface.values == one.surface.values.map { $0 * Double(count) })
  }

  @Test("a weight beyond all units is refused")
  func beyondRange() async {
    let grid = SurfaceGrid(cellSize: 100, firstColumn: 0, firstRow: 0, columns: 5, rows: 5)
    let area = StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
    for (bandwidth, weight) in [(100.0, 1e300), (1e-160, 1)] {
      await #expect(throws: KernelDensityError.beyondRange) {
        try await KernelEstimator(bandwidth: .metres(bandwidth), edgeCorrection: .none).evaluate(
          x: [250], y: [250], weights: [weight], over: area)
      }
    }
  }
}
