import Geometry
import Testing

@Suite struct CentroidTests {
  private func rectangle(_ box: Box, isHole: Bool = false) -> [Point] {
    let ring = [
      Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY),
      Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY),
      Point(x: box.minX, y: box.minY),
    ]
    return isHole ? ring.reversed() : ring
  }

  private func centroid(_ polygons: [[[Point]]]) -> Point? {
    var table = OutlineTable()
    table.appendArea(polygons)
    return table.centroid(ofArea: 0)
  }

  private func ring(_ places: [(x: Double, y: Double)]) -> [Point] {
    places.map { Point(x: 530_000 + $0.x, y: 180_000 + $0.y) }
  }

  private func isAt(_ found: Point?, _ x: Double, _ y: Double) -> Bool {
    guard let found else { return false }
    return abs(found.x - x) < 1e-9 && abs(found.y - y) < 1e-9
  }

  @Test("an area balances on its centroid, by hand")
  func byHand() {
    // A triangle: the mean of its corners.
    let triangle = ring([(0, 0), (9, 0), (0, 6), (0, 0)])
    #expect(isAt(centroid([[triangle]]), 530_003, 180_002))
    // An L of three squares of side 6, whose middles have the means 5 and 5.
    let ell = ring([(0, 0), (12, 0), (12, 6), (6, 6), (6, 12), (0, 12), (0, 0)])
    #expect(isAt(centroid([[ell]]), 530_005, 180_005))
    // Two squares of sides 1 and 2, a fifth and four fifths of the ground: 0.1 + 8 and 0.1 + 0.8.
    let parts = centroid([
      [rectangle(Box(minX: 0, minY: 0, maxX: 1, maxY: 1))],
      [rectangle(Box(minX: 9, minY: 0, maxX: 11, maxY: 2))],
    ])
    #expect(isAt(parts, 8.1, 0.9))
    // A square of side 4 without its south-western quarter: 16 times 2 less 4 times 1, by 12.
    let holed = centroid([
      [
        rectangle(Box(minX: 0, minY: 0, maxX: 4, maxY: 4)),
        rectangle(Box(minX: 0, minY: 0, maxX: 2, maxY: 2), isHole: true),
      ]
    ])
    let expected: Double = 28.0 / 12.0
    #expect(isAt(holed, expected, expected))
  }

  @Test("what encloses nothing has no centroid")
  func nothing() {
    #expect(centroid([]) == nil)
    #expect(centroid([[ring([(0, 0), (1, 1), (2, 2), (0, 0)])]]) == nil)
  }
}
