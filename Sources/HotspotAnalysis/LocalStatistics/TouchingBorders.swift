import Geometry

/// The search for areas whose borders come near each other without sharing vertices.
struct TouchingBorders {
  private let outlines: OutlineTable
  private let rule: ContiguityRule
  private let tolerance: Double
  private let boxes: [Box]

  /// Prepares the search.
  init(of outlines: OutlineTable, rule: ContiguityRule, tolerance: Double) {
    self.outlines = outlines
    self.rule = rule
    self.tolerance = tolerance
    boxes = (0..<outlines.areaCount).map { outlines.box(ofArea: $0) }
  }

  /// Returns the pairs of neighbouring areas that are not known to be neighbours, each once.
  ///
  /// Areas are taken from west to east of their boxes, so that only those whose boxes still reach
  /// the present one's western edge are compared with it.
  func pairs(besides known: Neighbours) -> [(Int, Int)] {
    let order = boxes.indices.filter { !boxes[$0].isEmpty }
      .sorted { (boxes[$0].minX, $0) < (boxes[$1].minX, $1) }
    var open: [Int] = []
    var pairs: [(Int, Int)] = []
    for area in order {
      let box = boxes[area].padded(by: tolerance)
      open.removeAll { boxes[$0].maxX < box.minX }
      for other in open
      where boxes[other].intersects(box) && !known[area].contains(Int32(other)) {
        if areNeighbours(area, other) { pairs.append((area, other)) }
      }
      open.append(area)
    }
    return pairs
  }

  /// Returns whether two areas' borders meet by the rule.
  private func areNeighbours(_ a: Int, _ b: Int) -> Bool {
    let reach = boxes[b].padded(by: tolerance)
    let edgesOfA = edges(of: a, in: reach)
    let edgesOfB = edges(of: b, in: boxes[a].padded(by: tolerance))
    let widest = edgesOfB.reduce(0.0) { max($0, $1.box.width) }
    for edge in edgesOfA {
      let box = edge.box.padded(by: tolerance)
      // No edge that starts further west than this can reach the box.
      let west = box.minX - widest
      var (low, high) = (0, edgesOfB.count)
      while low < high {
        let middle = (low + high) / 2
        if edgesOfB[middle].box.minX < west { low = middle + 1 } else { high = middle }
      }
      for other in edgesOfB[low...] {
        if other.box.minX > box.maxX { break }
        guard box.intersects(other.box) else { continue }
        switch rule {
        case .queen: if edge.comesNear(other, within: tolerance) { return true }
        case .rook: if edge.runsAlong(other, within: tolerance) { return true }
        }
      }
    }
    return false
  }

  /// Returns an area's edges that reach into a box, by their western ends.
  private func edges(of area: Int, in box: Box) -> [BorderEdge] {
    var edges: [BorderEdge] = []
    for ring in outlines.rings(ofArea: area) {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let edge = BorderEdge(
          start: Point(x: outlines.x[vertex], y: outlines.y[vertex]),
          end: Point(x: outlines.x[vertex + 1], y: outlines.y[vertex + 1]))
        if edge.box.intersects(box) { edges.append(edge) }
      }
    }
    return edges.sorted { $0.box.minX < $1.box.minX }
  }
}
