/// The means that a count is compatible with, if events are independent.
package struct PoissonLimits: Sendable, Equatable {
  /// The smallest mean.
  package let low: Double
  /// The largest mean.
  package let high: Double

  /// Finds the exact limits of a count's mean.
  ///
  ///     PoissonLimits(ofCount: 5)   // 1.62 to 11.67
  ///
  /// With the mean at the upper limit a count as low as this or lower has half of what is left of the
  /// confidence, and with the mean at the lower limit one as high or higher (Garwood 1936, Biometrika
  /// 28, https://doi.org/10.1093/biomet/28.3-4.437). They are quantiles of the gamma distribution,
  /// half of those of chi-square with 2*n* and 2*n* + 2 degrees of freedom.
  ///
  /// - Parameters:
  ///   - count: The count, zero or more.
  ///   - confidence: How often such limits hold the mean at least; between 0 and 1.
  /// - Complexity: O(√*n*) for a count *n*.
  package init(ofCount count: Int, confidence: Double = 0.95) {
    precondition(
      count >= 0 && confidence > 0 && confidence < 1, "PoissonLimits: no such count")
    let tail = (1 - confidence) / 2
    low = count == 0 ? 0 : GammaDistribution.quantile(tail, shape: Double(count))
    high = GammaDistribution.quantile(1 - tail, shape: Double(count) + 1)
  }
}
