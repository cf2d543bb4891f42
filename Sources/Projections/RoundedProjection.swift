package import Geometry

/// Projects vertices for files with few decimals, fast and with the very digits PROJ would give.
///
/// The approximation's error is far below a unit of the last decimal. Only where it could change
/// the rounding is the vertex projected with PROJ itself.
package enum RoundedProjection {
  /// Projects the vertices of outlines.
  ///
  /// - Parameters:
  ///   - outlines: Areas in the coordinates that the direction starts from.
  ///   - plan: The operation.
  ///   - direction: Which way coordinates go.
  ///   - decimals: How many decimals will be written, at most 9.
  ///   - isExact: Whether every vertex goes through PROJ.
  /// - Returns: The outlines in the other system, in the same order.
  /// - Throws: ``ProjectionError`` when PROJ cannot make the operation.
  /// - Complexity: O(*n*) for *n* vertices.
  package static func project(
    _ outlines: OutlineTable, by plan: ProjectionPlan, direction: CoordinateOperation.Direction,
    decimals: Int, isExact: Bool = false
  ) throws(ProjectionError) -> OutlineTable {
    if plan.isIdentity { return outlines }
    let operation = try plan.makeOperation()
    var result = outlines
    let box = outlines.box
    guard !isExact, outlines.vertexCount > 2000,
      let approximation = ApproximateProjection(
        operation, direction: direction, over: box.padded(by: max(box.width, box.height) * 1e-6))
    else {
      operation.transform(x: &result.x, y: &result.y, direction: direction)
      return result
    }
    var unsettled: [Int] = []
    approximation.transform(x: &result.x, y: &result.y, outside: &unsettled)
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    // Twice the bound, and the rounding of the scaling itself.
    let margin = approximation.errorBound * scale * 2 + 1e-6
    for vertex in result.x.indices
    where isNearTie(result.x[vertex] * scale, margin) || isNearTie(result.y[vertex] * scale, margin)
    {
      unsettled.append(vertex)
    }
    var x = unsettled.map { outlines.x[$0] }
    var y = unsettled.map { outlines.y[$0] }
    operation.transform(x: &x, y: &y, direction: direction)
    for (position, vertex) in unsettled.enumerated() {
      result.x[vertex] = x[position]
      result.y[vertex] = y[position]
    }
    return result
  }

  static func isNearTie(_ scaled: Double, _ margin: Double) -> Bool {
    let fraction = scaled - scaled.rounded(.down)
    return abs(fraction - 0.5) <= margin
  }
}
