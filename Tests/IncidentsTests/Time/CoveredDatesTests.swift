import TestSupport
import Testing

@testable import Incidents

/// Makes a day from how it is written.
private func day(_ text: String) -> CivilDate {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  guard let date = CivilDate(year: parts[0], month: parts[1], day: parts[2]) else {
    preconditionFailure("no day: \(text)")
  }
  return date
}

/// Returns what rows on some days cover.
private func covered(
  _ days: [(String, rows: Int)], monthly: Bool = false
) -> CoveredDates? {
  var tally = DateTally()
  for (text, rows) in days {
    for _ in 0..<rows { tally.add(CivilTime(date: day(text)), isMonth: monthly) }
  }
  return CoveredDates(tally)
}

/// Takes no notice of incidents.
private struct Nobody: IncidentConsumer {
  mutating func consume(_ table: inout IncidentTable) {}
  func finish() {}
}

@Suite("Dates that files cover")
struct CoveredDatesTests {
  private let folder = TemporaryFolder()

  @Test("days are those of all rows, in any order and over any number of tallies")
  func days() throws {
    var (first, second) = (DateTally(), DateTally())
    second.add(CivilTime(date: day("2016-12-31"), secondOfDay: 86_399), isMonth: false)
    first.add(CivilTime(date: day("2017-03-02")), isMonth: false)
    second.add(CivilTime(date: day("2016-11-05")), isMonth: false)
    first.merge(second)
    let dates = try #require(CoveredDates(first))
    #expect([dates.first, dates.last] == [day("2016-11-05"), day("2017-03-02")])
    #expect(dates.rows == 3 && dates.strays == nil && !dates.isMonthly)
    #expect(dates.period.words == "5 November 2016 to 2 March 2017")
    #expect(
      dates.months.map { "\($0.first) \($0.rows)" }
        == ["2016-11-01 1", "2016-12-01 1", "2017-03-01 1"])
    #expect(dates.rows(from: day("2016-12-31"), before: day("2017-03-02")) == 1)
    #expect(dates.rows(from: day("1999-01-01"), before: day("2016-11-06")) == 1)
    #expect(dates.rows(from: day("2017-03-03"), before: day("2019-01-01")) == 0)
    #expect(covered([]) == nil)
  }

  @Test("months are whole months")
  func months() throws {
    let dates = try #require(
      covered([("2017-02-01", 3), ("2016-04-01", 2)], monthly: true))
    #expect([dates.first, dates.last] == [day("2016-04-01"), day("2017-02-28")])
    #expect(dates.period.words == "April 2016 to February 2017")
  }

  @Test("a few dates far from all others are told apart, two datasets years apart are not")
  func strays() throws {
    let year = (1...12).map { ("2017-\($0 < 10 ? "0" : "")\($0)-15", rows: 50) }
    let slips = try #require(covered(year + [("1900-01-01", 2), ("2107-05-04", 1)]))
    #expect([slips.first, slips.last] == [day("2017-01-15"), day("2017-12-15")])
    #expect(
      slips.strays
        == CoveredDates.Strays(rows: 3, first: day("1900-01-01"), last: day("2107-05-04")))
    #expect(slips.rows == 600)
    // Of the last century and of the next: no year of a typing error in a small file.
    let small = try #require(covered([("2025-02-25", 1), ("1900-01-01", 1), ("2205-02-25", 1)]))
    #expect([small.first, small.last] == [day("2025-02-25"), day("2025-02-25")])
    #expect(small.strays?.rows == 2)
    let two = try #require(covered(year + [("2010-06-01", 40)]))
    #expect(two.first == day("2010-06-01") && two.strays == nil)
    // Less than two years apart: a quiet time, not a slip.
    let quiet = try #require(covered(year + [("2016-01-20", 1)]))
    #expect(quiet.first == day("2016-01-20") && quiet.strays == nil)
  }

  @Test("years outside those counted one by one are days too")
  func farYears() throws {
    let old = try #require(covered([("1666-09-02", 4), ("1666-09-05", 1)]))
    #expect(old.period.words == "2 September 1666 to 5 September 1666")
    #expect(old.strays == nil && old.gaps(from: old.first, before: old.next).isEmpty)
    let far = try #require(covered([("0025-02-25", 1), ("2025-02-25", 8), ("9999-12-31", 1)]))
    #expect(far.period.words == "25 February 2025")
    #expect(
      far.strays
        == CoveredDates.Strays(rows: 2, first: day("0025-02-25"), last: day("9999-12-31")))
  }

  @Test("days without rows are a gap only where chance and weekends do not explain them")
  func gaps() throws {
    // Ten rows on each working day of 2017's January, March and April; none in February.
    let working = (0..<120).map { CivilDate(dayNumber: day("2017-01-01").dayNumber + $0) }
      .filter { $0.weekday < 5 && $0.parts.month != 2 }
    let dates = try #require(covered(working.map { ($0.description, rows: 10) }))
    let all = dates.gaps(from: day("2016-12-30"), before: day("2017-05-31"))
    // 2017-01-01 was a Sunday, 2017-04-28 a Friday: the gap begins and ends with the rows.
    #expect(
      all.map { "\($0.first) \($0.last)" } == [
        "2016-12-30 2017-01-01", "2017-02-01 2017-02-28", "2017-04-29 2017-05-30",
      ])
    #expect(all[1].words == "February 2017")
    // The month ends with a weekend, as weeks do.
    #expect(dates.gaps(from: day("2017-03-01"), before: day("2017-05-01")).isEmpty)
    // One row in twelve days or so: a month without is chance.
    let rare = try #require(
      covered([("2017-01-03", 1), ("2017-01-20", 1), ("2017-03-30", 1), ("2017-04-02", 2)]))
    #expect(rare.gaps(from: day("2016-12-01"), before: day("2017-05-31")).isEmpty)
    // Two rows say nothing of a year, ten of one week do: (7 / 37)^10 is less than one in a
    // hundred.
    let two = try #require(covered([("2017-02-01", 1), ("2017-02-07", 1)]))
    #expect(two.gaps(from: day("2017-01-01"), before: day("2018-01-01")).isEmpty)
    let week = try #require(covered([("2017-02-01", 5), ("2017-02-07", 5)]))
    #expect(
      week.gaps(from: day("2017-02-01"), before: day("2017-03-10")).map(\.words)
        == ["8 February 2017 to 9 March 2017"])
    let monthly = try #require(
      covered([("2017-01-01", 90), ("2017-03-01", 90), ("2017-04-01", 90)], monthly: true))
    #expect(
      monthly.gaps(from: day("2017-01-01"), before: day("2017-06-01")).map(\.words)
        == ["February 2017", "May 2017"])
  }

  @Test(
    "rows that are filtered, outside or without a place count; what is no row of the file does not",
    arguments: [1, 3])
  func beforeFilters(threads: Int) async throws {
    _ = try folder.file(
      "rows.csv",
      """
      Date,Category,Longitude,Latitude
      2017-01-09,Arson,-0.12,51.5
      2017-02-01 10:00,Burglary,-0.12,51.5
      2016-11-30 23:59,Theft,,
      2017-04-30,Theft,0,0
      2017-05-02,Theft,x,51.5
      2017-06-30T23:30:00Z,Theft,-0.12,51.5
      soon,Arson,-0.12,51.5
      ,Arson,-0.12,51.5
      2018-01-01,Arson

      """)
    let london = try TimeZoneDatabase.system.rules(named: "Europe/London")
    var request = IncidentRequest(
      category: true,
      filter: IncidentFilter(
        categories: ["Burglary"], from: CivilTime(date: day("2017-01-15")),
        before: CivilTime(date: day("2017-03-01"))), rules: london)
    request.coverage = true
    let source = try IncidentSource(path: folder.path("rows.csv"), readsDates: true)
    let outcome = try await IncidentStream(
      sources: [source], request: request, threads: threads
    ).run { Nobody() }
    let dates = try #require(outcome.tally.dates)
    // In London the last of June was the first of July when its clock showed 00:30.
    #expect([dates.first, dates.last] == [day("2016-11-30"), day("2017-07-01")])
    #expect(dates.rows == 6)
    #expect(outcome.tally.read == 9)
  }

  @Test("dates that nobody asks for are not read")
  func unread() async throws {
    _ = try folder.file("rows.csv", "Date,Longitude,Latitude\n2017-01-09,-0.12,51.5\n")
    let source = try IncidentSource(path: folder.path("rows.csv"))
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 1
    ).run { Nobody() }
    #expect(outcome.tally.dates == nil)
  }
}
