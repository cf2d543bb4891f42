import CGEOS
import Geometry

// MARK: - Overlay

extension GEOSGeometry {
  /// Returns what two geometries share.
  ///
  /// The corresponding C function is `GEOSIntersection_r`.
  func intersection(
    _ other: GEOSGeometry, operation: @autoclosure () -> String
  ) throws(TopologyError) -> GEOSGeometry {
    try unsafe context.adopt(
      GEOSIntersection_r(context.handle, pointer, other.pointer), operation: operation())
  }

  /// Returns this geometry without another.
  ///
  /// The corresponding C function is `GEOSDifference_r`.
  func subtracting(
    _ other: GEOSGeometry, operation: @autoclosure () -> String
  ) throws(TopologyError) -> GEOSGeometry {
    try unsafe context.adopt(
      GEOSDifference_r(context.handle, pointer, other.pointer), operation: operation())
  }

  /// Returns the union of many geometries.
  ///
  /// The corresponding C function is `GEOSUnaryUnion_r`.
  static func union(
    of geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry {
    let collection = try collection(of: geometries, in: context)
    return try unsafe context.adopt(
      withExtendedLifetime(collection) {
        unsafe GEOSUnaryUnion_r(context.handle, collection.pointer)
      }, operation: "unite \(geometries.count) areas")
  }

  /// Returns the union of areas whose borders match vertex for vertex; `nil` if GEOS finds that they do
  /// not.
  ///
  /// The corresponding C function is `GEOSCoverageUnion_r`.
  static func coverageUnion(
    of geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry? {
    let collection = try collection(of: geometries, in: context)
    let union = unsafe withExtendedLifetime(collection) {
      unsafe GEOSCoverageUnion_r(context.handle, collection.pointer)
    }
    guard let union = unsafe union else {
      // What GEOS said is no error here, nor a part of a later one.
      _ = context.takeMessages()
      return nil
    }
    return unsafe GEOSGeometry(owning: union, in: context)
  }

  private static func collection(
    of geometries: [GEOSGeometry], in context: GEOSContext
  ) throws(TopologyError) -> GEOSGeometry {
    let operation = "unite \(geometries.count) areas"
    var parts = GEOSParts(in: context)
    for geometry in geometries where unsafe !parts.appendCopy(of: geometry.pointer) {
      throw TopologyError.failed(operation: operation, reason: context.takeMessages())
    }
    return try unsafe context.adopt(
      parts.takeCollection(type: GEOS_GEOMETRYCOLLECTION), operation: operation)
  }

  /// Returns the places within a distance.
  ///
  /// The corresponding C function is `GEOSBuffer_r`.
  func buffered(by distance: Double, quadrantSegments: Int) throws(TopologyError) -> GEOSGeometry {
    try unsafe context.adopt(
      GEOSBuffer_r(context.handle, pointer, distance, Int32(quadrantSegments)),
      operation: "buffer an outline by \(distance)")
  }

  /// Returns a valid geometry that covers what an odd number of turns of the rings enclose.
  ///
  /// Lines and points that are left over are dropped. The corresponding C function is
  /// `GEOSMakeValid_r` with its line-work method.
  func madeValid() throws(TopologyError) -> GEOSGeometry {
    let valid = try unsafe context.adopt(
      GEOSMakeValid_r(context.handle, pointer), operation: "repair an outline")
    return try valid.polygonalPart()
  }

  /// Returns the polygons of this geometry alone.
  func polygonalPart() throws(TopologyError) -> GEOSGeometry {
    let polygons = unsafe polygonPointers()
    var parts = GEOSParts(in: context)
    for position in unsafe polygons.indices
    where unsafe !parts.appendCopy(of: polygons[position]) {
      throw TopologyError.failed(operation: "copy a polygon", reason: context.takeMessages())
    }
    return try unsafe context.adopt(parts.takeOneOrMultiPolygon(), operation: "copy polygons")
  }

  /// Returns the polygons of this geometry one by one.
  func polygons() throws(TopologyError) -> [GEOSGeometry] {
    try unsafe polygonPointers().map { polygon throws(TopologyError) in
      try unsafe context.adopt(
        GEOSGeom_clone_r(context.handle, polygon), operation: "copy a polygon")
    }
  }

  /// Returns the polygons of this geometry with their holes filled.
  ///
  /// They overlap where one lies in another's hole. The corresponding C function is
  /// `GEOSGetExteriorRing_r`.
  func filledPolygons() throws(TopologyError) -> [GEOSGeometry] {
    try unsafe polygonPointers().map { polygon throws(TopologyError) in
      try unsafe filled(GEOSGetExteriorRing_r(context.handle, polygon))
    }
  }

  /// Returns the holes of all polygons of this geometry, as polygons.
  ///
  /// The corresponding C function is `GEOSGetInteriorRingN_r`.
  func holes() throws(TopologyError) -> [GEOSGeometry] {
    let polygons = unsafe polygonPointers()
    var holes: [GEOSGeometry] = []
    for position in unsafe polygons.indices {
      let polygon = unsafe polygons[position]
      for hole in unsafe 0..<GEOSGetNumInteriorRings_r(context.handle, polygon) {
        holes.append(try unsafe filled(GEOSGetInteriorRingN_r(context.handle, polygon, hole)))
      }
    }
    return holes
  }

  private func filled(_ outline: OpaquePointer?) throws(TopologyError) -> GEOSGeometry {
    var ring = GEOSParts(in: context)
    guard unsafe ring.appendCopy(of: outline) else {
      throw TopologyError.failed(operation: "copy a ring", reason: context.takeMessages())
    }
    return try unsafe context.adopt(ring.takePolygon(), operation: "fill a ring")
  }

  /// Whether any polygon of this geometry has a hole.
  ///
  /// The corresponding C function is `GEOSGetNumInteriorRings_r`.
  var hasHoles: Bool {
    unsafe polygonPointers().contains {
      unsafe GEOSGetNumInteriorRings_r(context.handle, $0) > 0
    }
  }

  /// Puts rings and polygons into GEOS's canonical order, so that equal results have equal bytes.
  ///
  /// The corresponding C function is `GEOSNormalize_r`.
  func normalise() { unsafe GEOSNormalize_r(context.handle, pointer) }
}

// MARK: - Measures

extension GEOSGeometry {
  /// The enclosed area in squared units.
  ///
  /// The corresponding C function is `GEOSArea_r`.
  var area: Double {
    var area = 0.0
    unsafe GEOSArea_r(context.handle, pointer, &area)
    return area
  }

  /// The length of all rings or lines.
  ///
  /// The corresponding C function is `GEOSLength_r`.
  var length: Double {
    var length = 0.0
    unsafe GEOSLength_r(context.handle, pointer, &length)
    return length
  }

  /// Whether there is nothing in it.
  ///
  /// The corresponding C function is `GEOSisEmpty_r`.
  var isEmpty: Bool { unsafe GEOSisEmpty_r(context.handle, pointer) == 1 }

  /// Returns a point inside the geometry; none when it is empty.
  ///
  /// The corresponding C function is `GEOSPointOnSurface_r`.
  func innerPoint() throws(TopologyError) -> Point? {
    let point = try unsafe context.adopt(
      GEOSPointOnSurface_r(context.handle, pointer), operation: "find a point in an outline")
    return point.position
  }

  /// The position of a point geometry; none when it is empty or no point.
  var position: Point? {
    var x = 0.0
    var y = 0.0
    guard unsafe GEOSGeomGetX_r(context.handle, pointer, &x) == 1,
      unsafe GEOSGeomGetY_r(context.handle, pointer, &y) == 1
    else { return nil }
    return Point(x: x, y: y)
  }

  /// Whether another geometry is at most a distance away.
  ///
  /// The corresponding C function is `GEOSDistanceWithin_r`.
  func isWithin(_ distance: Double, of other: GEOSGeometry) -> Bool {
    unsafe GEOSDistanceWithin_r(context.handle, pointer, other.pointer, distance) == 1
  }

  /// Returns GEOS's words for the first fault of the geometry and where it lies; none when valid.
  ///
  /// The corresponding C function is `GEOSisValidDetail_r`.
  func validityFault() throws(TopologyError) -> (reason: String, location: Point?)? {
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let status = unsafe GEOSisValidDetail_r(context.handle, pointer, 0, &reason, &location)
    defer { unsafe GEOSFree_r(context.handle, reason) }
    let place = unsafe location.map { unsafe GEOSGeometry(owning: $0, in: context) }
    switch status {
    case 1: return nil
    case 0: return (unsafe reason.map { unsafe String(cString: $0) } ?? "", place?.position)
    default:
      throw TopologyError.failed(
        operation: "check an outline", reason: context.takeMessages())
    }
  }
}
