import Testing

@testable import Assignment
@testable import Boundaries
@testable import Incidents

@Suite("Counts of periods and months in one pass")
struct HistoryCounterTests {
  private static func day(_ month: Int, _ day: Int) -> CivilDate {
    guard let date = CivilDate(year: 2024, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return date
  }

  /// Starts in March, in April twice, and without a date; the areas of two layers.
  private static let starts: [ParsedTime] =
    [day(3, 31), day(4, 1), day(4, 30)].map {
      ParsedTime(.local, seconds: CivilTime(date: $0, secondOfDay: 3600).seconds)
    } + [ParsedTime(.absent)]

  private static func counts(
    periods: [Range<Int32>], areaMonths: [CivilDate] = [], months: [CivilDate] = [],
    lines: (layer: Int, ofArea: [Int32], count: Int)? = nil
  ) -> HistoryCounter.Counts {
    var table = IncidentTable(
      x: starts.map { _ in 0 }, y: starts.map { _ in 0 }, category: [0, 1, 0, 0])
    table.start = starts
    // Arrays that serve several batches may be longer than the batch.
    let assignments = [[0, 1, 1, 0, 1], [1, 1, -1, 1, 0]].map {
      AreaAssignment(areas: $0.map { Int32($0) })
    }
    var counter = HistoryCounter(
      .init(
        periods: periods, areaMonths: areaMonths, months: months, lines: lines,
        areaCounts: [2, 2], rules: .utc, usesCategories: true, usesHours: false))
    counter.consume(table, assignments: assignments)
    return counter.finish()
  }

  @Test("a period has its own days, by area and category, also where periods overlap")
  func periods() {
    let (march, april) = (Self.day(3, 31).dayNumber, Self.day(4, 30).dayNumber)
    let counts = Self.counts(periods: [march..<march + 1, march..<april])
    #expect(counts.periods[0].layers[0].prefix(4) == [1, 0, 0, 0])
    #expect(counts.periods[0].layers[1].prefix(4) == [0, 1, 0, 0])
    // By category and area: in the first layer one of each, both in the second area of the other.
    #expect(counts.periods[1].layers[0] == [1, 0, 0, 1])
    #expect(counts.periods[1].layers[1] == [0, 1, 0, 1])
    #expect(counts.areaMonths == nil && counts.months == nil)
  }

  @Test("months have all incidents of the first layer, their categories, and the areas with a line")
  func months() throws {
    let bounds = [Self.day(3, 1), Self.day(4, 1), Self.day(5, 1)]
    let found = Self.counts(
      periods: [], areaMonths: bounds, months: bounds, lines: (layer: 1, ofArea: [-1, 0], count: 1))
    let months = try #require(found.months)
    #expect(months.layers[0].counts == [1, 2])
    #expect(months.layers[1].counts == [1, 1])
    #expect(months.categories.counts == [1, 1, 0, 1])
    let areas = try #require(found.areaMonths)
    #expect(areas.layers[0].counts == [1, 0, 0, 2])
    #expect(areas.layers[1].counts == [0, 0, 1, 1])
  }
}
