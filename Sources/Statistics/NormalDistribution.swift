import Glibc

/// The standard normal distribution: mean 0, standard deviation 1.
package enum NormalDistribution {
  /// Returns how often a standard score at least as far from zero comes up by chance: 2(1 - Φ(|z|)).
  ///
  /// Computed as erfc(|z|/√2), which keeps its digits where Φ is 1 to all sixteen of them.
  ///
  ///     NormalDistribution.twoSidedP(of: 1.959963984540054)   // 0.05
  ///
  /// - Parameter z: A standard score; not-a-number gives not-a-number.
  /// - Returns: A number from 0 to 1, right to 1e-14 of itself while it is a normal number
  ///   (|z| below 37.5); 0 beyond what a number can hold.
  /// - Complexity: O(1).
  package static func twoSidedP(of z: Double) -> Double {
    let size = abs(z)
    let quotient = size * inverseRootOfTwo
    // A relative error in the quotient is 2 q² times as large in the result, 1.5e-13 at z = 37; so
    // what rounding took from the quotient is put back by the first term of Taylor's series.
    let lost = (-quotient).addingProduct(size, inverseRootOfTwo) + size * inverseRootOfTwoRest
    let p = erfc(quotient)
    guard quotient > 0, quotient < 30 else { return p }
    return min(1, p - lost * twoOverRootOfPi * exp(-quotient * quotient))
  }

  /// 1/√2, rounded.
  private static let inverseRootOfTwo = 0x1.6a09e667f3bcdp-1
  /// What rounding took from 1/√2.
  private static let inverseRootOfTwoRest = -0x1.bdd3413b26456p-55
  /// 2/√π, minus the derivative of erfc at 0.
  private static let twoOverRootOfPi = 0x1.20dd750429b6dp+0
}
