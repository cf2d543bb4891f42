import Boundaries
import Geometry
import Statistics
import TestSupport
import Testing

@testable import HotspotAnalysis

/// Incidents thrown at random over the made-up borough: of forty throws at most four may have a place
/// that is called hot or cold at 95 %, and a cluster among them must be found.
@Suite struct NoiseTests {
  /// What is compared.
  enum Unit: CustomTestStringConvertible {
    case areas
    case cells(CellShape, size: Double)

    var testDescription: String {
      switch self {
      case .areas: "areas"
      case .cells(let shape, let size): "\(shape) of \(Int(size)) m"
      }
    }
  }

  /// The places of a unit, ready for throws.
  struct Places {
    let neighbours: Neighbours
    let ground: [Double]
    let place: (Double, Double) -> Int?

    init(_ unit: Unit, _ borough: Borough) throws {
      switch unit {
      case .areas:
        let outlines = borough.layer.outlines
        neighbours = .contiguity(of: outlines)
        ground = (0..<outlines.areaCount).map { outlines.area(of: $0) }
        place = { borough.area(x: $0, y: $1) }
      case .cells(let shape, let size):
        let grid = try CellGrid(over: borough.layer.outlines, shape: shape, size: size)
        neighbours = grid.neighbours
        ground = grid.ground
        place = { grid.cell(x: $0, y: $1) }
      }
    }

    /// Returns the scores of points, by Gi* or local Moran.
    func scores(_ points: ArraySlice<Point>, isMoran: Bool) throws -> LocalScores {
      var counts = [Double](repeating: 0, count: ground.count)
      for point in points { counts[try #require(place(point.x, point.y))] += 1 }
      let chance = IncidentChance(amounts: counts, spreads: [.ground(ground), .places])
      return isMoran
        ? try LocalMoran(permutations: .init(count: 1, seed: 1))
          .evaluate(counts, neighbours: neighbours, chance: chance).scores
        : try GetisOrd().evaluate(counts, neighbours: neighbours, chance: chance).scores
    }
  }

  /// The made-up borough, and where its areas are.
  struct Borough: Sendable {
    let layer: BoundaryLayer
    private let index: AreaIndex

    init() throws {
      layer = try BoundaryLayer.load(path: ProjectFolder.path("boundaries/lsoa.shp"))
      index = AreaIndex(layer.outlines)
    }

    func area(x: Double, y: Double) -> Int? { index.locate(x: x, y: y).area }

    /// Returns points that lie anywhere in the borough with equal chance.
    func points(_ count: Int, seed: Int) -> [Point] {
      var random = SplitMix64(seed: UInt64(1000 + seed))
      let box = layer.outlines.box
      var points: [Point] = []
      var found = AreaAssignment()
      while points.count < count {
        let x = (0..<1000).map { _ in box.minX + random.nextUnit() * box.width }
        let y = (0..<1000).map { _ in box.minY + random.nextUnit() * box.height }
        index.assign(x: x, y: y, count: 1000, into: &found)
        for point in 0..<1000 where found.areas[point] >= 0 {
          points.append(Point(x: x[point], y: y[point]))
        }
      }
      return Array(points.prefix(count))
    }
  }

  static let borough = Result { try Borough() }

  static let trials: [(unit: Unit, counts: [Int])] = [
    (.areas, [30, 500, 2000, 10_000]),
    (.cells(.square, size: 400), [30, 500, 2000, 10_000]),
    (.cells(.hexagon, size: 400), [500, 2000, 10_000]),
    (.cells(.square, size: 100), [500, 2000, 10_000]),
    (.cells(.hexagon, size: 100), [500, 2000, 10_000]),
    (.cells(.square, size: 50), [500, 2000, 10_000]),
  ]

  /// The test of chance alone, thrown by the ground of places.
  ///
  /// The score only makes p-values larger. So whole grids are tried as often as small ones.
  @Test("of forty throws of noise chance is beaten in at most four", arguments: trials)
  func noise(unit: Unit, counts: [Int]) throws {
    let places = try Places(unit, try Self.borough.get())
    let throwing = GroundThrow(places.ground)
    for count in counts {
      var falseRuns = [0, 0]
      for seed in 0..<40 {
        let thrown = throwing.counts(of: count, seed: UInt64(1000 + seed))
        let tests = ChanceTests(places, thrown)
        if tests.findsAny(isMoran: false) { falseRuns[0] += 1 }
        if tests.findsAny(isMoran: true) { falseRuns[1] += 1 }
      }
      #expect(falseRuns.allSatisfy { $0 <= 4 }, "\(count): \(falseRuns)")
    }
  }

  @Test(
    "nor are points thrown anywhere called hot or cold",
    arguments: [(Unit.areas, 40, [30, 500]), (.cells(.square, size: 400), 20, [500])]
      as [(Unit, Int, [Int])])
  func points(unit: Unit, throwCount: Int, counts: [Int]) throws {
    let borough = try Self.borough.get()
    let places = try Places(unit, borough)
    for count in counts {
      var falseRuns = [0, 0]
      for seed in 0..<throwCount {
        let points = borough.points(count, seed: seed)
        for (method, isMoran) in [false, true].enumerated() {
          let classes = try places.scores(points[...], isMoran: isMoran).classes
          if classes.contains(where: { abs($0 ?? 0) >= 2 }) { falseRuns[method] += 1 }
        }
      }
      #expect(falseRuns.allSatisfy { $0 <= throwCount / 10 }, "\(count): \(falseRuns)")
    }
  }

  @Test(
    "sixty incidents within a hundred metres among two thousand are found",
    arguments: [
      Unit.cells(.square, size: 50), .cells(.square, size: 100), .cells(.square, size: 200),
      .cells(.square, size: 400), .cells(.hexagon, size: 200), .cells(.hexagon, size: 400),
    ])
  func planted(unit: Unit) throws {
    let borough = try Self.borough.get()
    let places = try Places(unit, borough)
    for seed in 0..<3 {
      let noise = borough.points(2000, seed: seed)
      var random = SplitMix64(seed: UInt64(seed))
      // Around one of the points that has room.
      let centre = try #require(
        noise.first { point in
          [(-100.0, -100.0), (-100, 100), (100, -100), (100, 100)].allSatisfy {
            borough.area(x: point.x + $0.0, y: point.y + $0.1) != nil
          }
        })
      var cluster: [Point] = []
      while cluster.count < 60 {
        let (dx, dy) = (200 * random.nextUnit() - 100, 200 * random.nextUnit() - 100)
        if dx * dx + dy * dy <= 10_000 {
          cluster.append(Point(x: centre.x + dx, y: centre.y + dy))
        }
      }
      let classes = try places.scores((noise + cluster)[...], isMoran: false).classes
      #expect((classes[try #require(places.place(centre.x, centre.y))] ?? 0) >= 2)
      // What stands out lies around the cluster: none further than two cells away.
      #expect(classes.count { ($0 ?? 0) >= 2 } < classes.count / 10)
    }
  }
}

/// Throws incidents over places, each as likely as its ground is large.
private struct GroundThrow {
  /// The ground before each place.
  private let before: [Double]
  private let all: Double

