import Glibc

/// How much a random selection of some things adds up to, where each is selected with the same
/// chance, whichever others are.
///
/// Of incidents that lie anywhere with equal chance, those in some ground are such a selection: its
/// chance is the ground's share of all ground.
///
///     RandomSelection(count: 500).atLeast(3, chance: 0.001)             // 0.0143
///     RandomSelection(weights: shares).atLeast(3, chance: 0.001)
///
/// Of things that weigh the same the answer is exact, from ``BinomialDistribution``. Of others it is
/// the saddlepoint approximation of Lugannani & Rice (1980), https://doi.org/10.2307/1426607, at half
/// a typical weight less than the sum (more, below), as is right where weights are nearly the same:
/// beside simulations of thousands of things it then errs upwards, by up to a factor of three, and by
/// more where nearly all of a handful are selected.
package struct RandomSelection: Sendable {
  /// Things that weigh about the same.
  private struct Group {
    /// What each weighs, beside the heaviest.
    let weight: Double
    /// How many there are.
    let count: Double
  }

  /// What they weigh together.
  package let total: Double
  /// The weight of each where all weigh the same; else of the heaviest.
  private let unit: Double
  /// The number of things where all weigh the same.
  private let alike: Int?
  private let groups: [Group]

  /// Things that count for one each.
  package init(count: Int) {
    precondition(count >= 0, "RandomSelection: fewer things than none")
    (total, unit, alike, groups) = (Double(count), 1, count, [])
  }

  /// Things of different weights.
  ///
  /// Up to 256 weights are told apart; of more, those in the same 256th of the largest are taken for
  /// their mean.
  ///
  /// - Parameter weights: The weights, not negative; weights of zero are left out.
  /// - Complexity: O(*n* log *n*) for *n* weights.
  package init(weights: [Double]) {
    precondition(
      weights.allSatisfy { $0 >= 0 && $0.isFinite }, "RandomSelection: a weight below zero")
    let rising = weights.filter { $0 > 0 }.sorted()
    guard let heaviest = rising.last, heaviest != rising.first else {
      unit = rising.last ?? 1
      (total, alike, groups) = (unit * Double(rising.count), rising.count, [])
      return
    }
    var distinct = 1
    for (weight, next) in zip(rising, rising.dropFirst()) where weight != next { distinct += 1 }
    var groups: [Group] = []
    var start = 0
    while start < rising.count {
      let first = rising[start]
      let step = (first / heaviest * Double(Self.steps)).rounded(.down)
      var (end, sum) = (start, 0.0)
      while end < rising.count,
        distinct <= Self.steps
          ? rising[end] == first
          : (rising[end] / heaviest * Double(Self.steps)).rounded(.down) == step
      {
        sum += rising[end] / heaviest
        end += 1
      }
      let count = Double(end - start)
      groups.append(Group(weight: sum / count, count: count))
      start = end
    }
    (unit, alike, self.groups) = (heaviest, nil, groups)
    total = heaviest * groups.reduce(0) { $0 + $1.weight * $1.count }
  }

  /// Returns how often a selection weighs at least so much.
  ///
  /// - Parameters:
  ///   - sum: The weight.
  ///   - chance: How often each thing is selected.
  ///   - taken: The weight of things that cannot be selected; of different weights they are taken
  ///     for as heavy on average as all.
  /// - Returns: The probability; 1 where the weight is not above the expected.
  /// - Complexity: O(√*n*) for *n* things that weigh the same, else as for a few hundred.
  package func atLeast(_ sum: Double, chance: Double, without taken: Double = 0) -> Double {
    let chance = min(1, max(0, chance))
    if let alike {
      let trials = max(0, alike - Int((taken / unit).rounded()))
      let count = Int((sum / unit).rounded())
      return BinomialDistribution(trials: trials, chance: chance).atLeast(count)
    }
    return tail(sum / unit, above: true, chance, kept: kept(without: taken))
  }

  /// Returns how often a selection weighs at most so much.
  ///
  /// - Parameters and complexity: As for ``atLeast(_:chance:without:)``.
  package func atMost(_ sum: Double, chance: Double, without taken: Double = 0) -> Double {
    let chance = min(1, max(0, chance))
    if let alike {
      let trials = max(0, alike - Int((taken / unit).rounded()))
      let count = Int((sum / unit).rounded())
      return BinomialDistribution(trials: trials, chance: chance).atMost(count)
    }
    return tail(sum / unit, above: false, chance, kept: kept(without: taken))
  }

  // MARK: -

  private static let steps = 256

  /// The share of all things that can be selected.
  private func kept(without taken: Double) -> Double { max(0, 1 - taken / total) }

  /// The logarithm of the moment-generating function and its first two derivatives.
  private func cumulants(
    _ t: Double, _ chance: Double, kept: Double
  ) -> (value: Double, slope: Double, curvature: Double) {
    var (value, slope, curvature) = (0.0, 0.0, 0.0)
    for group in groups {
      let size = kept * group.count
      // The chance that a thing is selected where selections are tilted by t towards heavy ones.
      let power = t * group.weight
      let against = (1 - chance) / chance * exp(-power)
      let tilted = 1 / (1 + against)
      value +=
        size
        * (power > 30 ? power + log(chance) + log1p(against) : log1p(chance * expm1(power)))
      slope += size * group.weight * tilted
      curvature += size * group.weight * group.weight * tilted * (1 - tilted)
    }
    return (value, slope, curvature)
  }

  /// Returns the probability of a sum, in units of the heaviest, or of one further out.
  private func tail(_ sum: Double, above: Bool, _ chance: Double, kept: Double) -> Double {
    let (first, second) = groups.reduce((0.0, 0.0)) {
      ($0.0 + $1.weight * $1.count, $0.1 + $1.weight * $1.weight * $1.count)
    }
    let all = first * kept
    if above ? sum <= 0 : sum >= all { return 1 }
    guard chance > 0, chance < 1, kept > 0 else { return above == (chance > 0) ? 1 : 0 }
    if !above && sum <= 0 {
      return groups.reduce(1.0) { $0 * exp($1.count * kept * log1p(-chance)) }
    }
    let typical = second / first
    let inner = above ? sum - typical / 2 : sum + typical / 2
    if above ? inner <= chance * all : inner >= chance * all { return 1 }
    guard let t = tilt(to: min(inner, all * (1 - 1e-9)), chance, kept: kept, above: above) else {
      return 1
    }
    let found = cumulants(t, chance, kept: kept)
    let r = max(0, 2 * (t * inner - found.value)).squareRoot()
    let u = abs(t) * found.curvature.squareRoot()
    // Where the sum is the expected one both are 0 and their difference is too.
    guard r > 1e-6, u > 0 else { return 1 }
    let density = exp(-r * r / 2) / (2 * .pi).squareRoot()
    return min(1, max(0, NormalDistribution.twoSidedP(of: r) / 2 + density * (1 / u - 1 / r)))
  }

  /// Returns the tilt at which a sum is the expected one.
  private func tilt(to sum: Double, _ chance: Double, kept: Double, above: Bool) -> Double? {
    let sign = above ? 1.0 : -1.0
    var (low, high) = (0.0, 1.0)
    while (cumulants(sign * high, chance, kept: kept).slope - sum) * sign < 0 {
      (low, high) = (high, 2 * high)
      if high > 1e12 { return nil }
    }
    var t = (low + high) / 2
    for _ in 0..<60 {
      let found = cumulants(sign * t, chance, kept: kept)
      let rest = (found.slope - sum) * sign
      if rest < 0 { low = t } else { high = t }
      let next = t - rest / found.curvature
      let moved = next > low && next < high ? next : (low + high) / 2
      if abs(moved - t) < 1e-12 * t { break }
      t = moved
    }
    return sign * t
  }
}
