import Statistics
import Testing

@testable import HotspotAnalysis

@Suite("Change of a count")
struct CountChangeTests {
  @Test("change is reckoned by the day")
  func relative() {
    let change = CountChange(current: 62, earlier: 28, ratio: 31.0 / 28)
    #expect(abs((change.relative ?? 0) - 1) < 1e-12)
    #expect(CountChange(current: 3, earlier: 0, ratio: 1).relative == nil)
    #expect(CountChange(current: 0, earlier: 4, ratio: 1).relative == -1)
  }

  // ptools: e_test(6, 2).
  @Test("expected incidents are tested as the nearest whole numbers")
  func rounded() {
    let change = CountChange(current: 5.8, earlier: 2.3, ratio: 1)
    #expect(abs(change.chance - 0.1748748) < 5e-7)
    #expect(change.current == 5.8 && change.earlier == 2.3)
    #expect(change.widenedChance == change.chance)
  }

  @Test("a dispersion widens the chance that decides and leaves the other")
  func widened() {
    let dispersion = CountDispersion(value: 4, degreesOfFreedom: 7.5625, periods: 12)
    let change = CountChange(current: 81, earlier: 31, ratio: 1, dispersion: dispersion)
    // mpmath and scipy, as in the tests of the comparison.
    #expect(abs(change.chance / 1.6122818761024466e-6 - 1) < 1e-10)
    #expect(abs(change.widenedChance - 0.0475593476376051) < 1e-9)
  }
}
