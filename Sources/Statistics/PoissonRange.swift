import Glibc

/// Where counts of independent incidents lie around their mean.
package enum PoissonRange {
  /// Returns the counts between which a Poisson count with a mean lies at least so often, with at
  /// most half of the rest on either side.
  ///
  /// The ends are the quantiles at (1 - *level*) / 2 and (1 + *level*) / 2: the least counts at or
  /// below which so much of the distribution lies.
  ///
  ///     PoissonRange.central(mean: 10, level: 0.95)   // 4...17
  ///
  /// - Parameters:
  ///   - mean: The mean; 0 or more, finite.
  ///   - level: How often counts lie in the range; above 0 and below 1.
  /// - Returns: The range; 0 alone for a mean of 0.
  /// - Complexity: O(√*mean*).
  package static func central(mean: Double, level: Double) -> ClosedRange<Int> {
    precondition(
      mean >= 0 && mean.isFinite && level > 0 && level < 1, "PoissonRange: no such distribution")
    guard mean > 0 else { return 0...0 }
    let probabilities = CountProbabilities(mean: mean, downTo: 1e-20)
    func quantile(_ part: Double) -> Int {
      // The sums below each count stand one place further on than the count itself.
      let place = probabilities.below.dropFirst().firstIndex { $0 >= part * (1 - 1e-12) }
      return probabilities.first + (place ?? probabilities.values.count) - 1
    }
    return quantile((1 - level) / 2)...quantile((1 + level) / 2)
  }
}
