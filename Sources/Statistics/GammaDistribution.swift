import Glibc

/// The gamma distribution of scale 1: how long to wait for so many events that happen once in a unit
/// of time on average.
package enum GammaDistribution {
  /// Returns the value that the distribution stays below with a probability.
  ///
  ///     GammaDistribution.quantile(0.025, shape: 5)   // 1.62348639
  ///
  /// The root of the regularised incomplete gamma function, by Newton's method within bounds that
  /// close in on it, from the cube of a normal variate (Wilson & Hilferty 1931,
  /// https://doi.org/10.1073/pnas.17.12.684).
  ///
  /// - Parameters:
  ///   - probability: Above 0 and below 1.
  ///   - shape: The number of events, above zero, whole or not.
  /// - Returns: The value, right to 1e-10 of itself for shapes from 0.1 to ten million and
  ///   probabilities from 1e-10 to 1 - 1e-6.
  /// - Complexity: O(√*a*) for the shape *a*.
  package static func quantile(_ probability: Double, shape: Double) -> Double {
    precondition(
      probability > 0 && probability < 1 && shape > 0 && shape.isFinite,
      "GammaDistribution: no such quantile")
    var (low, high) = (0.0, Double.infinity)
    var value = start(probability, shape)
    for _ in 0..<200 {
      let (below, above) = tails(of: value, shape: shape)
      // The smaller tail has more digits.
      let excess = probability < 0.5 ? below - probability : (1 - probability) - above
      if excess > 0 { high = value } else { low = value }
      let logDensity: Double = (shape - 1) * log(value) - value - lgamma(shape)
      var next = value - excess / exp(logDensity)
      if !(next > low && next < high) {
        next = high.isFinite ? (low + high) / 2 : value * 2
      }
      let isClose = abs(next - value) <= 1e-15 * value
      value = next
      if isClose { break }
    }
    return value
  }

  /// Returns where the search for a quantile begins: above zero.
  private static func start(_ probability: Double, _ shape: Double) -> Double {
    // Far below the mean the distribution function is xᵃ / Γ(a + 1).
    let small = exp((log(probability) + lgamma(shape + 1)) / shape)
    if small < 0.2 * (shape + 1) { return max(small, .leastNormalMagnitude) }
    let tail = min(probability, 1 - probability)
    let root = (-2 * log(tail)).squareRoot()
    // Hastings (1955), right to 0.003.
    let size: Double = root - (2.30753 + 0.27061 * root) / (1 + (0.99229 + 0.04481 * root) * root)
    let score = probability < 0.5 ? -size : size
    let cube: Double = 1 - 1 / (9 * shape) + score / (3 * shape.squareRoot())
    return max(shape * cube * cube * cube, small, .leastNormalMagnitude)
  }

  /// Returns the probabilities of less and of more than a value.
  ///
  /// By the series below the mean and the continued fraction above it (NIST Digital Library of
  /// Mathematical Functions 8.11.4 and 8.9.2, https://dlmf.nist.gov/8).
  ///
  /// - Parameters:
  ///   - value: The value, above zero.
  ///   - shape: The number of events, above zero.
  /// - Returns: Two numbers that add up to 1.
  /// - Complexity: O(√*a*) for the shape *a*.
  package static func tails(of value: Double, shape: Double) -> (below: Double, above: Double) {
    let front = exp(shape * log(value) - value - lgamma(shape))
    if value < shape + 1 {
      var (term, sum) = (1 / shape, 1 / shape)
      var place = shape
      while term > sum * 1e-17 {
        place += 1
        term *= value / place
        sum += term
      }
      let below = min(1, front * sum)
      return (below, 1 - below)
    }
    let above = min(1, front * fraction(value, shape))
    return (1 - above, above)
  }

  /// Returns the continued fraction of the upper incomplete gamma function, by Lentz's method.
  private static func fraction(_ value: Double, _ shape: Double) -> Double {
    let tiny = 1e-300
    var b = value + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var result = d
    for step in 1..<1_000_000 {
      let n = Double(step)
      let a = -n * (n - shape)
      b += 2
      d = a * d + b
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      result *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return result
  }
}
