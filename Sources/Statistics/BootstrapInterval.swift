/// The interval that a number of resamples gives an estimate, corrected for bias and acceleration
/// (BCa).
///
///     BootstrapInterval(of: 0.52, resamples: values, acceleration: 0.03)?.low
///
/// Efron (1987), "Better bootstrap confidence intervals", https://doi.org/10.2307/2289144. As in SciPy
/// resamples equal to the estimate count half below it, and quantiles lie on the straight line between
/// the resamples beside them (type 7 of Hyndman & Fan 1996).
package struct BootstrapInterval: Sendable, Equatable {
  /// The lower end.
  package let low: Double
  /// The upper end.
  package let high: Double

  /// Computes the interval.
  ///
  /// There is none if the resamples all give the same, or all lie on one side of the estimate: they
  /// then tell nothing of its error.
  ///
  /// - Parameters:
  ///   - estimate: What the data give.
  ///   - resamples: What as many resamples give, in any order.
  ///   - acceleration: How fast the error of the estimate changes with what it estimates; see
  ///     ``acceleration(leavingOut:)``.
  ///   - level: How much of all intervals hold what they estimate.
  /// - Complexity: O(*r* log *r*) for *r* resamples.
  package init?(
    of estimate: Double, resamples: [Double], acceleration: Double, level: Double = 0.95
  ) {
    let rising = resamples.sorted()
    guard let first = rising.first, let last = rising.last,
      last - first > Self.tolerance * max(1, abs(estimate))
    else { return nil }
    let slack = Self.tolerance * max(1, abs(estimate))
    let below = rising.count { $0 < estimate - slack }
    let upTo = rising.count { $0 <= estimate + slack }
    guard upTo > 0, below < rising.count else { return nil }
    let bias = NormalDistribution.quantile(of: Double(below + upTo) / Double(2 * rising.count))
    func end(_ part: Double) -> Double? {
      let score = bias + NormalDistribution.quantile(of: part)
      // Where the correction turns the order of the scores round, no interval is left.
      guard 1 - acceleration * score > 0 else { return nil }
      return Self.quantile(
        NormalDistribution.cumulative(bias + score / (1 - acceleration * score)), of: rising)
    }
    guard let low = end((1 - level) / 2), let high = end((1 + level) / 2) else { return nil }
    (self.low, self.high) = (low, high)
  }

  /// Returns the acceleration that the jackknife gives.
  ///
  /// - Parameter values: What the data give without one observation, for each different outcome, and
  ///   how many observations have it.
  /// - Returns: A sixth of the skewness of the values' differences from their mean; `nil` if all
  ///   values are the same.
  /// - Complexity: O(*n*) for *n* different outcomes.
  package static func acceleration(leavingOut values: [(value: Double, count: Int)]) -> Double? {
    let count = values.reduce(0.0) { $0 + Double($1.count) }
    guard count > 0 else { return nil }
    let mean = values.reduce(0.0) { $0 + $1.value * Double($1.count) } / count
    var (squares, cubes) = (0.0, 0.0)
    for (value, times) in values {
      let difference = mean - value
      squares += Double(times) * difference * difference
      cubes += Double(times) * difference * difference * difference
    }
    // What rounding leaves of equal values is no variation.
    guard squares > count * 0x1p-96 * max(mean * mean, 0x1p-20) else { return nil }
    return cubes / (6 * squares * squares.squareRoot())
  }

  /// Returns the quantile of numbers in rising order, of which there is one at least.
  static func quantile(_ part: Double, of rising: [Double]) -> Double {
    let place = part * Double(rising.count - 1)
    let below = min(Int(place), rising.count - 1)
    let above = min(below + 1, rising.count - 1)
    return rising[below] + (place - Double(below)) * (rising[above] - rising[below])
  }

  /// Values closer than this are the same but for rounding.
  private static let tolerance = 1e-12
}
