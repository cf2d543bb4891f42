import HotspotAnalysis
import Incidents
import Testing

@testable import HotspotsKit

@Suite("Which periods are compared")
struct EarlierPeriodTests {
  private static func filter(_ from: String, _ to: String) throws -> StudyFilter {
    var filter = StudyFilter()
    filter.from = try PeriodBound(from)
    filter.to = try PeriodBound(to)
    return filter
  }

  // 2016 is a leap year; 6 May 2024 is a Monday, 29 April too.
  @Test(
    "periods before, of the year before and as named have their calendar days",
    arguments: [
      ("2016-01", "2016-12", "before", "January 2015 to December 2015", 366, 365),
      ("2016-04", "2017-03", "before", "April 2015 to March 2016", 365, 366),
      ("2025-03", "2025-03", "before", "February 2025", 31, 28),
      ("2025-03", "2025-03", "year-before", "March 2024", 31, 31),
      ("2024-05-06", "2024-05-12", "before", "29 April 2024 to 5 May 2024", 7, 7),
      ("2024-05-06", "2024-05-12", "year-before", "8 May 2023 to 14 May 2023", 7, 7),
      ("2024-05-01", "2024-06-09", "before", "22 March 2024 to 30 April 2024", 40, 40),
      ("2017-01", "2017-03", "2014-01..2015-12", "January 2014 to December 2015", 90, 730),
      (
        "2017-01", "2017-03", "2018-02-01..2018-02-20", "1 February 2018 to 20 February 2018", 90,
        20
      ),
    ])
  func days(
    from: String, to: String, against: String, words: String, now: Int, earlier: Int
  ) throws {
    let periods = try ComparedPeriods(of: Self.filter(from, to), against: EarlierPeriod(against))
    #expect(periods.earlier.words == words)
    #expect(periods.now.days == now && periods.earlier.days == earlier)
    #expect(periods.ratio == Double(now) / Double(earlier))
  }

  @Test(
    "texts that name no period are refused",
    arguments: [
      "", "after", "2016-04", "2016-04..", "..2016-04", "2017-01..2016-01", "2016-13..2017-01",
    ])
  func refused(text: String) {
    #expect(throws: ComparedPeriodsError.notAPeriod(text)) { try EarlierPeriod(text) }
  }

  @Test("periods with days in common are refused, those side by side are not")
  func overlaps() throws {
    let year = try Self.filter("2016-01", "2017-06")
    #expect(throws: ComparedPeriodsError.self) {
      try ComparedPeriods(of: year, against: .yearBefore)
    }
    let named = try EarlierPeriod("2015-01..2016-01")
    #expect(
      throws: ComparedPeriodsError.overlap(
        earlier: "January 2015 to January 2016", now: "January 2016 to June 2017")
    ) {
      try ComparedPeriods(of: year, against: named)
    }
    #expect(
      try ComparedPeriods(of: year, against: EarlierPeriod("2017-07..2018-01")).earlier.days == 215)
  }

  @Test("a period without a first or a last day is refused")
  func open() throws {
    #expect(throws: ComparedPeriodsError.noBeginning) {
      try ComparedPeriods(of: StudyFilter(), against: .before)
    }
    var filter = StudyFilter()
    filter.from = try PeriodBound("2025-03")
    #expect(throws: ComparedPeriodsError.noEnd) {
      try ComparedPeriods(of: filter, against: .before)
    }
    let end = CivilDate(year: 2025, month: 4, day: 11)
    #expect(try ComparedPeriods(of: filter, against: .before, filesEnd: end).now.days == 41)
  }
}
