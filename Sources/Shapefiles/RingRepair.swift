private import Geometry

extension RingColumns {
  /// Returns the columns with closed rings that enclose something, and what was changed.
  ///
  /// A ring whose last point differs from its first is closed, since a straight line is the only
  /// closing that invents no place. One with fewer than four points then is left out. One that encloses
  /// nothing is left out, which changes no area. One that repeats an earlier ring of the same
  /// polygon or, where the file names none, of the record, in the same direction, is left out,
  /// since it would be taken for a hole. All other
  /// vertices stay exactly as they are.
  ///
  /// - Parameter recordNumbers: The number of each record in its file, for the warnings.
  /// - Returns: The columns, and a warning for each ring changed and each record without a ring.
  /// - Complexity: O(*n*) for *n* vertices, and O(*m*²) for *m* rings of one record.
  package func repaired(
    recordNumbers: [Int]
  ) -> (columns: RingColumns, warnings: [ShapefileWarning]) {
    var result = RingColumns()
    var warnings: [ShapefileWarning] = []
    for (record, number) in zip(0..<recordCount, recordNumbers) {
      for (ring, position) in zip(rings(ofRecord: record), 1...) {
        let vertices = vertices(ofRing: ring)
        let (first, last) = (vertices.lowerBound, vertices.upperBound - 1)
        let isClosed = vertices.isEmpty || x[first] == x[last] && y[first] == y[last]
        guard vertices.count + (isClosed ? 0 : 1) >= 4 else {
          warnings.append(.shortRing(record: number, ring: position, points: vertices.count))
          continue
        }
        guard !isFlat(vertices) else {
          warnings.append(.flatRing(record: number, ring: position))
          continue
        }
        let corners = first..<(isClosed ? last : vertices.upperBound)
        if result.unfinishedRings.contains(where: {
          result.ringPolygons[$0] == ringPolygons[ring]
            && result.ring($0, repeats: corners, of: self)
        }) {
          warnings.append(.repeatedRing(record: number, ring: position))
          continue
        }
        if !isClosed { warnings.append(.openRing(record: number, ring: position)) }
        result.appendRing(ring, of: self, closing: !isClosed)
      }
      if !result.endRecord() { warnings.append(.nullShape(record: number)) }
    }
    return (result, warnings)
  }

  /// Returns whether a closed ring has the same corners, in the same direction, as other columns.
  ///
  /// - Complexity: O(1) for rings with different numbers of corners, else usually O(*n*).
  private func ring(_ ring: Int, repeats corners: Range<Int>, of other: RingColumns) -> Bool {
    let own = vertices(ofRing: ring).dropLast()
    guard own.count == corners.count else { return false }
    let (count, base, start) = (own.count, own.lowerBound, corners.lowerBound)
    return (0..<count).contains { turn in
      (0..<count).allSatisfy { step in
        let place = base + (turn + step) % count
        return x[place] == other.x[start + step] && y[place] == other.y[start + step]
      }
    }
  }

  /// Says why a coordinate cannot be a place.
  package static func fault(of value: Double) -> String {
    value.isNaN
      ? "a coordinate is not a number"
      : "a coordinate is '\(value)', it must be a finite number between -1e12 and 1e12"
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
    // The two are on their line, which the orientation test would have to find without rounding.
    return (second + 1..<vertices.upperBound).allSatisfy {
      orientation(ax: x[first], ay: y[first], bx: x[second], by: y[second], px: x[$0], py: y[$0])
        == 0
    }
  }
}
