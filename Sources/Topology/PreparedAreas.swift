import CGEOS
package import Geometry

/// Where a point lies with respect to an area.
package enum PointRelation: Sendable, Equatable {
  /// Strictly inside.
  case interior
  /// On an edge or a vertex of the outer ring or of a hole.
  case boundary
  /// Neither inside nor on an edge.
  case exterior
}

/// The areas of a layer, made ready for many questions about points.
///
/// The answers are those of GEOS, exact for the coordinates as they are: the program's own
/// assignment is tested against them.
///
///     let areas = try PreparedAreas(outlines)
///     areas.areasCovering(x: 530_000, y: 180_000)          // [17, 18]: on their shared edge
///     areas.relation(x: 530_000, y: 180_000, area: 17)     // .boundary
@safe
package struct PreparedAreas: ~Copyable {
  private let context: GEOSContext
  private let prepared: [GEOSPrepared]
  private let tree: GEOSTree

  /// Prepares the areas of a table.
  ///
  /// - Parameter outlines: Areas; they need not be valid, but answers for those that are not have
  ///   no definition.
  /// - Throws: ``TopologyError/notFinite(area:)`` for a coordinate that is not a number,
  ///   ``TopologyError/unusableOutline(area:reason:)`` when GEOS refuses an outline.
  /// - Complexity: O(*n* log *n*) for *n* areas; each is indexed when first asked about.
  package init(_ outlines: OutlineTable) throws(TopologyError) {
    let context = GEOSContext()
    let geometries = try GEOSGeometry.areas(of: outlines, in: context)
    self.context = context
    prepared = geometries.map(GEOSPrepared.init)
    tree = GEOSTree(of: geometries, in: context)
  }

  /// Returns the areas that hold a point inside or on their edge, ascending.
  ///
  /// A point on an edge shared by two areas gives both; a point that is not finite gives none. The
  /// corresponding C function is `GEOSPreparedIntersects_r`.
  ///
  /// - Complexity: O(log *n*) for *n* areas, and O(log *m*) for each near one of *m* vertices.
  package func areasCovering(x: Double, y: Double) -> [Int] {
    guard x.isFinite && y.isFinite else { return [] }
    let point = point(x: x, y: y)
    return tree.positions(near: point).filter { prepared[$0].meets(point) }
  }

  /// Returns where a point lies with respect to one area; a point that is not finite is outside.
  ///
  /// The corresponding C functions are `GEOSPreparedIntersects_r` and `GEOSPreparedContains_r`.
  package func relation(x: Double, y: Double, area: Int) -> PointRelation {
    guard x.isFinite && y.isFinite else { return .exterior }
    let point = point(x: x, y: y)
    guard prepared[area].meets(point) else { return .exterior }
    return prepared[area].contains(point) ? .interior : .boundary
  }

  private func point(x: Double, y: Double) -> GEOSGeometry {
    guard let point = unsafe GEOSGeom_createPointFromXY_r(context.handle, x, y) else {
      preconditionFailure("PreparedAreas: no memory for a point")
    }
    return unsafe GEOSGeometry(owning: point, in: context)
  }
}
