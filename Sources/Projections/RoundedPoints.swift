/// Projects batches of points for files with few decimals, fast and with the very digits PROJ would
/// give.
///
/// As ``RoundedProjection`` does for outlines: the approximation serves where its error cannot
/// change the rounding, PROJ itself elsewhere. Each task makes its own.
package struct RoundedPoints {
  private let operation: CoordinateOperation
  private let approximation: ApproximateProjection?
  private let scale: Double
  private var sourceX: [Double] = []
  private var sourceY: [Double] = []
  private var unsettled: [Int] = []

  /// Makes ready for points.
  ///
  /// - Parameters:
  ///   - plan: The operation, taken forward.
  ///   - approximation: A stand-in for it, where there is one.
  ///   - decimals: How many decimals will be written, at most 9.
  /// - Throws: ``ProjectionError`` when PROJ cannot make the operation.
  package init(
    _ plan: ProjectionPlan, approximation: ApproximateProjection?, decimals: Int
  ) throws(ProjectionError) {
    operation = try plan.makeOperation()
    self.approximation = approximation
    scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  }

  /// Projects points in place; those of no use in the other system become not-a-number.
  ///
  /// - Complexity: O(*n*) for *n* points.
  package mutating func project(x: inout [Double], y: inout [Double]) {
    if operation.plan.isIdentity { return }
    guard let approximation else {
      operation.transformUsable(x: &x, y: &y)
      return
    }
    sourceX.removeAll(keepingCapacity: true)
    sourceY.removeAll(keepingCapacity: true)
    sourceX.append(contentsOf: x)
    sourceY.append(contentsOf: y)
    unsettled.removeAll(keepingCapacity: true)
    approximation.transform(x: &x, y: &y, outside: &unsettled)
    // Twice the bound, and the rounding of the scaling itself.
    let margin = approximation.errorBound * scale * 2 + 1e-6
    for point in x.indices
    where RoundedProjection.isNearTie(x[point] * scale, margin)
      || RoundedProjection.isNearTie(y[point] * scale, margin)
    {
      unsettled.append(point)
    }
    if unsettled.isEmpty { return }
    var exactX = unsettled.map { sourceX[$0] }
    var exactY = unsettled.map { sourceY[$0] }
    operation.transformUsable(x: &exactX, y: &exactY)
    for (position, point) in unsettled.enumerated() {
      x[point] = exactX[position]
      y[point] = exactY[position]
    }
  }
}
