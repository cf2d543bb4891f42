import Geometry

extension OutlineTable {
  /// Creates areas of one ring each, given without the closing vertex.
  init(rings: [[(x: Double, y: Double)]]) {
    self.init()
    for ring in rings {
      let points = ring.map { Point(x: $0.x, y: $0.y) }
      appendArea([[points + points.prefix(1)]])
    }
  }

  /// Creates rectangular areas.
  init(boxes: [(west: Double, south: Double, east: Double, north: Double)]) {
    self.init(
      rings: boxes.map {
        [($0.west, $0.south), ($0.east, $0.south), ($0.east, $0.north), ($0.west, $0.north)]
      })
  }

  /// Creates unit squares in rows from the south.
  init(columns: Int, rows: Int) {
    self.init(
      boxes: (0..<rows * columns).map { number in
        let (row, column) = number.quotientAndRemainder(dividingBy: columns)
        return (Double(column), Double(row), Double(column + 1), Double(row + 1))
      })
  }

  /// Returns whether a position lies in an area, by counting the borders to its west.
  func holds(_ point: Point, area: Int) -> Bool {
    var isInside = false
    for ring in rings(ofArea: area) {
      for vertex in vertices(ofRing: ring).dropLast() {
        let (ax, ay, bx, by) = (x[vertex], y[vertex], x[vertex + 1], y[vertex + 1])
        guard (ay > point.y) != (by > point.y) else { continue }
        if point.x > ax + (point.y - ay) / (by - ay) * (bx - ax) { isInside.toggle() }
      }
    }
    return isInside
  }
}

/// Returns the pairs of places for which a question is answered with yes, as neighbours are held.
func pairs(among count: Int, where areNeighbours: (Int, Int) -> Bool) -> [[Int32]] {
  (0..<count).map { a in
    (0..<count).filter { $0 != a && areNeighbours(a, $0) }.map { Int32($0) }
  }
}
