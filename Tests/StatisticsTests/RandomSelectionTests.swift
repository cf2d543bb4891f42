import Statistics
import Testing

@Suite struct RandomSelectionTests {
  /// Every selection there is: what it weighs, and how probable it is.
  private static func selections(
    of weights: [Double], chance: Double
  ) -> [(weight: Double, probability: Double)] {
    weights.reduce([(0, 1)]) { selections, weight in
      selections.map { ($0.weight, $0.probability * (1 - chance)) }
        + selections.map { ($0.weight + weight, $0.probability * chance) }
    }
  }

  @Test("things that weigh the same are counted exactly, whatever they weigh")
  func alike() {
    let binomial = BinomialDistribution(trials: 40, chance: 0.1)
    for weight in [1, 0.1, 17] {
      let selection = RandomSelection(weights: [Double](repeating: weight, count: 40) + [0, 0])
      #expect(selection.total == 40 * weight)
      for count in 0...40 {
        let sum = Double(count) * weight
        #expect(selection.atLeast(sum, chance: 0.1) == binomial.atLeast(count))
        #expect(selection.atMost(sum, chance: 0.1) == binomial.atMost(count))
        let fewer = BinomialDistribution(trials: 37, chance: 0.1)
        #expect(
          selection.atLeast(sum, chance: 0.1, without: 3 * weight) == fewer.atLeast(count))
      }
    }
    #expect(RandomSelection(count: 40).atLeast(9, chance: 0.1) == binomial.atLeast(9))
  }

  @Test(
    "tails of different weights are not below those of all selections, and near them",
    arguments: 0..<12)
  func everySelection(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    // Shares of an incident, numbers of people, days of harm.
    let weights = (0..<15).map { _ in
      switch seed % 3 {
      case 0: random.nextUnit()
      case 1: (1 + random.nextUnit() * 4).rounded(.down)
      default: 1 / (0.05 + random.nextUnit())
      }
    }
    let selection = RandomSelection(weights: weights)
    for chance in [0.03, 0.2] {
      let selections = Self.selections(of: weights, chance: chance)
      // Nearly all of a handful is no case for an approximation, and errs upwards further.
      for part in [0.2, 0.3, 0.4, 0.5] {
        let sum = part * weights.reduce(0, +)
        let exact = selections.reduce(0) { $1.weight >= sum - 1e-9 ? $0 + $1.probability : $0 }
        guard exact > 1e-12, exact < 0.3 else { continue }
        let found = selection.atLeast(sum, chance: chance)
        #expect(found > 0.8 * exact && found < 8 * exact, "\(part) \(chance): \(found / exact)")
      }
    }
  }

  @Test("few where many are expected is as rare from below")
  func below() {
    // Of 400 things, half weigh 1 and half 3: 40 of each are expected, 160 in all, with a variance of
    // 0.2 × 0.8 × 200 × (1 + 9) = 320. The normal distribution has 0.00063 at 102, 3.2 of its
    // deviations lower; the binomial's skewness makes it less.
    let weights = [Double](repeating: 1, count: 200) + [Double](repeating: 3, count: 200)
    let found = RandomSelection(weights: weights).atMost(102, chance: 0.2)
    // By convolution of the two binomial distributions.
    let (light, heavy) = (
      BinomialDistribution(trials: 200, chance: 0.2), BinomialDistribution(trials: 200, chance: 0.2)
    )
    let exact = (0...34).reduce(0.0) { $0 + heavy.exactly($1) * light.atMost(102 - 3 * $1) }
    #expect(found > 0.95 * exact && found < 1.5 * exact)
    // None at all is exact.
    let none = RandomSelection(weights: [1, 2, 5]).atMost(0, chance: 0.25)
    #expect(abs(none - 0.421875) < 1e-12)
    #expect(RandomSelection(weights: [1, 2, 5]).atLeast(0, chance: 0.25) == 1)
    #expect(RandomSelection(weights: [1, 2, 5]).atMost(8, chance: 0.25) == 1)
  }

  @Test("thousands of different weights are as good as their groups")
  func groups() {
    // Weights of 1 to 500 five-hundredths, four of each: whole numbers, so that the distribution is
    // known by adding one thing after another.
    let weights = (0..<2000).map { Double($0 % 500 + 1) / 500 }
    let selection = RandomSelection(weights: weights)
    #expect(abs(selection.total - 1002) < 1e-9)
    let chance = 0.01
    var probabilities = [Double](repeating: 0, count: 12_001)
    probabilities[0] = 1
    for weight in weights {
      let step = Int((weight * 500).rounded())
      for sum in stride(from: 12_000, through: step, by: -1) {
        probabilities[sum] = probabilities[sum] * (1 - chance) + probabilities[sum - step] * chance
      }
      for sum in 0..<step { probabilities[sum] *= 1 - chance }
    }
    // What passes 24 is left out of the sums of the lower ones only.
    for sum in [14.0, 16, 18, 20] {
      let exact = 1 - probabilities.prefix(Int(sum) * 500).reduce(0, +)
      let found = selection.atLeast(sum, chance: chance)
      #expect(found > exact && found < 2 * exact, "\(sum): \(found / exact)")
    }
  }
}
