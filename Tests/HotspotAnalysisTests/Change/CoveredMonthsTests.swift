import Testing

@testable import HotspotAnalysis
@testable import Incidents

@Suite("Months that files cover before a period")
struct CoveredMonthsTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  /// Returns what rows on every day from one to another cover, those of some months left out.
  private static func covered(
    _ first: CivilDate, _ last: CivilDate, without missing: [CivilDate] = []
  ) throws -> CoveredDates {
    var tally = DateTally()
    for number in first.dayNumber...last.dayNumber {
      let date = CivilDate(dayNumber: number)
      if !missing.contains(date.firstOfMonth) { tally.add(CivilTime(date: date), isMonth: false) }
    }
    return try #require(CoveredDates(tally))
  }

  @Test("whole months end before the month in which the period begins")
  func whole() throws {
    let dates = try Self.covered(Self.day(2022, 1, 10), Self.day(2023, 6, 30))
    let before = try #require(dates.wholeMonths(before: Self.day(2023, 3, 1)))
    // Nine days without a row at the beginning of a year with one each day are a gap.
    #expect(try before.first == Self.day(2022, 2, 1) && before.next == Self.day(2023, 3, 1))
    #expect(before.months == 13)
    #expect(before.monthBounds.count == 14)
    #expect(try before.monthBounds[11] == Self.day(2023, 1, 1))
    #expect(try dates.wholeMonths(before: Self.day(2023, 3, 31)) == before)
    #expect(try dates.wholeMonths(before: Self.day(2022, 2, 1)) == nil)
  }

  @Test("a month without rows ends them, and so do five years")
  func gaps() throws {
    let dates = try Self.covered(
      Self.day(2015, 1, 1), Self.day(2023, 6, 30), without: [Self.day(2022, 5, 1)])
    let before = try #require(dates.wholeMonths(before: Self.day(2023, 6, 1)))
    #expect(try before.first == Self.day(2022, 6, 1) && before.months == 12)
    let long = try #require(dates.wholeMonths(before: Self.day(2022, 1, 1)))
    #expect(try long.first == Self.day(2017, 1, 1) && long.months == 60)
  }
}
