import Geometry

extension GridLine {
  /// Calls a closure with the ends of every edge of the ring, in points.
  func forEachEdge(_ body: (Point, Point) -> Void) {
    guard count > 0 else { return }
    func point(_ vertex: Int) -> Point {
      Point(
        x: Double(x[vertex]) / GridLine.unitsPerPoint, y: Double(y[vertex]) / GridLine.unitsPerPoint
      )
    }
    var previous = point(count - 1)
    for vertex in 0..<count {
      let current = point(vertex)
      body(previous, current)
      previous = current
    }
  }

  /// Returns how far a place lies from the nearest edge of the ring, in points.
  func distance(to point: Point) -> Double {
    var nearest = Double.infinity
    forEachEdge { nearest = min(nearest, Segment(from: $0, to: $1).distance(to: point)) }
    return nearest
  }

  /// Returns whether an edge of the ring meets a rectangle.
  func crosses(_ box: Box) -> Bool {
    var isCrossing = false
    forEachEdge { a, b in
      if Segment(from: a, to: b).meets(box) { isCrossing = true }
    }
    return isCrossing
  }
}
