/// Groups the loose rings of one area into polygons, by which ring lies in which.
///
/// A ring in an even number of others is an outer ring, one in an odd number is a hole of the
/// smallest ring around it; so an island in a hole is a polygon of its own. Neither the order nor
/// the winding of the rings matters, since files in use have every combination. Rings may touch;
/// for rings that cross each other there is no right answer, and the result then follows the
/// first of a ring's vertices that is not on the other. All vertices are kept as they are.
///
///     groupRings([hole, outer, island])   // [[outer, hole], [island]]
///
/// - Parameter rings: Closed rings of one area.
/// - Returns: Polygons in the order of their outer rings, each with its outer ring first and then
///   its holes in their order: what ``OutlineTable/appendArea(_:)-(Array<_>)`` takes.
/// - Complexity: O(*n*) for one ring, otherwise O(*m* *n*) for *m* rings of *n* vertices in all.
package func groupRings(_ rings: [[Point]]) -> [[[Point]]] {
  guard rings.count > 1 else { return rings.map { [$0] } }
  let candidates = rings.enumerated().map { RingCandidate(position: $0, ring: $1) }
  // Only a larger ring contains another; equal ones are ordered by their positions.
  let bySize = candidates.sorted {
    ($1.size, $0.position) < ($0.size, $1.position)
  }
  var isOuter = [Bool](repeating: true, count: rings.count)
  var holes = [[Int]](repeating: [], count: rings.count)
  for (rank, ring) in bySize.enumerated() {
    let around = bySize[..<rank].filter { $0.contains(ring) }
    guard !around.count.isMultiple(of: 2), let parent = around.last(where: { isOuter[$0.position] })
    else { continue }
    isOuter[ring.position] = false
    holes[parent.position].append(ring.position)
  }
  return rings.indices.filter { isOuter[$0] }.map { outer in
    [rings[outer]] + holes[outer].sorted().map { rings[$0] }
  }
}

/// A ring with what decides quickly whether it can contain another.
private struct RingCandidate {
  let position: Int
  let ring: [Point]
  let size: Double
  let box: Box

  init(position: Int, ring: [Point]) {
    self.position = position
    self.ring = ring
    size = abs(signedRingArea(ring))
    box = ring.reduce(into: Box.empty) { $0.formUnion(x: $1.x, y: $1.y) }
  }

  /// Returns whether a smaller ring lies in this one, touching allowed.
  func contains(_ other: RingCandidate) -> Bool {
    guard box.contains(other.box) else { return false }
    for vertex in other.ring {
      switch RingSide(of: vertex, in: ring) {
      case .inside: return true
      case .outside: return false
      case .boundary: continue
      }
    }
    // Every vertex is on this ring: a position inside the other decides.
    guard let inner = scanLinePoint(in: [other.ring]) else { return false }
    return RingSide(of: inner, in: ring) == .inside
  }
}
