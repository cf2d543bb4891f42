import Foundation
import Geometry
import Testing

@testable import Cartography

@Suite("Chart of concentration")
struct LorenzChartTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let curves: [LorenzCurve]
    var chance: [Double] = []
    let units: LorenzUnits
    var page = Page.a4Portrait
    var testDescription: String { name }

    var chart: LorenzChart {
      var description = ChartDescription(
        title: "How few LSOAs hold how much", subtitle: "April 2016 to March 2017")
      description.answers = ["The busiest 3 of 128 LSOAs hold 40.2% of 66,502 incidents"]
      description.source = "made up, no licence needed"
      description.marking = "OFFICIAL-SENSITIVE"
      return LorenzChart(
        of: curves, chance: chance, chanceShare: chance.isEmpty ? nil : 0.031, units: units,
        description: description, page: page)
    }

    var texts: [TextMark] {
      chart.drawing.layers.flatMap { LorenzChartTests.texts($0.marks) }
    }
  }

  /// A curve of units whose incidents fall with their place to a power.
  static func curve(_ name: String, units: Int, power: Double, top: Int = 3) -> LorenzCurve {
    let amounts = (1...units).map { (1000 * pow(Double($0), -power)).rounded(.up) }
    let total = amounts.reduce(0, +)
    var sum = 0.0
    var points: [(units: Double, share: Double)] = [(0, 0)]
    for (index, amount) in amounts.enumerated() {
      sum += amount
      points.append((Double(index + 1) / Double(units), sum / total))
    }
    return LorenzCurve(
      name: name, incidents: total, topShare: amounts.prefix(top).reduce(0, +) / total,
      half: points.firstIndex { $0.share >= 0.5 }, gini: 0.62, interval: (0.5284, 0.7561),
      points: points)
  }

  static let chance = (0...100).map { place in
    let part = Double(place) / 100
    return part + 0.25 * part * (1 - part)
  }

  static let scenes: [Scene] = {
    let names = [
      "All", "Violence and sexual offences", "Anti-social behaviour", "Other theft",
      "Public order and weapons, whatever else has a very long name indeed", "Robbery", "Burglary",
      "Drugs", "Vehicle crime", "Shoplifting", "Bicycle theft", "Criminal damage and arson",
      "Possession of weapons", "Other crime", "Theft from the person",
    ]
    func curves(_ units: Int) -> [LorenzCurve] {
      names.enumerated().map { curve($1, units: units, power: 0.9 + 0.13 * Double($0 * 4 % 7)) }
    }
    return [
      Scene(
        name: "one unit", curves: [curve("All", units: 1, power: 1)], chance: [0, 1],
        units: LorenzUnits(count: 1, top: 3, noun: "areas")),
      Scene(
        name: "128 units", curves: [curve("All", units: 128, power: 1)], chance: chance,
        units: LorenzUnits(count: 128, top: 3, noun: "LSOAs")),
      Scene(
        name: "4835 units", curves: [curve("All", units: 4835, power: 0.5)], chance: chance,
        units: LorenzUnits(count: 4835, top: 3, noun: "LSOAs")),
      Scene(
        name: "14 categories", curves: curves(128), chance: chance,
        units: LorenzUnits(count: 128, top: 3, noun: "LSOAs")),
      Scene(
        name: "two categories on A3",
        curves: (0..<3).map {
          curve(names[$0], units: 20, power: 1.4 - 0.3 * Double($0), top: 1)
        },
        units: LorenzUnits(count: 20, top: 1, noun: "wards"), page: .a3Portrait),
      Scene(
        name: "nothing",
        curves: [LorenzCurve(name: "All", incidents: 0, topShare: nil, half: nil, points: [])],
        units: LorenzUnits(count: 128, top: 3, noun: "LSOAs")),
    ]
  }()

  private static func texts(_ marks: [Mark]) -> [TextMark] {
    marks.flatMap { mark -> [TextMark] in
      switch mark {
      case .text(let text): [text]
      case .titled(_, let marks): texts(marks)
      default: []
      }
    }
  }

  @Test("no two texts overlap, and all lie on the page", arguments: scenes)
  func overlaps(scene: Scene) {
    let texts = scene.texts
    let paper = Box(minX: 0, minY: 0, maxX: scene.page.width, maxY: scene.page.height)
    for (index, text) in texts.enumerated() {
      #expect(paper.contains(text.box), "\(text.text)")
      for other in texts[..<index] {
        let isApart = !text.box.padded(by: -1).intersects(other.box.padded(by: -1))
        #expect(isApart, "\(text.text) / \(other.text)")
      }
    }
  }

  @Test("the curve, the mark and the chance stand where their numbers are")
  func places() throws {
    let scene = Self.scenes[1]
    let layer = try #require(scene.chart.drawing.layers.first { $0.name == "curves" })
    var lines: [String: [Point]] = [:]
    var discs: [Point] = []
    for mark in layer.marks {
      if case .titled(let title, let marks) = mark, case .line(let points, _)? = marks.first {
        lines[String(title.prefix(4))] = points
      }
      if case .circle(let centre, _, _) = mark { discs.append(centre) }
    }
    let all = try #require(lines["All:"])
    let even = try #require(lines["An e"])
    #expect(all.first == even.first && all.last == even.last)
    let side = even[1].x - even[0].x
    #expect(abs(side - (even[0].y - even[1].y)) < 1e-9)
    let disc = try #require(discs.first)
    let share = try #require(scene.curves[0].topShare)
    #expect(abs((disc.x - even[0].x) / side - 3.0 / 128) < 1e-9)
    #expect(abs((even[0].y - disc.y) / side - share) < 1e-9)
  }

  @Test("the words tell what the curves show, and what is left out")
  func words() throws {
    let one = Self.scenes[1].chart.drawing.summary
    #expect(one.contains("of 128 LSOAs hold together"))
    #expect(one.contains("All: the busiest 3 hold "))
    #expect(one.hasSuffix("By chance alone the busiest 3 hold 3.1%."))
    let many = Self.scenes[3]
    #expect(
      many.texts.contains { $0.text.contains("all incidents and the 5 categories with the most") })
    #expect(many.texts.contains { $0.text == "Robbery" })
    #expect(!many.texts.contains { $0.text == "Burglary" })
    #expect(Self.scenes[5].chart.drawing.summary.contains("All: no incidents."))
    #expect(Self.scenes[0].chart.drawing.summary.contains("All: the busiest holds 100.0%"))
  }

  @Test(
    "every curve of several has its number, on it and in the key",
    arguments: [scenes[3], scenes[4]])
  func badges(scene: Scene) {
    let numbers = scene.texts.filter { $0.anchor == .middle && $0.isBold }.map(\.text)
    for number in 1...min(6, scene.curves.count) {
      #expect(numbers.count { $0 == "\(number)" } == 2)
    }
  }
}
