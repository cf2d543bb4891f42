import Glibc

extension NormalDistribution {
  /// Returns how often a standard score is at most so large: Φ(z).
  ///
  /// - Parameter z: A standard score; not-a-number gives not-a-number.
  /// - Returns: A number from 0 to 1.
  /// - Complexity: O(1).
  package static func cumulative(_ z: Double) -> Double { erfc(-z * 0.5.squareRoot()) / 2 }

  /// Returns the standard score that a part of all scores stay below: Φ⁻¹(p).
  ///
  ///     NormalDistribution.quantile(of: 0.975)   // 1.959963984540054
  ///
  /// Algorithm AS 241, PPND16, of Wichura (1988), https://doi.org/10.2307/2347330
  ///
  /// - Parameter part: A number from 0 to 1.
  /// - Returns: The score, right to 1e-15 of itself; infinite for 0 and 1.
  /// - Complexity: O(1).
  package static func quantile(of part: Double) -> Double {
    precondition(part >= 0 && part <= 1, "NormalDistribution: no part of a whole")
    let q = part - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * polynomial(middleAbove, r) / polynomial(middleBelow, r)
    }
    let tail = min(part, 1 - part)
    guard tail > 0 else { return q < 0 ? -.infinity : .infinity }
    let r = (-log(tail)).squareRoot()
    let size =
      r <= 5
      ? polynomial(sideAbove, r - 1.6) / polynomial(sideBelow, r - 1.6)
      : polynomial(farAbove, r - 5) / polynomial(farBelow, r - 5)
    return q < 0 ? -size : size
  }

  // MARK: -

  /// Evaluates a polynomial whose coefficients begin with the constant.
  private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  private static let middleAbove = [
    3.3871328727963666080, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
    1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3,
  ]
  private static let middleBelow = [
    1, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
    2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
    5.2264952788528545610e+3,
  ]
  private static let sideAbove = [
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
    3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4,
  ]
  private static let sideBelow = [
    1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
    1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
    1.05075007164441684324e-9,
  ]
  private static let farAbove = [
    6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ]
  private static let farBelow = [
    1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
    7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
    2.04426310338993978564e-15,
  ]
}