  init(_ ground: [Double]) {
    var sum = 0.0
    var before: [Double] = []
    for size in ground {
      before.append(sum)
      sum += size
    }
    (self.before, all) = (before, sum)
  }

  /// Returns how many incidents each place gets.
  func counts(of count: Int, seed: UInt64) -> [Double] {
    var counts = [Double](repeating: 0, count: before.count)
    var random = SplitMix64(seed: seed)
    for _ in 0..<count {
      let thrown = random.nextUnit() * all
      var (low, high) = (0, before.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if before[middle] <= thrown { low = middle } else { high = middle }
      }
      counts[low] += 1
    }
    return counts
  }
}

/// Whether chance is beaten anywhere at 95 %.
private struct ChanceTests {
  private let neighbours: Neighbours
  private let counts: [Double]
  private let all: Double
  private let chance: IncidentChance

  init(_ places: NoiseTests.Places, _ counts: [Double]) {
    neighbours = places.neighbours
    self.counts = counts
    all = counts.reduce(0, +)
    chance = IncidentChance(amounts: counts, spreads: [.ground(places.ground), .places])
  }

  func findsAny(isMoran: Bool) -> Bool {
    // Others than these small p-values change nothing after Benjamini and Hochberg.
    var small: [Double] = []
    for place in counts.indices {
      let others = neighbours[place]
      if others.isEmpty { continue }
      var sum = isMoran ? 0 : counts[place]
      for other in others { sum += counts[Int(other)] }
      let members = Double(others.count + (isMoran ? 0 : 1))
      let mean = all * members / Double(counts.count)
      // Within a deviation of what the places expect alike, that way to throw alone says chance.
      if abs(sum - mean) <= max(1, mean.squareRoot()) { continue }
      let isHigh = sum > mean
      let tail =
        isMoran
        ? chance.tail(beside: place, others, isHigh: isHigh)
        : chance.tail(around: place, others, isHigh: isHigh)
      if 2 * tail <= 0.05 { small.append(2 * tail) }
    }
    small.sort()
    return small.enumerated().contains { rank, p in
      p <= 0.05 * Double(rank + 1) / Double(counts.count)
    }
  }
}
