import CPROJ

/// Owns one object of PROJ together with the context it lives in.
///
/// The corresponding C function is `proj_destroy`.
@safe final class ProjectionObject {
  let context: ProjectionContext
  let pointer: OpaquePointer

  /// Takes over an object that PROJ returned; `nil` if PROJ returned none.
  init?(_ created: OpaquePointer?, in context: ProjectionContext) {
    guard let created = unsafe created else { return nil }
    unsafe pointer = unsafe created
    self.context = context
  }

  deinit { unsafe proj_destroy(pointer) }

  /// The object's name, empty when it has none.
  var name: String { unsafe Self.text(proj_get_name(pointer)) ?? "" }

  /// The object's first identifier: authority and code.
  var identifier: (authority: String, code: String)? {
    guard let authority = unsafe Self.text(proj_get_id_auth_name(pointer, 0)),
      let code = unsafe Self.text(proj_get_id_code(pointer, 0))
    else { return nil }
    return (authority, code)
  }

  /// Where the object may be used, where that is known.
  var areaOfUse: AreaOfUse? {
    var west = 0.0
    var south = 0.0
    var east = 0.0
    var north = 0.0
    var name: UnsafePointer<CChar>?
    guard
      unsafe proj_get_area_of_use(
        context.pointer, pointer, &west, &south, &east, &north, &name) != 0,
      // PROJ answers -1000 for bounds it does not know.
      west > -1000
    else { return nil }
    return AreaOfUse(
      name: unsafe Self.text(name) ?? "", west: west, south: south, east: east, north: north)
  }

  /// Returns a copy of a text of PROJ's; nil for none.
  static func text(_ characters: UnsafePointer<CChar>?) -> String? {
    guard let characters = unsafe characters else { return nil }
    return unsafe String(cString: characters)
  }
}
