import Statistics
import Testing

@Suite struct BinomialDistributionTests {
  /// Sums of C(n, j) c^j (1 - c)^(n - j) with 60 digits, in Python's mpmath, of c as it is held.
  static let exact: [(trials: Int, chance: Double, count: Int, atLeast: Double)] = [
    (500, 0.001, 3, 0.014330797584368906), (2000, 0.0046, 30, 3.973206488581304e-08),
    (1_000_000, 0.00103, 1200, 1.2781424455345919e-07),
    (300_000_000, 1e-6, 420, 3.683528102195530e-11),
    (20_000, 0.001, 200, 2.0762028370458216e-124),
  ]

  @Test("tails are those of sums with sixty digits", arguments: exact)
  func tails(trials: Int, chance: Double, count: Int, atLeast: Double) {
    let found = BinomialDistribution(trials: trials, chance: chance).atLeast(count)
    #expect(abs(found - atLeast) <= 1e-11 * atLeast)
    // As many failures or fewer.
    let mirrored = BinomialDistribution(trials: trials, chance: 1 - chance).atMost(trials - count)
    #expect(abs(mirrored - atLeast) <= 1e-7 * atLeast)
  }

  @Test("all counts of few trials, by adding up every outcome", arguments: [0.01, 0.3, 0.5, 0.97])
  func everyOutcome(chance: Double) {
    for trials in 0...12 {
      var probabilities = [Double](repeating: 0, count: trials + 1)
      for outcome in 0..<1 << trials {
        var product = 1.0
        for trial in 0..<trials { product *= outcome >> trial & 1 == 1 ? chance : 1 - chance }
        probabilities[outcome.nonzeroBitCount] += product
      }
      let distribution = BinomialDistribution(trials: trials, chance: chance)
      for count in -1...trials + 1 {
        let above = probabilities.dropFirst(max(0, count)).reduce(0, +)
        let below = probabilities.prefix(max(0, count + 1)).reduce(0, +)
        #expect(abs(distribution.atLeast(count) - above) < 1e-13)
        #expect(abs(distribution.atMost(count) - below) < 1e-13)
        let exactly = probabilities.indices.contains(count) ? probabilities[count] : 0
        #expect(abs(distribution.exactly(count) - exactly) < 1e-14)
      }
    }
  }

  @Test("what cannot fail or cannot succeed is certain")
  func certain() {
    let (never, always) = (
      BinomialDistribution(trials: 9, chance: 0), BinomialDistribution(trials: 9, chance: 1)
    )
    #expect(never.atLeast(1) == 0 && never.atMost(0) == 1 && never.atLeast(0) == 1)
    #expect(always.atLeast(9) == 1 && always.atMost(8) == 0 && always.atMost(9) == 1)
  }
}
