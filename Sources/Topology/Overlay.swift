package import Geometry

/// Operations that make new outlines from old ones.
///
/// Results have the canonical order of GEOS, so that the same input gives the same bytes; outer
/// rings run counter-clockwise. Of invalid areas the ground that ``OutlineMending`` finds is
/// taken. Lines and points, such as the edge where two areas touch, are not part of a result.
package enum Overlay {
  /// Returns the ground that any of the areas covers.
  ///
  /// The corresponding C function is `GEOSUnaryUnion_r`.
  ///
  /// - Parameter outlines: Areas; they may overlap and touch.
  /// - Returns: One area, without polygons when there is nothing to unite.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package static func union(of outlines: OutlineTable) throws(TopologyError) -> OutlineTable {
    let context = GEOSContext()
    return try table([union(of: outlines, in: context)])
  }

  /// Returns each area clipped to the ground that other areas cover.
  ///
  /// The corresponding C function is `GEOSIntersection_r`.
  ///
  /// - Parameters:
  ///   - outlines: The areas to clip.
  ///   - clip: The areas whose union is kept.
  /// - Returns: As many areas as there were, in their order; those outside have no polygons.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  /// - Complexity: O(*n* *m* log *m*) for *n* areas and *m* vertices of the clip.
  package static func intersection(
    _ outlines: OutlineTable, _ clip: OutlineTable
  ) throws(TopologyError) -> OutlineTable {
    let context = GEOSContext()
    return try intersection(outlines, union(of: clip, in: context))
  }

  /// Returns each area clipped to a rectangle.
  ///
  /// The corresponding C function is `GEOSIntersection_r`.
  ///
  /// - Parameters:
  ///   - outlines: The areas to clip.
  ///   - box: The rectangle; its sides are at least as long as one coordinate step.
  /// - Returns: As many areas as there were, in their order; those outside have no polygons.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package static func intersection(
    _ outlines: OutlineTable, _ box: Box
  ) throws(TopologyError) -> OutlineTable {
    try intersection(outlines, GEOSGeometry(box: box, in: GEOSContext()))
  }

  /// Returns each area enlarged by a distance, or shrunk by a negative one.
  ///
  /// Corners become arcs, drawn with eight chords for each quarter circle, which lie inside the
  /// true arc by at most half a percent of the distance. The corresponding C function is
  /// `GEOSBuffer_r`.
  ///
  /// - Parameters:
  ///   - outlines: The areas.
  ///   - distance: How far, in the units of the coordinates.
  /// - Returns: As many areas as there were, in their order; those shrunk to nothing have no
  ///   polygons.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  package static func buffer(
    _ outlines: OutlineTable, distance: Double
  ) throws(TopologyError) -> OutlineTable {
    try buffered(validAreas(of: outlines, in: GEOSContext()), by: distance)
  }

  /// Returns the ground within a distance of each line, with round ends.
  ///
  /// Arcs are drawn as for areas.
  ///
  /// The corresponding C function is `GEOSBuffer_r`.
  ///
  /// - Parameters:
  ///   - lines: Paths of two positions or more.
  ///   - distance: How far to each side, in the units of the coordinates; above zero.
  ///   - quadrantSegments: How many chords draw a quarter circle.
  /// - Returns: One area for each line, in their order.
  /// - Throws: ``TopologyError/notFinite(area:)`` and
  ///   ``TopologyError/unusableOutline(area:reason:)`` with the line's position.
  package static func buffer(
    lines: [[Point]], distance: Double, quadrantSegments: Int = 8
  ) throws(TopologyError) -> OutlineTable {
    let context = GEOSContext()
    var geometries: [GEOSGeometry] = []
    for (position, line) in lines.enumerated() {
      geometries.append(try GEOSGeometry(line: line, position: position, in: context))
    }
    return try buffered(geometries, by: distance, quadrantSegments: quadrantSegments)
  }
}

// MARK: - Workers

extension Overlay {
  private static func validAreas(
    of outlines: OutlineTable, in context: GEOSContext
  ) throws(TopologyError) -> [GEOSGeometry] {
    var areas = try GEOSGeometry.areas(of: outlines, in: context)
    try mend(InvalidArea.all(in: areas), of: &areas)
    return areas
  }

  private static func mend(
    _ invalidAreas: [InvalidArea], of areas: inout [GEOSGeometry]
  ) throws(TopologyError) {
    for invalid in invalidAreas { areas[invalid.area] = try areas[invalid.area].ground() }
  }

  private static func union(
    of outlines: OutlineTable, in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry {
    var areas = try GEOSGeometry.areas(of: outlines, in: context)
    let invalidAreas = try InvalidArea.all(in: areas)
    if invalidAreas.isEmpty {
      return try MatchedTiling(of: outlines, as: areas, in: context).union()
    }
    try mend(invalidAreas, of: &areas)
    return try GEOSGeometry.union(of: areas, in: context)
  }

  private static func intersection(
    _ outlines: OutlineTable, _ clip: GEOSGeometry
  ) throws(TopologyError) -> OutlineTable {
    var clipped: [GEOSGeometry] = []
    for (area, geometry) in try validAreas(of: outlines, in: clip.context).enumerated() {
      clipped.append(try geometry.intersection(clip, operation: "clip area \(area)"))
    }
    return table(clipped)
  }

  private static func buffered(
    _ geometries: [GEOSGeometry], by distance: Double, quadrantSegments: Int = 8
  ) throws(TopologyError) -> OutlineTable {
    var results: [GEOSGeometry] = []
    for geometry in geometries {
      results.append(try geometry.buffered(by: distance, quadrantSegments: quadrantSegments))
    }
    return table(results)
  }

  private static func table(_ areas: [GEOSGeometry]) -> OutlineTable {
    var outlines = OutlineTable()
    for area in areas {
      area.normalise()
      area.appendArea(to: &outlines)
    }
    return outlines
  }
}
