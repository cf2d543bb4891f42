import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

@Suite("Chart of a cross table")
struct CrossTableChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let table: HeatTable
    var title = "Victim age by category"
    var page: Page?
    var chart: CrossTableChart {
      var description = ChartDescription(title: title, subtitle: "January to December 2025")
      description.answers = [
        "Robbery stands out most in night: 372 of its 500 (74.4%), against 41.2% of all",
        "Not recorded: victim age of 7,213 of 20,000 (36.1%)",
      ]
      description.source = "made up, no licence needed"
      description.reconciliation = ["20,000 rows read: 19,610 assigned, 390 outside"]
      description.method = "each incident counts once, in the cell of its two values."
      description.marking = "OFFICIAL-SENSITIVE"
      return CrossTableChart(of: table, description: description, page: page)
    }
    var testDescription: String { name }
  }

  /// A table of made-up counts; the last lines are quiet ones if so asked.
  static func table(
    _ rows: [String], _ columns: [String], largest: Int = 900, quiet: Bool = true,
    mark: String? = "* fewer than 5 incidents"
  ) -> HeatTable {
    var random = SplitMix64(seed: UInt64(rows.count * 1000 + columns.count))
    let all = (
      rows + (quiet ? ["not recorded"] : []), columns + (quiet ? ["Other", "not recorded"] : [])
    )
    let counts = all.0.map { _ in
      all.1.map { _ in Int(pow(random.nextUnit(), 4) * Double(largest)) }
    }
    func text(_ count: Int) -> String {
      NumberWords.grouped(count) + (mark != nil && (1..<5).contains(count) ? "*" : "")
    }
    func lines(_ names: [String], _ sums: [Int]) -> [HeatTable.Line] {
      zip(names, sums).map { name, sum in
        HeatTable.Line(
          name: name, end: NumberWords.grouped(sum), amount: Double(sum),
          isQuiet: name == "Other" || name == "not recorded")
      }
    }
    let sums = (
      counts.map { $0.reduce(0, +) },
      all.1.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    )
    return HeatTable(
      rows: lines(all.0, sums.0), columns: lines(all.1, sums.1),
      cells: zip(all.0, counts).map { row, counts in
        zip(all.1, counts).map { column, count in
          HeatTable.Cell(
            text: text(count), weight: Double(count), title: "\(row), \(column): \(count)")
        }
      },
      headings: ("Crime type", "Victim age"),
      ends: ("Total", "Total", NumberWords.grouped(sums.0.reduce(0, +))),
      key: ("Incidents in each cell", NumberWords.grouped(counts.joined().max() ?? 0)), mark: mark)
  }

  static let categories = [
    "Theft from the person", "Other theft", "Shoplifting", "Violence and sexual offences",
    "Anti-social behaviour", "Vehicle crime", "Burglary", "Public order", "Bicycle theft",
    "Robbery", "Criminal damage and arson", "Drugs", "Other crime", "Possession of weapons",
  ]
  static let months = (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)" }
  static let bands = ["under 18", "18-24", "25-34", "35-44", "45 and over"]

  static let scenes: [Scene] = [
    Scene(name: "one by one", table: table(["a"], ["b"], quiet: false, mark: nil)),
    Scene(name: "night", table: table(categories, ["night", "day"])),
    Scene(name: "ages", table: table(categories, bands)),
    Scene(name: "ages by category", table: table(bands, categories)),
    Scene(name: "months", table: table(categories, months)),
    Scene(name: "by months", table: table(months, categories, largest: 60)),
    Scene(name: "millions", table: table(categories, bands, largest: 12_345_678)),
    Scene(
      name: "many",
      table: table((1...700).map { "E010\(10_000 + $0)" }, (1...190).map { "street \($0)" })),
    Scene(
      name: "long names",
      table: table(
        (1...9).map { "\($0) " + String(repeating: "of a very long name that goes on ", count: 4) },
        (1...9).map { "\($0) " + String(repeating: "also long and going on ", count: 5) })),
    Scene(name: "nothing", table: table(bands, categories, largest: 0)),
    Scene(name: "bare", table: table(bands, bands, mark: nil), title: ""),
    Scene(name: "poster", table: table(categories, months), page: .a3Portrait),
    Scene(name: "slide", table: table(categories, bands), page: .slide),
  ]

  @Test(
    "no text touches another or leaves the page, and none is smaller than is read",
    arguments: scenes)
  func layout(_ scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 10)
  }

  @Test("no line crosses a text", arguments: scenes)
  func lines(_ scene: Scene) throws {
    let marks = try #require(scene.chart.drawing.layers.first { $0.name == "cells" }).marks
    let all = texts(marks)
    for case .line(let points, _) in marks {
      for (from, to) in zip(points, points.dropFirst()) {
        for text in all {
          #expect(
            !Segment(from: from, to: to).meets(text.box.padded(by: -0.4)), "\(text.text)")
        }
      }
    }
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(_ scene: Scene) {
    expectWellFormed(scene.chart.svg())
  }

  @Test("every number of a table with room for all is printed, darker the larger it is")
  func numbers() {
    let table = Self.table(Self.categories, Self.bands)
    let chart = Scene(name: "", table: table).chart
    let cells = Self.cells(chart)
    #expect(cells.map(\.number) == table.cells.joined().map(\.text))
    let quiet = table.columns.filter(\.isQuiet).count
    var shades: [(weight: Double, lightness: Double)] = []
    for (place, cell) in cells.enumerated() {
      let (row, column) = (place / table.columns.count, place % table.columns.count)
      if table.rows[row].isQuiet || column >= table.columns.count - quiet {
        #expect(cell.fill == Palette.paper)
      } else {
        shades.append((table.cells[row][column].weight, cell.fill.lightness))
      }
    }
    let ordered = shades.sorted { $0.weight < $1.weight }.map(\.lightness)
    #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0 >= $1 - 1e-9 })
  }

  @Test("where lines have no room, those that hold most are shown in their order, and that is said")
  func leading() throws {
    let many = try #require(Self.scenes.first { $0.name == "many" })
    let cells = Self.cells(many.chart)
    let notes = try #require(many.chart.drawing.layers.first { $0.name == "notes" })
    let words = texts(notes.marks).map(\.text).joined(separator: " ")
    let shownRows = Set(cells.compactMap { $0.title.components(separatedBy: ", ").first })
    #expect(words.contains("Shown are the \(shownRows.count) of 701 rows with the most"))
    #expect(words.contains(" of 192 columns with the most"))
    let order = many.table.rows.filter { !$0.isQuiet }.sorted { $0.amount > $1.amount }
    #expect(
      shownRows
        == Set(order.prefix(shownRows.count - 1).map(\.name)).union(["not recorded"]))
  }

  @Test("the description says the rows, so that it can be listened to")
  func summary() {
    let summary = Scene(name: "", table: Self.table(Self.bands, ["night", "day"])).chart.drawing
      .summary
    #expect(summary.hasPrefix("Heat table of Crime type by Victim age, January to December 2025; "))
    for band in Self.bands { #expect(summary.contains("\(band): night ")) }
  }

  /// One cell as it is drawn.
  private struct Cell {
    let title: String
    let fill: Colour
    let number: String
  }

  private static func cells(_ chart: CrossTableChart) -> [Cell] {
    (chart.drawing.layers.first { $0.name == "cells" }?.marks ?? []).compactMap { mark in
      guard case .titled(let title, let marks) = mark, case .rectangle(_, let paint)? = marks.first,
        case .text(let text)? = marks.last, let fill = paint.fill
      else { return nil }
      return Cell(title: title, fill: fill, number: text.text)
    }
  }
}
