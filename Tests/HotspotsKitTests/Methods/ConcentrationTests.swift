import Foundation
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Concentration")
struct ConcentrationTests {
  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }

  private func numbers(_ result: Concentration.Result, _ column: String) -> [Double?] {
    (0..<result.table.rowCount).map { result.table[column: column]?.values.number(at: $0) }
  }

  @Test("areas without incidents count, each category has its row, and quiet areas are by the day")
  func study() async throws {
    // A has two, B one, C and D none; the two days 10 and 11 February.
    let result = try await SquareWorld().study().run(Concentration(byCategory: true, top: 1))
    let category = try #require(result.table[column: "category"]).values
    #expect((0..<3).map(category.description) == ["All", "Burglary", "Robbery"])
    #expect(numbers(result, "incidents") == [3, 2, 1])
    #expect(numbers(result, "units") == [4, 4, 4])
    #expect(numbers(result, "top_share") == [2.0 / 3, 0.5, 1])
    #expect(numbers(result, "units_50") == [1, 1, 1])
    #expect(numbers(result, "units_80") == [2, 2, 1])
    // 2, 1, 0, 0: 2 (3 + 8) / 12 - 5 / 4; with 4/3 for three incidents on four areas.
    #expect(Self.isNear(numbers(result, "gini")[0], 22.0 / 12 - 1.25))
    #expect(Self.isNear(numbers(result, "gini_generalised")[0], 4.0 / 3 * (22.0 / 12 - 2.25) + 1))
    #expect(Self.isNear(numbers(result, "gini_generalised")[1], 0))
    // A has one a day, which is not fewer than one.
    #expect(numbers(result, "units_under_per_day") == [3, 4, 4])
    // One in two days is 15.2 in a month of 30.4 days.
    #expect(numbers(result, "units_under_per_month") == [2, 2, 3])
    #expect(result.reading.reconciliations[0].assigned == 3)
  }

  @Test("cells are counted like areas: squares of the areas' size have their incidents")
  func cells() async throws {
    let study = try SquareWorld().study()
    let (areas, cells) = try await study.run(
      Concentration(byCategory: true), Concentration(on: .square, cellSize: 10, byCategory: true))
    #expect(areas.table.columns.map(\.values) == cells.table.columns.map(\.values))
    let small = try await study.run(Concentration(on: .hexagon, cellSize: 5))
    #expect(numbers(small, "incidents") == [3])
    #expect(try #require(numbers(small, "units")[0]) > 16)
  }

  @Test(
    "incidents that count in the nearest area lie in no cell, which every method of cells refuses")
  func snap() async throws {
    // Three metres west of A.
    let rows = "type,from,to,easting,northing\nRobbery,2025-02-10 10:00,,399997,300005\n"
    let study = try SquareWorld().study(rows) { $0.boundaries.snap = 5 }
    #expect(numbers(try await study.run(Concentration()), "incidents") == [1])
    await #expect(throws: InputError.snapWithCells) {
      try await study.run(Concentration(on: .square, cellSize: 10))
    }
    for cellSize in [nil, 10.0] {
      await #expect(throws: InputError.snapWithCells) {
        try await study.run(LocalStatistics(units: .hexagon, cellSize: cellSize))
      }
    }
    var pack = BriefingPack()
    pack.statistics.units = .square
    await #expect(throws: InputError.snapWithCells) { try await pack.run(study) }
  }

  @Test("with hours, an incident counts with the part of its window in them")
  func hours() async throws {
    // Of Tuesday 23:00 to 01:00 half lies before midnight; the rest is at 10:00 or has no time.
    let study = try SquareWorld().study {
      $0.filter.hours = HoursFilter(
        hours: try? HoursOfDay("22-24"), days: nil, dayStart: 0)
    }
    let result = try await study.run(Concentration())
    #expect(numbers(result, "expected") == [0.5] && numbers(result, "incidents") == [1])
    #expect(numbers(result, "top_share") == [1])
    #expect(Self.isNear(numbers(result, "gini")[0], 0.75))
  }

  @Test("without dates the quiet areas are not known, and no choice is told twice")
  func undated() async throws {
    let rows = "type,easting,northing\nRobbery,400005,300005\n"
    let study = try SquareWorld().study(rows) { $0.incidents.columns = [(.category, "type")] }
    let result = try await study.run(Concentration())
    #expect(numbers(result, "units_under_per_day") == [nil])
    #expect(numbers(result, "units_under_per_month") == [nil])
    #expect(Set(result.choices.map(\.key)).count == result.choices.count)
    let sentence = try #require(
      result.choices.first { $0.key == "concentration" }?.sentences.first)
    #expect(sentence.hasPrefix("concentration: the busiest 3 of 4 "))
    #expect(
      sentence.hasSuffix(
        " hold 100.0% of 1 incident; 1 holds half; 1% less there is 1% less overall"))
  }

  @Test(
    "what a fall in the busiest means for all is counted in whole percents",
    arguments: [
      // 3 % of 40.2 % are 1.2 %; 2 % of 90 % are 1.8 %; 10 % of a tenth are one in a hundred.
      (0.402, "3% less there is 1% less overall"), (0.9, "2% less there is 2% less overall"),
      (0.1, "10% less there is 1% less overall"), (1, "1% less there is 1% less overall"),
      (0.5, "2% less there is 1% less overall"),
      (0.004, "half of that less is 0.2% less overall"),
    ])
  func fall(share: Double, words: String) {
    #expect(Concentration.Result.fall(where: share) == words)
  }

  @Test("locations are positions with incidents, each category over all of them")
  func locations() async throws {
    // Two incidents at one place, one at another; the last lies in no area.
    let rows = """
      type,from,to,easting,northing
      Robbery,2025-02-10 10:00,,400005,300005
      Burglary,2025-02-10 10:00,,400005,300005
      Burglary,2025-02-11 10:00,,400005.2,300005
      Burglary,2025-02-11 10:00,,500000,400000

      """
    let result = try await SquareWorld().study(rows).run(
      Concentration(on: .locations, byCategory: true, top: 1))
    #expect(numbers(result, "incidents") == [3, 2, 1])
    #expect(numbers(result, "units") == [2, 2, 2])
    #expect(numbers(result, "top_share") == [2.0 / 3, 0.5, 1])
    #expect(numbers(result, "units_50") == [1, 1, 1])
    // 2, 1: 2 (1 + 4) / 6 - 3 / 2; a single robbery on two: 1/2, generalised 2 (1/2 - 1) + 1.
    #expect(Self.isNear(numbers(result, "gini")[0], 1.0 / 6))
    #expect(Self.isNear(numbers(result, "gini_generalised")[2], 0))
    let note = result.choices.first { $0.key == "on" }?.sentences.first
    #expect(note?.hasPrefix("locations: 2 positions with incidents") ?? false)
  }

  @Test("more locations than are kept are refused, and not a part of them counted")
  func tooMany() throws {
    var table = LocationTable()
    for place in 0..<LocationTable.limit {
      _ = table.add(UInt64(place) << 20, category: 0, count: 1)
    }
    #expect(table.keys.count == LocationTable.limit)
    #expect(table.add(1, category: 0, count: 1) == nil)
    #expect(table.add(0, category: 0, count: 2) == 0)
    #expect(table.counts[0] == 3)
  }

  @Test("positions are told apart to the centimetre, west and south of the origin too")
  func keys() {
    #expect(LocationTable.key(x: 1.001, y: -2) == LocationTable.key(x: 0.999, y: -2.004))
    #expect(LocationTable.key(x: 1, y: 2) != LocationTable.key(x: 2, y: 1))
    #expect(LocationTable.key(x: -0.01, y: 0) != LocationTable.key(x: 0.01, y: 0))
    #expect(LocationTable.key(x: -20_037_508, y: 9e6) != LocationTable.key(x: 20_037_508, y: 9e6))
  }

  @Test("one incident has neither an interval nor more unevenness than chance")
  func chance() async throws {
    let rows = "type,from,to,easting,northing\nRobbery,2025-02-10 10:00,,400005,300005\n"
    let result = try await SquareWorld().study(rows).run(Concentration())
    #expect(numbers(result, "gini_low") == [nil] && numbers(result, "gini_high") == [nil])
    #expect(Self.isNear(numbers(result, "gini_random")[0], 0.75))
  }

  @Test("an earlier period adds what its own busiest areas held; one without rows is refused")
  func earlier() async throws {
    // January: A has 3 of 4. February: B has 2 of 4, C and D one each.
    let rows = """
      type,from,to,easting,northing
      Robbery,2025-01-03,,400005,300005
      Robbery,2025-01-13,,400005,300005
      Robbery,2025-01-23,,400005,300005
      Robbery,2025-01-31,,400015,300005
      Robbery,2025-02-01,,400015,300005
      Burglary,2025-02-11,,400015,300005
      Burglary,2025-02-21,,400025,300005
      Burglary,2025-02-28,,400035,300005

      """
    let study = try SquareWorld().study(rows) {
      $0.filter.from = try? PeriodBound("2025-02")
      $0.filter.to = try? PeriodBound("2025-02")
    }
    let method = Concentration(byCategory: true, top: 1)
    let result = try await study.run(method, against: .before)
    #expect(numbers(result, "incidents") == [4, 3, 1])
    #expect(numbers(result, "top_share") == [0.5, 1.0 / 3, 1])
    #expect(numbers(result, "top_share_earlier") == [0.75, nil, 0.75])
    let sentence = result.choices.first { $0.key == "concentration" }?.sentences.first
    #expect(sentence?.contains("50.0% of 4 incidents, down from 75.0% in January 2025;") ?? false)
    await #expect(throws: ComparedPeriodsError.self) {
      try await study.run(method, against: .yearBefore)
    }
    let unbounded = try SquareWorld().study(rows)
    await #expect(throws: ComparedPeriodsError.noBeginning) {
      try await unbounded.run(method, against: .before)
    }
  }
}
