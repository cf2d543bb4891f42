import Foundation
import Geometry
import Statistics
import Tables
import Testing

@testable import Cartography

/// A table of made-up counts with a busy Friday night.
func hourTable(
  name: String? = nil, largest: Double = 40, seed: UInt64 = 1, dayStart: Int = 0
) -> HourTable {
  var random = SplitMix64(seed: seed)
  var cells = (0..<24).map { _ in (0..<7).map { _ in random.nextUnit() * largest * 0.9 } }
  cells[23][4] = largest
  cells[3][0] = 0
  let hours = cells.map { $0.reduce(0, +) }
  return HourTable(
    name: name, cells: cells, hourTotals: hours,
    dayTotals: (0..<7).map { day in cells.reduce(0) { $0 + $1[day] } },
    total: hours.reduce(0, +), dayStart: dayStart)
}

let emptyHourTable = HourTable(
  name: "nothing", cells: Array(repeating: Array(repeating: 0, count: 7), count: 24),
  hourTotals: Array(repeating: 0, count: 24), dayTotals: Array(repeating: 0, count: 7), total: 0)

func hourDescription() -> ChartDescription {
  var description = ChartDescription(
    title: "Burglary <by> \"hour\" & weekday", subtitle: "April 2016 to March 2017")
  description.answers = [
    "Busiest hour: Fri 23:00 to 00:00, an estimated 40.0 incidents (1.2%)",
    "Night, 18:00 to 06:00: an estimated 1,610.1 incidents (49.5%); 1,429 must and 1,805 could lie in it",
  ]
  description.source = "made up, no licence needed"
  description.reconciliation = ["66,502 rows read: 61,120 assigned, 5,382 filtered"]
  description.projection = "WGS 84 to British National Grid, accuracy 2 m"
  description.method = "aoristic: spread evenly over the window"
  description.marking = "OFFICIAL-SENSITIVE"
  return description
}

