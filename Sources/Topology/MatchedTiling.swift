import Geometry

/// Areas whose borders match vertex for vertex, as those of a good layer do: what one has to its left,
/// another has to its right or nobody has.
///
/// Walked with the inside to the left, each border between two areas is walked once each way. What is
/// left when these pairs are taken out is the rim of all of them. If the rim is that of a valid area,
/// every place inside lies in exactly one area and every other in none: how often a place is enclosed
/// is the sum of the turns of all rings around it, to which pairs of opposite edges add nothing. So no
/// two areas overlap, and the rim is their union, without comparing one area with another.
///
///     let union = try MatchedTiling.union(of: outlines, as: geometries, in: context)
///     union == nil     // not a tiling of this kind: compare the areas
enum MatchedTiling {
  /// Returns the ground that areas cover; `nil` if their borders do not match, or if they overlap.
  ///
  /// The corresponding C function is `GEOSCoverageUnion_r`.
  ///
  /// - Parameters:
  ///   - outlines: The areas.
  ///   - geometries: The same.
  ///   - context: Where GEOS works.
  /// - Returns: The union, whose vertices are those of the areas.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` when GEOS cannot copy the areas.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  static func union(
    of outlines: OutlineTable, as geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry? {
    guard let rim = Rim(of: outlines),
      let union = try GEOSGeometry.coverageUnion(of: geometries, in: context),
      try union.validityFault() == nil
    else { return nil }
    var rings = OutlineTable()
    union.appendArea(to: &rings)
    return rim.isThat(of: rings) ? union : nil
  }
}

/// The edges of areas that no neighbour has, with the inside to their left.
private struct Rim {
  /// The edges, each as the positions of its two ends, in a fixed order.
  private let edges: [Edge]

  /// A directed edge.
  private struct Edge: Equatable, Comparable {
    let fromX: Double
    let fromY: Double
    let toX: Double
    let toY: Double

    static func < (a: Edge, b: Edge) -> Bool {
      (a.fromX, a.fromY, a.toX, a.toY) < (b.fromX, b.fromY, b.toX, b.toY)
    }
  }

  /// Takes out the pairs of opposite edges; `nil` if two areas have the same edge on the same side.
  init?(of outlines: OutlineTable) {
    // An edge and its opposite have the same key, so that they come to lie side by side.
    var forward: [Edge] = []
    var backward: [Edge] = []
    Self.forEachEdge(of: outlines) { edge in
      if (edge.fromX, edge.fromY) < (edge.toX, edge.toY) {
        forward.append(edge)
      } else {
        backward.append(
          Edge(fromX: edge.toX, fromY: edge.toY, toX: edge.fromX, toY: edge.fromY))
      }
    }
    forward.sort()
    backward.sort()
    for edges in [forward, backward] {
      for (edge, next) in zip(edges, edges.dropFirst()) where edge == next { return nil }
    }
    var rim: [Edge] = []
    var (i, j) = (0, 0)
    while i < forward.count || j < backward.count {
      if j == backward.count || (i < forward.count && forward[i] < backward[j]) {
        rim.append(forward[i])
        i += 1
      } else if i == forward.count || backward[j] < forward[i] {
        let edge = backward[j]
        rim.append(Edge(fromX: edge.toX, fromY: edge.toY, toX: edge.fromX, toY: edge.fromY))
        j += 1
      } else {
        i += 1
        j += 1
      }
    }
    edges = rim.sorted()
  }

  /// Returns whether the edges are those of a table, walked the same way.
  func isThat(of outlines: OutlineTable) -> Bool {
    var others: [Edge] = []
    Self.forEachEdge(of: outlines) { others.append($0) }
    return others.sorted() == edges
  }

  private static func forEachEdge(of outlines: OutlineTable, _ body: (Edge) -> Void) {
    for ring in 0..<outlines.ringCount {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let edge = Edge(
          fromX: outlines.x[vertex], fromY: outlines.y[vertex], toX: outlines.x[vertex + 1],
          toY: outlines.y[vertex + 1])
        if (edge.fromX, edge.fromY) != (edge.toX, edge.toY) { body(edge) }
      }
    }
  }
}
