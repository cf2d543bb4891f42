import Geometry

/// A rectangle divided into equal patches, in each of which positions run from -1 to 1.
struct PatchLattice: Sendable, Equatable {
  /// The rectangle in which positions are accepted.
  let box: Box
  /// The number of patches from west to east.
  let columns: Int
  /// The number of patches from south to north.
  let rows: Int
  /// The south-western corner of the first patch.
  let origin: SIMD2<Double>
  /// Patches for each unit of the coordinates.
  let scale: SIMD2<Double>

  /// Returns whether a rectangle is finite and large enough to be divided.
  ///
  /// A side must measure a ten-millionth of the coordinates at least (5 cm at an easting of
  /// 500,000 m). A millionth of it is then hundreds of times the rounding of a coordinate.
  static func canDivide(_ box: Box) -> Bool {
    let largest = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    return largest.isFinite && box.width > 1e-7 * largest && box.height > 1e-7 * largest
  }

  /// Divides a rectangle for which ``canDivide(_:)`` holds.
  ///
  /// The patches reach a little beyond the rectangle, so that a position on its edge is well
  /// within the first or last patch whatever the rounding.
  init(box: Box, columns: Int, rows: Int) {
    self.box = box
    self.columns = columns
    self.rows = rows
    let margin = SIMD2(box.width, box.height) * 1e-6
    origin = SIMD2(box.minX, box.minY) - margin
    scale = SIMD2(Double(columns), Double(rows)) / (SIMD2(box.width, box.height) + 2 * margin)
  }

  /// The number of patches.
  var count: Int { columns * rows }

  /// At most nine patches: those at the corners, in the middle of the edges and at the centre.
  var someOfAll: [Int] {
    let across = Set([0, columns / 2, columns - 1]).sorted()
    let up = Set([0, rows / 2, rows - 1]).sorted()
    return up.flatMap { row in across.map { column in row * columns + column } }
  }

  /// Returns the coordinates of a position given by its patch and its place in that.
  func position(patch: Int, u: Double, v: Double) -> SIMD2<Double> {
    let (row, column) = patch.quotientAndRemainder(dividingBy: columns)
    return origin + (SIMD2(Double(column), Double(row)) + (SIMD2(u, v) + 1) * 0.5) / scale
  }

  /// Returns where in a patch a position lies, computed as the hot loop does.
  func place(of position: SIMD2<Double>, in patch: Int) -> SIMD2<Double> {
    let (row, column) = patch.quotientAndRemainder(dividingBy: columns)
    return ((position - origin) * scale - SIMD2(Double(column), Double(row))) * 2 - 1
  }
}
