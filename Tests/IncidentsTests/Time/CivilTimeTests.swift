import Foundation
import Statistics
import Testing

@testable import Incidents

@Suite("Civil days and times")
struct CivilTimeTests {
  @Test("days known from Python's date.toordinal have their numbers and weekdays")
  func knownDays() {
    // date(y, m, d).toordinal() - 719163, date(y, m, d).weekday()
    let known: [(year: Int, month: Int, day: Int, number: Int32, weekday: Int)] = [
      (1970, 1, 1, 0, 3), (1969, 12, 31, -1, 2), (2000, 2, 29, 11016, 1), (1900, 3, 1, -25508, 3),
      (2026, 3, 29, 20541, 6), (2199, 12, 31, 84005, 1), (1, 1, 1, -719_162, 0),
    ]
    for day in known {
      let date = CivilDate(year: day.year, month: day.month, day: day.day)
      #expect(date?.dayNumber == day.number)
      #expect(date?.weekday == day.weekday)
    }
  }

  @Test("every day from 1899 to 2201 follows the one before, as Foundation's calendar has it")
  func consecutiveDays() throws {
    var (year, month, day) = (1899, 1, 1)
    let first = try #require(CivilDate(year: year, month: month, day: day))
    var number = first.dayNumber
    while year < 2202 {
      let date = CivilDate(dayNumber: number)
      guard date.parts == (year, month, day),
        CivilDate(year: year, month: month, day: day) == date
      else {
        Issue.record("day \(number) is \(date), not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if CivilDate(year: year, month: month, day: day) == nil { (month, day) = (month + 1, 1) }
      if month == 13 { (year, month) = (year + 1, 1) }
      number += 1
    }
    // date(2202, 1, 1).toordinal() - 719163
    #expect(number == 84_736)
  }

  @Test("there is no thirteenth month, no day 0 and no 29 February in common years")
  func impossibleDays() {
    for (year, month, day) in [
      (2019, 13, 1), (2019, 0, 1), (2019, 1, 0), (2019, 1, 32), (2019, 4, 31), (2019, 2, 29),
      (1900, 2, 29), (2100, 2, 29),
    ] {
      #expect(CivilDate(year: year, month: month, day: day) == nil)
    }
  }

  @Test("the parts of a time before 1970 are those of its own day")
  func timesBeforeTheEpoch() {
    let time = CivilTime(seconds: -1)
    #expect(time.description == "1969-12-31T23:59:59")
    #expect(time.hourOfWeek == 2 * 24 + 23)
    #expect(time.secondOfWeek == 3 * 86_400 - 1)
    #expect(CivilTime(seconds: -604_800 * 3).secondOfWeek == 3 * 86_400)
  }

  @Test("a time is its day and its second")
  func parts() throws {
    let day = try #require(CivilDate(year: 2017, month: 3, day: 31))
    let time = CivilTime(date: day, secondOfDay: 18 * 3600 + 5)
    #expect(time.description == "2017-03-31T18:00:05")
    #expect(time.date == day)
    #expect(time.secondOfDay == 64_805)
    #expect(time.hourOfWeek == 4 * 24 + 18)
    #expect(CivilTime(seconds: 0) < time)
  }
}
