/// How many times as much counts vary as those of independent incidents would.
///
/// Estimated from a series of periods, such as months, or from several that are taken to vary alike.
/// Each period is compared with the next: of the incidents of both, the later would have its part
/// by length, give or take the variance of a binomial count, were they independent. The squares of
/// the differences, added up, over those variances, added up, are the dispersion: Pearson's
/// chi-square over its degrees of freedom (McCullagh & Nelder 1989, Generalized Linear Models, 2nd
/// ed., 4.5.2), each pair weighing as many incidents as it holds, with the local means that von
/// Neumann's mean square successive difference takes (1941,
/// https://doi.org/10.1214/aoms/1177731677).
///
/// A trend or the course of a year hardly shows from one month to the next, so that it does not pass
/// for noise; where it does show, the test is the more careful. Weights matter where many series are
/// small: pairs of one or two incidents vary as Poisson's whatever happens, and would hide how much
/// the large ones vary.
package struct CountDispersion: Sendable, Equatable {
  /// How many times Poisson's the variance is; at least 1.
  package let value: Double
  /// How much the estimate rests on, as degrees of freedom; pairs that share a period, and pairs of
  /// very different size, count for less.
  package let degreesOfFreedom: Double
  /// How many periods it was estimated from.
  package let periods: Int

  /// From fewer periods nothing is estimated.
  package static let fewestPeriods = 12

  /// Describes a dispersion that is known.
  package init(value: Double, degreesOfFreedom: Double, periods: Int) {
    self.value = value
    self.degreesOfFreedom = degreesOfFreedom
    self.periods = periods
  }

  /// Estimates a dispersion; `nil` for fewer than twelve periods, or without an incident.
  ///
  /// - Parameters:
  ///   - series: The counts of one or several things, each with one for every period.
  ///   - lengths: How long each period is.
  /// - Complexity: O(*n*) for *n* counts.
  package init?(of series: [[Double]], lengths: [Double]) {
    guard lengths.count >= Self.fewestPeriods else { return nil }
    var (squares, incidents) = (0.0, 0.0)
    // For the degrees of freedom: a chi-square of one degree has a variance of 2, and those of two
    // pairs that share a period have a covariance of 1/2.
    var variance = 0.0
    for counts in series {
      precondition(counts.count == lengths.count, "CountDispersion: a period without a count")
      var previous = 0.0
      for place in 1..<lengths.count {
        let pair = counts[place - 1] + counts[place]
        let part = lengths[place] / (lengths[place - 1] + lengths[place])
        let difference = counts[place] - pair * part
        squares += difference * difference / (part * (1 - part))
        incidents += pair
        variance += 2 * pair * pair + pair * previous
        previous = pair
      }
    }
    guard incidents > 0 else { return nil }
    value = max(1, squares / incidents)
    degreesOfFreedom = 2 * incidents * incidents / variance
    periods = lengths.count
  }
}
