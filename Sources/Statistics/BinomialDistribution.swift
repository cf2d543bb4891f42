import Glibc

/// How many of a number of independent trials succeed, each with the same chance.
///
///     BinomialDistribution(trials: 500, chance: 0.001).atLeast(3)   // 0.0143
///
/// Probabilities after Loader (2000), "Fast and accurate computation of binomial probabilities",
/// whose terms do not cancel; tails are sums of them from the count outwards.
package struct BinomialDistribution: Sendable, Equatable {
  /// The number of trials.
  package let trials: Int
  /// The chance of success of each, from 0 to 1.
  package let chance: Double

  /// Describes trials.
  package init(trials: Int, chance: Double) {
    precondition(
      trials >= 0 && chance >= 0 && chance <= 1, "BinomialDistribution: no such trials")
    self.trials = trials
    self.chance = chance
  }

  /// Returns how often so many trials succeed, or more.
  ///
  /// - Complexity: O(√*n*) for *n* trials at counts that are not rarer than once in 10^30.
  package func atLeast(_ count: Int) -> Double {
    if count <= 0 { return 1 }
    if count > trials { return 0 }
    return Double(count) > mean ? above(count) : 1 - below(count - 1)
  }

  /// Returns how often so many trials succeed, or fewer.
  ///
  /// - Complexity: As for ``atLeast(_:)``.
  package func atMost(_ count: Int) -> Double {
    if count < 0 { return 0 }
    if count >= trials { return 1 }
    return Double(count) < mean ? below(count) : 1 - above(count + 1)
  }

  /// Returns how often exactly so many trials succeed.
  package func exactly(_ count: Int) -> Double {
    guard count >= 0, count <= trials else { return 0 }
    if chance == 0 || trials == 0 { return count == 0 ? 1 : 0 }
    if chance == 1 { return count == trials ? 1 : 0 }
    let (n, k) = (Double(trials), Double(count))
    if count == 0 { return exp(n * log1p(-chance)) }
    if count == trials { return exp(n * log(chance)) }
    let exponent =
      Self.stirlingRest(trials) - Self.stirlingRest(count) - Self.stirlingRest(trials - count)
      - Self.deviance(k, n * chance) - Self.deviance(n - k, n * (1 - chance))
    return exp(exponent) * (n / (2 * .pi * k * (n - k))).squareRoot()
  }

  // MARK: -

  /// The expected count.
  private var mean: Double { Double(trials) * chance }

  /// Adds up the probabilities of a count above the mean and of those beyond it.
  private func above(_ count: Int) -> Double {
    var (term, sum) = (exactly(count), 0.0)
    for k in count...trials {
      sum += term
      if term <= sum * 0x1p-60 { break }
      term *= Double(trials - k) / Double(k + 1) * (chance / (1 - chance))
    }
    return min(1, sum)
  }

  /// Adds up the probabilities of a count below the mean and of those beyond it.
  private func below(_ count: Int) -> Double {
    var (term, sum) = (exactly(count), 0.0)
    for k in stride(from: count, through: 0, by: -1) {
      sum += term
      if term <= sum * 0x1p-60 { break }
      term *= Double(k) / Double(trials - k + 1) * ((1 - chance) / chance)
    }
    return min(1, sum)
  }

  /// What Stirling's formula lacks of the logarithm of a factorial, from 1.
  private static func stirlingRest(_ count: Int) -> Double {
    let n = Double(count)
    if count <= 15 {
      let factorial = (1...count).reduce(1.0) { $0 * Double($1) }
      return log(factorial) - (n + 0.5) * log(n) + n - 0.5 * log(2 * .pi)
    }
    let square = n * n
    return
      (1.0 / 12
      - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square)
      / n
  }

  /// x log(x / m) + m - x, without cancellation where x is close to m.
  private static func deviance(_ x: Double, _ m: Double) -> Double {
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let v = (x - m) / (x + m)
    var sum = (x - m) * v
    var term = 2 * x * v
    for order in stride(from: 3.0, to: 2000, by: 2) {
      term *= v * v
      let next = sum + term / order
      if next == sum { break }
      sum = next
    }
    return sum
  }
}
