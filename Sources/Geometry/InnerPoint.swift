extension OutlineTable {
  /// Returns the position inside an area that lies farthest from its outline, or nearly so.
  ///
  /// It is in the area itself, which a centroid need not be, and has the most room around it for a
  /// label. Of an area with several polygons it is in the one with the most room.
  ///
  /// Squares that cover the area are searched in the order of the greatest distance that each can
  /// hold, and quartered, until none can beat the best by more than the precision. After the idea
  /// of Garcia-Castellanos & Lombardo (2007), https://doi.org/10.1080/14702540801897809, and of
  /// Agafonkin's Polylabel (2016),
  /// https://blog.mapbox.com/a-new-algorithm-for-finding-a-visual-center-of-a-polygon-7c77e6492fbc
  ///
  /// - Parameters:
  ///   - area: The area.
  ///   - precision: How much nearer to the outline than the farthest position the result may lie,
  ///     in the units of the coordinates; by default a thousandth of its distance. Long thin polygons
  ///     get less, since at most 10,000 squares are searched.
  /// - Returns: A position inside the area, or `nil` if the area encloses nothing.
  /// - Complexity: O(*k* *n*) for *n* vertices and *k* squares searched, usually under a hundred
  ///   and at most 10,000 for each polygon.
  package func innerPoint(ofArea area: Int, precision: Double? = nil) -> Point? {
    precondition(precision ?? 1 > 0, "OutlineTable.innerPoint: the precision must be positive")
    var best: InnerPointSearch.Square?
    for polygon in polygons(of: area) {
      let search = InnerPointSearch(rings: rings(ofPolygon: polygon), of: self)
      guard let found = search.run(precision: precision) else { continue }
      if found.distance > best?.distance ?? 0 { best = found }
    }
    if let best { return Point(x: best.x, y: best.y) }
    // Too thin for any square's centre to lie inside.
    let rings = rings(ofArea: area).map { ring in
      vertices(ofRing: ring).map { Point(x: x[$0], y: y[$0]) }
    }
    return scanLinePoint(in: rings)
  }
}

/// The search for the farthest position of one polygon.
private struct InnerPointSearch {
  /// A square, the distance of its centre to the outline, and the greatest it can hold.
  struct Square {
    var x: Double
    var y: Double
    var halfSide: Double
    var distance: Double
    var limit: Double
  }

  /// The most squares along the longer side to begin with.
  private static let mostAlong = 64.0

  /// The most squares searched, so that strips a millionth as wide as long end too.
  private static let mostSquares = 10_000

  let rings: Range<Int>
  let outlines: OutlineTable
  let box: Box

  init(rings: Range<Int>, of outlines: OutlineTable) {
    self.rings = rings
    self.outlines = outlines
    box = rings.reduce(into: Box.empty) { $0.formUnion(outlines.box(ofRing: $1)) }
  }

  /// Returns the best square found; its distance is negative when its centre is outside.
  func run(precision: Double?) -> Square? {
    guard !box.isEmpty, box.width > 0, box.height > 0 else { return nil }
    let longest = max(box.width, box.height)
    let side = max(min(box.width, box.height), longest / Self.mostAlong)
    var queue = SquareQueue()
    var best = square(x: box.centre.x, y: box.centre.y, halfSide: 0)
    for column in 0..<Int((box.width / side).rounded(.up)) {
      for row in 0..<Int((box.height / side).rounded(.up)) {
        let start = square(
          x: box.minX + (Double(column) + 0.5) * side, y: box.minY + (Double(row) + 0.5) * side,
          halfSide: side / 2)
        if start.distance > best.distance { best = start }
        queue.insert(start)
      }
    }
    var searched = 0
    var tolerance: Double { precision ?? max(0, best.distance) / 1000 }
    while let next = queue.removeLargest(), next.limit - best.distance > tolerance,
      searched < Self.mostSquares
    {
      searched += 4
      let half = next.halfSide / 2
      for (dx, dy) in [(-half, -half), (half, -half), (-half, half), (half, half)] {
        let quarter = square(x: next.x + dx, y: next.y + dy, halfSide: half)
        if quarter.distance > best.distance { best = quarter }
        if quarter.limit - best.distance > tolerance { queue.insert(quarter) }
      }
    }
    return best
  }

  private func square(x: Double, y: Double, halfSide: Double) -> Square {
    let distance = signedDistance(x: x, y: y)
    return Square(
      x: x, y: y, halfSide: halfSide, distance: distance,
      limit: distance + halfSide * 2.0.squareRoot())
  }

  /// Returns how far a position is from the nearest edge, negative outside.
  private func signedDistance(x: Double, y: Double) -> Double {
    var isInside = false
    var nearest = Double.infinity
    for ring in rings {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
        let (bx, by) = (outlines.x[vertex + 1], outlines.y[vertex + 1])
        if (ay > y) != (by > y), x < (bx - ax) * ((y - ay) / (by - ay)) + ax {
          isInside.toggle()
        }
        let (dx, dy) = (bx - ax, by - ay)
        let lengthSquared = dx * dx + dy * dy
        let along =
          lengthSquared > 0 ? min(1, max(0, ((x - ax) * dx + (y - ay) * dy) / lengthSquared)) : 0
        let (ex, ey) = (x - ax - along * dx, y - ay - along * dy)
        nearest = min(nearest, ex * ex + ey * ey)
      }
    }
    return isInside ? nearest.squareRoot() : -nearest.squareRoot()
  }
}

/// A heap of squares, the one with the greatest limit first.
private struct SquareQueue {
  private var heap: [InnerPointSearch.Square] = []

  mutating func insert(_ square: InnerPointSearch.Square) {
    heap.append(square)
    var child = heap.count - 1
    while child > 0, heap[(child - 1) / 2].limit < heap[child].limit {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeLargest() -> InnerPointSearch.Square? {
    guard let largest = heap.first else { return nil }
    let last = heap.removeLast()
    if heap.isEmpty { return largest }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return largest }
      let right = left + 1
      let child = right < heap.count && heap[right].limit > heap[left].limit ? right : left
      guard heap[child].limit > heap[parent].limit else { return largest }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
