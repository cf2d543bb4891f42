/// A line of many vertices on the fine grid of a drawing: whole tenths of a point.
///
/// A tenth of a point is 0.035 mm, below what print and eye resolve. Whole numbers make shared
/// borders exactly equal and the written path short.
package struct GridLine: Hashable, Sendable {
  /// Tenths of a point from the left.
  package var x: [Int]
  /// Tenths of a point from the top.
  package var y: [Int]

  /// The number of vertices.
  package var count: Int { x.count }

  /// Creates a line without vertices.
  package init() { (x, y) = ([], []) }

  /// Creates a line through positions in tenths of a point, one for each pair.
  package init(x: [Int], y: [Int]) {
    precondition(x.count == y.count, "GridLine: coordinates differ in number")
    (self.x, self.y) = (x, y)
  }

  /// Appends a vertex unless it repeats the last.
  mutating func append(x newX: Int, y newY: Int) {
    if x.last == newX && y.last == newY { return }
    x.append(newX)
    y.append(newY)
  }

  /// Drops vertices from the end that repeat the first, for rings.
  mutating func openRing() {
    while count > 1, x.last == x.first, y.last == y.first {
      x.removeLast()
      y.removeLast()
    }
  }

  /// The number of tenths in a point.
  static let unitsPerPoint = 10.0
}
