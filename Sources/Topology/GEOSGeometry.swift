import CGEOS
import Geometry

/// The owner of one GEOS geometry, which is freed with it.
///
/// A class and not a noncopyable structure, because whole layers of them are held in arrays; the
/// reference to the context keeps that alive as long as any of its geometries.
@safe
final class GEOSGeometry {
  let context: GEOSContext
  /// The geometry; valid as long as this object lives.
  let pointer: OpaquePointer

  /// Becomes the owner of a geometry made in a context.
  init(owning pointer: OpaquePointer, in context: GEOSContext) {
    self.context = context
    unsafe self.pointer = pointer
  }

  deinit { unsafe GEOSGeom_destroy_r(context.handle, pointer) }
}

// MARK: - From outlines

extension GEOSGeometry {
  /// Makes the geometry of an area: a polygon, or a multipolygon of none or several.
  ///
  /// - Throws: ``TopologyError/notFinite(area:)`` for a coordinate that is not a number,
  ///   ``TopologyError/unusableOutline(area:reason:)`` when GEOS refuses a ring.
  convenience init(
    area: Int, of outlines: OutlineTable, in context: GEOSContext
  ) throws(TopologyError) {
    for vertex in outlines.vertices(ofArea: area)
    where !(outlines.x[vertex].isFinite && outlines.y[vertex].isFinite) {
      throw TopologyError.notFinite(area: area)
    }
    var polygons = GEOSParts(in: context)
    for polygon in outlines.polygons(of: area) {
      var rings = GEOSParts(in: context)
      for ring in outlines.rings(ofPolygon: polygon) {
        let line = unsafe GEOSGeometry.makeRing(
          x: outlines.x, y: outlines.y, vertices: outlines.vertices(ofRing: ring), in: context)
        guard unsafe rings.append(line) else {
          throw TopologyError.unusableOutline(area: area, reason: context.takeMessages())
        }
      }
      guard unsafe polygons.append(rings.takePolygon()) else {
        throw TopologyError.unusableOutline(area: area, reason: context.takeMessages())
      }
    }
    guard let pointer = unsafe polygons.takeOneOrMultiPolygon() else {
      throw TopologyError.unusableOutline(area: area, reason: context.takeMessages())
    }
    unsafe self.init(owning: pointer, in: context)
  }

  /// Makes the geometries of all areas, in the order of the table.
  ///
  /// - Throws: ``TopologyError/notFinite(area:)`` for a coordinate that is not a number,
  ///   ``TopologyError/unusableOutline(area:reason:)`` when GEOS refuses a ring.
  static func areas(
    of outlines: OutlineTable, in context: GEOSContext
  ) throws(TopologyError) -> [GEOSGeometry] {
    try (0..<outlines.areaCount).map { area throws(TopologyError) in
      try GEOSGeometry(area: area, of: outlines, in: context)
    }
  }

  /// Makes the geometry of a path.
  ///
  /// - Throws: ``TopologyError/notFinite(area:)`` or
  ///   ``TopologyError/unusableOutline(area:reason:)`` naming the line's position.
  convenience init(
    line: [Point], position: Int, in context: GEOSContext
  ) throws(TopologyError) {
    guard line.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw TopologyError.notFinite(area: position)
    }
    let sequence = unsafe GEOSGeometry.makeSequence(
      x: line.map(\.x), y: line.map(\.y), vertices: line.indices, in: context)
    guard let pointer = unsafe GEOSGeom_createLineString_r(context.handle, sequence) else {
      throw TopologyError.unusableOutline(area: position, reason: context.takeMessages())
    }
    unsafe self.init(owning: pointer, in: context)
  }

  /// Makes the geometry of a rectangle.
  convenience init(box: Box, in context: GEOSContext) throws(TopologyError) {
    var outline = OutlineTable()
    outline.appendArea([
      [
        [
          Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY),
          Point(x: box.maxX, y: box.maxY), Point(x: box.minX, y: box.maxY),
          Point(x: box.minX, y: box.minY),
        ]
      ]
    ])
    try self.init(area: 0, of: outline, in: context)
  }

  private static func makeRing(
    x: [Double], y: [Double], vertices: Range<Int>, in context: GEOSContext
  ) -> OpaquePointer? {
    let sequence = unsafe makeSequence(x: x, y: y, vertices: vertices, in: context)
    // The ring owns the sequence from here on, also when GEOS refuses to make one.
    return unsafe GEOSGeom_createLinearRing_r(context.handle, sequence)
  }

  /// Copies coordinates to GEOS.
  ///
  /// The corresponding C function is `GEOSCoordSeq_copyFromArrays_r`.
  private static func makeSequence(
    x: [Double], y: [Double], vertices: Range<Int>, in context: GEOSContext
  ) -> OpaquePointer? {
    // Slicing checks that the vertices lie in both arrays, and GEOS reads that many numbers.
    unsafe x[vertices].withUnsafeBufferPointer { x in
      unsafe y[vertices].withUnsafeBufferPointer { y in
        unsafe GEOSCoordSeq_copyFromArrays_r(
          context.handle, x.baseAddress, y.baseAddress, nil, nil, UInt32(vertices.count))
      }
    }
  }
}

// MARK: - To outlines

extension GEOSGeometry {
  /// Appends the polygons of this geometry to a table as one area; lines and points are left out.
  func appendArea(to outlines: inout OutlineTable) {
    outlines.appendArea(
      unsafe polygonPointers().map { polygon in
        var rings = [unsafe ring(GEOSGetExteriorRing_r(context.handle, polygon))]
        for hole in unsafe 0..<GEOSGetNumInteriorRings_r(context.handle, polygon) {
          rings.append(unsafe ring(GEOSGetInteriorRingN_r(context.handle, polygon, hole)))
        }
        return rings
      })
  }

  /// Returns the polygons inside this geometry, which stays their owner.
  func polygonPointers() -> [OpaquePointer] {
    var found: [OpaquePointer] = unsafe []
    unsafe collectPolygons(of: pointer, into: &found)
    return unsafe found
  }

  private func collectPolygons(of geometry: OpaquePointer, into found: inout [OpaquePointer]) {
    guard unsafe GEOSisEmpty_r(context.handle, geometry) == 0 else { return }
    switch unsafe GEOSGeomTypeId_r(context.handle, geometry) {
    case Int32(GEOS_POLYGON.rawValue):
      unsafe found.append(geometry)
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for part in unsafe 0..<GEOSGetNumGeometries_r(context.handle, geometry) {
        guard let part = unsafe GEOSGetGeometryN_r(context.handle, geometry, part) else { continue }
        unsafe collectPolygons(of: part, into: &found)
      }
    default:
      return
    }
  }

  /// Copies a ring's positions.
  ///
  /// The corresponding C function is `GEOSCoordSeq_copyToArrays_r`.
  private func ring(_ line: OpaquePointer?) -> [Point] {
    guard let line = unsafe line, let sequence = unsafe GEOSGeom_getCoordSeq_r(context.handle, line)
    else { return [] }
    var size: UInt32 = 0
    unsafe GEOSCoordSeq_getSize_r(context.handle, sequence, &size)
    var x = [Double](repeating: 0, count: Int(size))
    var y = [Double](repeating: 0, count: Int(size))
    // GEOS writes `size` numbers to each array, which is how long they are.
    unsafe GEOSCoordSeq_copyToArrays_r(context.handle, sequence, &x, &y, nil, nil)
    return zip(x, y).map { Point(x: $0, y: $1) }
  }
}
