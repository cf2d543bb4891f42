import Glibc
import Testing

@testable import Statistics

@Suite("Comparison of two counts")
struct PoissonComparisonTests {
  // Published: e_test of the R package ptools and the Python package crimepy, and the formula of
  // PoissonZ divided by the square root of two.
  @Test(
    "the published examples come out",
    arguments: [(6, 2, 0.1748748), (3, 0, 0.0883790), (20, 20, 1), (30, 20, 0.159596)]
      as [(Int, Int, Double)])
  func published(current: Int, earlier: Int, chance: Double) {
    let found = PoissonComparison(current: current, earlier: earlier).chance
    #expect(abs(found - chance) < 5e-7)
    #expect(found <= 1)
  }

  @Test("30 after 20 is 1.42 standard deviations up")
  func score() {
    #expect(
      abs(PoissonComparison(current: 30, earlier: 20).standardScore - 1.4214) < 5e-5)
    #expect(PoissonComparison(current: 0, earlier: 0).standardScore == 0)
  }

  /// The double sum over all pairs, as the paper writes it.
  private static func doubleSum(_ current: Int, _ earlier: Int, ratio: Double) -> Double {
    func probability(_ count: Int, _ mean: Double) -> Double {
      exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
    }
    func statistic(_ a: Int, _ b: Int) -> Double {
      a == 0 && b == 0
        ? 0
        : (Double(a) / ratio - Double(b)) / (Double(a) / (ratio * ratio) + Double(b)).squareRoot()
    }
    let rate = Double(current + earlier) / (ratio + 1)
    let observed = abs(statistic(current, earlier))
    let (last, lastEarlier) = (
      Int(rate * ratio + 10 * (rate * ratio).squareRoot()) + 30,
      Int(rate + 10 * rate.squareRoot()) + 30
    )
    var sum = 0.0
    for a in 0...last {
      for b in 0...lastEarlier where abs(statistic(a, b)) >= observed - 1e-9 {
        sum += probability(a, rate * ratio) * probability(b, rate)
      }
    }
    return sum
  }

  @Test(
    "the sum over bounds is the double sum over all pairs, for periods of any lengths",
    arguments: [
      (6, 2, 1.0), (0, 4, 1), (1, 0, 1), (30, 20, 31.0 / 28), (5, 1, 0.25), (120, 90, 28.0 / 31),
      (9, 60, 0.2), (150, 110, 1),
    ] as [(Int, Int, Double)])
  func doubleSums(current: Int, earlier: Int, ratio: Double) {
    let found = PoissonComparison(current: current, earlier: earlier, ratio: ratio).chance
    #expect(abs(found - Self.doubleSum(current, earlier, ratio: ratio)) < 1e-9)
  }

  @Test("exchanging two equal periods changes the sign alone", arguments: 0..<20)
  func exchange(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let (a, b) = (Int(generator.next() % 200), Int(generator.next() % 200))
    let (there, back) = (
      PoissonComparison(current: a, earlier: b), PoissonComparison(current: b, earlier: a)
    )
    #expect(abs(there.chance - back.chance) < 1e-12)
    #expect(abs(there.standardScore + back.standardScore) < 1e-12)
  }

  @Test(
    "under equal rates one comparison in twenty is beyond one in twenty", arguments: [10.0, 80])
  func level(mean: Double) {
    // The probability that the test says 0.05 or less, summed over all pairs of counts.
    func probability(_ count: Int) -> Double {
      exp(Double(count) * log(mean) - mean - lgamma(Double(count) + 1))
    }
    let range = max(0, Int(mean - 6 * mean.squareRoot()))...Int(mean + 6 * mean.squareRoot())
    var size = 0.0
    for a in range {
      for b in range where PoissonComparison(current: a, earlier: b).chance <= 0.05 {
        size += probability(a) * probability(b)
      }
    }
    #expect(size < 0.056 && size > 0.035)
  }

  // The double sum with 60 digits (mpmath), the bounds of the sum in exact fractions.
  @Test(
    "small chances are computed, not what is left of 1",
    arguments: [
      (81, 31, 1.0, 1.6122818761024466e-6), (9, 200, 0.2, 1.818007661152871e-8),
      (5000, 4200, 1, 7.1049028956577442e-17), (60, 0, 1, 3.1299855841165604e-18),
      (5, 300, 0.25, 3.2274453130859669e-23), (400, 100, 1, 9.3624500749227683e-44),
      (300, 40, 31.0 / 28, 1.9786070174554752e-45), (1800, 240, 1, 2.2312175466919899e-294),
    ] as [(Int, Int, Double, Double)])
  func small(current: Int, earlier: Int, ratio: Double, chance: Double) {
    let found = PoissonComparison(current: current, earlier: earlier, ratio: ratio).chance
    #expect(abs(found / chance - 1) < 1e-10)
  }

  @Test("what no number can hold is none, and huge counts are answered")
  func none() {
    #expect(PoissonComparison(current: 9000, earlier: 1000).chance == 0)
    #expect(PoissonComparison(current: 10_000_000, earlier: 9_000_000).chance == 0)
  }

  // T = (81 - 31) / √112 = 4.72456; divided by √4 and of 7.5625 degrees of freedom scipy has
  // 2 t.sf(2.36228, 7.5625) = 0.0475593476376051.
  @Test("a dispersion widens the test and never narrows it")
  func widened() {
    let comparison = PoissonComparison(current: 81, earlier: 31)
    let four = CountDispersion(value: 4, degreesOfFreedom: 7.5625, periods: 12)
    #expect(abs(comparison.chance(widenedBy: four) - 0.0475593476376051) < 1e-9)
    let none = CountDispersion(value: 1, degreesOfFreedom: 1e6, periods: 12)
    for (current, earlier) in [(81, 31), (6, 2), (3, 0), (0, 0), (20, 20)] {
      let comparison = PoissonComparison(current: current, earlier: earlier)
      #expect(comparison.chance(widenedBy: none) >= comparison.chance)
    }
    #expect(PoissonComparison(current: 0, earlier: 0).chance(widenedBy: four) == 1)
  }

  @Test("large counts keep their digits")
  func large() {
    let comparison = PoissonComparison(current: 1_010_000, earlier: 1_000_000)
    // For such counts the test is that of the standard score, to a part in a hundred.
    let normal = NormalDistribution.twoSidedP(of: comparison.standardScore)
    #expect(abs(comparison.chance / normal - 1) < 0.01)
    #expect(PoissonComparison(current: 5000, earlier: 1000).chance < 1e-12)
  }
}
