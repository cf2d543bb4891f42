import Foundation
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Concentration")
struct ConcentrationTests {
  private typealias Figures = Concentration.Figures

  private static func isNear(_ value: Double?, _ expected: Double) -> Bool {
    value.map { abs($0 - expected) < 1e-12 } ?? false
  }

  @Test(
    "Gini's coefficients are those published",
    arguments: [
      // The examples of the package lorenzgini: as many incidents as places or more, and fewer.
      ([10, 8, 2, 0, 0, 0, 0, 0, 0, 0], 0.78, 0.78),
      ([5, 2, 1, 0, 0, 0, 0, 0, 0, 0], 0.80, 0.75),
      // One incident in each of some places is as even as can be; all in one place is not.
      ([0, 1, 0, 1, 0, 0, 1, 0], 0.625, 0), ([3, 3, 3], 0, 0), ([7], 0, 0),
      ([0, 0, 0, 9], 0.75, 0.75),
    ])
  func published(amounts: [Double], gini: Double, generalised: Double) {
    let figures = Figures(amounts)
    #expect(Self.isNear(figures.gini, gini))
    #expect(Self.isNear(figures.generalisedGini, generalised))
  }

  @Test(
    "Gini's coefficient is half the mean difference of all pairs over the mean", arguments: 1...8)
  func pairs(seed: UInt64) {
    var state = seed
    let amounts = (0..<60).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33 & 15) * Double(state >> 45 & 7)
    }
    var differences = 0.0
    for first in amounts { for second in amounts { differences += abs(first - second) } }
    let count = Double(amounts.count)
    let mean = amounts.reduce(0, +) / count
    #expect(Self.isNear(Figures(amounts).gini, differences / (count * count) / (2 * mean)))
  }

  @Test("the fewest units are those of the busiest that reach the part, ends included")
  func fewest() {
    let figures = Figures([0, 4, 1, 2, 1, 0, 8])
    // 8 of 16 is a half; 4 of 16 a quarter; 80 % are 12.8, and 8 + 4 + 2 are 14.
    #expect(figures.fewest(holding: 25) == 1 && figures.fewest(holding: 50) == 1)
    #expect(figures.fewest(holding: 80) == 3 && figures.fewest(holding: 100) == 5)
    #expect(figures.share(ofTop: 3) == 0.875 && figures.share(ofTop: 99) == 1)
    // Ten times a tenth are a whole but for rounding.
    #expect(Figures([Double](repeating: 0.1, count: 10)).fewest(holding: 100) == 10)
    #expect(Figures([Double](repeating: 0.1, count: 10)).fewest(holding: 80) == 8)
  }

  @Test("without incidents there are no shares and no coefficients")
  func nothing() {
    let figures = Figures([0, 0])
    #expect(figures.share(ofTop: 1) == nil && figures.fewest(holding: 50) == nil)
    #expect(figures.gini == nil && figures.generalisedGini == nil)
  }

  // MARK: - On a study

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
    let sentence = try #require(result.choices.last?.sentences.first)
    #expect(sentence.hasPrefix("concentration: the busiest 3 of 4 "))
    #expect(sentence.hasSuffix(" hold 100.0%, 1 holds half"))
  }
}
