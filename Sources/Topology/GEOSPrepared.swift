import CGEOS

/// A geometry made ready for many questions about others.
@safe
final class GEOSPrepared {
  private let geometry: GEOSGeometry
  private let pointer: OpaquePointer

  /// Prepares a geometry.
  ///
  /// The corresponding C function is `GEOSPrepare_r`.
  init(_ geometry: GEOSGeometry) {
    guard let pointer = unsafe GEOSPrepare_r(geometry.context.handle, geometry.pointer) else {
      preconditionFailure("GEOSPrepared: no memory to prepare a geometry")
    }
    self.geometry = geometry
    unsafe self.pointer = pointer
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(geometry.context.handle, pointer) }

  /// Returns whether the geometries share a place, edges included.
  ///
  /// The corresponding C function is `GEOSPreparedIntersects_r`.
  func meets(_ other: GEOSGeometry) -> Bool {
    unsafe GEOSPreparedIntersects_r(geometry.context.handle, pointer, other.pointer) == 1
  }

  /// Returns whether another geometry lies inside, not only on edges.
  ///
  /// The corresponding C function is `GEOSPreparedContains_r`.
  func contains(_ other: GEOSGeometry) -> Bool {
    unsafe GEOSPreparedContains_r(geometry.context.handle, pointer, other.pointer) == 1
  }

  /// Returns whether no place of another geometry lies outside.
  ///
  /// The corresponding C function is `GEOSPreparedCovers_r`.
  func covers(_ other: GEOSGeometry) -> Bool {
    unsafe GEOSPreparedCovers_r(geometry.context.handle, pointer, other.pointer) == 1
  }
}
