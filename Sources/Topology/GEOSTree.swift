import CGEOS

/// An index of geometries by the rectangles around them, which answers with their positions.
@safe
struct GEOSTree: ~Copyable {
  private let context: GEOSContext
  /// Kept alive, for the tree may point at their rectangles.
  private let geometries: [GEOSGeometry]
  private let tree: OpaquePointer

  /// Indexes geometries of one context.
  ///
  /// The corresponding C function is `GEOSSTRtree_insert_r`.
  ///
  /// - Complexity: O(*n* log *n*) for *n* geometries.
  init(of geometries: [GEOSGeometry], in context: GEOSContext) {
    // Ten is JTS's default number of children of a node.
    guard let tree = unsafe GEOSSTRtree_create_r(context.handle, 10) else {
      preconditionFailure("GEOSTree: no memory for a tree")
    }
    self.context = context
    self.geometries = geometries
    unsafe self.tree = tree
    for (position, geometry) in geometries.enumerated() where !geometry.isEmpty {
      // The item is a number dressed as a pointer, one more than the position for want of null; it
      // is never followed.
      unsafe GEOSSTRtree_insert_r(
        context.handle, tree, geometry.pointer, UnsafeMutableRawPointer(bitPattern: position + 1))
    }
  }

  deinit { unsafe GEOSSTRtree_destroy_r(context.handle, tree) }

  /// Returns the positions of the geometries whose rectangle meets that of another, ascending.
  func positions(near geometry: GEOSGeometry) -> [Int] {
    unsafe positions(near: geometry.pointer)
  }

  /// Returns the positions of the geometries whose rectangle meets that of another, ascending.
  ///
  /// The corresponding C function is `GEOSSTRtree_query_r`.
  func positions(near geometry: OpaquePointer) -> [Int] {
    var found: [Int] = []
    // The callback runs only inside this call, so the pointer to the array stays good.
    unsafe withUnsafeMutablePointer(to: &found) { found in
      unsafe GEOSSTRtree_query_r(
        context.handle, tree, geometry,
        { item, found in
          unsafe found?.assumingMemoryBound(to: [Int].self).pointee
            .append(Int(bitPattern: item) - 1)
        }, found)
    }
    return found.sorted()
  }
}
