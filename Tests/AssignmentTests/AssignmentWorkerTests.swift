import Boundaries
import Geometry
import Incidents
import Projections
import Statistics
import Testing
import Topology

@testable import Assignment

@Suite("Assignment")
struct AssignmentWorkerTests {
  /// Points spread evenly over a tiling and some way beyond.
  private func scattered(over box: Box, count: Int, seed: UInt64) -> [Point] {
    var generator = SplitMix64(seed: seed)
    func unit() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    let wide = box.padded(by: box.width * 0.1)
    return (0..<count).map { _ in
      Point(x: wide.minX + unit() * wide.width, y: wide.minY + unit() * wide.height)
    }
  }

  private func rounded(_ points: [Point], decimals: Int) -> [Point] {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    return points.map {
      Point(x: ($0.x * scale).rounded() / scale, y: ($0.y * scale).rounded() / scale)
    }
  }

  /// Checks that both ways give the same, and that GEOS agrees on points off the edges.
  private func check(_ run: PlacementRun, _ points: [Point], batch: Int = 1000) throws {
    let fast = try run.place(points, isExact: false, batch: batch)
    let exact = try run.place(points, isExact: true, batch: batch)
    #expect(fast.sink.areas == exact.sink.areas)
    #expect(fast.tallies == exact.tallies)
    for (fast, exact) in [(fast.sink.x, exact.sink.x), (fast.sink.y, exact.sink.y)] {
      let far = zip(fast, exact).filter { !($0.isNaN && $1.isNaN) && !(abs($0 - $1) < 1e-5) }
      #expect(far.isEmpty)
    }
    if run.snap > 0 { return }
    for (layer, outlines) in run.layers.enumerated() {
      let areas = try PreparedAreas(outlines)
      var wrong = 0
      var onEdge = 0
      for point in points.indices {
        let covering = areas.areasCovering(x: exact.sink.x[point], y: exact.sink.y[point])
        let area = Int(exact.sink.areas[layer][point])
        if covering.count > 1 { onEdge += 1 }
        // On the rim of the tiling a point may belong to the one area it touches, or to none.
        let isRim =
          covering.count == 1
          && areas.relation(
            x: exact.sink.x[point], y: exact.sink.y[point], area: covering[0]) == .boundary
        if !(covering.contains(area) || (area < 0 && (covering.isEmpty || isRim))) { wrong += 1 }
      }
      #expect(wrong == 0)
      #expect(exact.tallies[layer].onEdge >= onEdge)
      #expect(exact.tallies[layer].assigned == exact.sink.areas[layer].count { $0 >= 0 })
    }
  }

  @Test("scattered points are placed as PROJ and GEOS place them, fast or not", arguments: 0..<3)
  func scatteredPoints(seed: Int) throws {
    let tiling = PlacementRun.crookedTiling(seed: UInt64(seed))
    let coarse = PlacementRun.crookedTiling(seed: UInt64(seed) + 50, cells: 4, size: 700)
    let run = try PlacementRun(tiling, coarse)
    let points = try run.projected(
      scattered(over: tiling.box, count: 1500, seed: UInt64(seed)), .inverse)
    try check(run, rounded(points, decimals: 6))
  }

  @Test(
    "points on vertices and edges, to six decimals and to all, go the same way fast or not",
    arguments: [6, 7, 9, 17])
  func vertices(decimals: Int) throws {
    let tiling = PlacementRun.crookedTiling(seed: 7)
    let run = try PlacementRun(tiling)
    var points: [Point] = []
    for vertex in 0..<tiling.vertexCount - 1 {
      let (x, y) = (tiling.x[vertex], tiling.y[vertex])
      points.append(Point(x: x, y: y))
      points.append(Point(x: (x + tiling.x[vertex + 1]) / 2, y: (y + tiling.y[vertex + 1]) / 2))
    }
    points = try run.projected(points, .inverse)
    try check(run, decimals > 15 ? points : rounded(points, decimals: decimals))
  }

  @Test("all points at one place, or all on one edge, are placed like any others")
  func crowded() throws {
    let tiling = PlacementRun.crookedTiling(seed: 3)
    let run = try PlacementRun(tiling)
    let (a, b) = (
      Point(x: tiling.x[204], y: tiling.y[204]), Point(x: tiling.x[205], y: tiling.y[205])
    )
    let edge = (0..<1200).map { step in
      let part = Double(step) / 1199
      return Point(x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part)
    }
    try check(run, try run.projected(edge, .inverse), batch: 500)
    let corner = try run.projected([a], .inverse)[0]
    try check(run, [Point](repeating: corner, count: 1200), batch: 500)
    let inside = try run.projected([Point(x: 530_000, y: 180_500)], .inverse)[0]
    let result = try run.place([Point](repeating: inside, count: 1200), isExact: false)
    #expect(Set(result.sink.areas[0]).count == 1 && result.tallies[0].assigned == 1200)
  }

