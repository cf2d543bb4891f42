package import Geometry

/// A fast stand-in for an operation of PROJ over a rectangle, with a proven bound on its error.
///
/// Projecting with PROJ takes about 0.4 microseconds a point, most of it spent in trigonometry
/// that hardly changes from one point to the next. Over a city, or a country cut into patches,
/// polynomials of degree 5 give the same numbers to a hundredth of a millimetre fifty times as
/// fast. The error is measured on a denser lattice than the fit's, edges and corners of the
/// patches included, and taken four times; where that is not below the tolerance, or the operation
/// has the kinks of a grid of shifts, there is no approximation and the caller uses PROJ.
///
///     let operation = try plan.makeOperation()
///     if let approximation = ApproximateProjection(operation, over: boundaryBox) {
///       var outside: [Int] = []
///       approximation.transform(x: &x, y: &y, outside: &outside)
///       operation.transform(x: &x, y: &y, at: outside)
///     }
///
/// A plain value: computed once, it may be used by any number of tasks, and gives the same bits
/// whatever their number.
package struct ApproximateProjection: Sendable, Equatable, CustomStringConvertible {
  /// An upper bound of the distance from PROJ's result, in the units of the result.
  package let errorBound: Double
  /// Which way coordinates go.
  package let direction: CoordinateOperation.Direction

  private let lattice: PatchLattice
  private let unit: CoordinateUnit
  /// The coefficients, patch after patch from the south-west, rows first.
  private let coefficients: [SIMD2<Double>]

  /// The highest degree of the polynomials, both variables together.
  package var degree: Int { PolynomialPatch.degree }

  /// The number of patches from west to east.
  package var columns: Int { lattice.columns }

  /// The number of patches from south to north.
  package var rows: Int { lattice.rows }

  /// The rectangle over which the bound holds; positions outside are left alone.
  package var box: Box { lattice.box }

  /// Fits an operation over a rectangle.
  ///
  /// `nil` if the error could not be shown to be below the tolerance, when the operation uses
  /// grids, changes nothing, or does not bring all of the rectangle back to where it was. Takes
  /// about 0.3 ms for London and 5 ms for Great Britain.
  ///
  /// - Parameters:
  ///   - operation: The operation.
  ///   - direction: Which way coordinates go.
  ///   - box: The rectangle, in the coordinates that the direction starts from.
  ///   - tolerance: The error allowed, in the units of the result: by default a hundredth of
  ///     a millimetre, or 1e-10 degrees.
  package init?(
    _ operation: CoordinateOperation, direction: CoordinateOperation.Direction = .forward,
    over box: Box, tolerance: Double? = nil
  ) {
    let plan = operation.plan
    guard !plan.isIdentity, !plan.usesGrids, PatchLattice.canDivide(box),
      direction == .inverse || operation.isUsable(over: box)
    else { return nil }
    unit = direction == .forward ? plan.targetUnit : plan.sourceUnit
    let fitter = PatchFitter(operation: operation, direction: direction)
    guard let fit = fitter.fit(over: box, tolerance: tolerance ?? unit.negligible) else {
      return nil
    }
    self.direction = direction
    lattice = fit.lattice
    coefficients = fit.coefficients
    errorBound = fit.errorBound
  }

  /// Transforms positions in place.
  ///
  /// - Parameters:
  ///   - x: Eastings, or longitudes in degrees.
  ///   - y: Northings, or latitudes in degrees, as many.
  ///   - range: Which of the positions; all by default.
  ///   - outside: Receives the indices of the positions that lie outside ``box`` or are not
  ///     numbers. These are left as they are, for PROJ to settle.
  /// - Complexity: O(*n*), about 10 nanoseconds for each position.
  package func transform(
    x: inout [Double], y: inout [Double], in range: Range<Int>? = nil, outside: inout [Int]
  ) {
    precondition(x.count == y.count, "ApproximateProjection.transform: x and y differ in count")
    let range = range ?? x.indices
    precondition(
      range.lowerBound >= 0 && range.upperBound <= x.count,
      "ApproximateProjection.transform: the range is not in the arrays")
    // Both buffers hold the range: checked above. Each position is read before it is written.
    unsafe x.withUnsafeMutableBufferPointer { x in
      unsafe y.withUnsafeMutableBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return }
        unsafe transform(
          fromX: x, y: y, toX: x, y: y, in: range, outside: &outside)
      }
    }
  }

  /// Transforms positions into other arrays.
  ///
  /// - Parameters:
  ///   - x: Eastings, or longitudes in degrees.
  ///   - y: Northings, or latitudes in degrees, as many.
  ///   - resultX: Receives what `x` becomes; as long as `x`.
  ///   - resultY: Receives what `y` becomes; as long as `y`.
  ///   - range: Which of the positions; all by default. The others are not written.
  ///   - outside: Receives the indices of the positions that lie outside ``box`` or are not
  ///     numbers. They are copied as they are, for PROJ to settle.
  /// - Complexity: O(*n*), about 10 nanoseconds for each position.
  package func transform(
    x: [Double], y: [Double], toX resultX: inout [Double], y resultY: inout [Double],
    in range: Range<Int>? = nil, outside: inout [Int]
  ) {
    let count = x.count
    precondition(
      y.count == count && resultX.count == count && resultY.count == count,
      "ApproximateProjection.transform: the arrays differ in count")
    let range = range ?? x.indices
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count,
      "ApproximateProjection.transform: the range is not in the arrays")
    // All buffers hold the range: checked above.
    unsafe x.withUnsafeBufferPointer { x in
      unsafe y.withUnsafeBufferPointer { y in
        unsafe resultX.withUnsafeMutableBufferPointer { resultX in
          unsafe resultY.withUnsafeMutableBufferPointer { resultY in
            guard let x = x.baseAddress, let y = y.baseAddress,
              let resultX = resultX.baseAddress, let resultY = resultY.baseAddress
            else { return }
            unsafe transform(
              fromX: x, y: y, toX: resultX, y: resultY, in: range, outside: &outside)
          }
        }
      }
    }
  }

  /// The hot loop: the caller has checked that all four buffers hold the range.
  private func transform(
    fromX x: UnsafePointer<Double>, y: UnsafePointer<Double>,
    toX resultX: UnsafeMutablePointer<Double>, y resultY: UnsafeMutablePointer<Double>,
    in range: Range<Int>, outside: inout [Int]
  ) {
    let lower = SIMD2(lattice.box.minX, lattice.box.minY)
    let upper = SIMD2(lattice.box.maxX, lattice.box.maxY)
    let (origin, scale, columns) = (lattice.origin, lattice.scale, lattice.columns)
    // Adding this makes a number below 2^31 round to an integer that its low bits then hold.
    let rounder = SIMD2<Double>(repeating: 0x1.8p52)
    unsafe coefficients.withUnsafeBufferPointer { coefficients in
      guard let coefficients = coefficients.baseAddress else { return }
      for index in range {
        let position = unsafe SIMD2(x[index], y[index])
        // False for NaN too.
        guard
          position.x >= lower.x && position.x <= upper.x && position.y >= lower.y
            && position.y <= upper.y
        else {
          unsafe resultX[index] = position.x
          unsafe resultY[index] = position.y
          outside.append(index)
          continue
        }
        // Counted in patches. The lattice reaches beyond the box by a millionth on each side, which
        // is more than all rounding (see PatchLattice.canDivide), so that the patch is from 0 to
        // columns - 1 and from 0 to rows - 1, and the coefficients read are those of a patch.
        let inPatches = (position - origin) * scale
        let rounded = (inPatches - 0.5) + rounder
        let cell = unsafe unsafeBitCast(rounded, to: SIMD2<UInt64>.self)
        let column = Int(truncatingIfNeeded: cell.x & 0xFFFF_FFFF)
        let row = Int(truncatingIfNeeded: cell.y & 0xFFFF_FFFF)
        let local = (inPatches - (rounded - rounder)) * 2 - 1
        let patch = row &* columns &+ column
        let result = unsafe PolynomialPatch.evaluate(
          coefficients + patch &* PolynomialPatch.termCount, at: local)
        unsafe resultX[index] = result.x
        unsafe resultY[index] = result.y
      }
    }
  }

  /// What is done, for the manifest.
  ///
  /// `polynomial approximation of degree 5, 2 x 2 patches, error below 3.1e-08 m`
  package var description: String {
    let size =
      switch unit {
      case .length(let metres): "\(Self.twoDigits(errorBound * metres)) m"
      case .angle(let degrees): "\(Self.twoDigits(errorBound * degrees)) degrees"
      }
    return "polynomial approximation of degree \(degree), \(columns) x \(rows) patches, "
      + "error below \(size)"
  }

  /// Returns a small number rounded up to two digits.
  private static func twoDigits(_ value: Double) -> String {
    var exponent = 0
    var mantissa = value
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    let tenths = Int((mantissa * 10).rounded(.up))
    return tenths >= 100
      ? "1e\(exponent + 1)"
      : "\(tenths / 10)\(tenths % 10 == 0 ? "" : ".\(tenths % 10)")e\(exponent)"
  }
}
