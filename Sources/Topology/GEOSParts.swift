import CGEOS

/// Geometries on their way into a larger one, freed if they do not arrive.
@safe
struct GEOSParts: ~Copyable {
  private let context: GEOSContext
  private var parts: [OpaquePointer] = unsafe []

  init(in context: GEOSContext) { self.context = context }

  deinit { unsafe parts.forEach { unsafe GEOSGeom_destroy_r(context.handle, $0) } }

  /// Becomes the owner of a geometry; false when GEOS did not make it.
  mutating func append(_ part: OpaquePointer?) -> Bool {
    guard let part = unsafe part else { return false }
    unsafe parts.append(part)
    return true
  }

  /// Adds a copy of a geometry; false when GEOS could not make it.
  mutating func appendCopy(of geometry: OpaquePointer?) -> Bool {
    guard let geometry = unsafe geometry else { return false }
    return unsafe append(GEOSGeom_clone_r(context.handle, geometry))
  }

  /// Makes a polygon of the rings, the first its outer one; null when GEOS refuses.
  ///
  /// The corresponding C function is `GEOSGeom_createPolygon_r`.
  mutating func takePolygon() -> OpaquePointer? {
    guard let shell = unsafe parts.first else {
      return unsafe GEOSGeom_createEmptyPolygon_r(context.handle)
    }
    var holes = unsafe parts.dropFirst().map { hole -> OpaquePointer? in unsafe hole }
    // The polygon owns the rings from here on, also when GEOS refuses to make one.
    unsafe parts.removeAll()
    return unsafe GEOSGeom_createPolygon_r(context.handle, shell, &holes, UInt32(holes.count))
  }

  /// Makes the only polygon itself, or a multipolygon of none or several; null when GEOS refuses.
  mutating func takeOneOrMultiPolygon() -> OpaquePointer? {
    if unsafe parts.count == 1 { return unsafe parts.removeLast() }
    return unsafe takeCollection(type: GEOS_MULTIPOLYGON)
  }

  /// Makes a collection of the parts; null when GEOS refuses.
  ///
  /// The corresponding C function is `GEOSGeom_createCollection_r`.
  mutating func takeCollection(type: GEOSGeomTypes) -> OpaquePointer? {
    var owned = unsafe parts.map { part -> OpaquePointer? in unsafe part }
    unsafe parts.removeAll()
    return unsafe GEOSGeom_createCollection_r(
      context.handle, Int32(type.rawValue), &owned, UInt32(owned.count))
  }
}
