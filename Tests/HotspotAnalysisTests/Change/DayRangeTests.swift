import Incidents
import Testing

@testable import HotspotAnalysis

@Suite("Periods to compare with")
struct DayRangeTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
    try #require(CivilDate(year: year, month: month, day: day))
  }

  private func range(
    _ from: (Int, Int, Int), _ next: (Int, Int, Int)
  ) throws -> DayRange {
    DayRange(first: try day(from.0, from.1, from.2), next: try day(next.0, next.1, next.2))
  }

  @Test("whole months are compared with as many months, whatever their lengths")
  func months() throws {
    let march = try range((2017, 3, 1), (2017, 4, 1))
    #expect(march.months == 1 && march.days == 31)
    #expect(try march.before == range((2017, 2, 1), (2017, 3, 1)))
    #expect(march.before.days == 28)
    #expect(try march.yearBefore == range((2016, 3, 1), (2016, 4, 1)))
    let quarter = try range((2025, 1, 1), (2025, 4, 1))
    #expect(try quarter.before == range((2024, 10, 1), (2025, 1, 1)))
    #expect(quarter.before.words == "October 2024 to December 2024")
    #expect(march.words == "March 2017")
  }

  @Test("a leap day has a day a year before")
  func leap() throws {
    let february = try range((2024, 2, 1), (2024, 3, 1))
    #expect(february.days == 29)
    #expect(try february.yearBefore == range((2023, 2, 1), (2023, 3, 1)))
    let day = try range((2024, 2, 29), (2024, 3, 2))
    #expect(try day.yearBefore == range((2023, 2, 28), (2023, 3, 2)))
  }

  @Test("days are compared with as many days")
  func days() throws {
    let days = try range((2024, 5, 13), (2024, 6, 10))
    #expect(days.months == nil && days.days == 28)
    #expect(try days.before == range((2024, 4, 15), (2024, 5, 13)))
    #expect(try days.yearBefore == range((2023, 5, 13), (2023, 6, 10)))
    #expect(days.words == "13 May 2024 to 9 June 2024")
  }

  @Test("the year before a year is the period before; longer ones have none that is apart")
  func years() throws {
    let year = try range((2016, 4, 1), (2017, 4, 1))
    #expect(year.yearBefore == year.before)
    #expect(try range((2016, 4, 1), (2017, 5, 1)).yearBefore == nil)
  }

  @Test("the periods before a month follow each other without a gap or an overlap")
  func chain() throws {
    var month = try range((2030, 1, 1), (2030, 2, 1))
    for _ in 0..<400 {
      #expect(month.before.next == month.first)
      #expect(month.before.months == 1)
      month = month.before
    }
    #expect(month.words == "September 1996")
  }
}
