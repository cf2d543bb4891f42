import Geometry

/// Joins shared arcs into the outlines of areas, or of the unions of areas.
struct RingAssembly {
  private let arcs: [SharedArc]

  /// Creates an assembly of the arcs of one tiling.
  init(_ arcs: SharedArcs) { self.arcs = arcs.arcs }

  /// Returns the outline of each union: its polygons, each an outer ring and its holes.
  ///
  /// Borders between two areas of one union are dropped; all others keep every vertex.
  ///
  /// - Parameters:
  ///   - count: The number of unions.
  ///   - union: For each area, the union it belongs to.
  /// - Returns: For each union its polygons, each polygon its closed rings.
  func outlines(count: Int, union: [Int]) -> [[[[GridPosition]]]] {
    var members = [[Member]](repeating: [], count: count)
    for (index, arc) in arcs.enumerated() {
      let left = union[arc.left]
      let right = arc.right == Tiling.outside ? Tiling.outside : union[arc.right]
      guard left != right else { continue }
      members[left].append(Member(arc: index, isReversed: false))
      if right != Tiling.outside { members[right].append(Member(arc: index, isReversed: true)) }
    }
    return members.map { polygons(of: rings(of: $0)) }
  }

  // MARK: - Rings

  private struct Member {
    let arc: Int
    let isReversed: Bool
  }

  /// Returns closed rings: an area lies to the left of each, so outer ones run counter-clockwise.
  private func rings(of members: [Member]) -> [[GridPosition]] {
    var starts: [Int: Int] = [:]
    for (index, member) in members.enumerated() { starts[ends(of: member).first] = index }
    var isUsed = [Bool](repeating: false, count: members.count)
    var rings: [[GridPosition]] = []
    for start in members.indices where !isUsed[start] {
      var ring: [GridPosition] = []
      var current: Int? = start
      while let index = current, !isUsed[index] {
        isUsed[index] = true
        let vertices = arcs[members[index].arc].vertices
        let piece = members[index].isReversed ? vertices.reversed() : vertices
        ring.append(contentsOf: ring.isEmpty ? piece[...] : piece.dropFirst())
        current = starts[ends(of: members[index]).last]
      }
      rings.append(ring)
    }
    return rings
  }

  private func ends(of member: Member) -> (first: Int, last: Int) {
    let ends = arcs[member.arc].ends
    return member.isReversed ? (ends.last, ends.first) : ends
  }

  // MARK: - Holes

  /// Returns each outer ring, largest first, with the holes whose smallest surrounding it is.
  private func polygons(of rings: [[GridPosition]]) -> [[[GridPosition]]] {
    let areas = rings.map(Self.doubledArea)
    let outer = rings.indices.filter { areas[$0] > 0 }.sorted { (areas[$1], $0) < (areas[$0], $1) }
    var polygons = outer.map { [rings[$0]] }
    for hole in rings.indices where areas[hole] < 0 {
      // From the smallest: an island's hole lies in the island before it lies in what is around.
      guard
        let home = outer.indices.reversed().first(where: {
          areas[outer[$0]] > -areas[hole] && Self.contains(rings[outer[$0]], rings[hole][0])
        })
      else { preconditionFailure("RingAssembly: a hole outside every ring") }
      polygons[home].append(rings[hole])
    }
    return polygons
  }

  private static func doubledArea(_ ring: [GridPosition]) -> Int {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }

  private static func contains(_ ring: [GridPosition], _ position: GridPosition) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > position.y) != (b.y > position.y) {
      let cross = (b.x - a.x) * (position.y - a.y) - (b.y - a.y) * (position.x - a.x)
      if (cross > 0) == (b.y > a.y) { isInside.toggle() }
    }
    return isInside
  }
}

extension OutlineTable {
  /// Creates a table of outlines given in centimetres from the map's corner.
  init(_ outlines: [[[[GridPosition]]]]) {
    self.init()
    for polygons in outlines {
      appendArea(polygons.map { rings in rings.map { ring in ring.map(\.point) } })
    }
  }
}
