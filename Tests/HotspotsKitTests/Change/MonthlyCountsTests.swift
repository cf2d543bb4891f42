import Foundation
import Incidents
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Counts by month")
struct MonthlyCountsTests {
  private static func run(
    _ rows: String, by grouping: MonthlyCounts.Grouping? = nil, isPlaced: Bool = false,
    _ change: (inout StudyOptions) -> Void = { _ in }
  ) async throws -> MonthlyCounts.Result {
    let study = try SquareWorld().study(rows, isPlaced: isPlaced) { options in
      options.incidents.columns = [(.category, "type"), (.month, "from"), (.start, "")]
      change(&options)
    }
    let result = try await MonthlyCounts(by: grouping).run(on: study)
    withExtendedLifetime(study) {}
    return result
  }

  private static func column(_ result: MonthlyCounts.Result, _ name: String) -> [String] {
    let table = result.table
    return (0..<table.rowCount).map { table[column: name]?.values.description(at: $0) ?? "?" }
  }

  @Test("every month has every category, also those without an incident")
  func zeros() async throws {
    let rows = PeriodChangeTests.rows([("2024-01", 31, 0), ("2024-02", 58, 29), ("2024-03", 0, 62)])
    let result = try await Self.run(rows, by: .category)
    #expect(
      Self.column(result, "month") == [
        "2024-01", "2024-01", "2024-02", "2024-02", "2024-03", "2024-03",
      ])
    #expect(
      Self.column(result, "category") == [
        "Burglary", "Robbery", "Burglary", "Robbery", "Burglary", "Robbery",
      ])
    #expect(Self.column(result, "days") == ["31", "31", "29", "29", "31", "31"])
    #expect(Self.column(result, "incidents") == ["0", "31", "29", "58", "62", "0"])
    #expect(Self.column(result, "per_day") == ["0.0", "1.0", "1.0", "2.0", "2.0", "0.0"])
    #expect(Self.column(result, "per_day_12_months").allSatisfy { $0.isEmpty })
    #expect(result.sentence.hasPrefix("months: 2.0 incidents a day in 91 days of January 2024"))
  }

  // 2023 has 365 days: 12 x 10 incidents; February 2023 to January 2024 too.
  @Test("the average is of the twelve months that end there, over their days")
  func average() async throws {
    let names = (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0)" } + ["2024-01", "2024-02"]
    let months = names.enumerated().map { ($1, $0 == 13 ? 30 : 10, 0) }
    let result = try await Self.run(PeriodChangeTests.rows(months))
    let averages = (0..<14).map { result.table[column: "per_day_12_months"]?.values.number(at: $0) }
    #expect(averages[..<11].allSatisfy { $0 == nil })
    #expect(averages[11] == 120.0 / 365 && averages[12] == 120.0 / 365)
    // March 2023 to February 2024 have 366 days.
    #expect(averages[13] == 140.0 / 366)
    #expect(
      result.sentence
        == "months: 0.38 incidents a day in the 12 months to February 2024")
  }

  @Test("areas of the only layer have each month, and rows outside them do not count")
  func areas() async throws {
    let rows =
      PeriodChangeTests.rows([("2025-02", 7, 1), ("2025-03", 4, 3)])
      + "Robbery,2025-03,,\nRobbery,2025-02,500000,300005\nRobbery,,400005,300005\n"
    let result = try await Self.run(rows, by: .area, isPlaced: true)
    #expect(Self.column(result, "code") == ["A", "B", "C", "D", "A", "B", "C", "D"])
    #expect(Self.column(result, "incidents") == ["7", "1", "0", "0", "4", "3", "0", "0"])
    let found = result.reading.reconciliations[0]
    #expect(found.assigned == 15 && found.read == 18)
    #expect(found.filtered == ["without_date": 1])
  }

  @Test("of a month that the period has in part only those days count")
  func parts() async throws {
    let days = (1...28).map { "Robbery,2025-02-\($0 < 10 ? "0" : "")\($0) 10:00,,1,1" }
    let march = (1...31).map { "Robbery,2025-03-\($0 < 10 ? "0" : "")\($0) 10:00,,1,1" }
    let rows = (["type,from,to,easting,northing"] + days + march).joined(separator: "\n") + "\n"
    let result = try await Self.run(rows) { options in
      options.incidents.columns = [(.category, "type"), (.start, "from"), (.end, "to")]
      options.filter.from = try? PeriodBound("2025-02-15")
      options.filter.to = try? PeriodBound("2025-03-10")
    }
    #expect(Self.column(result, "days") == ["14", "10"])
    #expect(Self.column(result, "per_day") == ["1.0", "1.0"])
    #expect(
      result.findings.contains(.partsOfMonths(["February 2025 (14 days)", "March 2025 (10 days)"])))
  }

  @Test("a month within that the files lack has no incidents given; one at an edge is refused")
  func gaps() async throws {
    let rows = PeriodChangeTests.rows([
      ("2025-01", 20, 20), ("2025-02", 20, 20), ("2025-04", 20, 20), ("2025-05", 20, 20),
    ])
    let result = try await Self.run(rows)
    #expect(Self.column(result, "days") == ["31", "28", "0", "30", "31"])
    #expect(Self.column(result, "incidents") == ["40", "40", "", "40", "40"])
    #expect(Self.column(result, "per_day")[2] == "")
    #expect(result.findings.contains(.uncoveredMonths(["March 2025"])))
    await #expect(
      throws: MonthlyCountsError.uncovered(
        period: "November 2024 to May 2025", days: "November 2024 to December 2024",
        months: "January 2025 to February 2025, April 2025 to May 2025")
    ) {
      try await Self.run(rows) { $0.filter.from = try? PeriodBound("2024-11") }
    }
  }

  @Test("dates far from the rest are outside the period, and every row has its place")
  func strays() async throws {
    let rows =
      PeriodChangeTests.rows([("2025-01", 80, 20), ("2025-02", 80, 20)])
      + "Robbery,2107-01,1,1\n"
    let result = try await Self.run(rows, by: .category)
    #expect(Self.column(result, "month") == ["2025-01", "2025-01", "2025-02", "2025-02"])
    #expect(result.reading.reconciliations[0].assigned == 200)
    #expect(result.reading.reconciliations[0].filtered == ["outside_periods": 1])
  }

  // pandas 3.1: crosstab of category and month.
  @Test(
    "Westminster's year by category is that of pandas",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func westminster() async throws {
    let options = StudyOptions(
      boundaries: [],
      incidents: IncidentFiles([
        SharedData.path("realdata/incidents/westminster-2016-04_2017-03.csv")
      ]))
    let result = try await MonthlyCounts(by: .category).run(on: Study(options))
    let known: [String: [Int]] = [
      "Robbery": [115, 138, 146, 129, 168, 161, 119, 133, 209, 131, 116, 185],
      "Drugs": [202, 134, 140, 134, 256, 161, 149, 150, 113, 129, 116, 182],
      "Possession of weapons": [20, 27, 34, 34, 65, 37, 35, 27, 22, 30, 27, 32],
      "Anti-social behaviour": [
        1127, 1306, 1352, 1486, 1564, 1305, 1332, 1298, 1262, 1112, 1082, 1190,
      ],
    ]
    let labels = result.reading.categories?.labels ?? []
    #expect(labels.count == 14)
    for (name, counts) in known {
      let place = try #require(labels.firstIndex(of: name))
      #expect(result.series[place].incidents.map { $0.map { Int($0) } } == counts)
    }
    let totals = (0..<12).map { month in
      result.series.reduce(0) { $0 + Int($1.incidents[month] ?? 0) }
    }
    #expect(
      totals == [4996, 5266, 5313, 5968, 6032, 5230, 5586, 5774, 6126, 5254, 4897, 6060])
    #expect(
      result.sentence == "months: 182.2 incidents a day in the 12 months to March 2017")
  }
}
