import Geometry

/// A straight piece of a border.
struct BorderEdge: Sendable {
  /// The one end.
  let start: Point
  /// The other end.
  let end: Point

  /// The rectangle around it.
  var box: Box {
    Box(
      minX: min(start.x, end.x), minY: min(start.y, end.y), maxX: max(start.x, end.x),
      maxY: max(start.y, end.y))
  }

  /// Returns the squared distance from a point, and the nearest point as a fraction of the way from
  /// start to end.
  private func distance(to point: Point) -> (squared: Double, fraction: Double) {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    let along = (point.x - start.x) * dx + (point.y - start.y) * dy
    let fraction = length > 0 ? min(1, max(0, along / length)) : 0
    let (offX, offY) = (start.x + fraction * dx - point.x, start.y + fraction * dy - point.y)
    return (offX * offX + offY * offY, fraction)
  }

  /// Returns whether the two edges have points no further apart than a distance.
  func comesNear(_ other: BorderEdge, within tolerance: Double) -> Bool {
    let limit = tolerance * tolerance
    return distance(to: other.start).squared <= limit || distance(to: other.end).squared <= limit
      || other.distance(to: start).squared <= limit || other.distance(to: end).squared <= limit
      || crosses(other)
  }

  /// Returns whether the two edges keep within a distance of each other along a stretch longer than
  /// it.
  func runsAlong(_ other: BorderEdge, within tolerance: Double) -> Bool {
    let limit = tolerance * tolerance
    var near: [Point] = []
    for (edge, point) in [
      (self, other.start), (self, other.end), (other, self.start), (other, self.end),
    ] where edge.distance(to: point).squared <= limit { near.append(point) }
    // The distance to a straight edge is a convex function along another: where both ends of a stretch
    // are near, all of it is.
    return near.contains { a in
      near.contains { b in
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        return dx * dx + dy * dy > limit
      }
    }
  }

  /// Returns whether each edge has an end on either side of the other.
  private func crosses(_ other: BorderEdge) -> Bool {
    let sides = side(of: other.start) * side(of: other.end)
    return sides < 0 && other.side(of: start) * other.side(of: end) < 0
  }

  /// Returns the side of the edge on which a point lies: 1, 0 or -1.
  private func side(of point: Point) -> Int {
    let side = orientation(
      ax: start.x, ay: start.y, bx: end.x, by: end.y, px: point.x, py: point.y)
    return side > 0 ? 1 : side < 0 ? -1 : 0
  }
}
