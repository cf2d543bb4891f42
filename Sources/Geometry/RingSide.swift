/// On which side of a closed ring a position lies.
package enum RingSide: Sendable, Equatable {
  /// Strictly inside.
  case inside
  /// Strictly outside.
  case outside
  /// On an edge or a vertex.
  case boundary

  /// Finds the side by counting the edges to the right of the position, exactly.
  ///
  /// - Parameters:
  ///   - point: The position.
  ///   - ring: A closed ring, its first vertex repeated at the end.
  /// - Complexity: O(*n*) for *n* vertices.
  package init(of point: Point, in ring: [Point]) {
    var isInside = false
    for index in ring.indices.dropLast() {
      let (a, b) = (ring[index], ring[index + 1])
      if (a.y > point.y) != (b.y > point.y) {
        let turn = orientation(ax: a.x, ay: a.y, bx: b.x, by: b.y, px: point.x, py: point.y)
        if turn == 0 {
          self = .boundary
          return
        }
        if (turn > 0) == (b.y > a.y) { isInside.toggle() }
      } else if point == a
        || (a.y == point.y && b.y == point.y && min(a.x, b.x) <= point.x
          && point.x <= max(a.x, b.x))
      {
        self = .boundary
        return
      }
    }
    self = isInside ? .inside : .outside
  }
}

/// Returns a position inside closed rings by the even-odd rule, or `nil` if they enclose nothing.
///
/// The position is the middle of the longest stretch inside on a horizontal line half-way between
/// two vertices; lines through the tallest gaps between vertices are tried first.
///
/// - Parameter rings: Closed rings.
/// - Returns: A position that is on no edge, as far as the coordinates' spacing allows.
/// - Complexity: O(*n* log *n*) for *n* vertices.
package func scanLinePoint(in rings: [[Point]]) -> Point? {
  let levels = Set(rings.joined().map(\.y)).sorted()
  let gaps = zip(levels, levels.dropFirst()).map { (low: $0, high: $1) }
    .sorted { ($1.high - $1.low, $0.low) < ($0.high - $0.low, $1.low) }
  for gap in gaps.prefix(8) {
    let y = gap.low + (gap.high - gap.low) / 2
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
        crossings.append(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)))
      }
    }
    crossings.sort()
    var widest: (start: Double, width: Double) = (0, 0)
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[pair + 1] - crossings[pair]
      if width > widest.width { widest = (crossings[pair], width) }
    }
    if widest.width > 0 { return Point(x: widest.start + widest.width / 2, y: y) }
  }
  return nil
}