@Suite("Chart of hours")
struct HourChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let tables: [HourTable]
    var description = hourDescription()
    var page = Page.a4Portrait
    var chart: HourChart { HourChart(of: tables, description: description, page: page) }
    var testDescription: String { name }
  }

  static let scenes: [Scene] = {
    var longWords = hourDescription()
    longWords.title = String(repeating: "Safer Neighbourhoods Partnership of Everywhere ", count: 5)
    longWords.subtitle = String(repeating: "all categories ", count: 20)
    longWords.answers = (0..<6).map { _ in String(repeating: "sixty hours of the week ", count: 8) }
    longWords.method = String(repeating: "half the weight is at the start ", count: 20)
    let named = (0..<14).map {
      hourTable(
        name: "Violence and sexual offences \($0)", largest: Double(20 * ($0 + 1)),
        seed: UInt64($0))
    }
    return [
      Scene(name: "one", tables: [hourTable()]),
      Scene(name: "from six", tables: [hourTable(dayStart: 6)]),
      Scene(name: "few", tables: [hourTable(largest: 0.4)]),
      Scene(name: "hundreds of thousands", tables: [hourTable(largest: 123_456)]),
      Scene(name: "nothing", tables: [emptyHourTable]),
      Scene(name: "two", tables: Array(named[..<2])),
      Scene(name: "seven and nothing", tables: named[..<7] + [emptyHourTable]),
      Scene(name: "fourteen", tables: named),
      Scene(name: "long words", tables: [hourTable()], description: longWords),
      Scene(name: "long words, fourteen", tables: named, description: longWords),
      Scene(
        name: "bare", tables: [hourTable()],
        description: ChartDescription(title: "", subtitle: "")),
      Scene(
        name: "poster", tables: named,
        page: Page(widthInMillimetres: 297, heightInMillimetres: 420)),
    ]
  }()

  @Test("no text touches another or leaves the page", arguments: scenes)
  func layout(_ scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 30)
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(_ scene: Scene) {
    expectWellFormed(scene.chart.svg())
  }

  @Test("every number of the table is printed in its cell, and said when it is pointed at")
  func numbers() {
    let table = hourTable()
    let cells = cellMarks(HourChart(of: [table], description: hourDescription()))
    #expect(cells.count == 168)
    for (position, cell) in cells.enumerated() {
      let (hour, day) = (position / 7, position % 7)
      #expect(cell.number == NumberWords.decimal(table.cells[hour][day], places: 1))
      #expect(cell.title.hasPrefix("\(HourTable.dayNames[day]) \(HourTable.hourNames[hour]) to "))
      #expect(cell.title.contains(": an estimated \(cell.number) incidents ("))
    }
  }

  @Test("darker cells have more, also in grey, and their numbers stand out from them")
  func contrast() {
    let table = hourTable(largest: 500, seed: 5)
    let cells = cellMarks(HourChart(of: [table], description: hourDescription()))
    let counts = cells.indices.map { table.cells[$0 / 7][$0 % 7] }
    for first in cells.indices {
      let luminance = relativeLuminance(cells[first].fill)
      let ink = relativeLuminance(cells[first].ink)
      let ratio = (max(luminance, ink) + 0.05) / (min(luminance, ink) + 0.05)
      // WCAG 2.2 asks 3 of large text and of graphics; 4.5 of text lies beyond mid-tones.
      #expect(ratio > 3.8, "\(counts[first]): \(ratio)")
      for second in cells.indices where counts[first] > counts[second] + 8 {
        #expect(cells[first].fill.lightness < cells[second].fill.lightness)
      }
    }
  }

  @Test("the busiest hour is outlined, and told to those who do not see it")
  func peak() throws {
    let chart = HourChart(of: [hourTable()], description: hourDescription())
    let outlines = hourMarks(chart).compactMap { mark -> Box? in
      guard case .rectangle(let box, let paint) = mark, paint.fill == nil,
        paint.stroke == Palette.ink
      else { return nil }
      return box
    }
    let cells = cellMarks(chart)
    #expect(outlines == [cells[23 * 7 + 4].box])
    #expect(chart.drawing.summary.contains("Busiest: Fri 23:00, an estimated 40.0 incidents"))
    for day in HourTable.dayNames { #expect(chart.drawing.summary.contains("\(day) ")) }
    let text = String(decoding: chart.svg(), as: UTF8.self)
    #expect(text.contains("role=\"img\""))
    #expect(text.contains("Burglary &lt;by&gt; &quot;hour&quot; &amp; weekday</title>"))
  }

  @Test("with days from six the rows begin there, and the small hours have the next day's name")
  func operationalDay() {
    let table = hourTable(dayStart: 6)
    let cells = cellMarks(HourChart(of: [table], description: hourDescription()))
    #expect(cells[0].title.hasPrefix("Mon 06:00 to 07:00: "))
    #expect(cells[23 * 7 + 6].title.hasPrefix("Mon 05:00 to 06:00, counted to Sun: "))
    #expect(cells[18 * 7].number == NumberWords.decimal(table.cells[0][0], places: 1))
    #expect(HourChartWords.countedTime(hour: 2, day: 4, in: table) == "Sat 02:00 (counted to Fri)")
    #expect(HourChartWords.countedTime(hour: 6, day: 6, in: table) == "Sun 06:00")
  }

  @Test("several tables share one scale, the busiest first, twelve at most")
  func panels() {
    let tables = (0..<14).map {
      hourTable(name: "category \($0)", largest: Double(10 * ($0 + 1)), seed: 3)
    }
    let chart = HourChart(of: tables, description: hourDescription())
    let words = chart.drawing.layers.flatMap { texts($0.marks) }.map(\.text)
    #expect(
      words.filter { $0.hasPrefix("category ") } == (2..<14).reversed().map { "category \($0)" })
    #expect(words.contains { $0.contains("Shown are the 12 with the most incidents of 14") })
    // The same number has the same colour in each panel; the fourteenth's largest is 140.
    #expect(words.contains("140"))
    let scale = HourScale(largest: 140)
    let fills = hourMarks(chart).compactMap { mark -> Colour? in
      guard case .titled(_, let marks) = mark, case .rectangle(_, let paint)? = marks.first else {
        return nil
      }
      return paint.fill
    }
    #expect(fills.count == 12 * 168)
    for (panel, table) in tables.reversed().prefix(12).enumerated() {
      for position in 0..<168 {
        #expect(
          fills[panel * 168 + position] == scale.fill(table.cells[position / 7][position % 7]))
      }
    }
  }

  @Test("the same tables give the same bytes")
  func deterministic() {
    let tables = [hourTable(name: "a"), hourTable(name: "b", seed: 2)]
    #expect(
      HourChart(of: tables, description: hourDescription()).svg()
        == HourChart(of: tables, description: hourDescription()).svg())
  }

  // MARK: -

  /// A cell of a heat table as it is drawn.
  struct Cell {
    let title: String
    let box: Box
    let fill: Colour
    let number: String
    let ink: Colour
  }

  func hourMarks(_ chart: HourChart) -> [Mark] {
    chart.drawing.layers.first { $0.name == "hours" }?.marks ?? []
  }

  func cellMarks(_ chart: HourChart) -> [Cell] {
    hourMarks(chart).compactMap { mark in
      guard case .titled(let title, let marks) = mark, marks.count == 2,
        case .rectangle(let box, let paint) = marks[0], case .text(let text) = marks[1],
        let fill = paint.fill
      else { return nil }
      return Cell(title: title, box: box, fill: fill, number: text.text, ink: text.colour)
    }
  }

  /// The relative luminance of WCAG 2.2, from its definition.
  func relativeLuminance(_ colour: Colour) -> Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green)
      + 0.0722 * linear(colour.blue)
  }
}
