import Foundation
import Geometry
import Testing

@testable import Cartography

@Suite("Chart of location quotients")
struct QuotientChartTests {
  private static func row(_ name: String, _ value: Double, factor: Double) -> QuotientChart.Row {
    QuotientChart.Row(
      name: name, incidents: "1,234", value: value, low: value / factor, high: value * factor,
      isAbove: value / factor > 1)
  }

  private static func chart(_ rows: [QuotientChart.Row], count: Int? = nil) -> QuotientChart {
    var description = ChartDescription(
      title: "What is over-represented in which ward", subtitle: "April 2016 to March 2017")
    description.answers = ["West End holds 26.1% of the incidents (17,146 of 65,580)"]
    description.source = "made up"
    description.marking = "OFFICIAL-SENSITIVE"
    return QuotientChart(
      of: rows, count: count ?? rows.count, noun: "pairs of ward and category",
      description: description)
  }

  private static func marks(_ marks: [Mark]) -> [Mark] {
    marks.flatMap { mark -> [Mark] in
      if case .titled(_, let inner) = mark { Self.marks(inner) } else { [mark] }
    }
  }

  @Test("twice and half lie alike about 1, and all quotients lie on the axis")
  func axis() {
    let axis = QuotientAxis(over: [0.7, 1.9])
    #expect(axis.ticks == [0.5, 1, 2])
    #expect(axis.place(of: 1) == 0.5 && axis.place(of: 0.5) == 0 && axis.place(of: 2) == 1)
    #expect(abs(axis.place(of: 2.0.squareRoot()) - 0.75) < 1e-12)
    let wide = QuotientAxis(over: [0.03, 7, 0])
    #expect(wide.ticks == [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10])
    #expect(wide.place(of: 0) == 0)
    #expect(QuotientAxis(over: []).ticks == [0.5, 1, 2])
    #expect([0.02, 0.5, 1, 10].map(QuotientAxis.text) == ["0.02", "0.5", "1", "10"])
  }

  @Test("a dot lies between the ends of its whisker, filled where the interval lies above 1")
  func dots() {
    let chart = Self.chart([
      Self.row("A: Robbery", 3, factor: 1.5), Self.row("B: Drugs", 1.1, factor: 1.5),
    ])
    let layer = chart.drawing.layers.first { $0.name == "quotients" }
    let marks = Self.marks(layer?.marks ?? [])
    var circles: [(x: Double, fill: Colour?)] = []
    var lines: [(low: Double, high: Double)] = []
    for mark in marks {
      switch mark {
      case .circle(let centre, _, let paint): circles.append((centre.x, paint.fill))
      case .line(let points, _) where points[0].y == points[1].y:
        lines.append((points[0].x, points[1].x))
      default: break
      }
    }
    #expect(circles.count == 2 && lines.count == 2)
    for (circle, line) in zip(circles, lines) {
      #expect(abs(circle.x - (line.low + line.high) / 2) < 1e-6)
    }
    #expect(circles[0].fill != Palette.paper && circles[1].fill == Palette.paper)
    #expect(
      chart.drawing.summary.contains("The highest quotient is 3.00 (2.00 to 4.50), of A: Robbery"))
  }

  @Test("of more than forty the first are drawn, and the notes say how many there are")
  func many() {
    let rows = (0..<60).map {
      Self.row("Ward \($0): Theft from the person", 9 - Double($0) / 10, factor: 1.2)
    }
    let text = String(decoding: Self.chart(rows).svg(), as: UTF8.self)
    #expect(text.contains("Ward 39: Theft") && !text.contains("Ward 40: Theft"))
    #expect(text.contains("Shown: the 40 highest of 60 pairs of ward and category."))
  }

  @Test("names and numbers do not meet, and nothing leaves the page", arguments: [1, 7, 40])
  func room(count: Int) {
    let rows = (0..<count).map {
      Self.row("Knightsbridge and Belgravia: Violence and sexual offences \($0)", 12.3, factor: 1.3)
    }
    let drawing = Self.chart(rows).drawing
    expectLegible(drawing, textsAbove: 3 * count)
    expectWellFormed(Self.chart(rows).svg())
  }

  @Test("without a quotient there is a chart that says so")
  func none() {
    #expect(Self.chart([]).drawing.summary.hasSuffix("There is no quotient to show."))
  }
}
