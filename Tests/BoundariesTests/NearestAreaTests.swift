import Geometry
import Statistics
import Testing

@testable import Boundaries

@Suite("The area nearest to a point")
struct NearestAreaTests {
  /// The lowest of the areas with the nearest border and how far it is, by a scan over all borders.
  private func scan(_ outlines: OutlineTable, x: Double, y: Double) -> (area: Int, distance: Double)
  {
    var best = (area: -1, distance: Double.infinity)
    for area in 0..<outlines.areaCount {
      for ring in outlines.rings(ofArea: area) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
          let (dx, dy) = (outlines.x[vertex + 1] - ax, outlines.y[vertex + 1] - ay)
          let along = max(0, min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
          let distance =
            ((ax + along * dx - x) * (ax + along * dx - x)
            + (ay + along * dy - y) * (ay + along * dy - y)).squareRoot()
          if distance < best.distance { best = (area, distance) }
        }
      }
    }
    return best
  }

  @Test("agrees with a scan over all borders, near, far and beyond the layer", arguments: 0..<8)
  func agreesWithScan(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var outlines = OutlineTable()
    // Islands; on every fourth seed so many on top of each other that leaves are crowded.
    for _ in 0..<(seed % 4 == 0 ? 200 : 12) {
      let spread = seed % 4 == 0 ? 20.0 : 900.0
      let (x, y) = (
        Double.random(in: 0...spread, using: &random), Double.random(in: 0...spread, using: &random)
      )
      let size = Double.random(in: 5...60, using: &random)
      outlines.appendArea([
        [
          [
            Point(x: x, y: y), Point(x: x + size, y: y + 1), Point(x: x + size / 2, y: y + size),
            Point(x: x, y: y),
          ]
        ]
      ])
    }
    let index = AreaIndex(outlines)
    for _ in 0..<100 {
      let wide = [80.0, 1200, 100_000][Int.random(in: 0..<3, using: &random)]
      let x = Double.random(in: -wide...wide, using: &random)
      let y = Double.random(in: -wide...wide, using: &random)
      let expected = scan(outlines, x: x, y: y)
      let found = try #require(index.nearest(x: x, y: y, within: 1e6))
      #expect(Int(found.area) == expected.area)
      #expect(abs(found.squaredDistance.squareRoot() - expected.distance) < 1e-6)
      // Just too near and just far enough.
      #expect(index.nearest(x: x, y: y, within: expected.distance * 0.999) == nil)
      #expect(index.nearest(x: x, y: y, within: expected.distance * 1.001)?.area == found.area)
      if index.locate(x: x, y: y).area == nil {
        let snapped = index.locate(x: x, y: y, snap: expected.distance * 1.001)
        #expect(snapped.area == expected.area)
        #expect(snapped.notes == .snapped)
        #expect(index.locate(x: x, y: y, snap: expected.distance * 0.999).area == nil)
      }
    }
  }

  @Test("of areas that are equally near the lowest is found, in whichever order they lie")
  func equallyNear() {
    // A fan of triangles below a corner that all share, seen from above it.
    let blades = [
      [(-10.0, -1.0), (-10.0, -4.0)], [(-10.0, -5.0), (-8.0, -9.0)],
      [(-5.0, -10.0), (-1.0, -10.0)],
    ]
    for first in blades.indices {
      var outlines = OutlineTable()
      for place in blades.indices {
        let blade = blades[(first + place) % blades.count]
        let corners = [(0.0, 0.0)] + blade + [(0.0, 0.0)]
        outlines.appendArea([[corners.map { Point(x: $0.0, y: $0.1) }]])
      }
      let found = AreaIndex(outlines).nearest(x: 3, y: 4, within: 10)
      #expect(found?.area == 0 && found?.squaredDistance == 25)
    }
  }

  @Test("nothing is near to what is no place, nor in a layer without areas")
  func nowhere() {
    var outlines = OutlineTable()
    #expect(AreaIndex(outlines).nearest(x: 0, y: 0, within: 1e8) == nil)
    outlines.appendArea([
      [[Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0, y: 1), Point(x: 0, y: 0)]]
    ])
    let index = AreaIndex(outlines)
    for place in [Double.nan, .infinity, -.infinity] {
      #expect(index.nearest(x: place, y: 0, within: 1e8) == nil)
      #expect(index.nearest(x: 0, y: place, within: 1e8) == nil)
    }
  }
}
