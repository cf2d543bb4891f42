package import Geometry

/// Gives areas whose outlines are not valid the ground that they mean.
///
/// The ground of an area is the union of its parts, each without its own holes: where parts overlap
/// the ground counts once, and a hole of one part takes nothing from another. A ring that crosses
/// itself, as a bow-tie does, encloses what an odd number of its turns enclose.
///
///     let mended = try OutlineMending.mend(&outlines, areas: [17])
///     mended.first?.fault      // .edgesCross; area 17 is valid now
package enum OutlineMending {
  /// Replaces the outlines of those areas that are not valid.
  ///
  /// An area without ground, or with a coordinate that is not a number, keeps its outline. The
  /// corresponding C functions are `GEOSMakeValid_r`, `GEOSDifference_r` and `GEOSUnaryUnion_r`.
  ///
  /// - Parameters:
  ///   - outlines: Areas in any units.
  ///   - areas: The areas to look at, ascending.
  /// - Returns: What was wrong with each invalid one, in the order of the table.
  /// - Throws: ``TopologyError`` as for ``LayerTopology``.
  /// - Complexity: O(*n* log *n*) for *n* vertices and crossings of the areas looked at, and O(*n*)
  ///   for all *n* vertices of the table when any is replaced.
  package static func mend(
    _ outlines: inout OutlineTable, areas: [Int]
  ) throws(TopologyError) -> [InvalidArea] {
    guard !areas.isEmpty else { return [] }
    let context = GEOSContext()
    var faults: [InvalidArea] = []
    var mended: [Int: GEOSGeometry] = [:]
    for area in areas where outlines.isFinite(area) {
      let geometry = try GEOSGeometry(area: area, of: outlines, in: context)
      guard let (reason, location) = try geometry.validityFault() else { continue }
      faults.append(
        InvalidArea(area: area, fault: OutlineFault(reason: reason), location: location))
      let ground = try geometry.ground()
      if !ground.isEmpty { mended[area] = ground }
    }
    guard !mended.isEmpty else { return faults }
    var result = OutlineTable()
    result.reserveCapacity(vertices: outlines.vertexCount)
    for area in 0..<outlines.areaCount {
      if let ground = mended[area] {
        ground.normalise()
        ground.appendArea(to: &result)
      } else {
        result.appendArea(area, of: outlines)
      }
    }
    outlines = result
    return faults
  }
}

extension OutlineTable {
  /// Returns whether all coordinates of an area are numbers.
  fileprivate func isFinite(_ area: Int) -> Bool {
    vertices(ofArea: area).allSatisfy { x[$0].isFinite && y[$0].isFinite }
  }
}

extension GEOSGeometry {
  /// Returns the ground that polygons cover, each without its own holes, as a valid geometry.
  func ground() throws(TopologyError) -> GEOSGeometry {
    var parts: [GEOSGeometry] = []
    for polygon in try polygons() {
      if try polygon.validityFault() == nil {
        parts.append(polygon)
        continue
      }
      let outer = try polygon.filledPolygons()[0].madeValid()
      var holes: [GEOSGeometry] = []
      for hole in try polygon.holes() { holes.append(try hole.madeValid()) }
      parts.append(
        holes.isEmpty
          ? outer
          : try outer.subtracting(
            .union(of: holes, in: context), operation: "take holes out of a part"))
    }
    let whole = parts.count == 1 ? parts[0] : try GEOSGeometry.union(of: parts, in: context)
    return try whole.polygonalPart()
  }
}
