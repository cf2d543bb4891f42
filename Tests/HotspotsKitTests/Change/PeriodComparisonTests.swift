import Assignment
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Periods beside earlier ones")
struct PeriodComparisonTests {
  /// Rows of months, in A and B: so many robberies in A and so many burglaries in B.
  private static func rows(_ months: [(name: String, robberies: Int, burglaries: Int)]) -> String {
    let rows = months.flatMap { month in
      [String](repeating: "Robbery,\(month.name),400005,300005", count: month.robberies)
        + [String](repeating: "Burglary,\(month.name),400015,300005", count: month.burglaries)
    }
    return (["type,from,easting,northing"] + rows).joined(separator: "\n")
  }

  private static func compare(
    _ rows: String, from: String?, to: String? = nil
  ) async throws -> PeriodComparison.Result {
    let study = try SquareWorld().study(rows) { options in
      options.incidents.columns = [(.category, "type"), (.month, "from"), (.start, "")]
      options.filter.from = from.flatMap { try? PeriodBound($0) }
      options.filter.to = to.flatMap { try? PeriodBound($0) }
    }
    // The study keeps its folder, which the comparison reads again.
    let areas = try await study.run(AreaCounts(readsPeriod: true))
    let comparison = PeriodComparison(of: areas)
    guard !comparison.earlier.isEmpty else { return comparison.result(nil) }
    var options = study.options
    (options.filter.from, options.filter.to) = (nil, nil)
    options.bounds = .none
    let counts = try await Study(options, reusing: areas.input).run(
      HistoryCounts(
        periods: comparison.earlier.map(\.days), areaMonths: comparison.countedMonths,
        months: try CoveredCalendar(of: StudyFilter(), #require(areas.period.covered))))
    withExtendedLifetime(study) {}
    return comparison.result(counts)
  }

  @Test("the month before and the same month a year before are counted by area")
  func counts() async throws {
    let rows = Self.rows([("2024-03", 2, 5), ("2025-02", 7, 1), ("2025-03", 4, 3)])
    let result = try await Self.compare(rows, from: "2025-03")
    #expect(
      result.earlier.map(\.name) == ["the month before", "the same months a year before"])
    #expect(result.earlier.map { $0.layers[0].totals } == [[7, 1, 0, 0], [2, 5, 0, 0]])
    #expect(result.absences.isEmpty)
  }

  @Test("thirteen months before are a history: counts by area and by category, in days of months")
  func history() async throws {
    let names = (2...12).map { "2024-\($0 < 10 ? "0" : "")\($0)" } + ["2025-01", "2025-02"]
    let months = names.enumerated().map { ($1, 10 + $0 % 3, 20 - $0) }
    let result = try await Self.compare(
      Self.rows(months + [("2025-03", 4, 3)]), from: "2025-03")
    let history = try #require(result.history)
    #expect(history.months == 13 && history.isLongEnough)
    #expect(history.layers.count == 1 && history.ofTotal != nil)
    #expect(history.ofCategory("robbery") == history.ofAll(but: "burglary"))
    #expect(history.ofCategory("theft") == nil)
  }

  @Test("what cannot be compared is typed")
  func absences() async throws {
    let rows = Self.rows([("2025-02", 7, 1), ("2025-03", 4, 3)])
    #expect(try await Self.compare(rows, from: nil).absences == [.onePeriod])
    let first = try await Self.compare(rows, from: "2025-02", to: "2025-02")
    #expect(
      first.absences == [
        .uncovered(period: "the month before, January 2025", .everything),
        .uncovered(period: "the same months a year before, February 2024", .everything),
      ])
    #expect(first.earlier.isEmpty && first.history == nil)
  }
}
