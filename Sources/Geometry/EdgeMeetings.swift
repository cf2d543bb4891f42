/// Looks for edges of an outline that meet anywhere but where one follows the other in its ring.
///
/// Such meetings are all that can make rings cross each other or themselves. Edges are compared by
/// halves of halves of the outline, and two halves only where the rectangles around them meet. A
/// stretch that runs in one direction throughout cannot meet itself and is not looked into. So the
/// search takes little for each edge of an outline that keeps away from itself.
///
///     var meetings = EdgeMeetings()
///     meetings.count(x: x, y: y, ringStarts: [0, 5, 9], limit: 1)   // 0: nothing crosses
///
/// It keeps its storage for the next outline.
package struct EdgeMeetings {
  /// A few edges that follow each other.
  private struct Run {
    var edges: Range<Int>
    /// The edges of the ring that they belong to.
    var ring: Range<Int>
  }

  /// The directions that all edges of a stretch share.
  private struct Directions: OptionSet {
    let rawValue: UInt8
    /// That from its first vertex to its last; asked of single runs only.
    static let onward = Directions(rawValue: 16)
    static let east = Directions(rawValue: 1)
    static let west = Directions(rawValue: 2)
    static let north = Directions(rawValue: 4)
    static let south = Directions(rawValue: 8)
  }

  /// How many edges a run has at most: fewer make more rectangles, more make more pairs of edges.
  private static let runLength = 4

  private var runs: [Run] = []
  /// The rectangles around the runs and around pairs of them, as a heap whose root is at 1.
  private var boxes: [Box] = []
  /// The directions of the same stretches; none where two rings meet in one.
  private var directions: [Directions] = []
  private var pending: [(Int, Int)] = []

  /// Creates a search.
  package init() {}

  /// Counts the pairs of edges that meet.
  ///
  /// Meeting is touching, crossing, or running on each other; also an edge that goes straight back
  /// on the one before it. Edges without length meet nothing, and those on both sides of one do.
  ///
  /// - Parameters:
  ///   - x: The vertices' eastings, ring after ring, the first vertex of each repeated at its end.
  ///   - y: The vertices' northings.
  ///   - ringStarts: The first vertex of each ring, and the end of the last.
  ///   - limit: Where to stop counting.
  /// - Returns: How many pairs meet, at most `limit`.
  /// - Complexity: O(*n*) for *n* vertices of an outline that is nowhere near itself but along it;
  ///   at worst O(*n*²), when most edges lie across each other's rectangles.
  package mutating func count(
    x: [Double], y: [Double], ringStarts: ArraySlice<Int>, limit: Int
  ) -> Int {
    let x = x.span
    let y = y.span
    let firstLeaf = makeRuns(x: x, y: y, ringStarts: ringStarts)
    guard !runs.isEmpty else { return 0 }
    var count = 0
    pending.removeAll(keepingCapacity: true)
    pending.append((1, 1))
    while let (a, b) = pending.popLast() {
      if a == b {
        if !directions[a].isEmpty { continue }
        if a >= firstLeaf {
          count += meetings(within: a - firstLeaf, x: x, y: y)
        } else if !boxes[a].isEmpty {
          pending.append((2 * a, 2 * a))
          pending.append((2 * a + 1, 2 * a + 1))
          pending.append((2 * a, 2 * a + 1))
        }
      } else if boxes[a].intersects(boxes[b]), !runsOn(a, b, firstLeaf) {
        if a >= firstLeaf {
          count += meetings(
            between: runs[a - firstLeaf], runs[b - firstLeaf], within: boxes[b], x: x, y: y)
        } else {
          for left in 2 * a...2 * a + 1 {
            for right in 2 * b...2 * b + 1 { pending.append((left, right)) }
          }
        }
      }
      if count >= limit { return limit }
    }
    return count
  }

  // MARK: -

  /// Cuts the rings into runs and puts rectangles around them.
  ///
  /// - Returns: The position of the first run among the rectangles.
  private mutating func makeRuns(x: Span<Double>, y: Span<Double>, ringStarts: ArraySlice<Int>)
    -> Int
  {
    runs.removeAll(keepingCapacity: true)
    for (start, end) in zip(ringStarts, ringStarts.dropFirst()) where end - start > 1 {
      let ring = start..<end - 1
      for first in stride(from: start, to: end - 1, by: Self.runLength) {
        runs.append(Run(edges: first..<min(first + Self.runLength, end - 1), ring: ring))
      }
    }
    var firstLeaf = 1
    while firstLeaf < runs.count { firstLeaf *= 2 }
    boxes.removeAll(keepingCapacity: true)
    boxes.append(contentsOf: repeatElement(.empty, count: 2 * firstLeaf))
    directions.removeAll(keepingCapacity: true)
    directions.append(contentsOf: repeatElement([], count: 2 * firstLeaf))
    for (position, run) in runs.enumerated() { measure(run, x, y, as: firstLeaf + position) }
    var width = 1
    while width < firstLeaf {
      for node in firstLeaf / (2 * width)..<firstLeaf / width {
        boxes[node] = boxes[2 * node]
        boxes[node].formUnion(boxes[2 * node + 1])
        let seam = (2 * node + 1) * width - firstLeaf
        if seam < runs.count && runs[seam].ring == runs[seam - 1].ring {
          // Two runs go onward each in a direction of its own.
          directions[node] = directions[2 * node].intersection(directions[2 * node + 1])
            .subtracting(.onward)
        }
      }
      width *= 2
    }
    return firstLeaf
  }

  /// Puts a rectangle around a run and finds the directions that its edges share.
  private mutating func measure(_ run: Run, _ x: Span<Double>, _ y: Span<Double>, as node: Int) {
    let first = run.edges.lowerBound
    var (lastX, lastY) = (x[first], y[first])
    var box = Box(minX: lastX, minY: lastY, maxX: lastX, maxY: lastY)
    var (isEast, isWest, isNorth, isSouth) = (true, true, true, true)
    for vertex in first + 1...run.edges.upperBound {
      let (nextX, nextY) = (x[vertex], y[vertex])
      isEast = isEast && nextX > lastX
      isWest = isWest && nextX < lastX
      isNorth = isNorth && nextY > lastY
      isSouth = isSouth && nextY < lastY
      box.formUnion(x: nextX, y: nextY)
      (lastX, lastY) = (nextX, nextY)
    }
    boxes[node] = box
    var shared: Directions = []
    if isOnward(run, x, y) { shared.insert(.onward) }
    if isEast { shared.insert(.east) }
    if isWest { shared.insert(.west) }
    if isNorth { shared.insert(.north) }
    if isSouth { shared.insert(.south) }
    directions[node] = shared
  }

  /// Returns whether every edge of a run gains in the direction from its first vertex to its last.
  @inline(__always)
  private func isOnward(_ run: Run, _ x: Span<Double>, _ y: Span<Double>) -> Bool {
    let (first, last) = (run.edges.lowerBound, run.edges.upperBound)
    let (eastward, northward) = (x[last] - x[first], y[last] - y[first])
    for edge in run.edges {
      let east = (x[edge + 1] - x[edge]) * eastward
      let north = (y[edge + 1] - y[edge]) * northward
      // Bound: two differences, two products and a sum are off by less than four roundings.
      guard east + north > 1e-15 * (abs(east) + abs(north)) else { return false }
    }
    return true
  }

  /// Returns whether two stretches follow each other in one direction throughout.
  @inline(__always)
  private func runsOn(_ a: Int, _ b: Int, _ firstLeaf: Int) -> Bool {
    guard b == a + 1,
      !directions[a].intersection(directions[b]).subtracting(.onward).isEmpty
    else { return false }
    var seam = b
    while seam < firstLeaf { seam *= 2 }
    return runs[seam - firstLeaf].ring == runs[seam - firstLeaf - 1].ring
  }

  private func meetings(within position: Int, x: Span<Double>, y: Span<Double>) -> Int {
    guard position < runs.count else { return 0 }
    let run = runs[position]
    var count = 0
    for edge in run.edges {
      for other in edge + 1..<max(edge + 1, run.edges.upperBound)
      where meets(edge, other, of: run.ring, x, y) {
        count += 1
      }
    }
    return count
  }

  private func meetings(
    between a: Run, _ b: Run, within box: Box, x: Span<Double>, y: Span<Double>
  ) -> Int {
    var count = 0
    for edge in a.edges where comes(edge, into: box, x, y) {
      for other in b.edges where meets(edge, other, of: a.ring, x, y) { count += 1 }
    }
    return count
  }

  /// Returns whether the rectangle around an edge meets another.
  @inline(__always)
  private func comes(_ edge: Int, into box: Box, _ x: Span<Double>, _ y: Span<Double>) -> Bool {
    let (ax, ay, bx, by) = (x[edge], y[edge], x[edge + 1], y[edge + 1])
    return max(ax, bx) >= box.minX && min(ax, bx) <= box.maxX && max(ay, by) >= box.minY
      && min(ay, by) <= box.maxY
  }

  /// Returns whether an edge meets a later one; `ring` holds the edges of the first one's ring.
  @inline(__always)
  private func meets(
    _ edge: Int, _ other: Int, of ring: Range<Int>, _ x: Span<Double>, _ y: Span<Double>
  ) -> Bool {
    let (ax, ay, bx, by) = (x[edge], y[edge], x[edge + 1], y[edge + 1])
    let (cx, cy, dx, dy) = (x[other], y[other], x[other + 1], y[other + 1])
    if max(ax, bx) < min(cx, dx) || max(cx, dx) < min(ax, bx) { return false }
    if max(ay, by) < min(cy, dy) || max(cy, dy) < min(ay, by) { return false }
    if (ax == bx && ay == by) || (cx == dx && cy == dy) { return false }
    if other == edge + 1 && ring.contains(other) {
      return turnsBack(ax, ay, at: bx, by, to: dx, dy)
    }
    if edge == ring.lowerBound && other == ring.upperBound - 1 {
      return turnsBack(cx, cy, at: dx, dy, to: bx, by)
    }
    let c = orientation(ax: ax, ay: ay, bx: bx, by: by, px: cx, py: cy)
    let d = orientation(ax: ax, ay: ay, bx: bx, by: by, px: dx, py: dy)
    if (c > 0 && d > 0) || (c < 0 && d < 0) { return false }
    let a = orientation(ax: cx, ay: cy, bx: dx, by: dy, px: ax, py: ay)
    let b = orientation(ax: cx, ay: cy, bx: dx, by: dy, px: bx, py: by)
    return !((a > 0 && b > 0) || (a < 0 && b < 0))
  }

  /// Returns whether a way goes straight back at a vertex.
  @inline(__always)
  private func turnsBack(
    _ fromX: Double, _ fromY: Double, at x: Double, _ y: Double, to toX: Double, _ toY: Double
  ) -> Bool {
    (fromX - x) * (toX - x) + (fromY - y) * (toY - y) > 0
      && orientation(ax: fromX, ay: fromY, bx: x, by: y, px: toX, py: toY) == 0
  }
}
