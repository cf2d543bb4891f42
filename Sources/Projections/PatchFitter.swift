import Geometry

/// Fits polynomials to an operation, patch by patch, and measures how far they are off.
struct PatchFitter {
  /// The polynomials of a rectangle's patches and the bound of their error.
  struct Fit {
    let lattice: PatchLattice
    let coefficients: [SIMD2<Double>]
    let errorBound: Double
  }

  /// How many times the largest error found is taken as the bound.
  ///
  /// Between the positions of a lattice of 10 x 10, the error of a fit of degree 5 to a smooth
  /// function exceeds the largest one on it by a few per cent.
  static let safetyFactor = 4.0

  /// The most patches tried: more would cost longer to fit than projecting with PROJ saves.
  static let patchLimit = 1024

  /// The number of positions on each side of the lattice that measures the error.
  private static let checkCount = 10

  let operation: CoordinateOperation
  let direction: CoordinateOperation.Direction

  /// Returns a fit with few patches; `nil` if the tolerance cannot be met.
  ///
  /// The number of patches is found by trying those at corners, edges and centre. Then all are
  /// fitted and checked; should one of the others be worse, the search goes on.
  func fit(over box: Box, tolerance: Double) -> Fit? {
    guard let extent = extent(of: box) else { return nil }
    // About square patches on the ground: one across the shorter side to begin with.
    let shorter = min(extent.x, extent.y)
    var columns = (extent.x / shorter).rounded()
    var rows = (extent.y / shorter).rounded()
    var last = Double.infinity
    while columns * rows <= Double(Self.patchLimit) {
      let lattice = PatchLattice(box: box, columns: Int(columns), rows: Int(rows))
      guard var trial = fit(lattice, patches: lattice.someOfAll) else { return nil }
      if trial.errorBound <= tolerance {
        if trial.coefficients.count == lattice.count * PolynomialPatch.termCount { return trial }
        guard let fit = fit(lattice, patches: Array(0..<lattice.count)) else { return nil }
        if fit.errorBound <= tolerance { return fit }
        trial = fit
      }
      // The error of degree 5 falls with the sixth power of the patches' size where the operation
      // is smooth. Where it hardly falls, rounding or a kink is what is left.
      guard trial.errorBound < last / 2 else { return nil }
      last = trial.errorBound
      // Not too far at once: the law only holds once the patches are small.
      var refinement = 1.125
      while refinement < 4, Self.sixthPower(refinement) < 1.25 * trial.errorBound / tolerance {
        refinement += 0.0625
      }
      columns = (columns * refinement).rounded(.up)
      rows = (rows * refinement).rounded(.up)
    }
    return nil
  }

  private static func sixthPower(_ value: Double) -> Double {
    let cube = value * value * value
    return cube * cube
  }

  /// Fits some patches and measures their error.
  private func fit(_ lattice: PatchLattice, patches: [Int]) -> Fit? {
    let nodes = PolynomialPatch.nodes
    guard let samples = sample(lattice, patches: patches, at: nodes) else { return nil }
    let nodesOfPatch = nodes.count * nodes.count
    var coefficients: [SIMD2<Double>] = []
    coefficients.reserveCapacity(patches.count * PolynomialPatch.termCount)
    for index in patches.indices {
      let first = index * nodesOfPatch
      coefficients += PolynomialPatch.fit(samples.results[first..<first + nodesOfPatch])
    }
    guard let errorBound = errorBound(of: coefficients, in: lattice, patches: patches) else {
      return nil
    }
    return Fit(lattice: lattice, coefficients: coefficients, errorBound: errorBound)
  }

  /// Returns the bound of the distance between the polynomials of some patches and PROJ.
  private func errorBound(
    of coefficients: [SIMD2<Double>], in lattice: PatchLattice, patches: [Int]
  ) -> Double? {
    // Even steps from edge to edge, both included; none of them is a node of the fit.
    let steps = (0..<Self.checkCount).map { 2 * Double($0) / Double(Self.checkCount - 1) - 1 }
    guard let samples = sample(lattice, patches: patches, at: steps) else { return nil }
    let checksOfPatch = steps.count * steps.count
    var largestSquare = 0.0
    var largestResult = 0.0
    for (index, result) in samples.results.enumerated() {
      let order = index / checksOfPatch
      let place = lattice.place(of: samples.positions[index], in: patches[order])
      // The slice holds the coefficients of one patch, which is what evaluate reads.
      let first = order * PolynomialPatch.termCount
      let value = unsafe coefficients[first..<first + PolynomialPatch.termCount]
        .withUnsafeBufferPointer { buffer -> SIMD2<Double> in
          guard let coefficients = buffer.baseAddress else { return .zero }
          return unsafe PolynomialPatch.evaluate(coefficients, at: place)
        }
      let difference = value - result
      largestSquare = max(largestSquare, (difference * difference).sum())
      largestResult = max(largestResult, abs(result.x), abs(result.y))
    }
    return Self.safetyFactor * largestSquare.squareRoot() + 4 * largestResult.ulp
  }

  /// Returns positions of some patches and what PROJ makes of them; `nil` if it cannot of one.
  private func sample(
    _ lattice: PatchLattice, patches: [Int], at steps: [Double]
  ) -> (positions: [SIMD2<Double>], results: [SIMD2<Double>])? {
    var positions: [SIMD2<Double>] = []
    positions.reserveCapacity(patches.count * steps.count * steps.count)
    for patch in patches {
      for v in steps {
        for u in steps { positions.append(lattice.position(patch: patch, u: u, v: v)) }
      }
    }
    return exact(positions).map { (positions, $0) }
  }

  /// Returns what PROJ makes of positions; `nil` if it cannot transform one of them.
  private func exact(_ positions: [SIMD2<Double>]) -> [SIMD2<Double>]? {
    var x = positions.map(\.x)
    var y = positions.map(\.y)
    guard operation.transform(x: &x, y: &y, direction: direction) == 0 else { return nil }
    return zip(x, y).map { SIMD2($0, $1) }
  }

  /// Returns the width and height of a rectangle on the ground, up to a common factor.
  private func extent(of box: Box) -> SIMD2<Double>? {
    let plan = operation.plan
    if !(direction == .forward ? plan.sourceUnit : plan.targetUnit).isGeographic {
      return SIMD2(box.width, box.height)
    }
    let centre = box.centre
    guard
      let ends = exact([
        SIMD2(box.minX, centre.y), SIMD2(box.maxX, centre.y), SIMD2(centre.x, box.minY),
        SIMD2(centre.x, box.maxY),
      ])
    else { return nil }
    let across = ends[1] - ends[0]
    let along = ends[3] - ends[2]
    let extent = SIMD2((across * across).sum().squareRoot(), (along * along).sum().squareRoot())
    return extent.x > 0 && extent.y > 0 ? extent : nil
  }
}
