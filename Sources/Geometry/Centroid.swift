extension OutlineTable {
  /// Returns the centroid of an area: the point on which it would balance, holes taken off.
  ///
  /// It may lie outside the area; see ``innerPoint(ofArea:precision:)`` for a point within.
  ///
  /// - Parameter area: The area.
  /// - Returns: The centroid, or `nil` if the area encloses nothing.
  /// - Complexity: O(*n*) for *n* vertices.
  package func centroid(ofArea area: Int) -> Point? {
    guard let first = vertices(ofArea: area).first else { return nil }
    // From the first vertex, so that large coordinates cost no digits.
    let (originX, originY) = (x[first], y[first])
    var (doubled, momentX, momentY) = (0.0, 0.0, 0.0)
    for ring in rings(ofArea: area) {
      for vertex in vertices(ofRing: ring).dropLast() {
        let (ax, ay) = (x[vertex] - originX, y[vertex] - originY)
        let (bx, by) = (x[vertex + 1] - originX, y[vertex + 1] - originY)
        let turn = ax * by - bx * ay
        doubled += turn
        momentX += (ax + bx) * turn
        momentY += (ay + by) * turn
      }
    }
    guard doubled != 0 else { return nil }
    return Point(x: originX + momentX / (3 * doubled), y: originY + momentY / (3 * doubled))
  }
}
