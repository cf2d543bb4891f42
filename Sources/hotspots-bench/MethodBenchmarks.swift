import Geometry
import HotspotAnalysis
import Incidents
import Statistics
import Tables

/// The methods, each by itself on seeded data, at sizes that show how they grow.
///
/// A density is varied by one of points, cells and bandwidth at a time: from the first row of each
/// group on, only the item counted changes.
enum MethodBenchmarks {
  static var all: [Benchmark] { densities + clusters + hours + concentration + repeats }

  // MARK: - Concentration

  private static var concentration: [Benchmark] {
    [
      // Growth with units: the interval, then what chance would give.
      Benchmark(name: "concentration/interval", sizes: [4_835, 1_000_000]) { units in
        interval(units: units)
      },
      Benchmark(name: "concentration/chance", sizes: [4_835, 1_000_000]) { units in
        chance(units: units)
      },
    ]
  }

  /// The interval of a million incidents, or about as many, on units of which few have many.
  private static func interval(units: Int) -> () async throws -> UInt64 {
    var random = SplitMix64(seed: 1)
    let amounts = AmountDistribution(
      (0..<units).map { _ in
        max(0, 1_000_000 / Double(units) * (1 / (random.nextUnit() + 0.01) - 1) / 3.6).rounded()
      })
    return {
      let interval = await GiniInterval.of(amounts, seed: 1)
      return (interval?.low ?? 0).bitPattern
    }
  }

  /// What chance gives of a million incidents.
  private static func chance(units: Int) -> () async throws -> UInt64 {
    {
      let chance = await ChanceConcentration(of: 1_000_000, over: units, top: 3, seed: 1)
      return chance.gini.bitPattern
    }
  }

  // MARK: - Repeats

  private static var repeats: [Benchmark] {
    [
      // Growth with locations, on average one to 1,000 m², joined within 25 m.
      Benchmark(name: "repeats/joining", sizes: [100_000, 2_000_000]) { locations in
        joining(locations: locations)
      }
    ]
  }

  private static func joining(locations: Int) -> () async throws -> UInt64 {
    var random = SplitMix64(seed: 1)
    let side = 3_162 * Double(locations).squareRoot()
    let x = (0..<locations).map { _ in Int32(random.nextUnit() * side) }
    let y = (0..<locations).map { _ in Int32(random.nextUnit() * side) }
    let incidents = (0..<locations).map { _ in Int(1 / (random.nextUnit() + 0.01)) }
    return {
      let centres = LocationJoining.centres(x: x, y: y, incidents: incidents, within: 25)
      return UInt64(centres.enumerated().count { $0.offset == Int($0.element) })
    }
  }

  // MARK: - Densities

  private static var densities: [Benchmark] {
    [
      // Growth with points: 100 m cells, 300 m.
      Benchmark(name: "density/points", sizes: [10_000, 100_000, 1_000_000]) { points in
        density(points: points, cellSize: 100, bandwidth: 300)
      },
      Benchmark(name: "density/points, 50 m", sizes: [1_000_000]) { points in
        density(points: points, cellSize: 50, bandwidth: 300)
      },
      // Growth with cells: a hundred thousand points, 300 m; items are cells.
      Benchmark(name: "density/cells", sizes: cellSizes.map { cells(of: $0) }) { cells in
        let size = cellSizes.first { self.cells(of: $0) == cells } ?? 100
        return density(points: 100_000, cellSize: size, bandwidth: 300)
      },
      // Growth with bandwidth: a hundred thousand points, 100 m cells; items are metres.
      Benchmark(name: "density/bandwidth", sizes: [150, 300, 600, 1200]) { metres in
        density(points: 100_000, cellSize: 100, bandwidth: Double(metres))
      },
      Benchmark(name: "density/adaptive", sizes: [100_000]) { points in
        density(points: points, cellSize: 100, bandwidth: nil)
      },
      Benchmark(name: "density/isopleths", sizes: [250_000]) { cells in
        let grid = SurfaceGrid(
          cellSize: 100, firstColumn: 0, firstRow: 0, columns: 500, rows: cells / 500)
        let (x, y) = points(100_000, in: grid)
        let area = wholeMask(grid)
        return {
          let result = try await KernelEstimator(bandwidth: .metres(500))
            .evaluate(x: x, y: y, over: area)
          let classes = DensestGround(of: result.margin, within: area)
          let bands = IsoplethBands(
            of: result.margin, breaks: Set(classes.classes.map(\.level)).sorted())
          return UInt64(bands.outlines.vertexCount)
        }
      },
      Benchmark(name: "hotspots/profiles", sizes: [100_000, 1_000_000]) { count in
        profiles(incidents: count)
      },
    ]
  }

  private static let cellSizes = [400.0, 200, 100, 50]
  private static let side = 49_000.0

  private static func grid(_ cellSize: Double) -> SurfaceGrid {
    let columns = Int((side / cellSize).rounded(.up))
    return SurfaceGrid(
      cellSize: cellSize, firstColumn: Int(503_000 / cellSize), firstRow: Int(156_000 / cellSize),
      columns: columns, rows: columns)
  }

  private static func cells(of cellSize: Double) -> Int { grid(cellSize).cellCount }

  private static func wholeMask(_ grid: SurfaceGrid) -> StudyMask {
    StudyMask(grid: grid, isInside: [Bool](repeating: true, count: grid.cellCount))
  }

  /// Returns seeded points over a grid, most of them in clusters.
  private static func points(_ count: Int, in grid: SurfaceGrid) -> (x: [Double], y: [Double]) {
    let (x, y) = SeededLayer(vertices: 20_000).points(count)
    let box = grid.box
    return (
      x.map { box.minX + ($0 - 503_000) / side * box.width },
      y.map { box.minY + ($0 - 156_000) / side * box.height }
    )
  }

