import Foundation
import Geometry
import Testing

@testable import Cartography

@Suite("Charts and maps of repeats")
struct RepeatChartTests {
  private static let bands: [RepeatChart.Band] = [
    .init(name: "1", units: 2_062, incidents: 2_062), .init(name: "2", units: 275, incidents: 550),
    .init(name: "3-5", units: 66, incidents: 238), .init(name: "10+", units: 0, incidents: 0),
  ]

  private func description() -> ChartDescription {
    ChartDescription(title: "Repeats by 'Victim'", subtitle: "2025")
  }

  private func rectangles(_ drawing: Drawing) -> [Box] {
    let marks = drawing.layers.first { $0.name == "bands" }?.marks ?? []
    return marks.flatMap { mark -> [Mark] in
      if case .titled(_, let inner) = mark { inner } else { [] }
    }
    .compactMap { if case .rectangle(let box, _) = $0 { box } else { nil } }
  }

  @Test("bars are as long as the parts of units and of incidents, on one scale; nothing has none")
  func lengths() throws {
    let chart = RepeatChart(of: Self.bands, noun: "values of 'Victim'", description: description())
    let bars = rectangles(chart.drawing)
    #expect(bars.count == 6)
    let (units, incidents) = (2_403.0, 2_850.0)
    let expected = [
      2_062 / units, 2_062 / incidents, 275 / units, 550 / incidents, 66 / units, 238 / incidents,
    ]
    for (bar, part) in zip(bars, expected) {
      #expect(abs(bar.width / bars[0].width - part / expected[0]) < 1e-9)
    }
    let text = String(decoding: chart.svg(), as: UTF8.self)
    #expect(text.contains("275 (11.4%)") && text.contains("550 (19.3%)"))
  }

  @Test("everything stays on the page, with one band and with forty", arguments: [1, 14, 15, 40])
  func fits(count: Int) {
    let bands = (1...count).map {
      RepeatChart.Band(name: "\($0 * 100)-\($0 * 100 + 99)", units: 4_000_000 / $0, incidents: $0)
    }
    let chart = RepeatChart(
      of: bands, noun: "pairs of 'Victim reference' and 'Suspect reference'",
      description: description())
    let page = chart.drawing.page
    for box in rectangles(chart.drawing) {
      #expect(box.minX >= 0 && box.maxX <= page.width && box.maxY <= page.height)
    }
  }

  private func map(_ units: [RepeatMap.Unit], areas: OutlineTable? = nil) -> RepeatMap {
    RepeatMap(
      of: units, bands: [.init(label: "2", count: 3), .init(label: "3+", count: 1)],
      mark: .init(label: "met 3 incidents within a month", count: 1), areas: areas, summary: "",
      notes: [],
      description: MapDescription(
        title: "Repeat locations", subtitle: "",
        value: MapValue(column: "incidents", label: "incidents", kind: .count)))
  }

  private func circles(_ map: RepeatMap) -> [(centre: Point, radius: Double)] {
    let marks = map.drawing.layers.first { $0.name == "circles" }?.marks ?? []
    return marks.compactMap { mark in
      guard case .titled(_, let inner) = mark,
        case .circle(let centre, let radius, _)? = inner.first
      else { return nil }
      return (centre, radius)
    }
  }

  @Test("the area of a circle is in proportion to incidents, and circles lie as on the ground")
  func sizes() throws {
    let units = [(40, 0.0, 0.0), (10, 300, 0), (10, 0, 300)].map { incidents, x, y in
      RepeatMap.Unit(
        name: "a", incidents: incidents, share: "1%", position: Point(x: x, y: y), band: 1,
        isMarked: false)
    }
    let found = circles(map(units))
    #expect(found.count == 3)
    #expect(abs(found[0].radius - 2 * found[1].radius) < 1e-9)
    // East is right, north is up.
    #expect(found[1].centre.x > found[0].centre.x && found[2].centre.y < found[0].centre.y)
    #expect(
      abs((found[1].centre.x - found[0].centre.x) - (found[0].centre.y - found[2].centre.y)) < 1e-6)
  }

  @Test("a map without any, of one, and of a small part of the areas")
  func extremes() {
    #expect(circles(map([])).isEmpty)
    let unit = RepeatMap.Unit(
      name: "a", incidents: 2, share: "100%", position: Point(x: 530_100, y: 180_100), band: 0,
      isMarked: true)
    let alone = map([unit])
    #expect(circles(alone).count == 1)
    let areas = Tiling(columns: 12, rows: 9, seed: 2).outlines
    let part = map([unit], areas: areas)
    let page = part.drawing.page
    for layer in part.drawing.layers where layer.name == "outline" {
      for case .strokes(let lines, _) in layer.marks {
        for line in lines {
          #expect(
            line.x.allSatisfy {
              $0 >= 0 && Double($0) <= page.width * GridLine.unitsPerPoint
            })
        }
      }
    }
  }
}
