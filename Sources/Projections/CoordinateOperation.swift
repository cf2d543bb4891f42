import CPROJ
package import Geometry

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

  /// The plan that the operation carries out.
  package let plan: ProjectionPlan
  private let object: ProjectionObject

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
    self.plan = plan
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
    return object.transform(
      x: &x, y: &y, in: range, direction: plan.isIdentity ? nil : direction)
  }

  /// Transforms some of many positions in place: those that an approximation left alone.
  ///
  /// - Parameters:
  ///   - x: Eastings, or longitudes in degrees.
  ///   - y: Northings, or latitudes in degrees, as many.
  ///   - indices: Which of the positions.
  ///   - direction: Which way.
  /// - Returns: The number of positions that became NaN.
  /// - Complexity: O(*n*) for *n* indices.
  @discardableResult
  package func transform(
    x: inout [Double], y: inout [Double], at indices: [Int], direction: Direction = .forward
  ) -> Int {
    var someX = indices.map { x[$0] }
    var someY = indices.map { y[$0] }
    let failures = transform(x: &someX, y: &someY, direction: direction)
    for (position, index) in indices.enumerated() {
      x[index] = someX[position]
      y[index] = someY[position]
    }
    return failures
  }

  /// Returns a rectangle around what a rectangle becomes, a thousandth larger than needed.
  ///
  /// - Parameters:
  ///   - box: The rectangle, not empty.
  ///   - direction: Which way.
  /// - Returns: The rectangle around it; nil when PROJ cannot transform all of its edge.
  package func bounds(of box: Box, direction: Direction = .forward) -> Box? {
    plan.isIdentity ? box : object.bounds(of: box, direction: direction)
  }
}
