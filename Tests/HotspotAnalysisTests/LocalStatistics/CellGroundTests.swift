import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct CellGroundTests {
  @Test("cells that the rim cuts have what lies inside, worked by hand")
  func byHand() throws {
    // Four and a half by three and a quarter, in cells of 1.
    let study = OutlineTable(boxes: [(0.5, 0.75, 5, 4)])
    let grid = try CellGrid(over: study, shape: .square, size: 1)
    #expect(grid.count == 20)
    for cell in 0..<20 {
      let expected = (cell % 5 == 0 ? 0.5 : 1) * (cell < 5 ? 0.25 : 1)
      #expect(abs(grid.ground[cell] - expected) < 1e-12)
    }
    // A triangle cuts the diagonal cells in halves.
    let triangle = OutlineTable(rings: [[(0, 0), (4, 0), (0, 4)]])
    let cells = try CellGrid(over: triangle, shape: .square, size: 1)
    #expect(cells.count == 10)
    #expect(
      cells.identifiers.map { $0 == "0_3" || $0 == "1_2" || $0 == "2_1" || $0 == "3_0" }
        == cells.ground.map { abs($0 - 0.5) < 1e-12 })
  }

  @Test("a hexagon whose centre is the corner of four quarters has a quarter in each")
  func hexagon() throws {
    let area = 0.75.squareRoot()
    let quarter = try CellGrid(
      over: OutlineTable(boxes: [(0, 0, 20, 20)]), shape: .hexagon, size: 1)
    let corner = try #require(quarter.cell(x: 0.01, y: 0.01))
    #expect(abs(quarter.ground[corner] - area / 4) < 1e-12)
    let inner = try #require(quarter.cell(x: 10, y: 10))
    #expect(abs(quarter.ground[inner] - area) < 1e-12)
  }

  /// Returns the area of a convex ring that lies in a ring, by cutting this along the other's sides.
  static func overlap(of ring: [Point], with cell: [Point]) -> Double {
    var rest = ring
    for (a, b) in zip(cell, cell.dropFirst() + cell.prefix(1)) {
      func side(_ p: Point) -> Double { (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) }
      var kept: [Point] = []
      for (from, to) in zip(rest, rest.dropFirst() + rest.prefix(1)) {
        let (s, t) = (side(from), side(to))
        if s >= 0 { kept.append(from) }
        if (s < 0) != (t < 0) {
          let part = s / (s - t)
          kept.append(
            Point(x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y)))
        }
      }
      rest = kept
    }
    return rest.isEmpty ? 0 : signedRingArea(rest + rest.prefix(1))
  }

  @Test(
    "ground is that of cutting the areas along the sides of each cell",
    arguments: [CellShape.square, .hexagon], 0..<6)
  func againstCutting(shape: CellShape, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    // Two star-shaped areas beside each other, sharing a side, and a hole in one.
    func star(_ x: Double, _ y: Double, _ radius: Double, corners: Int) -> [Point] {
      (0..<corners).map { corner in
        let angle = 2 * Double.pi * Double(corner) / Double(corners)
        let reach = radius * (0.4 + 0.6 * random.nextUnit())
        let (sine, cosine) = Self.direction(angle)
        return Point(x: x + reach * cosine, y: y + reach * sine)
      }
    }
    let outer = star(1000, 2000, 700, corners: 17)
    let hole = star(1000, 2000, 150, corners: 7)
    let other = star(3000, 2100, 500, corners: 9)
    var outlines = OutlineTable()
    outlines.appendArea([[outer + outer.prefix(1), hole + hole.prefix(1)]])
    outlines.appendArea([[other + other.prefix(1)]])
    let grid = try CellGrid(over: outlines, shape: shape, size: 90 + 20 * random.nextUnit())
    let cells = grid.outlines
    for cell in 0..<grid.count {
      let ring = cells.vertices(ofArea: cell).dropLast().map {
        Point(x: cells.x[$0], y: cells.y[$0])
      }
      let expected =
        Self.overlap(of: outer, with: ring) - Self.overlap(of: hole, with: ring)
        + Self.overlap(of: other, with: ring)
      #expect(abs(grid.ground[cell] - expected) < 1e-6 * 100 * 100)
    }
    let all = (0..<2).reduce(0.0) { $0 + outlines.area(of: $1) }
    #expect(abs(grid.ground.reduce(0, +) - all) < 1e-6 * all)
  }

  @Test("borders between areas change nothing, and ground under two areas counts once")
  func borders() throws {
    let one = try CellGrid(over: OutlineTable(boxes: [(1, 1, 8, 8)]), shape: .hexagon, size: 0.7)
    let many = try CellGrid(
      over: OutlineTable(boxes: [(1, 1, 3.3, 8), (3.3, 1, 8, 4.7), (3.3, 4.7, 8, 8)]),
      shape: .hexagon, size: 0.7)
    for (a, b) in zip(one.ground, many.ground) { #expect(abs(a - b) < 1e-12) }
    let twice = try CellGrid(
      over: OutlineTable(boxes: [(1, 1, 8, 8), (2, 2, 5, 5)]), shape: .square, size: 1)
    #expect(twice.ground.allSatisfy { abs($0 - 1) < 1e-12 })
  }

  /// Sine and cosine by their series; the tests import no library of functions.
  static func direction(_ angle: Double) -> (sine: Double, cosine: Double) {
    var (sine, cosine, term) = (0.0, 0.0, 1.0)
    for order in 0..<60 {
      switch order % 4 {
      case 0: cosine += term
      case 1: sine += term
      case 2: cosine -= term
      default: sine -= term
      }
      term *= angle / Double(order + 1)
    }
    return (sine, cosine)
  }
}
