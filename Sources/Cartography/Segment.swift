import Geometry

/// A straight line between two places on the page.
struct Segment {
  let from: Point
  let to: Point

  /// Creates the line between two places.
  init(from: Point, to: Point) { (self.from, self.to) = (from, to) }

  /// Returns whether the line shares a point with a rectangle.
  func meets(_ box: Box) -> Bool {
    // Liang & Barsky (1984), https://doi.org/10.1145/357332.357333
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (low, high) = (0.0, 1.0)
    for (step, room) in [
      (-dx, from.x - box.minX), (dx, box.maxX - from.x),
      (-dy, from.y - box.minY), (dy, box.maxY - from.y),
    ] {
      if step == 0 {
        if room < 0 { return false }
      } else if step < 0 {
        low = max(low, room / step)
      } else {
        high = min(high, room / step)
      }
    }
    return low <= high
  }

  /// Returns how far a place lies from the line.
  func distance(to point: Point) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let squaredLength = dx * dx + dy * dy
    let along = (point.x - from.x) * dx + (point.y - from.y) * dy
    let part = squaredLength > 0 ? min(max(along / squaredLength, 0), 1) : 0
    let (ex, ey) = (point.x - from.x - part * dx, point.y - from.y - part * dy)
    return (ex * ex + ey * ey).squareRoot()
  }

  /// Returns whether the lines cross or touch.
  func meets(_ other: Segment) -> Bool {
    func side(_ line: Segment, _ point: Point) -> Double {
      orientation(
        ax: line.from.x, ay: line.from.y, bx: line.to.x, by: line.to.y, px: point.x, py: point.y)
    }
    return side(self, other.from) * side(self, other.to) <= 0
      && side(other, from) * side(other, to) <= 0
  }
}
