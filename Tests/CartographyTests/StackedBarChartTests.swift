import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Stacked bars")
struct StackedBarChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    var bars: Int
    var parts: Int
    var names = "Category"
    var page = Page.a4Portrait
    var testDescription: String { "\(bars) bars, \(parts) parts, \(names.prefix(12))" }

    var chart: StackedBarChart {
      var random = SplitMix64(seed: UInt64(bars * 7 + parts))
      var length = 8e7
      var description = ChartDescription(
        title: "Cost of incidents by category", subtitle: "July 2015 to June 2016; all categories")
      description.answers = [
        "Theft from person is 61.3% of 80,931 costed incidents and 22.4% of their cost of £370.7 "
          + "million", "Costed is what is recorded only",
      ]
      description.source = "made up"
      description.method = "incidents × unit cost × 1.2115, rounded to whole pounds"
      let all = (0..<bars).map { bar in
        let shares = (0..<parts).map { _ in random.nextUnit() + 0.02 }
        let sum = shares.reduce(0, +)
        defer { length *= 0.72 }
        return StackedBarChart.Bar(
          name: bar == 1 ? "Violence & <sexual> offences" : "\(names) \(bar + 1)",
          parts: shares.map { $0 / sum * length },
          texts: ["£\(NumberWords.grouped(Int(length)))", "12.3%", "<0.1%"])
      }
      return StackedBarChart(
        of: Array(all.prefix(StackedBarChart.barLimit)),
        parts: (0..<parts).map { .init(name: "part \($0 + 1)", text: "£1.2 million (8.1%)") },
        columns: ["Cost", "of cost", "of incidents"],
        rest: bars > StackedBarChart.barLimit
          ? "Not drawn: \(bars - StackedBarChart.barLimit) more categories, £1,234 together" : nil,
        summary: "Bars.", description: description, page: page)
    }
  }

  static let scenes: [Scene] =
    [1, 2, 15, 30, 40].flatMap { bars in [1, 3, 6].map { Scene(bars: bars, parts: $0) } }
    + [
      Scene(bars: 15, parts: 3, names: "Possession of an offensive weapon with the intent to harm"),
      Scene(bars: 1, parts: 1, names: "Theft"), Scene(bars: 15, parts: 4, page: .a3Portrait),
    ]

  private func marks(_ drawing: Drawing, _ layer: String) -> [Mark] {
    drawing.layers.first { $0.name == layer }?.marks ?? []
  }

  private func flat(_ marks: [Mark]) -> [Mark] {
    marks.flatMap { mark in if case .titled(_, let inner) = mark { flat(inner) } else { [mark] } }
  }

  private func bars(_ drawing: Drawing) -> [[(box: Box, paint: Paint)]] {
    marks(drawing, "bars").compactMap { mark in
      guard case .titled(_, let inner) = mark else { return nil }
      return inner.compactMap {
        if case .rectangle(let box, let paint) = $0, paint.stroke != nil {
          (box, paint)
        } else {
          nil
        }
      }
    }
  }

  @Test("bars are as long as their parts together, parts in their order and without gaps")
  func lengths() {
    let chart = StackedBarChart(
      of: [
        .init(name: "A", parts: [30, 0, 70], texts: []),
        .init(name: "B", parts: [10, 10, 5], texts: []),
      ], parts: ["x", "y", "z"].map { .init(name: $0, text: "") }, columns: [], summary: "",
      description: ChartDescription(title: "T", subtitle: "S"))
    let drawn = bars(chart.drawing)
    #expect(drawn.map(\.count) == [2, 3])
    func length(_ bar: [(box: Box, paint: Paint)]) -> Double { bar.reduce(0) { $0 + $1.box.width } }
    #expect(abs(length(drawn[1]) / length(drawn[0]) - 0.25) < 1e-12)
    #expect(abs(drawn[0][0].box.width / length(drawn[0]) - 0.3) < 1e-12)
    for bar in drawn {
      #expect(bar[0].box.minX == drawn[0][0].box.minX)
      for (left, right) in zip(bar, bar.dropFirst()) { #expect(left.box.maxX == right.box.minX) }
    }
    #expect(drawn[0][1].paint.fill == drawn[1][2].paint.fill)
  }

  @Test("nothing overlaps and nothing leaves the page", arguments: scenes)
  func room(_ scene: Scene) {
    let drawing = scene.chart.drawing
    var boxes: [(text: String, box: Box)] = []
    for layer in drawing.layers {
      for case .text(let text) in flat(layer.marks) { boxes.append((text.text, text.box)) }
    }
    let page = Box(minX: 0, minY: 0, maxX: scene.page.width, maxY: scene.page.height)
    for (index, item) in boxes.enumerated() {
      #expect(
        item.box.minX >= page.minX && item.box.maxX <= page.maxX && item.box.minY >= page.minY
          && item.box.maxY <= page.maxY, "\(item.text)")
      for other in boxes[..<index] {
        let overlap =
          min(item.box.maxX, other.box.maxX) - max(item.box.minX, other.box.minX) > 0.01
          && min(item.box.maxY, other.box.maxY) - max(item.box.minY, other.box.minY) > 2
        #expect(!overlap, "'\(item.text)' and '\(other.text)'")
      }
    }
    let bars = bars(drawing).joined()
    let texts = marks(drawing, "bars").compactMap { mark in
      if case .text(let text) = mark { text } else { nil }
    }
    for text in texts {
      #expect(
        !bars.contains {
          $0.box.minX + 0.01 < text.box.maxX && $0.box.maxX - 0.01 > text.box.minX
            && $0.box.minY < text.box.maxY && $0.box.maxY > text.box.minY
        }, "\(text.text)")
    }
    #expect(bars.allSatisfy { $0.box.maxY <= page.maxY })
  }

  @Test("every bar says its name, columns and parts in words")
  func titles() {
    let chart = Scene(bars: 2, parts: 3).chart
    let titles = marks(chart.drawing, "bars").compactMap { mark in
      if case .titled(let title, _) = mark { title } else { nil }
    }
    #expect(titles.count == 2)
    #expect(titles[1].hasPrefix("Violence & <sexual> offences: Cost £"))
    #expect(titles[1].contains("; part 1 "))
    let svg = String(decoding: chart.svg(), as: UTF8.self)
    #expect(svg.contains("Violence &amp; &lt;sexual&gt; offences"))
  }

  @Test("neighbouring parts differ in grey by lightness or by their lines", arguments: 1...6)
  func greyscale(parts: Int) {
    let paints = StackedBarPaints(count: parts).paints
    #expect(paints.count == parts && Set(paints).count == parts)
    for (first, second) in zip(paints, paints.dropFirst()) {
      let step = (second.fill?.lightness ?? 0) - (first.fill?.lightness ?? 0)
      #expect(step > 10 && (step > 25 || (first.hatch == nil) != (second.hatch == nil)))
    }
  }
}