  @Test("points elsewhere on Earth are outside, and told apart where they cannot be projected back")
  func elsewhere() throws {
    let tiling = PlacementRun.crookedTiling(seed: 4)
    let run = try PlacementRun(tiling)
    let london = Point(x: -0.1278, y: 51.5074)
    let elsewhere = [
      Point(x: -2.2426, y: 53.4808), Point(x: 51.5074, y: -0.1278), Point(x: -74, y: 40.7),
      Point(x: 180, y: 90), Point(x: -180, y: -90), Point(x: 0, y: 0), Point(x: 175.3, y: -37.8),
      Point(x: -0.1278, y: 49), Point(x: -0.1278, y: 62),
      Point(x: 88, y: 0),
    ]
    try check(run, elsewhere + [london])
    let result = try run.place(elsewhere + [london], isExact: false)
    #expect(result.tallies[0].assigned == 1)
    #expect(result.tallies[0].outsideAreas + result.tallies[0].outsideAreaOfUse == elsewhere.count)
    // A quarter of the Earth from the grid's meridian of 2 degrees west its easting is without end.
    #expect(result.tallies[0].outsideAreaOfUse == result.sink.x.count(where: \.isNaN))
    #expect(result.sink.x[9].isNaN && result.tallies[0].outsideAreaOfUse >= 1)
    // Beyond the area of use, France and the sea off Norway are places like others.
    #expect(![0, 7, 8].contains { result.sink.x[$0].isNaN })
  }

  @Test("points just outside are given to the nearest area, fast or not")
  func snapping() throws {
    let tiling = PlacementRun.crookedTiling(seed: 5)
    var run = try PlacementRun(tiling)
    run.snap = 40
    run.borderDistance = 25
    let box = tiling.box
    let rim = (0..<800).map { step in
      Point(x: box.minX + box.width * Double(step % 400) / 400, y: step < 400 ? box.minY : box.maxY)
    }
    try check(run, rounded(try run.projected(rim, .inverse), decimals: 6))
    let snapped = try run.place(try run.projected(rim, .inverse), isExact: false).tallies[0]
    run.snap = 0
    let plain = try run.place(try run.projected(rim, .inverse), isExact: false).tallies[0]
    #expect(snapped.snapped > 0 && snapped.assigned == plain.assigned + snapped.snapped)
    #expect(plain.snapped == 0)
  }

  @Test("where areas overlap the lowest is taken, and counted as ambiguous")
  func overlapping() throws {
    let square = { (x: Double) in
      [
        Point(x: x, y: 180_000), Point(x: x + 200, y: 180_000), Point(x: x + 200, y: 180_200),
        Point(x: x, y: 180_200), Point(x: x, y: 180_000),
      ]
    }
    var outlines = OutlineTable()
    outlines.appendArea([[square(530_000)]])
    outlines.appendArea([[square(530_100)]])
    let run = try PlacementRun(outlines)
    let points = try run.projected(
      [50.0, 150, 250, 350].map { Point(x: 530_000 + $0, y: 180_100) }, .inverse)
    let result = try run.place(points, isExact: false)
    #expect(result.sink.areas == [[0, 0, 1, -1]])
    #expect(result.tallies[0].ambiguous == 1 && result.tallies[0].outsideAreas == 1)
  }

  @Test("storage does not grow with the number of incidents")
  func memory() throws {
    let tiling = PlacementRun.crookedTiling(seed: 6)
    let run = try PlacementRun(tiling)
    let points = try run.projected(scattered(over: tiling.box, count: 1000, seed: 6), .inverse)
    let one = try run.place(points, isExact: false, batch: 500)
    let eight = try run.place(
      Array(repeatElement(points, count: 8).joined()), isExact: false, batch: 500)
    #expect(eight.tallies[0].assigned == one.tallies[0].assigned * 8)
    // The allocator may give a little more than was asked for.
    #expect(one.sink.capacity > 0 && eight.sink.capacity < one.sink.capacity * 2)
  }

  @Test("an approximation whose error is beyond what a small layer's index sees is not used")
  func coarseApproximation() throws {
    var outlines = OutlineTable()
    outlines.appendArea(
      [
        [(0, 0), (0, 9), (9, 9), (9, 0), (0, 0)].map { Point(x: 530_000 + $0, y: 180_000 + $1) }
      ].map { [$0] })
    let projection = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:27700")
    let approximation = try #require(
      ApproximateProjection(
        projection.makeOperation(), over: Box(minX: -6, minY: 50, maxX: 2, maxY: 59),
        tolerance: 100))
    let index = AreaIndex(outlines)
    #expect(approximation.errorBound > index.reach)
    let plan = AssignmentPlan(
      projection: projection, approximation: approximation, layers: [index])
    #expect(plan.approximation == nil)
    let wide = AreaIndex(outlines, reach: approximation.errorBound)
    #expect(
      AssignmentPlan(projection: projection, approximation: approximation, layers: [wide])
        .approximation != nil)
  }
}
