import Geometry
import Statistics
import Testing

@Suite("Inner points")
struct InnerPointTests {
  private func ring(_ corners: [(Double, Double)]) -> [Point] {
    (corners + corners[..<1]).map { Point(x: $0.0, y: $0.1) }
  }

  private func outlines(_ polygons: [[[Point]]]) -> OutlineTable {
    var table = OutlineTable()
    table.appendArea(polygons)
    return table
  }

  /// How far a position is from the nearest edge.
  private func distance(from point: Point, to rings: [[Point]]) -> Double {
    rings.flatMap { zip($0, $0.dropFirst()) }.map { (a, b) in
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)
      let nearest = min(1, max(0, along))
      let (ex, ey) = (a.x + nearest * dx - point.x, a.y + nearest * dy - point.y)
      return (ex * ex + ey * ey).squareRoot()
    }.min() ?? .infinity
  }

  /// The radius by shapely 2: `maximum_inscribed_circle(polygon, tolerance=1e-6).length`.
  @Test(
    "the room around it is that of GEOS's largest circle",
    arguments: [
      (
        [[(0, 0), (30, 0), (30, 30), (20, 30), (20, 10), (10, 10), (10, 30), (0, 30)]],
        5.857864022254944
      ),
      (
        [
          [(0, 0), (100, 0), (100, 100), (0, 100)], [(10, 10), (10, 80), (80, 80), (80, 10)],
        ], 11.715728700169985
      ),
      ([[(0, 0), (4, 0), (0, 3)]], 1.0),
      ([[(0, 0), (1000, 1000), (1000, 1000.5), (0, 0.5)]], 0.1767766952966369),
    ] as [([[(Double, Double)]], Double)])
  func room(corners: [[(Double, Double)]], radius: Double) throws {
    let rings = corners.map(ring)
    let table = outlines([rings])
    let point = try #require(table.innerPoint(ofArea: 0))
    let near = try #require(table.innerPoint(ofArea: 0, precision: radius / 100))
    #expect(RingSide(of: point, in: rings[0]) == .inside)
    for hole in rings.dropFirst() { #expect(RingSide(of: point, in: hole) == .outside) }
    let found = distance(from: point, to: rings)
    #expect(found <= radius * 1.000001)
    #expect(found >= radius * 0.999)
    #expect(distance(from: near, to: rings) >= radius * 0.99)
  }

  @Test("of several polygons the roomiest is chosen")
  func severalPolygons() throws {
    let small = ring([(0, 0), (2, 0), (2, 2), (0, 2)])
    let large = ring([(9, 0), (14, 0), (14, 4), (9, 4)])
    for polygons in [[[small], [large]], [[large], [small]]] {
      let point = try #require(outlines(polygons).innerPoint(ofArea: 0))
      #expect(RingSide(of: point, in: large) == .inside)
    }
  }

  @Test("slivers too thin for the precision still have an inner point")
  func slivers() throws {
    for width in [1e-3, 1e-6, 1e-9] {
      let sliver = ring([(0, 0), (1000, 999), (1000, 999 + width), (500, 501 + width)])
      let point = try #require(outlines([[sliver]]).innerPoint(ofArea: 0, precision: 100))
      #expect(RingSide(of: point, in: sliver) == .inside)
      let long = ring([(0, 0), (1e9, 0), (1e9, width), (0, width)])
      let middle = try #require(outlines([[long]]).innerPoint(ofArea: 0))
      #expect(RingSide(of: middle, in: long) == .inside)
    }
  }

  @Test("an area without rings has none")
  func none() {
    #expect(outlines([]).innerPoint(ofArea: 0) == nil)
  }

  @Test("the point is inside any star, and moves with it", arguments: 0..<40 as Range<UInt64>)
  func stars(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Int.random(in: 3...40, using: &generator)
    // A polygon that sees its centre from everywhere never crosses itself.
    let corners = (0..<count).map { corner in
      let angle = 2 * Double.pi * Double(corner) / Double(count)
      let reach = Double.random(in: 1...100, using: &generator)
      return Point(x: reach * cosine(angle), y: reach * cosine(angle - Double.pi / 2))
    }
    let star = corners + [corners[0]]
    let point = try #require(outlines([[star]]).innerPoint(ofArea: 0))
    #expect(RingSide(of: point, in: star) == .inside)
    let moved = star.map { Point(x: $0.x + 4096, y: $0.y - 8192) }
    let movedPoint = try #require(outlines([[moved]]).innerPoint(ofArea: 0))
    #expect(abs(movedPoint.x - point.x - 4096) + abs(movedPoint.y - point.y + 8192) < 3)
  }

  /// A cosine good enough for making stars.
  private func cosine(_ angle: Double) -> Double {
    let turned = angle.remainder(dividingBy: 2 * .pi)
    var (term, sum) = (1.0, 1.0)
    for step in 1...12 {
      term *= -turned * turned / Double((2 * step - 1) * (2 * step))
      sum += term
    }
    return sum
  }
}
