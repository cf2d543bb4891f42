/// Two counts of separate happenings, each over a stretch of time, compared.
///
/// The counts of two periods differ by chance alone even where nothing changed: of 20 and 30, say,
/// that happens in one case of six.
///
///     PoissonComparison(current: 30, earlier: 20).standardScore   // 1.42
///     PoissonComparison(current: 30, earlier: 20).chance          // 0.16
///
/// Both answers take incidents to happen independently of each other. Repeat victims and sprees
/// make real counts vary more, so that what lies just beyond chance here may still be chance.
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
  /// Counts so far out that they come up less often than once in 10^30 are left out.
  ///
  /// - Complexity: O(√*n*) for counts that add up to *n*.
  package var chance: Double {
    let observed = abs(statistic(current, earlier))
    if observed == 0 { return 1 }
    let rate = Double(current + earlier) / (1 + ratio)
    let (later, before) = (Probabilities(mean: rate * ratio), Probabilities(mean: rate))
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
      sum += probability * (before.sums[below] + (1 - before.sums[above]))
    }
    return min(1, sum)
  }

  // MARK: -

  /// The difference of the rates over its standard error; 0 where both counts are.
  private func statistic(_ current: Int, _ earlier: Int) -> Double {
    if current == 0 && earlier == 0 { return 0 }
    let (later, before) = (Double(current) / ratio, Double(earlier))
    return (later - before) / (later / ratio + before).squareRoot()
  }

  /// The probabilities of the counts around a mean.
  private struct Probabilities {
    /// The count of the first probability.
    let first: Int
    /// The probabilities of this and the following counts; they add up to 1.
    let values: [Double]
    /// The sums of the probabilities before each count, and the whole at the end.
    let sums: [Double]

    init(mean: Double) {
      // Twelve standard deviations hold all but 10^-30 of large means; small ones have longer tails.
      let reach = 12 * mean.squareRoot() + 40
      first = max(0, Int(mean - reach))
      let last = Int(mean + reach)
      let mode = Int(mean)
      // From the most probable count outwards, each from its neighbour.
      var values = [Double](repeating: 0, count: last - first + 1)
      values[mode - first] = 1
      for count in stride(from: mode, to: first, by: -1) {
        values[count - 1 - first] = values[count - first] * Double(count) / mean
      }
      for count in mode..<last {
        values[count + 1 - first] = values[count - first] * mean / Double(count + 1)
      }
      let total = values.reduce(0, +)
      self.values = values.map { $0 / total }
      var sums = [0.0]
      for value in self.values { sums.append(sums[sums.count - 1] + value) }
      self.sums = sums.map { min($0, 1) }
    }
  }
}
