import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Frame clip")
struct FrameClipTests {
  static let clip = FrameClip(frame: Box(minX: 0, minY: 0, maxX: 100, maxY: 100))
  static let ring = GridLine(
    x: [-40, 30, 60, 120, 90, 130, 50, 20, -10].map { $0 * 10 },
    y: [10, -25, 40, 35, 70, 110, 90, 130, 60].map { $0 * 10 })

  // shapely 2: Polygon(pts).intersection(box(0, 0, 100, 100)).area is 7692.08, and the length of
  // LineString(pts) inside is 185.565 in 4 parts.
  @Test("what remains of a ring is as large as GEOS says")
  func oracle() {
    let area = abs(Double(Self.clip.ring(Self.ring).doubledArea)) / 200
    #expect(abs(area - 7692.08) < 5)
  }

  @Test("what remains of a line is as long as GEOS says")
  func line() {
    let parts = Self.clip.lines(Self.ring)
    #expect(parts.count == 4)
    let length = parts.reduce(0.0) { sum, part in
      zip(1..<part.count, 0..<part.count).reduce(sum) { sum, ends in
        let (dx, dy) = (part.x[ends.0] - part.x[ends.1], part.y[ends.0] - part.y[ends.1])
        return sum + Double(dx * dx + dy * dy).squareRoot() / 10
      }
    }
    #expect(abs(length - 185.565) < 0.5)
  }

  @Test(
    "points in the frame are inside the ring exactly when they were",
    arguments: 0..<20 as Range<UInt64>)
  func law(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let coordinates = { (random: inout SplitMix64) in
      (0..<12).map { _ in Int.random(in: -400...1400, using: &random) }
    }
    let ring = GridLine(x: coordinates(&random), y: coordinates(&random))
    let clipped = Self.clip.ring(ring)
    #expect(clipped.x.allSatisfy { (0...1000).contains($0) })
    #expect(clipped.y.allSatisfy { (0...1000).contains($0) })
    var differing = 0
    for _ in 0..<400 {
      let point = Point(x: random.nextUnit() * 100, y: random.nextUnit() * 100)
      if contains(ring, point) != contains(clipped, point) { differing += 1 }
    }
    // Rounding crossings to a tenth of a point may move an edge over a few points.
    #expect(differing <= 4)
  }

  @Test("rings inside stay as they are and rings outside vanish")
  func whole() {
    let inside = GridLine(x: [10, 900, 500], y: [10, 20, 1000])
    #expect(Self.clip.ring(inside) == inside)
    #expect(Self.clip.lines(inside) == [inside])
    let outside = GridLine(x: [1010, 1900, 1500], y: [10, 20, 990])
    #expect(Self.clip.ring(outside).count == 0)
    #expect(Self.clip.lines(outside) == [])
  }

  private func contains(_ ring: GridLine, _ point: Point) -> Bool {
    var isInside = false
    ring.forEachEdge { a, b in
      if (a.y > point.y) != (b.y > point.y),
        point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
      {
        isInside.toggle()
      }
    }
    return isInside
  }
}
