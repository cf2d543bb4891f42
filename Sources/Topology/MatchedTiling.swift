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
/// Where a few borders do not match, only the areas along them and along the rim need be compared.
///
///     let tiling = try MatchedTiling(of: outlines, as: geometries, in: context)
///     let union = try tiling.union()
///     tiling.mayOverlap(3, 4)    // false: both lie amid borders that match
struct MatchedTiling {
  private let geometries: [GEOSGeometry]
  private let context: GEOSContext
  /// The ground of the areas whose borders match; `nil` where that is not known to be a tiling.
  private let matched: GEOSGeometry?
  /// Whether each area is a part of that ground.
  private let isMatched: [Bool]

  /// Finds the areas whose borders match.
  ///
  /// The corresponding C function is `GEOSCoverageUnion_r`.
  ///
  /// - Parameters:
  ///   - outlines: Valid areas.
  ///   - geometries: The same.
  ///   - context: Where GEOS works.
  /// - Throws: ``TopologyError/failed(operation:reason:)`` when GEOS cannot copy the areas.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  init(
    of outlines: OutlineTable, as geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) {
    (self.geometries, self.context) = (geometries, context)
    let all = Array(repeating: true, count: geometries.count)
    if let union = try Self.union(of: outlines, as: geometries, in: context) {
      (matched, isMatched) = (union, all)
      return
    }
    let rim = Set(Rim(of: outlines).edges)
    let isInner = geometries.indices.map { area in
      !Rim.edges(of: outlines, area: area).contains(where: rim.contains)
    }
    let inner = isInner.indices.filter { isInner[$0] }
    var innerOutlines = OutlineTable()
    for area in inner { innerOutlines.appendArea(area, of: outlines) }
    // A few areas amid many that do not match are not worth the search.
    let union =
      inner.count * 2 > geometries.count
      ? try Self.union(of: innerOutlines, as: inner.map { geometries[$0] }, in: context) : nil
    matched = union
    isMatched = union == nil ? all.map { !$0 } : isInner
  }

  /// Returns the ground that any of the areas covers.
  ///
  /// The corresponding C function is `GEOSUnaryUnion_r`, for the areas that have to be compared.
  func union() throws(TopologyError) -> GEOSGeometry {
    let others = geometries.indices.filter { !isMatched[$0] }.map { geometries[$0] }
    guard let matched else { return try GEOSGeometry.union(of: others, in: context) }
    return others.isEmpty ? matched : try GEOSGeometry.union(of: [matched] + others, in: context)
  }

  /// Returns whether two areas have to be compared to know that they do not overlap.
  func mayOverlap(_ first: Int, _ second: Int) -> Bool { !(isMatched[first] && isMatched[second]) }

  /// Returns the ground that areas cover; `nil` if their borders do not match, or if they overlap.
  private static func union(
    of outlines: OutlineTable, as geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry? {
    guard let union = try GEOSGeometry.coverageUnion(of: geometries, in: context),
      try union.validityFault() == nil
    else { return nil }
    var rings = OutlineTable()
    union.appendArea(to: &rings)
    return Rim(of: outlines).isThat(of: rings) ? union : nil
  }
}

/// The edges of areas that have no opposite, with the inside to their left.
private struct Rim {
  /// The edges in a fixed order; all of those that more than one area has on the same side.
  let edges: [Edge]

  /// A directed edge.
  struct Edge: Hashable, Comparable {
    let fromX: Double
    let fromY: Double
    let toX: Double
    let toY: Double

    /// The same edge walked the other way.
    var reversed: Edge { Edge(fromX: toX, fromY: toY, toX: fromX, toY: fromY) }

    static func < (a: Edge, b: Edge) -> Bool {
      (a.fromX, a.fromY, a.toX, a.toY) < (b.fromX, b.fromY, b.toX, b.toY)
    }
  }

  /// Takes out the pairs of opposite edges.
  init(of outlines: OutlineTable) {
    // An edge and its opposite have the same key, so that they come to lie side by side.
    var forward: [Edge] = []
    var backward: [Edge] = []
    for area in 0..<outlines.areaCount {
      for edge in Self.edges(of: outlines, area: area) {
        if (edge.fromX, edge.fromY) < (edge.toX, edge.toY) {
          forward.append(edge)
        } else {
          backward.append(edge.reversed)
        }
      }
    }
    forward.sort()
    backward.sort()
    var rim: [Edge] = []
    var (i, j) = (0, 0)
    while i < forward.count || j < backward.count {
      let isForward = j == backward.count || (i < forward.count && forward[i] < backward[j])
      let key = isForward ? forward[i] : backward[j]
      let (firstI, firstJ) = (i, j)
      while i < forward.count, forward[i] == key { i += 1 }
      while j < backward.count, backward[j] == key { j += 1 }
      if i - firstI == 1 && j - firstJ == 1 { continue }
      rim += Array(repeating: key, count: i - firstI)
      rim += Array(repeating: key.reversed, count: j - firstJ)
    }
    edges = rim.sorted()
  }

  /// Returns whether the edges are those of a table, walked the same way.
  func isThat(of outlines: OutlineTable) -> Bool {
    (0..<outlines.areaCount).flatMap { Self.edges(of: outlines, area: $0) }.sorted() == edges
  }

  /// Returns the edges of an area.
  static func edges(of outlines: OutlineTable, area: Int) -> [Edge] {
    outlines.rings(ofArea: area).flatMap { ring in
      outlines.vertices(ofRing: ring).dropLast().compactMap { vertex in
        let edge = Edge(
          fromX: outlines.x[vertex], fromY: outlines.y[vertex], toX: outlines.x[vertex + 1],
          toY: outlines.y[vertex + 1])
        return (edge.fromX, edge.fromY) == (edge.toX, edge.toY) ? nil : edge
      }
    }
  }
}
