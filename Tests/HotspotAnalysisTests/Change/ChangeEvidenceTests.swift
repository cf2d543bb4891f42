import Statistics
import Testing

@testable import HotspotAnalysis

@Suite("Evidence of change")
struct ChangeEvidenceTests {
  private func change(_ current: Double, _ earlier: Double, _ ratio: Double = 1) -> CountChange {
    CountChange(current: current, earlier: earlier, ratio: ratio)
  }

  // The E-test as a double sum over SciPy 1.17's Poisson probabilities, adjusted by hand:
  // .0011686597 x 4 / 1, .0836506669 x 4 / 2, .1595958230 x 4 / 3, .9164 and more at last.
  @Test("p-values are adjusted for the changes that are tested")
  func adjusted() throws {
    let verdicts = ChangeEvidence.verdicts(of: [
      change(0, 9, 31.0 / 28), change(30, 20), change(0, 12, 31.0 / 28), change(20, 20),
      change(12, 5, 30.0 / 31),
    ])
    #expect(verdicts[0].evidence == .few)
    #expect(verdicts[0].adjusted == nil)
    #expect(verdicts[1].evidence == .none)
    #expect(abs(try #require(verdicts[1].adjusted) - 0.15959582299157585 * 4 / 3) < 1e-9)
    #expect(verdicts[2].evidence == .decrease)
    #expect(verdicts[3].adjusted == 1)
    #expect(abs(try #require(verdicts[4].adjusted) - 0.08365066687381759 * 2) < 1e-9)
  }

  @Test("ten incidents are enough to test, and direction is that of the incidents a day")
  func direction() {
    // 40 in 366 days after 38 in 31 days are fewer a day.
    let verdicts = ChangeEvidence.verdicts(of: [
      change(40, 38, 366.0 / 31), change(10, 0), change(9, 0), change(0, 0),
    ])
    #expect(verdicts.map(\.evidence) == [.decrease, .increase, .few, .few])
  }

  @Test("a dispersion takes away evidence that independent incidents would be")
  func widened() {
    let dispersion = CountDispersion(value: 9, degreesOfFreedom: 7.5, periods: 12)
    let alone = change(81, 31)
    let wide = CountChange(current: 81, earlier: 31, ratio: 1, dispersion: dispersion)
    #expect(ChangeEvidence.verdicts(of: [alone])[0].evidence == .increase)
    #expect(ChangeEvidence.verdicts(of: [wide])[0].evidence == .none)
  }

  // Counts as the assessment of 2016 has them: 48,450 and 48,934 offences, in 365 and 366 days.
  @Test("differences and percentages are of counts")
  func counts() throws {
    let total = change(48_934, 48_450, 366.0 / 365)
    #expect(total.difference == 484)
    #expect(abs(try #require(total.relativeOfCounts) - 484.0 / 48_450) < 1e-15)
    #expect(change(4, 0).relativeOfCounts == nil)
  }
}
