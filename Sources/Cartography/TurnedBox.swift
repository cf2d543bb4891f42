import Geometry
import Glibc

/// A rectangle turned about a place, as text along a road covers it.
struct TurnedBox {
  /// The corners, one after the other around the rectangle.
  let corners: [Point]
  /// The upright rectangle around it.
  let box: Box

  /// Turns a rectangle.
  ///
  /// - Parameters:
  ///   - box: The rectangle.
  ///   - degrees: How far it is turned clockwise, y running downwards.
  ///   - centre: The place that stays.
  init(_ box: Box, turn degrees: Double = 0, about centre: Point = Point(x: 0, y: 0)) {
    let (sine, cosine) =
      degrees == 0 ? (0, 1) : (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    corners = [
      (box.minX, box.minY), (box.maxX, box.minY), (box.maxX, box.maxY), (box.minX, box.maxY),
    ].map { x, y in
      let (dx, dy) = (x - centre.x, y - centre.y)
      return Point(
        x: centre.x + dx * cosine - dy * sine, y: centre.y + dx * sine + dy * cosine)
    }
    var around = Box.empty
    for corner in corners { around.formUnion(x: corner.x, y: corner.y) }
    self.box = around
  }

  /// Returns whether two rectangles share a point.
  func meets(_ other: TurnedBox) -> Bool {
    guard box.intersects(other.box) else { return false }
    // They are apart if they are along one of their sides: Gottschalk, Lin & Manocha (1996),
    // https://doi.org/10.1145/237170.237244
    for side in sides + other.sides {
      func shadow(_ corners: [Point]) -> (low: Double, high: Double) {
        let places = corners.map { $0.x * side.x + $0.y * side.y }
        return (places.min() ?? 0, places.max() ?? 0)
      }
      let (own, others) = (shadow(corners), shadow(other.corners))
      if own.high < others.low || others.high < own.low { return false }
    }
    return true
  }

  /// The directions of two sides that meet.
  private var sides: [Point] {
    [(0, 1), (1, 2)].map { from, to in
      Point(x: corners[to].x - corners[from].x, y: corners[to].y - corners[from].y)
    }
  }
}
