import Testing

@testable import HotspotAnalysis

@Suite struct AmountDistributionTests {
  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }

  @Test(
    "Gini's coefficients are those published",
    arguments: [
      // The examples of the package lorenzgini: as many incidents as places or more, and fewer.
      ([10, 8, 2, 0, 0, 0, 0, 0, 0, 0], 0.78, 0.78),
      ([5, 2, 1, 0, 0, 0, 0, 0, 0, 0], 0.80, 0.75),
      // One incident in each of some places is as even as can be; all in one place is not.
      ([0, 1, 0, 1, 0, 0, 1, 0], 0.625, 0), ([3, 3, 3], 0, 0), ([7], 0, 0),
      ([0, 0, 0, 9], 0.75, 0.75),
    ])
  func published(amounts: [Double], gini: Double, generalised: Double) {
    let spread = AmountDistribution(amounts)
    #expect(Self.isNear(spread.gini, gini))
    #expect(Self.isNear(spread.generalisedGini, generalised))
  }

  @Test(
    "Gini's coefficient is half the mean difference of all pairs over the mean", arguments: 1...8)
  func pairs(seed: UInt64) {
    var state = seed
    let amounts = (0..<60).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33 & 15) * Double(state >> 45 & 7)
    }
    var differences = 0.0
    for first in amounts { for second in amounts { differences += abs(first - second) } }
    let count = Double(amounts.count)
    let mean = amounts.reduce(0, +) / count
    #expect(
      Self.isNear(AmountDistribution(amounts).gini, differences / (count * count) / (2 * mean)))
  }

  @Test("the fewest units are those of the busiest that reach the part, ends included")
  func fewest() {
    let spread = AmountDistribution([0, 4, 1, 2, 1, 0, 8])
    // 8 of 16 is a half; 4 of 16 a quarter; 80 % are 12.8, and 8 + 4 + 2 are 14.
    #expect(spread.fewest(holding: 25) == 1 && spread.fewest(holding: 50) == 1)
    #expect(spread.fewest(holding: 80) == 3 && spread.fewest(holding: 100) == 5)
    #expect(spread.share(ofTop: 3) == 0.875 && spread.share(ofTop: 99) == 1)
    #expect(spread.units(below: 1) == 2 && spread.units(below: 1.5) == 4)
    // Ten times a tenth are a whole but for rounding.
    let tenths = AmountDistribution([Double](repeating: 0.1, count: 10))
    #expect(tenths.fewest(holding: 100) == 10 && tenths.fewest(holding: 80) == 8)
    #expect(AmountDistribution([3, 3, 3, 3]).fewest(holding: 25) == 1)
  }

  @Test("the curve goes from none of the units to all, steep first")
  func curve() {
    let curve = AmountDistribution([5, 2, 1, 1, 1, 0, 0, 0, 0, 0]).curve
    #expect(curve.map(\.units) == [0, 0.1, 0.2, 0.5, 1])
    #expect(curve.map(\.share) == [0, 0.5, 0.7, 1, 1])
    #expect(AmountDistribution([4]).curve.map(\.share) == [0, 1])
    #expect(AmountDistribution([0]).curve.isEmpty)
  }

  @Test("without incidents there are no shares and no coefficients")
  func nothing() {
    let spread = AmountDistribution([0, 0])
    #expect(spread.share(ofTop: 1) == nil && spread.fewest(holding: 50) == nil)
    #expect(spread.gini == nil && spread.generalisedGini == nil)
  }
}
