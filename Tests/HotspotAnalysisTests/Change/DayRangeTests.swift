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
    let days = try range((2024, 2, 29), (2024, 3, 30))
    #expect(try days.yearBefore == range((2023, 2, 28), (2023, 3, 30)))
  }

  // Friday 10 May 2024; 2023-05-12 was a Friday too, 364 days before.
  @Test("a weekend is compared with the weekend before, and that 52 weeks before")
  func weekend() throws {
    let weekend = try range((2024, 5, 10), (2024, 5, 13))
    #expect(weekend.weeksBefore == 1)
    #expect(try weekend.before == range((2024, 5, 3), (2024, 5, 6)))
    #expect(try weekend.yearBefore == range((2023, 5, 12), (2023, 5, 15)))
    #expect(weekend.weekdays == [0, 0, 0, 0, 1, 1, 1])
    // Friday 29 December 2023 to New Year's Eve: 30 December 2022 was a Friday.
    let newYear = try range((2023, 12, 29), (2024, 1, 1))
    #expect(try newYear.yearBefore == range((2022, 12, 30), (2023, 1, 2)))
  }

  @Test("fewer than four weeks keep their weekdays, by the fewest weeks that do not overlap")
  func shortStretches() throws {
    let first = try day(2024, 5, 8)
    for length in 1..<28 {
      let days = DayRange(
        first: first, next: CivilDate(dayNumber: first.dayNumber + Int32(length)))
      for earlier in [days.before, try #require(days.yearBefore)] {
        #expect(earlier.days == length && earlier.weekdays == days.weekdays)
        #expect(earlier.first.weekday == days.first.weekday && earlier.next <= days.first)
      }
      // A week less would overlap.
      #expect(days.before.next.dayNumber + 7 > days.first.dayNumber)
    }
    // 1 to 20 May 2024, three weeks back.
    let cut = try range((2024, 5, 1), (2024, 5, 21))
    #expect(try cut.before == range((2024, 4, 10), (2024, 4, 30)))
  }

  @Test("weekdays are counted one by one")
  func weekdays() throws {
    // March 2023 began on a Wednesday; February 2023 has four of each.
    #expect(try range((2023, 3, 1), (2023, 4, 1)).weekdays == [4, 4, 5, 5, 5, 4, 4])
    #expect(try range((2023, 2, 1), (2023, 3, 1)).weekdays == [4, 4, 4, 4, 4, 4, 4])
    let year = try range((2024, 1, 1), (2025, 1, 1))
    #expect(year.weekdays == [53, 53, 52, 52, 52, 52, 52])
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
