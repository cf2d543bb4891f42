/// The outer border of many areas as closed rings, without the borders between them.
///
/// Thousands of cells of one colour need a megabyte one by one; their border needs a few kilobytes.
struct MergedOutline {
  /// The rings on the grid of the drawing, without repeating the first vertex.
  ///
  /// Filled by the even-odd rule they cover what the areas cover; areas must not overlap.
  let rings: [GridLine]

  /// Joins arcs end to end until each chain comes back to where it began.
  ///
  /// As many of them meet at every vertex as leave it, so that no chain ends elsewhere; which way
  /// one goes where areas touch at a corner makes no difference to what the even-odd rule fills.
  ///
  /// - Parameters:
  ///   - network: The borders.
  ///   - lines: Each arc as it is drawn.
  ///   - arcs: The arcs that belong to one of the areas only.
  /// - Complexity: O(*n*) for *n* vertices of ordinary borders.
  init(of network: ArcNetwork, lines: [GridLine], arcs: [Int]) {
    func ends(_ arc: Int) -> (first: Int, last: Int) {
      (network.arcs[arc][0], network.arcs[arc][network.arcs[arc].count - 1])
    }
    var arcsAt: [Int: [Int]] = [:]
    for arc in arcs {
      arcsAt[ends(arc).first, default: []].append(arc)
      arcsAt[ends(arc).last, default: []].append(arc)
    }
    var isUsed: Set<Int> = []
    rings = arcs.compactMap { start in
      guard isUsed.insert(start).inserted else { return nil }
      var ring = lines[start]
      var place = ends(start).last
      while place != ends(start).first,
        let next = arcsAt[place]?.first(where: { !isUsed.contains($0) })
      {
        isUsed.insert(next)
        let isReversed = ends(next).first != place
        ring.append(lines[next], isReversed: isReversed)
        place = isReversed ? ends(next).first : ends(next).last
      }
      ring.openRing()
      ring.straighten()
      return ring.count >= 3 ? ring : nil
    }
  }
}

extension GridLine {
  /// Appends another line that goes on where this one ends.
  mutating func append(_ line: GridLine, isReversed: Bool) {
    for position in 0..<line.count {
      let place = isReversed ? line.count - 1 - position : position
      append(x: line.x[place], y: line.y[place])
    }
  }

  /// Drops vertices of a ring at which it goes straight on, which changes nothing that is seen.
  fileprivate mutating func straighten() {
    var result = GridLine()
    for vertex in 0..<count {
      let (before, after) = (result.count - 1, vertex + 1 < count ? vertex + 1 : 0)
      let previous =
        before < 0 ? (x: x[count - 1], y: y[count - 1]) : (x: result.x[before], y: result.y[before])
      let (dx, dy) = (x[vertex] - previous.x, y[vertex] - previous.y)
      let (ex, ey) = (x[after] - x[vertex], y[after] - y[vertex])
      guard dx * ey != dy * ex || dx * ex + dy * ey <= 0 else { continue }
      result.append(x: x[vertex], y: y[vertex])
    }
    self = result
  }
}
