import CPROJ
package import Geometry
import Glibc

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

  /// How far from where it was a position may come back, in metres on the ground.
  static let roundTripTolerance = 1.0

  /// Transforms positions forward in place; those that are of no use become (NaN, NaN).
  ///
  /// Of no use is a position that PROJ cannot transform, and one beyond ``ProjectionPlan/validBox``
  /// that PROJ does not bring back to within a metre of where it was.
  ///
  /// - Parameters:
  ///   - x: Eastings, or longitudes in degrees.
  ///   - y: Northings, or latitudes in degrees, as many.
  /// - Returns: The number of positions that became NaN.
  /// - Complexity: O(*n*), about 0.4 microseconds for each position, and as much again beyond the
  ///   box.
  @discardableResult
  package func transformUsable(x: inout [Double], y: inout [Double]) -> Int {
    if plan.isIdentity { return transform(x: &x, y: &y) }
    var beyond: [Int] = []
    if let box = plan.validBox {
      for index in x.indices where !box.contains(x: x[index], y: y[index]) { beyond.append(index) }
    }
    let (sourceX, sourceY) = (beyond.map { x[$0] }, beyond.map { y[$0] })
    var failures = transform(x: &x, y: &y)
    if beyond.isEmpty { return failures }
    var (backX, backY) = (beyond.map { x[$0] }, beyond.map { y[$0] })
    transform(x: &backX, y: &backY, direction: .inverse)
    for (place, index) in beyond.enumerated() where !x[index].isNaN {
      let distance = Self.distance(
        fromX: sourceX[place], y: sourceY[place], toX: backX[place], y: backY[place],
        plan.sourceUnit)
      // Also where the way back gave no number.
      if distance <= Self.roundTripTolerance { continue }
      x[index] = .nan
      y[index] = .nan
      failures += 1
    }
    return failures
  }

  /// Transforms some of many positions forward in place, as ``transformUsable(x:y:)`` does.
  @discardableResult
  package func transformUsable(x: inout [Double], y: inout [Double], at indices: [Int]) -> Int {
    var someX = indices.map { x[$0] }
    var someY = indices.map { y[$0] }
    let failures = transformUsable(x: &someX, y: &someY)
    for (position, index) in indices.enumerated() {
      x[index] = someX[position]
      y[index] = someY[position]
    }
    return failures
  }

  /// Returns whether all of a rectangle of source coordinates, by a lattice of it, can be used.
  func isUsable(over box: Box) -> Bool {
    if let valid = plan.validBox, valid.contains(box) { return true }
    let steps = 16
    var (x, y): ([Double], [Double]) = ([], [])
    for column in 0...steps {
      for row in 0...steps {
        x.append(box.minX + box.width * Double(column) / Double(steps))
        y.append(box.minY + box.height * Double(row) / Double(steps))
      }
    }
    return transformUsable(x: &x, y: &y) == 0
  }

  /// Returns the distance in metres between two positions that are near to each other, the same
  /// longitude a turn apart included; at a pole every longitude is the same.
  private static func distance(
    fromX x: Double, y: Double, toX otherX: Double, y otherY: Double, _ unit: CoordinateUnit
  ) -> Double {
    switch unit {
    case .length(let metres):
      return max(abs(otherX - x), abs(otherY - y)) * metres
    case .angle(let degrees):
      let turned = ((otherX - x) * degrees).remainder(dividingBy: 360)
      let east = turned * cos(y * degrees * .pi / 180)
      return max(abs(east), abs(otherY - y) * degrees) * metresPerDegree
    }
  }

  /// The length of a degree of the equator, the longest there is.
  private static let metresPerDegree = 111_319.5

  /// Returns a rectangle around what a rectangle becomes, a thousandth larger than needed.
  ///
  /// - Parameters:
  ///   - box: The rectangle, not empty.
  ///   - direction: Which way.
  /// - Returns: The rectangle around it; `nil` if PROJ cannot transform all of its edge.
  package func bounds(of box: Box, direction: Direction = .forward) -> Box? {
    plan.isIdentity ? box : object.bounds(of: box, direction: direction)
  }
}
