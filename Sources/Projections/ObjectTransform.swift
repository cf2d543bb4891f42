import CPROJ
import Geometry

extension ProjectionObject {
  /// Transforms positions in place and makes those NaN that cannot be.
  ///
  /// The corresponding C function is `proj_trans_generic`, called once.
  ///
  /// - Parameters:
  ///   - x: The first coordinates.
  ///   - y: The second coordinates, as many.
  ///   - range: Which of the positions; within both arrays.
  ///   - direction: Which way; nil to leave positions as they are.
  /// - Returns: The number of positions that became NaN.
  func transform(
    x: inout [Double], y: inout [Double], in range: Range<Int>,
    direction: CoordinateOperation.Direction?
  ) -> Int {
    precondition(
      x.count == y.count && range.lowerBound >= 0 && range.upperBound <= x.count,
      "ProjectionObject.transform: the range is not in both arrays")
    guard !range.isEmpty else { return 0 }
    if let direction {
      // Both buffers hold the range, as checked above; PROJ goes over that and no further.
      unsafe x.withUnsafeMutableBufferPointer { xBuffer in
        unsafe y.withUnsafeMutableBufferPointer { yBuffer in
          let stride = MemoryLayout<Double>.stride
          unsafe proj_errno_reset(pointer)
          _ = unsafe proj_trans_generic(
            pointer, direction == .forward ? PJ_FWD : PJ_INV,
            xBuffer.baseAddress?.advanced(by: range.lowerBound), stride, range.count,
            yBuffer.baseAddress?.advanced(by: range.lowerBound), stride, range.count,
            nil, 0, 0, nil, 0, 0)
        }
      }
    }
    var failures = 0
    for index in range where !(x[index].isFinite && y[index].isFinite) {
      x[index] = .nan
      y[index] = .nan
      failures += 1
    }
    return failures
  }

  /// Returns a rectangle around what a rectangle becomes, a thousandth larger than needed.
  ///
  /// Each edge is followed in steps; the thousandth covers how far a curved edge may reach beyond
  /// the steps. PROJ's own `proj_trans_bounds` refuses operations made from a pipeline.
  func bounds(of box: Box, direction: CoordinateOperation.Direction) -> Box? {
    guard !box.isEmpty else { return nil }
    let steps = 32
    var x: [Double] = []
    var y: [Double] = []
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let (along, up) = (box.minX + share * box.width, box.minY + share * box.height)
      x += [along, along, box.minX, box.maxX]
      y += [box.minY, box.maxY, up, up]
    }
    guard transform(x: &x, y: &y, in: x.indices, direction: direction) == 0 else { return nil }
    var bounds = Box.empty
    for (x, y) in zip(x, y) { bounds.formUnion(x: x, y: y) }
    return bounds.padded(by: max(bounds.width, bounds.height) / 1000)
  }
}
