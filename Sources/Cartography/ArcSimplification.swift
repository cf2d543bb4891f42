/// Tells how much each vertex of a line matters, so that the least can be left out.
///
/// The significance of a vertex is the greatest tolerance at which Douglas & Peucker (1973),
/// https://doi.org/10.3138/FM57-6770-U75U-7727, still keep it: leaving out every vertex whose
/// significance is at most a tolerance keeps the line within that tolerance of where it ran. It is
/// computed once, whatever tolerance is chosen in the end.
struct ArcSimplification {
  /// The positions of vertices.
  let x: [Int]
  let y: [Int]

  /// Returns the significance of each vertex of an arc, in the units of the coordinates.
  ///
  /// The arc must come in the same direction whenever it comes, because two vertices may lie
  /// equally far off. Ends are infinitely significant, and so are three vertices of a closed arc.
  ///
  /// - Parameter arc: Numbers of vertices; a closed arc repeats its first.
  /// - Returns: One number for each vertex.
  /// - Complexity: O(*n* log *n*) for ordinary lines of *n* vertices, O(*n*²) at worst.
  func significances(of arc: [Int]) -> [Double] {
    var significances = Array(repeating: Double.infinity, count: arc.count)
    guard arc.count > 2 else { return significances }
    var pending = [Stretch(from: 0, to: arc.count - 1, limit: .infinity)]
    if arc.first == arc.last {
      // A closed line has no chord: it is cut at the vertex farthest from its start, and the vertex
      // farthest from that chord gives it its extent.
      let bend = farthest(of: arc, from: 0, to: arc.count - 1).position
      let halves = [(0, bend), (bend, arc.count - 1)].filter { $0.1 - $0.0 > 1 }
      let corners = halves.map { farthest(of: arc, from: $0.0, to: $0.1) }
      let corner = corners.max { $0.distance < $1.distance }?.position ?? bend
      let cuts = [0, min(bend, corner), max(bend, corner), arc.count - 1]
      pending = zip(cuts, cuts.dropFirst()).map { Stretch(from: $0, to: $1, limit: .infinity) }
    }
    while let stretch = pending.popLast() {
      guard stretch.to - stretch.from > 1 else { continue }
      let (position, distance) = farthest(of: arc, from: stretch.from, to: stretch.to)
      let significance = min(distance, stretch.limit)
      significances[position] = significance
      pending.append(Stretch(from: stretch.from, to: position, limit: significance))
      pending.append(Stretch(from: position, to: stretch.to, limit: significance))
    }
    return significances
  }

  /// Part of an arc whose ends are kept up to a tolerance.
  private struct Stretch {
    let from: Int
    let to: Int
    let limit: Double
  }

  /// Returns the position strictly between two others that lies farthest from the segment between
  /// them, the first of several.
  private func farthest(of arc: [Int], from start: Int, to end: Int)
    -> (position: Int, distance: Double)
  {
    let (a, b) = (arc[start], arc[end])
    let (dx, dy) = (Double(x[b] - x[a]), Double(y[b] - y[a]))
    let squaredLength = dx * dx + dy * dy
    var best = (position: start + 1, squared: -1.0)
    for position in (start + 1)..<end {
      let vertex = arc[position]
      var (px, py) = (Double(x[vertex] - x[a]), Double(y[vertex] - y[a]))
      if squaredLength > 0 {
        let along = min(max((px * dx + py * dy) / squaredLength, 0), 1)
        px -= along * dx
        py -= along * dy
      }
      let squared = px * px + py * py
      if squared > best.squared { best = (position, squared) }
    }
    return (best.position, best.squared.squareRoot())
  }
}
