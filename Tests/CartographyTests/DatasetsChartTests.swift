import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Small maps of datasets")
struct DatasetsChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let panels: [DatasetsChart.Panel]
    let columns: Int
    let rows: Int
    var testDescription: String { name }

    var outlines: OutlineTable { Tiling(columns: columns, rows: rows, seed: 7).outlines }

    var chart: DatasetsChart { chart(on: nil) }

    /// The chart on a sheet, or in the room that a page has for it.
    func chart(on page: Page?) -> DatasetsChart {
      var description = ChartDescription(
        title: "Datasets by ward and hour", subtitle: "1 January to 31 December 2025")
      description.answers = [
        "Police and ambulance by ward: rank correlation 0.96 (Spearman, 18 wards, p < 0.001); both "
          + "have Candlemarket, St Éloi's and Tenter Field among the first four.",
        "Police and fire by hour of the day: rank correlation 0.12 (Spearman, 24 hours, p = 0.601).",
      ]
      description.source = "made up, no licence needed"
      description.reconciliation = [
        panels.map { "\($0.name): 20,000 rows read: 19,584 assigned, 194 outside" }
          .joined(separator: "; ")
      ]
      description.marking = "OFFICIAL-SENSITIVE"
      description.isOnPage = page != nil
      return DatasetsChart(
        of: panels, over: outlines, names: (0..<columns * rows).map { "Ward \($0 + 1)" },
        noun: "wards", description: description, page: page)
    }
  }

  static func panel(_ name: String, areas: Int, seed: UInt64) -> DatasetsChart.Panel {
    var generator = SplitMix64(seed: seed)
    func shares(_ count: Int) -> [Double] {
      let drawn = (0..<count).map { _ in pow(generator.nextUnit(), 4) }
      let sum = drawn.reduce(0, +)
      return drawn.map { $0 / sum }
    }
    return DatasetsChart.Panel(
      name: name, detail: "19,584 incidents; most in Candlemarket, 35.6%", shares: shares(areas),
      hours: shares(24))
  }

  static let scenes: [Scene] = {
    func panels(_ count: Int, _ areas: Int) -> [DatasetsChart.Panel] {
      (0..<count).map {
        panel("Complaints of noise at night \($0)", areas: areas, seed: UInt64($0))
      }
    }
    var gaps = panels(3, 18)
    gaps[0].shares = nil
    gaps[1].hours = nil
    gaps[1].hourAbsence = "the dates give days only, not hours"
    return [
      Scene(name: "one area", panels: panels(2, 1), columns: 1, rows: 1),
      Scene(name: "gaps", panels: gaps, columns: 6, rows: 3),
      Scene(name: "one dataset", panels: panels(1, 18), columns: 6, rows: 3),
      Scene(name: "four", panels: panels(4, 128), columns: 16, rows: 8),
      Scene(name: "six tall", panels: panels(6, 18), columns: 2, rows: 9),
      Scene(name: "eight", panels: panels(8, 128), columns: 16, rows: 8),
      Scene(name: "twelve", panels: panels(12, 18), columns: 6, rows: 3),
    ]
  }()

  @Test("no text touches another or leaves the page", arguments: scenes)
  func layout(scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 12)
  }

  @Test("no text touches another in the width of a page", arguments: scenes)
  func narrow(scene: Scene) {
    let room = Page(
      widthInMillimetres: 182, heightInMillimetres: scene.panels.count > 4 ? 190 : 112, margin: 6)
    expectLegible(scene.chart(on: room).drawing, textsAbove: 10)
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(scene: Scene) throws {
    let svg = scene.chart.svg()
    expectWellFormed(svg)
    #expect(svg.count < 1_000_000)
  }

  @Test("every area is on every map, in a class of one scale")
  func areas() throws {
    let scene = Self.scenes[3]
    let chart = scene.chart
    let groups = chart.drawing.layers.flatMap(\.marks).compactMap { mark in
      if case .shapes(let group) = mark { group } else { nil }
    }
    let names = groups.flatMap { $0.shapes.map(\.name) }
    #expect(names.count == 4 * 128 && Set(names).count == names.count)
    let breaks = try #require(chart.breaks)
    for group in groups {
      let number = try #require(Int(group.className.dropFirst(6)))
      for shape in group.shapes {
        let words = shape.name.split(separator: "-")
        let (panel, area) = (try #require(Int(words[1])) - 1, try #require(Int(words[3])) - 1)
        let share = try #require(scene.panels[panel].shares)[area]
        #expect(breaks.classIndex(of: share * 100) + 1 == number)
      }
    }
  }

  @Test("a bar is as high as its share on the scale of all datasets")
  func bars() throws {
    var panels = [
      Self.panel("a", areas: 18, seed: 1), Self.panel("b", areas: 18, seed: 2),
    ]
    panels[0].hours = [Double](repeating: 1.0 / 24, count: 24)
    panels[1].hours = [0.5] + [Double](repeating: 0.5 / 23, count: 23)
    let chart = Scene(name: "bars", panels: panels, columns: 6, rows: 3).chart
    let bars = chart.drawing.layers.flatMap(\.marks).compactMap { mark -> (String, Double)? in
      guard case .titled(let title, let marks) = mark, case .rectangle(let box, _)? = marks.first
      else { return nil }
      return (title, box.height)
    }
    #expect(bars.count == 48)
    let highest = try #require(bars.first { $0.0 == "00:00: 50.0% of b" })
    let level = try #require(bars.first { $0.0 == "00:00: 4.2% of a" })
    #expect(abs(highest.1 / level.1 - 12) < 1e-9)
  }
}
