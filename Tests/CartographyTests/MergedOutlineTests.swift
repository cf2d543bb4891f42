import Geometry
import Testing

@testable import Cartography

@Suite("The border of many areas") struct MergedOutlineTests {
  /// Squares of 10 m, by column and row.
  private static func squares(_ places: [(Int, Int)]) -> OutlineTable {
    var table = OutlineTable()
    for (column, row) in places {
      let (x, y) = (Double(column) * 10, Double(row) * 10)
      table.appendArea([
        [
          [
            Point(x: x, y: y), Point(x: x + 10, y: y), Point(x: x + 10, y: y + 10),
            Point(x: x, y: y + 10), Point(x: x, y: y),
          ]
        ]
      ])
    }
    return table
  }

  /// A hundred squares of 10 m are 100 points wide, so that a square is a hundred tenths.
  private static func rings(_ places: [(Int, Int)]) -> [GridLine] {
    let table = squares(places)
    let transform = PageTransform(
      extent: Box(minX: 0, minY: 0, maxX: 100, maxY: 100),
      frame: Box(minX: 0, minY: 0, maxX: 100, maxY: 100))
    let layer = OutlineLayer(
      table, areas: Array(places.indices), grounds: places.map { _ in 3 })
    let shared = SharedOutlines(of: [layer], transform: transform, limits: .both(1000))
    #expect(shared.areas(ofLayer: 0).joined().isEmpty)
    #expect(shared.ground(3, ofLayer: 0) == shared.whole(ofLayer: 0))
    return shared.ground(3, ofLayer: 0)
  }

  /// Whether the even-odd rule fills a place, by crossings to the right of it.
  private static func fills(_ rings: [GridLine], x: Double, y: Double) -> Bool {
    var crossings = 0
    for ring in rings {
      for vertex in 0..<ring.count {
        let next = (vertex + 1) % ring.count
        let (ay, by) = (Double(ring.y[vertex]), Double(ring.y[next]))
        guard (ay > y) != (by > y) else { continue }
        let along = (y - ay) / (by - ay)
        if Double(ring.x[vertex]) + along * Double(ring.x[next] - ring.x[vertex]) > x {
          crossings += 1
        }
      }
    }
    return !crossings.isMultiple(of: 2)
  }

  @Test("a block of squares is one ring of its corners, and where it begins")
  func block() {
    let rings = Self.rings((0..<25).map { ($0 % 5, $0 / 5) })
    #expect(rings.count == 1 && rings[0].count <= 5)
    #expect(abs(rings[0].doubledArea) == 2 * 500 * 500)
  }

  @Test("a hole stays a hole, and an island in it an island")
  func hole() {
    let places = (0..<49).map { ($0 % 7, $0 / 7) }.filter { column, row in
      let distance = max(abs(column - 3), abs(row - 3))
      return distance != 1
    }
    let rings = Self.rings(places)
    #expect(rings.count == 3)
    #expect(rings.map { abs($0.doubledArea) }.sorted() == [1, 9, 49].map { 2 * $0 * 10_000 })
  }

  @Test(
    "whatever squares are joined, also at corners, these and no others are filled",
    arguments: 0..<20)
  func random(seed: UInt64) {
    var bits = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let places = (0..<100).map { ($0 % 10, $0 / 10) }.filter { _ in
      bits ^= bits << 13
      bits ^= bits >> 7
      bits ^= bits << 17
      return bits & 1 == 0
    }
    let rings = Self.rings(places)
    for row in 0..<10 {
      for column in 0..<10 {
        let isIn = places.contains { $0 == (column, row) }
        // The page has y downwards.
        let isFilled = Self.fills(
          rings, x: Double(column) * 100 + 50, y: 1000 - (Double(row) * 100 + 50))
        #expect(isFilled == isIn, "\(column), \(row)")
      }
    }
  }
}
