import Glibc

/// Two counts of separate happenings, each over a stretch of time, compared.
///
/// The counts of two periods differ by chance alone even where nothing changed: of 20 and 30, say,
/// that happens in one case of six.
///
///     PoissonComparison(current: 30, earlier: 20).standardScore   // 1.42
///     PoissonComparison(current: 30, earlier: 20).chance          // 0.16
///
/// Both answers take incidents to happen independently of each other. Repeat victims, sprees and
/// seasons make real counts vary more; ``chance(widenedBy:)`` allows for that.
package struct PoissonComparison: Sendable, Equatable {
  /// The later count.
  package let current: Int
  /// The earlier count.
  package let earlier: Int
  /// How long the later stretch is beside the earlier.
  package let ratio: Double

  /// Prepares a comparison.
  ///
  /// - Parameters:
  ///   - current: The later count; not negative.
  ///   - earlier: The earlier count; not negative.
  ///   - ratio: How many times as long as the earlier stretch the later one is; above zero.
  package init(current: Int, earlier: Int, ratio: Double = 1) {
    precondition(
      current >= 0 && earlier >= 0 && ratio > 0 && ratio.isFinite,
      "PoissonComparison: no such counts")
    self.current = current
    self.earlier = earlier
    self.ratio = ratio
  }

  /// How many standard deviations the later count lies above what the earlier one lets expect.
  ///
  /// Square roots of counts have nearly the same variance, a quarter, whatever the count. So the
  /// difference of the two, the earlier one scaled to the length of the later, is divided by the
  /// root of (1 + ratio) / 4; for equal lengths that is √2 (√current - √earlier).
  package var standardScore: Double {
    2 * (Double(current).squareRoot() - (ratio * Double(earlier)).squareRoot())
      / (1 + ratio).squareRoot()
  }

  /// How often two counts differ at least so much, either way, where nothing but chance is at work.
  ///
  /// The E-test of Krishnamoorthy & Thomson (2004), https://doi.org/10.1016/S0378-3758(02)00408-1:
  /// the probabilities of all pairs of counts whose difference in rates, over its standard error, is
  /// at least as large as that observed, with the common rate estimated from both.
  ///
  /// Only what lies far out is added up, never taken from 1, so that small answers keep their digits:
  /// they are right to 1e-10 of themselves down to 1e-300, and 0 where a number cannot hold them.
  ///
  /// - Complexity: O(√(*n* (1 - log *p*))) for counts that add up to *n* and the answer *p*.
  package var chance: Double {
    let observed = abs(statistic)
    if observed == 0 { return 1 }
    let rate = Double(current + earlier) / (1 + ratio)
    let (laterMean, earlierMean) = (rate * ratio, rate)
    // The observed pair is one of those added up: what is this much rarer does not show beside it.
    let rarest =
      1e-20
      * exp(
        CountProbabilities.logarithm(of: current, mean: laterMean)
          + CountProbabilities.logarithm(of: earlier, mean: earlierMean))
    let later = CountProbabilities(mean: laterMean, downTo: rarest)
    let before = CountProbabilities(mean: earlierMean, downTo: rarest)
    // Rounding must not part pairs that lie exactly as far out as the observed one.
    let limit = observed * (1 - 1e-12)
    var sum = 0.0
    // For each later count the earlier ones far out are those below one bound and above another; both
    // bounds rise with the later count, since the statistic falls as the earlier count rises.
    var (below, above) = (0, 0)
    for (place, probability) in later.values.enumerated() {
      let count = later.first + place
      while below < before.values.count, statistic(count, before.first + below) >= limit {
        below += 1
      }
      while above < before.values.count, statistic(count, before.first + above) > -limit {
        above += 1
      }
      sum += probability * (before.below[below] + before.from[above])
    }
    return min(1, sum)
  }

  /// How often two counts differ at least so much, either way, where counts vary more than those of
  /// independent incidents.
  ///
  /// The difference over its standard error is divided by the root of the dispersion, and referred
  /// to Student's distribution, since the dispersion is itself an estimate (McCullagh & Nelder 1989,
  /// Generalized Linear Models, 2nd ed., 4.5.2 and 6.2.3).
  ///
  /// - Parameter dispersion: How much more counts vary.
  /// - Returns: A probability, never less than ``chance``.
  package func chance(widenedBy dispersion: CountDispersion) -> Double {
    max(
      chance,
      StudentDistribution.twoSidedP(
        of: statistic / dispersion.value.squareRoot(),
        degreesOfFreedom: dispersion.degreesOfFreedom))
  }

  // MARK: -

  /// The difference of the two rates over its standard error.
  private var statistic: Double { statistic(current, earlier) }

  /// The difference of the rates over its standard error; 0 where both counts are.
  private func statistic(_ current: Int, _ earlier: Int) -> Double {
    if current == 0 && earlier == 0 { return 0 }
    let (later, before) = (Double(current) / ratio, Double(earlier))
    return (later - before) / (later / ratio + before).squareRoot()
  }
}
