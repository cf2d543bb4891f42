import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

/// Made-up months: around a level, with averages from the twelfth on.
private func months(_ count: Int, level: Double, seed: UInt64 = 3) -> [MonthChart.Month] {
  var random = SplitMix64(seed: seed)
  let counts = (0..<count).map { _ in (level * 30 * (0.8 + 0.4 * random.nextUnit())).rounded() }
  return counts.indices.map { place in
    let average =
      place >= 11 ? counts[place - 11...place].reduce(0, +) / 360 : nil as Double?
    let range = average.map { PoissonRange.central(mean: $0 * 30, level: 0.95) }
    return MonthChart.Month(
      incidents: counts[place], perDay: counts[place] / 30, average: average,
      range: range.map { Double($0.lowerBound) / 30...Double($0.upperBound) / 30 })
  }
}

private func description() -> ChartDescription {
  var description = ChartDescription(
    title: "Incidents a day by month", subtitle: "April 2014 to March 2017; all categories")
  description.answers = [
    "12 months to March 2017: 133.7 incidents a day after 132.7 in the 12 before, up 0.8%."
  ]
  description.source = "made up, no licence needed"
  description.reconciliation = ["66,502 rows read: 61,120 assigned, 5,382 filtered"]
  description.marking = "OFFICIAL-SENSITIVE"
  return description
}

@Suite("Chart of months")
struct MonthChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let series: [MonthChart.Series]
    var overall: MonthChart.Series?
    var limit = MonthChart.panelLimit
    var page = Page.a4Landscape
    var chart: MonthChart {
      MonthChart(
        of: series, below: overall, from: (2014, 4), noun: "wards", limit: limit,
        description: description(), page: page)
    }
    var testDescription: String { name }
  }

  static let scenes: [Scene] = {
    func named(_ count: Int, _ length: Int) -> [MonthChart.Series] {
      (0..<count).map {
        MonthChart.Series(
          name: "Violence and sexual offences \($0)",
          months: months(length, level: 60 / Double($0 + 1), seed: UInt64($0)))
      }
    }
    var gap = months(36, level: 20)
    for place in 14...16 { gap[place] = MonthChart.Month(incidents: nil, perDay: nil) }
    var parts = months(26, level: 20)
    parts[25].partDays = 12
    let widened = MonthChart.Series(months: months(36, level: 133), dispersion: 3.14)
    return [
      Scene(name: "part of a month", series: [.init(months: parts)]),
      Scene(name: "widened", series: [widened]),
      Scene(
        name: "all above one", series: named(1, 36), overall: widened, page: .a4Portrait),
      Scene(
        name: "all above two dozen", series: named(24, 36), overall: widened, limit: 24,
        page: .a4Portrait),
      Scene(
        name: "all above some of many, for twenty years", series: named(128, 240),
        overall: .init(months: months(240, level: 123_456)), limit: 24, page: .a4Portrait),
      Scene(
        name: "two dozen on a page", series: named(24, 24), limit: 24,
        page: Page(widthInMillimetres: 240, heightInMillimetres: 165, margin: 12)),
      Scene(name: "one month", series: [.init(months: months(1, level: 100))]),
      Scene(name: "twelve", series: [.init(months: months(12, level: 133))]),
      Scene(name: "three years", series: [.init(months: months(36, level: 133))]),
      Scene(name: "twenty years", series: [.init(months: months(240, level: 12_345))]),
      Scene(name: "few", series: [.init(months: months(36, level: 0.05))]),
      Scene(name: "nothing", series: [.init(months: months(14, level: 0))]),
      Scene(name: "gap", series: [.init(months: gap)]),
      Scene(name: "two", series: named(2, 24)),
      Scene(name: "twelve panels", series: named(12, 60)),
      Scene(name: "a hundred and twenty-eight", series: named(128, 13)),
      Scene(
        name: "poster", series: named(7, 36),
        page: Page(widthInMillimetres: 420, heightInMillimetres: 297)),
    ]
  }()

  @Test("no text touches another or leaves the page", arguments: scenes)
  func layout(_ scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 12)
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(_ scene: Scene) {
    expectWellFormed(scene.chart.svg())
  }

  @Test("every month has a dot with its numbers, filled beyond random variation")
  func dots() {
    let chart = MonthChart(
      of: [
        .init(months: [
          .init(incidents: 30, perDay: 1),
          .init(incidents: nil, perDay: nil),
          .init(incidents: 56, perDay: 2, average: 1, range: 0.5...1.5),
          .init(incidents: 31, perDay: 1, average: 1, range: 0.5...1.5),
        ])
      ], from: (2014, 12), description: description())
    let found = chart.drawing.layers.flatMap(\.marks).compactMap { mark -> (String, Bool)? in
      guard case .titled(let title, let marks) = mark, case .circle(_, _, let paint)? = marks.first
      else { return nil }
      return (title, paint.fill == Palette.ink)
    }
    #expect(
      found.map(\.0) == [
        "December 2014: 1 a day (30 incidents)",
        "February 2015: 2 a day (56 incidents), average of 12 months 1, random variation 0.50 to 1.5",
        "March 2015: 1 a day (31 incidents), average of 12 months 1, random variation 0.50 to 1.5",
      ])
    #expect(found.map(\.1) == [false, true, false])
  }

  @Test("of many series the largest are shown, which is said")
  func many() {
    let scene = Self.scenes.first { $0.name == "a hundred and twenty-eight" }
    let words = scene?.chart.drawing.layers.flatMap { texts($0.marks) }.map(\.text) ?? []
    #expect(words.contains("Violence and sexual offences 0"))
    #expect(!words.contains("Violence and sexual offences 12"))
    #expect(
      words.joined(separator: " ").contains(
        "Shown are the 12 wards with the most incidents of 128; the table has all."))
  }

  @Test("part of a month is a square, and is said")
  func parts() {
    let scene = Self.scenes.first { $0.name == "part of a month" }
    let words = scene?.chart.drawing.layers.flatMap { texts($0.marks) }.map(\.text) ?? []
    #expect(words.contains("part of a month"))
    #expect(
      words.joined(separator: " ").contains(
        "Parts of months, drawn as squares: May 2016 (12 days); incidents a day are of these days.")
    )
    let squares = scene?.chart.drawing.layers.flatMap(\.marks).count { mark in
      if case .titled(_, let marks) = mark, case .rectangle? = marks.first { true } else { false }
    }
    #expect(squares == 1)
  }

  @Test("how much variation is allowed for is said: of all, and of the small charts")
  func dispersion() {
    func notes(_ scene: String, _ others: Double?) -> String {
      var scene = Self.scenes.first { $0.name == scene } ?? Self.scenes[0]
      scene = Scene(
        name: scene.name,
        series: scene.series.map { .init(name: $0.name, months: $0.months, dispersion: others) },
        overall: scene.overall, limit: scene.limit, page: scene.page)
      return scene.chart.drawing.layers.flatMap { texts($0.marks) }.map(\.text)
        .joined(separator: " ")
    }
    #expect(notes("widened", nil).contains("if incidents were independent (Poisson)"))
    #expect(notes("widened", 3.14).contains("variance is 3.1 times Poisson's"))
    #expect(
      notes("all above two dozen", 1.5).contains(
        "variance is 3.1 times (of the wards 1.5 times) Poisson's"))
    #expect(notes("all above two dozen", nil).contains("By wards: 24 wards, on one scale"))
  }
}
