private import Geometry

extension RingColumns {
  /// Returns the columns with closed rings that enclose something, and what was changed.
  ///
  /// A ring with fewer than four points is left out. One whose last point differs from its first is
  /// closed, since a straight line is the only closing that invents no place. One that encloses
  /// nothing is left out, which changes no area. All other vertices stay exactly as they are.
  ///
  /// - Parameter recordNumbers: The number of each record in its file, for the warnings.
  /// - Returns: The columns, and a warning for each ring changed and each record without a ring.
  /// - Complexity: O(*n*) for *n* vertices.
  func repaired(
    recordNumbers: [Int]
  ) -> (columns: RingColumns, warnings: [ShapefileWarning]) {
    var result = RingColumns()
    var warnings: [ShapefileWarning] = []
    for (record, number) in zip(0..<recordCount, recordNumbers) {
      for (ring, position) in zip(rings(ofRecord: record), 1...) {
        let vertices = vertices(ofRing: ring)
        guard vertices.count >= 4 else {
          warnings.append(.shortRing(record: number, ring: position, points: vertices.count))
          continue
        }
        guard !isFlat(vertices) else {
          warnings.append(.flatRing(record: number, ring: position))
          continue
        }
        let (first, last) = (vertices.lowerBound, vertices.upperBound - 1)
        let isClosed = x[first] == x[last] && y[first] == y[last]
        if !isClosed { warnings.append(.openRing(record: number, ring: position)) }
        result.appendRing(vertices, of: self, closing: !isClosed)
      }
      if !result.endRecord() { warnings.append(.nullShape(record: number)) }
    }
    return (result, warnings)
  }

  /// Returns the first coordinate from a vertex on that cannot be a place, or nil.
  ///
  /// Numbers beyond 1e12 are no metres, feet or degrees on Earth; they would overflow areas.
  func firstImpossibleCoordinate(from vertex: Int) -> Double? {
    let isPossible = { (value: Double) in abs(value) <= 1e12 }
    return x[vertex...].first { !isPossible($0) } ?? y[vertex...].first { !isPossible($0) }
  }

  /// Returns whether all vertices lie on one line.
  private func isFlat(_ vertices: Range<Int>) -> Bool {
    let first = vertices.lowerBound
    guard let second = vertices.first(where: { x[$0] != x[first] || y[$0] != y[first] }) else {
      return true
    }
    return vertices.allSatisfy {
      orientation(ax: x[first], ay: y[first], bx: x[second], by: y[second], px: x[$0], py: y[$0])
        == 0
    }
  }
}
