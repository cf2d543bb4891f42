import Testing

@testable import Assignment
@testable import Boundaries
@testable import Incidents

@Suite("Counts by month")
struct MonthCounterTests {
  private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return date
  }

  /// January to March 2024.
  private static let months = [
    day(2024, 1, 1), day(2024, 2, 1), day(2024, 3, 1), day(2024, 4, 1),
  ]

  private static func start(_ date: CivilDate, second: Int = 0) -> ParsedTime {
    ParsedTime(.local, seconds: CivilTime(date: date, secondOfDay: second).seconds)
  }

  private static func counts(
    _ starts: [ParsedTime], areas: [[Int32]], categories: [UInt16] = [],
    shares: [WindowShare] = [], rules: TimeZoneRules = .utc
  ) -> MonthCounter.Counts {
    var table = IncidentTable(
      x: starts.map { _ in 0 }, y: starts.map { _ in 0 }, category: categories)
    table.start = starts
    table.share = shares
    let assignments = areas.map { areas in
      var assignment = AreaAssignment()
      assignment.areas = areas
      return assignment
    }
    var counter = MonthCounter(
      months: months, areaCounts: areas.map { _ in 2 }, rules: rules,
      usesCategories: !categories.isEmpty, usesHours: !shares.isEmpty)
    counter.consume(table, assignments: assignments)
    return counter.finish()
  }

  @Test("each incident counts in its month, area and category; others are passed over")
  func counts() {
    let starts = [
      Self.start(Self.day(2024, 1, 1)), Self.start(Self.day(2024, 1, 31), second: 86_399),
      Self.start(Self.day(2024, 2, 29)), Self.start(Self.day(2024, 3, 31), second: 86_399),
      // Before the first month, behind the last, without a date, and in no area of the first layer.
      Self.start(Self.day(2023, 12, 31), second: 86_399), Self.start(Self.day(2024, 4, 1)),
      ParsedTime(.absent), Self.start(Self.day(2024, 2, 1)),
    ]
    let found = Self.counts(
      starts, areas: [[0, 0, 1, 1, 0, 0, 0, -1], [1, 1, 1, 1, 1, 1, 1, 1]],
      categories: [0, 2, 2, 0, 0, 0, 0, 1])
    #expect(found.layers.map(\.counts) == [[2, 0, 0, 0, 1, 1], [0, 0, 0, 2, 2, 1]])
    #expect(found.categories.counts == [1, 0, 1, 0, 0, 0, 1, 1, 0])
  }

  @Test("a time with an offset counts in the month of the local calendar")
  func zone() throws {
    // 31 March 2024 23:30 in UTC is 1 April in London, 29 February 23:30 is still February.
    let rules = try TimeZoneDatabase.system.rules(named: "Europe/London")
    let instants = [Self.day(2024, 3, 31), Self.day(2024, 2, 29)].map {
      ParsedTime(.instant, seconds: CivilTime(date: $0, secondOfDay: 84_600).seconds)
    }
    let found = Self.counts(instants, areas: [[0, 0]], rules: rules)
    #expect(found.layers[0].counts == [0, 1, 0, 0, 0, 0])
    #expect(Self.counts(instants, areas: [[0, 0]]).layers[0].counts == [0, 1, 1, 0, 0, 0])
  }

  @Test("with hours to keep an incident counts with its chance")
  func chances() {
    let start = Self.start(Self.day(2024, 2, 1))
    let found = Self.counts(
      [start, start], areas: [[1, 1]],
      shares: [WindowShare(overlap: 1, length: 8), WindowShare(overlap: 8, length: 8)])
    #expect(found.layers[0].incidents(of: 1) == [0, 1.125, 0])
  }
}
