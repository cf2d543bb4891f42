import Statistics
import Testing

@testable import HotspotAnalysis

@Suite struct GiniIntervalTests {
  /// The generalised coefficient by its definition: half the mean difference of all pairs over the
  /// mean, beside the most even spread.
  private static func slow(_ values: [Double]) -> Double {
    var differences = 0.0
    for first in values { for second in values { differences += abs(first - second) } }
    let (n, c) = (Double(values.count), values.reduce(0, +))
    return max(1, n / c) * (differences / (2 * n * c) - 1) + 1
  }

  private static func seeded(_ seed: UInt64, count: Int) -> [Double] {
    var generator = SplitMix64(seed: seed)
    let isWhole = seed.isMultiple(of: 2)
    return (0..<count).map { _ in
      let value = generator.nextUnit() * generator.nextUnit() * generator.nextUnit() * 20 - 1
      return max(0, isWhole ? value.rounded() : value)
    }
  }

  private static func expanded(_ amounts: AmountDistribution, _ counts: [Int]) -> [Double] {
    zip(amounts.amounts, counts).flatMap { [Double](repeating: $0, count: $1) }
  }

  @Test("leaving each unit out by hand gives the same coefficients", arguments: UInt64(0)..<12)
  func jackknife(seed: UInt64) throws {
    let values = Self.seeded(seed, count: 50).sorted()
    let found = try #require(AmountDistribution(values).generalisedGiniLeavingOut)
    let each = found.flatMap { [Double](repeating: $0.value, count: $0.count) }
    #expect(each.count == values.count)
    for (index, value) in each.enumerated() {
      var rest = values
      rest.remove(at: index)
      #expect(abs(value - Self.slow(rest)) < 1e-12)
    }
  }

  @Test("the same resamples give the same interval in the obvious way", arguments: UInt64(0)..<6)
  func slowBootstrap(seed: UInt64) async throws {
    let values = Self.seeded(seed, count: 40)
    let amounts = AmountDistribution(values)
    let draws = UnitResampling(of: amounts, seed: seed)
    let resamples = (0..<199).map { number in
      let drawn = Self.expanded(amounts, draws.counts(ofResample: number))
      #expect(drawn.count == 40)
      return Self.slow(drawn)
    }
    let left = values.indices.map { index in
      var rest = values
      rest.remove(at: index)
      return Self.slow(rest)
    }
    let mean = left.reduce(0, +) / 40
    let squares = left.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let cubes = left.reduce(0) { $0 + (mean - $1) * (mean - $1) * (mean - $1) }
    let expected = try #require(
      BootstrapInterval(
        of: Self.slow(values), resamples: resamples,
        acceleration: cubes / (6 * squares * squares.squareRoot())))
    let found = try #require(
      await GiniInterval.of(amounts, seed: seed, resamples: 199, threads: 2))
    #expect(abs(found.low - expected.low) < 1e-9 && abs(found.high - expected.high) < 1e-9)
  }

  @Test(
    "SciPy's bootstrap gives the same interval, but for the error of its draws and ours",
    arguments: [
      // scipy.stats.bootstrap(method="BCa", n_resamples=200_000), seeds at most 0.003 apart; and the
      // skewness of what numpy.delete of each unit gives.
      (
        amounts: [0.0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 18, 31],
        counts: [6, 6, 4, 3, 2, 2, 1, 1, 2, 1, 1, 1],
        low: 0.5282, high: 0.7559, acceleration: 0.057770700740623356
      ),
      ([0, 1, 2, 3, 5], [34, 11, 2, 2, 1], 0.3365, 0.7464, 0.11104935617900256),
    ])
  func published(
    amounts: [Double], counts: [Int], low: Double, high: Double, acceleration: Double
  ) async throws {
    let amounts = AmountDistribution(amounts: amounts, counts: counts)
    let interval = try #require(
      await GiniInterval.of(amounts, seed: 1, resamples: 100_000, threads: 2))
    #expect(abs(interval.low - low) < 0.004 && abs(interval.high - high) < 0.004)
    let found = amounts.generalisedGiniLeavingOut.flatMap(
      BootstrapInterval.acceleration(leavingOut:))
    #expect(abs(try #require(found) - acceleration) < 1e-12)
  }

  @Test("units are drawn alike, one by one or dealt to their amounts")
  func ways() throws {
    // Three amounts of 60 units are dealt; the same units with amounts apart are drawn one by one.
    let dealt = AmountDistribution(amounts: [0, 1, 5], counts: [40, 15, 5])
    let base =
      [Double](repeating: 0, count: 40) + [Double](repeating: 1, count: 15)
      + [Double](repeating: 5, count: 5)
    let single = AmountDistribution(base.indices.map { base[$0] + Double($0) * 1e-9 })
    func means(_ amounts: AmountDistribution) -> [Double] {
      let draws = UnitResampling(of: amounts, seed: 5)
      var sums = [0.0, 0, 0]
      for number in 0..<4000 {
        for (amount, count) in zip(amounts.amounts, draws.counts(ofResample: number)) {
          sums[amount < 0.5 ? 0 : amount < 3 ? 1 : 2] += Double(count) / 4000
        }
      }
      return sums
    }
    let expected: [Double] = [40, 15, 5]
    for amounts in [dealt, single] {
      for (mean, size) in zip(means(amounts), expected) { #expect(abs(mean - size) < 0.25) }
    }
  }

  @Test("any number of threads gives the same, another seed does not")
  func threads() async throws {
    let amounts = AmountDistribution(Self.seeded(4, count: 300))
    let one = await GiniInterval.of(amounts, seed: 9)
    #expect(one != nil)
    #expect(await GiniInterval.of(amounts, seed: 9, threads: 5) == one)
    #expect(await GiniInterval.of(amounts, seed: 10) != one)
  }

  @Test(
    "where no resample tells anything there is no interval",
    arguments: [[], [0, 0], [4], [3, 3, 3], [0, 0, 0, 7], [1, 0, 1, 0, 1, 0], [0, 1]])
  func none(values: [Double]) async {
    #expect(await GiniInterval.of(AmountDistribution(values), seed: 1) == nil)
  }
}
