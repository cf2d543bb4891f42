import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Chart of overlaps")
struct OverlapChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let plot: OverlapPlot
    var page = Page.a4Landscape
    var chart: OverlapChart {
      var description = ChartDescription(
        title: "How alcohol, domestic abuse and knives overlap",
        subtitle: "January to December 2025; Violence and sexual offences")
      description.answers = [
        "Of 2,196 incidents 312 (14.2%) are both alcohol and domestic; sets overlap and are not added up"
      ]
      description.source = "made up, no licence needed"
      description.reconciliation = ["20,000 rows read: 2,196 assigned, 17,804 filtered"]
      description.marking = "OFFICIAL-SENSITIVE"
      return OverlapChart(of: plot, description: description, page: page)
    }
    var testDescription: String { name }
  }

  /// A plot of combinations given by masks, the largest first, that of no set last.
  static func plot(_ names: [String], _ counts: [Int: Int]) -> OverlapPlot {
    let all = counts.values.reduce(0, +)
    func share(_ count: Int) -> String {
      all > 0 ? NumberWords.percent(Double(count) / Double(all)) : "0.0%"
    }
    let order = counts.keys.sorted {
      ($0 == 0 ? 1 : 0, -(counts[$0] ?? 0), $0) < ($1 == 0 ? 1 : 0, -(counts[$1] ?? 0), $1)
    }
    return OverlapPlot(
      noun: "Incidents",
      sets: names.enumerated().map { set, name in
        let count = counts.filter { $0.key >> set & 1 == 1 }.values.reduce(0, +)
        return OverlapPlot.Total(
          name: name, amount: Double(count),
          text: "\(NumberWords.grouped(count)) (\(share(count)))")
      },
      combinations: order.map { mask in
        let count = counts[mask] ?? 0
        return OverlapPlot.Combination(
          members: Set(names.indices.filter { mask >> $0 & 1 == 1 }), amount: Double(count),
          text: NumberWords.grouped(count), share: share(count), title: "\(mask): \(count)")
      })
  }

  static let many: [Int: Int] = {
    var random = SplitMix64(seed: 8)
    return Dictionary(
      uniqueKeysWithValues: (0..<256).map { mask in
        (mask, Int(pow(random.nextUnit(), 6) * 90_000 / Double(1 + mask.nonzeroBitCount)))
      })
  }()

  static let scenes: [Scene] = [
    Scene(
      name: "three",
      plot: plot(
        ["alcohol", "domestic", "knife"],
        [0: 812, 1: 602, 2: 401, 3: 312, 4: 40, 5: 19, 6: 7, 7: 3])),
    Scene(name: "two", plot: plot(["alcohol", "domestic"], [0: 18_000, 1: 602, 2: 401, 3: 312])),
    Scene(name: "only none", plot: plot(["alcohol", "domestic"], [0: 18_000])),
    Scene(name: "nothing", plot: plot(["alcohol", "domestic"], [0: 0])),
    Scene(
      name: "eight",
      plot: plot(
        (1...8).map { "set number \($0) with quite a long name" }, many)),
    Scene(name: "millions", plot: plot(["a", "b"], [0: 1, 1: 12_345_678, 2: 3, 3: 7_654_321])),
    Scene(
      name: "poster", plot: plot(["alcohol", "domestic"], [0: 9, 1: 6, 2: 4, 3: 3]),
      page: .a3Landscape),
    Scene(name: "upright", plot: plot((1...8).map { "s\($0)" }, many), page: .a4Portrait),
  ]

  @Test(
    "no text touches another or leaves the page, and none is smaller than is read",
    arguments: scenes)
  func layout(_ scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 8)
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(_ scene: Scene) {
    expectWellFormed(scene.chart.svg())
  }

  @Test("bars are as high as combinations are large, and their dots are those of the sets")
  func bars() throws {
    let scene = try #require(Self.scenes.first)
    let columns = Self.columns(scene.chart)
    #expect(columns.map(\.title) == scene.plot.combinations.map(\.title))
    let tallest = try #require(columns.map(\.height).max())
    for (column, combination) in zip(columns, scene.plot.combinations) {
      #expect(abs(column.height / tallest - combination.amount / 812) < 1e-6)
      #expect(column.dots == scene.plot.sets.indices.map(combination.members.contains))
    }
  }

  @Test("a bar of no set that is far higher than the others is cut, and that is said")
  func cut() throws {
    let scene = try #require(Self.scenes.first { $0.name == "two" })
    let columns = Self.columns(scene.chart)
    #expect(abs(columns[1].height / columns[0].height - 401.0 / 602) < 1e-6)
    #expect(columns[3].height < 1.2 * columns[0].height)
    #expect(Self.notes(scene.chart).contains("The bar of those in no set is cut"))
    #expect(!Self.notes(Self.scenes[0].chart).contains("is cut"))
  }

  @Test("of many combinations the largest are shown, and how much the others hold is said")
  func leading() throws {
    let scene = try #require(Self.scenes.first { $0.name == "eight" })
    let shown = Self.columns(scene.chart)
    #expect(
      shown.map(\.title)
        == (scene.plot.combinations.prefix(shown.count - 1) + scene.plot.combinations.suffix(1))
        .map(\.title))
    let all = Double(Self.many.values.reduce(0, +))
    let rest =
      scene.plot.combinations.dropFirst(shown.count - 1).dropLast().reduce(0) { $0 + $1.amount }
      / all
    #expect(
      Self.notes(scene.chart).contains(
        "Shown are the \(shown.count) of 256 combinations with the most; the others hold "
          + NumberWords.percent(rest)))
  }

  @Test("the description says each combination once, and that sets are not added up")
  func summary() throws {
    let summary = try #require(Self.scenes.first).chart.drawing.summary
    #expect(summary.contains("alcohol and domestic 312 (14.2%)"))
    #expect(summary.contains("in none 812 (37.0%)"))
    #expect(summary.hasSuffix("they overlap and are not added up."))
  }

  /// One combination as it is drawn.
  private struct Column {
    let title: String
    let height: Double
    let dots: [Bool]
  }

  private static func columns(_ chart: OverlapChart) -> [Column] {
    (chart.drawing.layers.first { $0.name == "overlaps" }?.marks ?? []).compactMap { mark in
      guard case .titled(let title, let marks) = mark, case .rectangle(let bar, _)? = marks.first
      else { return nil }
      let dots = marks.compactMap { mark -> Bool? in
        guard case .circle(_, _, let paint) = mark else { return nil }
        return paint.fill == Palette.ink
      }
      return Column(title: title, height: bar.height, dots: dots)
    }
  }

  private static func notes(_ chart: OverlapChart) -> String {
    texts(chart.drawing.layers.first { $0.name == "notes" }?.marks ?? []).map(\.text)
      .joined(separator: " ")
  }
}
