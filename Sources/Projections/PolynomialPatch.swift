import CKernels

/// Fits and evaluates one polynomial of two variables with two values.
///
/// All terms u^i v^j with i + j <= 5, for u and v between -1 and 1: 21 coefficients, each of which
/// carries both values.
enum PolynomialPatch {
  /// The highest sum of exponents.
  static let degree = 5
  /// The number of coefficients.
  static let termCount = 21
  /// The number of positions on each side of the lattice that a fit takes its values from.
  static let nodeCount = 6

  /// The zeros of the Chebyshev polynomial of degree 6: cos(pi/12), cos(3 pi/12) and so on.
  ///
  /// Written out, so that no machine's cosine can change a bit.
  static let nodes = [
    0.965_925_826_289_068_3, 0.707_106_781_186_547_6, 0.258_819_045_102_520_74,
    -0.258_819_045_102_520_74, -0.707_106_781_186_547_6, -0.965_925_826_289_068_3,
  ]

  /// Returns the coefficients of the polynomial through values at the lattice of ``nodes``.
  ///
  /// The interpolating Chebyshev series of degree 5 in each variable, without its terms above
  /// degree 5 in both together, written in powers. After Trefethen (2019), Approximation Theory
  /// and Approximation Practice, chapter 4, https://doi.org/10.1137/1.9781611975949
  ///
  /// - Parameter values: Values at (nodes[column], nodes[row]), row after row.
  /// - Returns: The coefficients in the order that ``evaluate(_:at:)`` reads them.
  static func fit(_ values: ArraySlice<SIMD2<Double>>) -> [SIMD2<Double>] {
    let count = nodeCount
    // Chebyshev coefficients: a discrete cosine transform along both variables.
    var series = [SIMD2<Double>](repeating: .zero, count: count * count)
    for j in 0..<count {
      for i in 0..<count where i + j <= degree {
        var sum = SIMD2<Double>.zero
        for row in 0..<count {
          for column in 0..<count {
            sum +=
              values[values.startIndex + row * count + column]
              * (chebyshev[i][column] * chebyshev[j][row])
          }
        }
        series[j * count + i] =
          sum * (Double((i == 0 ? 1 : 2) * (j == 0 ? 1 : 2)) / Double(count * count))
      }
    }
    var coefficients: [SIMD2<Double>] = []
    coefficients.reserveCapacity(termCount)
    for q in 0..<count {
      for p in 0..<(count - q) {
        var sum = SIMD2<Double>.zero
        for j in q..<count {
          for i in p..<count where i + j <= degree {
            sum += series[j * count + i] * (powers[i][p] * powers[j][q])
          }
        }
        coefficients.append(sum)
      }
    }
    return coefficients
  }

  /// The Chebyshev polynomials of degree 0 to 5 at the nodes.
  private static let chebyshev: [[Double]] = powers.map { powers in
    nodes.map { node in powers.reversed().reduce(0) { $0 * node + $1 } }
  }

  /// The coefficients of the powers 0 to 5 in each Chebyshev polynomial.
  private static let powers: [[Double]] = [
    [1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], [-1, 0, 2, 0, 0, 0], [0, -3, 0, 4, 0, 0],
    [1, 0, -8, 0, 8, 0], [0, 5, 0, -20, 0, 16],
  ]

  /// Returns the polynomial's two values at a position.
  ///
  /// - Parameters:
  ///   - coefficients: The first of ``termCount`` coefficients.
  ///   - place: The two variables.
  /// - Returns: Both values.
  @inline(__always)
  static func evaluate(
    _ coefficients: UnsafePointer<SIMD2<Double>>, at place: SIMD2<Double>
  ) -> SIMD2<Double> {
    // A SIMD2 of doubles is two doubles in memory: 21 pairs, as the callee reads.
    unsafe hotspots_patch_polynomial(
      UnsafeRawPointer(coefficients).assumingMemoryBound(to: Double.self), place.x, place.y)
  }
}