  private static func density(
    points count: Int, cellSize: Double, bandwidth: Double?
  ) -> () async throws -> UInt64 {
    let grid = grid(cellSize)
    let (x, y) = points(count, in: grid)
    let area = wholeMask(grid)
    let method = KernelEstimator(
      bandwidth: bandwidth.map { .metres($0) } ?? .adaptive(metres: 300), threads: 2)
    return { checksum(try await method.evaluate(x: x, y: y, over: area).margin.values) }
  }

  private static func profiles(incidents count: Int) -> () async throws -> UInt64 {
    let grid = grid(100)
    let (x, y) = points(count, in: grid)
    var random = SplitMix64(seed: 21)
    var details = IncidentDetails()
    details.categoryNames = (0..<14).map { "category \($0)" }
    details.locationNames = (0..<5000).map { "Street \($0)" }
    for _ in 0..<count {
      details.categories.append(UInt16(random.next() % 14))
      details.locations.append(UInt32(random.next() % 5000))
      let start = Int64(1_500_000_000 + random.next() % 31_000_000)
      details.append(window: TimeWindow(start: start, end: start + Int64(random.next() % 36_000)))
    }
    let area = wholeMask(grid)
    let kept = details
    return {
      let result = try await KernelEstimator(bandwidth: .metres(300), threads: 2)
        .evaluate(x: x, y: y, over: area)
      let found = HotspotList.densest(
        on: SparseSurface(result.surface), x: x, y: y, details: kept,
        studyAreaSquareKilometres: area.areaSquareKilometres)
      return found.hotspots.reduce(0) { $0 &* 31 &+ UInt64($1.incidents) }
    }
  }

  // MARK: - Local statistics

  private static var clusters: [Benchmark] {
    [
      Benchmark(name: "clusters/queen neighbours", sizes: [160_000, 640_000]) { vertices in
        let outlines = SeededLayer(vertices: vertices).outlines
        return { UInt64(Neighbours.contiguity(of: outlines, rule: .queen).pairCount) }
      },
      Benchmark(name: "clusters/gi-star", sizes: [4_900, 250_000]) { places in
        let (values, neighbours) = try lattice(places)
        return {
          checksum(try GetisOrd().evaluate(values, neighbours: neighbours).scores.z.map { $0 ?? 0 })
        }
      },
      Benchmark(name: "clusters/gi-star 999", sizes: [4_900, 49_000]) { places in
        let (values, neighbours) = try lattice(places)
        let method = GetisOrd(permutations: ConditionalPermutations(count: 999, seed: 1))
        return {
          checksum(
            try method.evaluate(values, neighbours: neighbours).permutationP?.map { $0 ?? 0 } ?? [])
        }
      },
      Benchmark(name: "clusters/local-moran 999", sizes: [4_900, 49_000]) { places in
        let (values, neighbours) = try lattice(places)
        let method = LocalMoran(permutations: ConditionalPermutations(count: 999, seed: 1))
        return {
          checksum(try method.evaluate(values, neighbours: neighbours).permutationP.map { $0 ?? 0 })
        }
      },
      Benchmark(name: "clusters/cells over areas", sizes: [60_000, 240_000]) { cells in
        let outlines = SeededLayer(vertices: 160_000).outlines
        let size = side / Double(cells).squareRoot()
        return { UInt64(try CellGrid(over: outlines, shape: .square, size: size).count) }
      },
    ]
  }

  /// Returns seeded values on a square grid of about so many cells, and its queen neighbours.
  private static func lattice(_ places: Int) throws -> (values: [Double?], neighbours: Neighbours) {
    var outlines = OutlineTable()
    let width = Double(places).squareRoot().rounded() * 100
    outlines.appendArea([
      [
        [
          Point(x: 0, y: 0), Point(x: width, y: 0), Point(x: width, y: width),
          Point(x: 0, y: width), Point(x: 0, y: 0),
        ]
      ]
    ])
    let grid = try CellGrid(over: outlines, shape: .square, size: 100)
    var random = SplitMix64(seed: 22)
    let values = (0..<grid.count).map { _ -> Double? in Double(random.next() % 40) }
    return (values, grid.neighbours)
  }

  // MARK: - Hours

  private static var hours: [Benchmark] {
    [
      Benchmark(name: "hours/instants", sizes: [1_000_000]) { count in
        aoristic(count, longest: 1)
      },
      Benchmark(name: "hours/windows of hours", sizes: [1_000_000]) { count in
        aoristic(count, longest: 36_000)
      },
      Benchmark(name: "hours/windows of weeks", sizes: [1_000_000]) { count in
        aoristic(count, longest: 30 * 86_400)
      },
    ]
  }

  /// Returns the spreading of windows of seeded lengths over the week of London.
  private static func aoristic(
    _ count: Int, longest: UInt64
  ) -> () async throws -> UInt64 {
    var random = SplitMix64(seed: 23)
    let starts = (0..<count).map { _ in Int64(1_480_000_000 + random.next() % 31_000_000) }
    let ends = starts.map { $0 + Int64(random.next() % longest) }
    return {
      let rules = try TimeZoneDatabase.system.rules(named: "Europe/London")
      var accumulator = AoristicAccumulator(rules: rules)
      accumulator.add(starts: starts.span, ends: ends.span)
      return checksum(accumulator.profile().weights)
    }
  }

  private static func checksum(_ values: [Double]) -> UInt64 {
    values.reduce(0) { $0 &* 31 &+ $1.bitPattern }
  }
}
