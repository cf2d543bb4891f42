import CPROJ

/// An operation of PROJ, ready to take coordinates from one system to another and back.
///
/// Not `Sendable`: each task makes its own from a ``ProjectionPlan`` and uses it for all its
/// points.
///
///     let operation = try plan.makeOperation()
///     let failures = operation.transform(x: &longitudes, y: &latitudes)
@safe package final class CoordinateOperation {
  /// Which way coordinates go.
  package enum Direction: Sendable {
    /// From the source system to the target system.
    case forward
    /// From the target system to the source system.
    case inverse
  }

  private let object: ProjectionObject
  private let isIdentity: Bool

  /// Makes the operation of a plan, in a context of its own.
  ///
  /// - Throws: ``ProjectionError/cannotInstantiate(operation:found:)``, or what
  ///   ``ProjectionContext/init(gridFolders:)`` throws.
  init(_ plan: ProjectionPlan) throws(ProjectionError) {
    let context = try ProjectionContext(gridFolders: plan.gridFolders)
    guard
      let object = unsafe ProjectionObject(
        proj_create(context.pointer, plan.definition), in: context)
    else {
      throw .cannotInstantiate(
        operation: plan.summary.operation,
        found: context.takeMessage(otherwise: "PROJ gave no reason"))
    }
    self.object = object
    isIdentity = plan.isIdentity
  }

  /// Transforms positions in place.
  ///
  /// A position that PROJ cannot transform, or that is not finite, becomes (NaN, NaN).
  /// The corresponding C function is `proj_trans_generic`, called once.
  ///
  /// - Parameters:
  ///   - x: Eastings, or longitudes in degrees.
  ///   - y: Northings, or latitudes in degrees, as many.
  ///   - range: Which of the positions; all by default.
  ///   - direction: Which way.
  /// - Returns: The number of positions that became NaN.
  /// - Complexity: O(*n*), about 0.4 microseconds for each position.
  @discardableResult
  package func transform(
    x: inout [Double], y: inout [Double], in range: Range<Int>? = nil,
    direction: Direction = .forward
  ) -> Int {
    precondition(
      x.count == y.count, "CoordinateOperation.transform: x and y differ in count")
    let range = range ?? x.indices
    precondition(
      range.lowerBound >= 0 && range.upperBound <= x.count,
      "CoordinateOperation.transform: the range is not in the arrays")
    guard !range.isEmpty else { return 0 }
    if !isIdentity {
      // Both buffers hold `range.count` numbers from their start on: checked above.
      unsafe x.withUnsafeMutableBufferPointer { xBuffer in
        unsafe y.withUnsafeMutableBufferPointer { yBuffer in
          let stride = MemoryLayout<Double>.stride
          unsafe proj_errno_reset(object.pointer)
          _ = unsafe proj_trans_generic(
            object.pointer, direction == .forward ? PJ_FWD : PJ_INV,
            xBuffer.baseAddress?.advanced(by: range.lowerBound), stride, range.count,
            yBuffer.baseAddress?.advanced(by: range.lowerBound), stride, range.count,
            nil, 0, 0, nil, 0, 0)
        }
      }
    }
    return Self.markFailures(x: &x, y: &y, in: range)
  }

  /// Makes both coordinates NaN where one is not finite, and counts these positions.
  private static func markFailures(
    x: inout [Double], y: inout [Double], in range: Range<Int>
  ) -> Int {
    var count = 0
    for index in range where !(x[index].isFinite && y[index].isFinite) {
      x[index] = .nan
      y[index] = .nan
      count += 1
    }
    return count
  }
}
