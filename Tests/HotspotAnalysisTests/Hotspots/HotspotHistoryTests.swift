import HotspotAnalysis
import Testing

@Suite("Months of hotspots") struct HotspotHistoryTests {
  /// Returns the history of a ground of a hundredth of the study area, with 300 incidents in the study
  /// area each month: its share by area is 3 incidents, so that 6 make a hot month.
  private func history(_ incidents: [Double], studyArea: Double = 300) -> HotspotHistory {
    HotspotHistory(
      incidents: incidents, studyArea: incidents.map { _ in studyArea }, areaShare: 0.01)
  }

  @Test(
    "twelve months, worked by hand: three quarters are nine, the last quarter is three",
    arguments: [
      ([6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 6], HotspotHistory.Verdict.persistent, 10, 1),
      ([6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 6], .persistent, 9, 1),
      ([6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 5, 6], .recurring, 8, 1),
      ([0, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6], .new, 1, 1),
      ([0, 5, 5, 5, 5, 5, 5, 5, 5, 9, 9, 9], .new, 3, 3),
      ([0, 5, 5, 5, 5, 5, 5, 5, 6, 9, 9, 9], .recurring, 4, 3),
      ([9, 9, 0, 0, 0, 0, 0, 0, 6, 5, 5, 5], .fading, 3, 0),
      ([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], .never, 0, 0),
      // Three quarters decide first; the sentence says that the last quarter is not among them.
      ([6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5], .persistent, 9, 0),
    ])
  func verdicts(
    _ incidents: [Double], verdict: HotspotHistory.Verdict, hot: Int, last: Int
  ) {
    let found = history(incidents)
    #expect(found.verdict == verdict)
    #expect(found.hot == hot && found.counted == 12)
    #expect(found.lastQuarter == 3 && found.hotInLastQuarter == last)
  }

  @Test(
    "fewer months: their last quarter is rounded up, and under four nothing is told",
    arguments: [
      ([9, 9, 9], HotspotHistory.Verdict.tooFewMonths, 1),
      ([0, 0, 0, 9], .new, 1), ([9, 0, 0, 0], .fading, 1), ([9, 9, 9, 0], .persistent, 1),
      ([0, 0, 0, 9, 9], .new, 2), ([0, 0, 9, 9, 0], .recurring, 2),
      ([0, 0, 0, 0, 0, 0, 9, 9], .new, 2), ([0, 0, 0, 0, 0, 0, 9, 9, 9], .new, 3),
    ])
  func fewMonths(_ incidents: [Double], verdict: HotspotHistory.Verdict, lastQuarter: Int) {
    let found = history(incidents)
    #expect(found.verdict == verdict)
    #expect(found.lastQuarter == lastQuarter)
  }

  @Test("exactly twice the share by area is hot, whatever rounding makes of it")
  func edge() {
    // A seventh of the ground, with 2/7 of 21 incidents.
    let found = HotspotHistory(incidents: [6], studyArea: [21], areaShare: 1.0 / 7)
    #expect(found.months[0].isHot)
    #expect(abs((found.months[0].times ?? 0) - 2) < 1e-12)
  }

  @Test("months with fewer than ten incidents in the study area do not count")
  func quietMonths() {
    let found = HotspotHistory(
      incidents: [9, 9, 10, 0, 0, 1], studyArea: [9, 9.9, 10, 10, 0, 40], areaShare: 0.01)
    #expect(found.months.map { $0.times == nil } == [true, true, false, false, true, false])
    // 10 of 10 on a hundredth of the ground is a hundred times the share; 1 of 40 is 2.5 times.
    #expect(found.months[2].times == 100)
    #expect(found.counted == 3 && found.hot == 2 && found.verdict == .tooFewMonths)
  }
}
