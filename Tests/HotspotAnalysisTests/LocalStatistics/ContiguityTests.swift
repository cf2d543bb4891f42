import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct ContiguityTests {
  @Test("squares of a lattice have eight neighbours by the queen's rule and four by the rook's")
  func lattice() {
    let outlines = OutlineTable(columns: 7, rows: 5)
    for (rule, reach) in [(ContiguityRule.queen, 2), (.rook, 1)] {
      let expected = pairs(among: 35) { a, b in
        let (dx, dy) = (abs(a % 7 - b % 7), abs(a / 7 - b / 7))
        return dx <= 1 && dy <= 1 && dx + dy <= reach
      }
      for tolerance in [nil, 0, 0.01] {
        let neighbours = Neighbours.contiguity(of: outlines, rule: rule, tolerance: tolerance)
        #expect((0..<35).map { Array(neighbours[$0]) } == expected)
      }
    }
  }

  /// One wide area below two narrow ones, whose common corner is no vertex of the wide one.
  static let junction = OutlineTable(boxes: [
    (0, 0, 3, 1), (0, 1, 1, 2), (1, 1, 3, 2), (5, 0, 6, 1),
  ])

  @Test("a border that meets another between its vertices is found with a tolerance")
  func junction() {
    let queen = Neighbours.contiguity(of: Self.junction)
    #expect(queen.degrees == [2, 2, 2, 0])
    // The wide area shares a vertex with each, but no edge.
    let rook = Neighbours.contiguity(of: Self.junction, rule: .rook)
    #expect(rook.degrees == [0, 1, 1, 0])
    let touching = Neighbours.contiguity(of: Self.junction, rule: .rook, tolerance: 0)
    #expect((0..<4).map { Array(touching[$0]) } == [[1, 2], [0, 2], [0, 1], []])
    // Between the vertices of the wide one altogether.
    let inner = OutlineTable(boxes: [(0, 0, 9, 1), (2, 1, 4, 2), (5, 1.004, 7, 2)])
    #expect(Neighbours.contiguity(of: inner).pairCount == 0)
    #expect(Neighbours.contiguity(of: inner, tolerance: 0).degrees == [1, 1, 0])
    #expect(Neighbours.contiguity(of: inner, tolerance: 0.01).degrees == [2, 1, 1])
    #expect(Neighbours.contiguity(of: inner, rule: .rook, tolerance: 0.01).degrees == [2, 1, 1])
  }

  @Test("meeting in a point within the tolerance is enough for the queen alone")
  func corner() {
    let outlines = OutlineTable(boxes: [(0, 0, 1, 1), (1.002, 1.002, 2, 2)])
    #expect(Neighbours.contiguity(of: outlines, tolerance: 0.01).pairCount == 2)
    #expect(Neighbours.contiguity(of: outlines, tolerance: 0.002).pairCount == 0)
    #expect(Neighbours.contiguity(of: outlines, rule: .rook, tolerance: 0.01).pairCount == 0)
  }

  @Test("areas that overlap are neighbours with a tolerance, an area far inside another is not")
  func overlaps() {
    let outlines = OutlineTable(boxes: [(0, 2, 9, 4), (4, 0, 6, 9), (1, 2.5, 2, 3.5)])
    #expect(Neighbours.contiguity(of: outlines).pairCount == 0)
    #expect(Neighbours.contiguity(of: outlines, tolerance: 0).degrees == [1, 1, 0])
  }

  @Test("holes and several polygons have borders too")
  func holes() {
    let ring = { (low: Double, high: Double) in
      [(low, low), (high, low), (high, high), (low, high), (low, low)]
        .map { Point(x: $0.0, y: $0.1) }
    }
    var outlines = OutlineTable()
    outlines.appendArea([[ring(0, 9), ring(3, 6)]])
    outlines.appendArea([[ring(3, 6)]])
    outlines.appendArea([[ring(20, 21)], [ring(9, 10)]])
    outlines.appendArea([])
    let queen = Neighbours.contiguity(of: outlines)
    #expect((0..<4).map { Array(queen[$0]) } == [[1, 2], [0], [0], []])
    let rook = Neighbours.contiguity(of: outlines, rule: .rook, tolerance: 0.1)
    #expect((0..<4).map { Array(rook[$0]) } == [[1], [0], [], []])
  }

  @Test("zero and minus zero are the same place")
  func signedZero() {
    let outlines = OutlineTable(rings: [
      [(0.0, 0), (1, 0), (1, 1)], [(-0.0, -0.0), (-1, 0), (-1, -1)],
    ])
    #expect(Neighbours.contiguity(of: outlines).pairCount == 2)
  }

  @Test(
    "triangles with any corners in common are those that comparing all corners finds",
    arguments: 0..<30)
  func againstAllPairs(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let rings = (0..<40).map { _ in
      (0..<3).map { _ in
        (x: (random.nextUnit() * 12).rounded() / 8, y: (random.nextUnit() * 12).rounded() / 8)
      }
    }
    let outlines = OutlineTable(rings: rings)
    let common = { (a: Int, b: Int) in
      rings[a].filter { one in rings[b].contains { $0 == one } }
    }
    let queen = Neighbours.contiguity(of: outlines)
    #expect(
      (0..<40).map { Array(queen[$0]) } == pairs(among: 40) { !common($0, $1).isEmpty })
    // Two different corners in common are an edge in common: every two corners of a triangle are.
    let rook = Neighbours.contiguity(of: outlines, rule: .rook)
    let expected = pairs(among: 40) { a, b in
      common(a, b).contains { one in common(a, b).contains { $0 != one } }
    }
    #expect((0..<40).map { Array(rook[$0]) } == expected)
  }
}
