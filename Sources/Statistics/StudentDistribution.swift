import Glibc

/// Student's distribution: that of a standard score whose standard deviation is an estimate.
package enum StudentDistribution {
  /// Returns how often a score at least as far from zero comes up by chance.
  ///
  ///     StudentDistribution.twoSidedP(of: 2.228139, degreesOfFreedom: 10)   // 0.05
  ///
  /// The incomplete beta function I_x(ν/2, 1/2) at x = ν / (ν + t²), by its continued fraction (NIST
  /// Digital Library of Mathematical Functions 8.17.22, https://dlmf.nist.gov/8.17).
  ///
  /// - Parameters:
  ///   - score: The score; finite.
  ///   - degreesOfFreedom: How much the estimate rests on, above zero, whole or not.
  /// - Returns: A number from 0 to 1, right to 1e-8 of itself up to a million degrees of freedom.
  /// - Complexity: O(√ν).
  package static func twoSidedP(of score: Double, degreesOfFreedom: Double) -> Double {
    precondition(
      score.isFinite && degreesOfFreedom > 0 && degreesOfFreedom.isFinite,
      "StudentDistribution: no such score")
    let squared = score * score
    if squared == 0 { return 1 }
    let (half, x) = (degreesOfFreedom / 2, degreesOfFreedom / (degreesOfFreedom + squared))
    let rest = squared / (degreesOfFreedom + squared)
    let beta: Double = lgamma(half) + lgamma(0.5) - lgamma(half + 0.5)
    let power: Double = 0.5 * log(rest) - half * log1p(squared / degreesOfFreedom)
    let front = exp(power - beta)
    // The fraction converges fast on this side of the mean only; on the other it is taken from 1.
    if x < (half + 1) / (half + 2.5) {
      return min(1, front * fraction(half, 0.5, x) / half)
    }
    return max(0, 1 - front * fraction(0.5, half, rest) / 0.5)
  }

  /// Returns the continued fraction of the incomplete beta function, by Lentz's method.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1..<1_000_000 {
      let m = Double(step)
      let place = a + 2 * m
      let even: Double = m * (b - m) * x / ((place - 1) * place)
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      result *= d * c
      let odd: Double = -(a + m) * (a + b + m) * x / (place * (place + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) < 1e-15 { break }
    }
    return result
  }
}
