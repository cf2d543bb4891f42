import Geometry
import Shapefiles

/// Returns a square ring, counter-clockwise.
func square(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
  [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0 * size, y: y + $1 * size) }
}

extension OutlineTable {
  /// Creates a row of squares of ten metres.
  init(squares count: Int) {
    self.init()
    for place in 0..<count { appendArea([[square(Double(place) * 10, 0, 10)]]) }
  }
}

extension Shapefile {
  /// The signed area of each ring.
  var ringAreas: [Double] {
    rings.ringStarts.indices.dropLast().map { ring in
      signedRingArea(rings.vertices(ofRing: ring).map { Point(x: rings.x[$0], y: rings.y[$0]) })
    }
  }
}
