import Testing

@testable import Statistics

@Suite struct RandomCountsTests {
  @Test(
    "successes are as many as the binomial distribution of SciPy lets expect",
    arguments: [
      // Upwards from none, outwards from the likeliest, and the same from the other side.
      (trials: 12, chance: 0.2, count: 2, upTo: 0.5583457484799997),
      (1000, 0.3, 300, 0.5155935198141203), (1000, 0.3, 280, 0.08857952260595),
      (1000, 0.7, 719, 0.9114204773940507),
    ])
  func successes(trials: Int, chance: Double, count: Int, upTo: Double) {
    var generator = SplitMix64(seed: 11)
    let draws = 20_000
    let found = (0..<draws).count { _ in
      generator.nextSuccesses(of: trials, chance: chance) <= count
    }
    // Four standard errors.
    let slack = 4 * (upTo * (1 - upTo) / Double(draws)).squareRoot()
    #expect(abs(Double(found) / Double(draws) - upTo) < slack)
  }

  @Test("what is certain needs no chance")
  func certain() {
    var generator = SplitMix64(seed: 1)
    #expect(generator.nextSuccesses(of: 9, chance: 0) == 0)
    #expect(generator.nextSuccesses(of: 9, chance: 1) == 9)
    #expect(generator.nextSuccesses(of: 0, chance: 0.5) == 0)
    #expect(generator.nextCounts(of: 7, sizes: [0, 3, 0]) == [0, 7, 0])
    #expect(generator.nextCounts(of: 0, sizes: [2, 3]) == [0, 0])
  }

  @Test("all things are dealt, and each group gets its part", arguments: 0..<10)
  func dealt(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let sizes = [1, 0, 5, 30, 400]
    var sums = [0, 0, 0, 0, 0]
    for _ in 0..<500 {
      let counts = generator.nextCounts(of: 436, sizes: sizes)
      #expect(counts.reduce(0, +) == 436)
      for (group, count) in counts.enumerated() { sums[group] += count }
    }
    for (sum, size) in zip(sums, sizes) {
      // Each draw of a group has this mean and no more than this variance.
      let expected = 500 * Double(size)
      #expect(abs(Double(sum) - expected) <= 5 * expected.squareRoot())
    }
  }

  @Test("counts of two groups vary together as the multinomial distribution says")
  func covariance() {
    var generator = SplitMix64(seed: 3)
    var (first, second, product) = (0.0, 0.0, 0.0)
    let draws = 40_000.0
    for _ in 0..<Int(draws) {
      let counts = generator.nextCounts(of: 60, sizes: [1, 2, 3]).map(Double.init)
      first += counts[0]
      second += counts[1]
      product += counts[0] * counts[1]
    }
    // - n p q = -60 / 6 / 3.
    #expect(abs(product / draws - first * second / (draws * draws) + 10.0 / 3) < 0.3)
  }
}
