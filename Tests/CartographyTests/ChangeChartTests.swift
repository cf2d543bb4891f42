import Foundation
import Geometry
import Statistics
import Testing

@testable import Cartography

/// Made-up rows, one of them with evidence; the last is the total.
func changeRows(_ count: Int, largest: Double = 2_000, groups: Int = 0) -> [ChangeChart.Row] {
  var random = SplitMix64(seed: 7)
  var units = (0..<count).map { place in
    let earlier = (random.nextUnit() * largest / Double(place + 1)).rounded()
    let now = (earlier * (0.7 + 0.6 * random.nextUnit())).rounded()
    return ChangeChart.Row(
      name: place % 5 == 0 ? "Possession of weapons and other things \(place)" : "Ward \(place)",
      group: groups == 0 ? nil : "Group \(place % groups)", earlier: earlier, now: now,
      relative: earlier > 0 ? now / earlier - 1 : nil,
      evidence: earlier + now < 10
        ? .few
        : abs(now - earlier) > 3 * earlier.squareRoot()
          ? (now > earlier ? .increase : .decrease) : ChangeChart.Evidence.none)
  }
  func sum(_ rows: [ChangeChart.Row], _ name: String, _ group: String?) -> ChangeChart.Row {
    let (earlier, now) = (
      rows.reduce(0) { $0 + $1.earlier }, rows.reduce(0) { $0 + $1.now }
    )
    return ChangeChart.Row(
      name: name, group: group, earlier: earlier, now: now,
      relative: earlier > 0 ? now / earlier - 1 : nil, evidence: nil)
  }
  let total = sum(units, "Total", nil)
  for group in 0..<groups {
    units.append(
      sum(units.filter { $0.group == "Group \(group)" }, "Group \(group)", "Group \(group)"))
  }
  return units + [total]
}

private let periods = ChangeChart.Periods(
  earlier: ("July 2014 to June 2015", 365), now: ("July 2015 to June 2016", 366))

private let description = {
  var description = ChartDescription(
    title: "Change by category", subtitle: "July 2015 to June 2016 against July 2014 to June 2015")
  description.answers = [
    "Total 48,934, up 1.0% from 48,450; a day 133.7 against 132.7.",
    "No evidence of change in 14 of 18 wards; evidence of an increase in 3, of a decrease in 1.",
  ]
  description.source = "made up, no licence needed"
  description.reconciliation = ["66,502 rows read: 61,120 assigned, 5,382 filtered"]
  description.method = "E-test (Krishnamoorthy and Thomson 2004)"
  description.marking = "OFFICIAL-SENSITIVE"
  return description
}()

@Suite("Chart of two periods")
struct ChangeChartTests {
  /// A chart and what it is of.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [ChangeChart.Row]
    var page = Page.a4Portrait
    var chart: ChangeChart {
      ChangeChart(
        of: rows, periods: periods, noun: "wards", description: description, page: page)
    }
    var testDescription: String { name }
  }

  static let scenes = [
    Scene(name: "one", rows: changeRows(1)),
    Scene(name: "eighteen", rows: changeRows(18)),
    Scene(name: "hundred and twenty-eight", rows: changeRows(128)),
    Scene(name: "hundreds of thousands", rows: changeRows(18, largest: 400_000)),
    Scene(name: "few", rows: changeRows(5, largest: 4)),
    Scene(name: "nothing", rows: changeRows(3, largest: 0)),
    Scene(name: "groups", rows: changeRows(24, groups: 4)),
    Scene(name: "many groups", rows: changeRows(200, groups: 12)),
    Scene(
      name: "poster", rows: changeRows(60),
      page: Page(widthInMillimetres: 297, heightInMillimetres: 420)),
  ]

  @Test("no text touches another or leaves the page", arguments: scenes)
  func layout(_ scene: Scene) {
    expectLegible(scene.chart.drawing, textsAbove: 15)
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: scenes)
  func wellFormed(_ scene: Scene) {
    expectWellFormed(scene.chart.svg())
  }

  @Test("dots lie in proportion to incidents a day where the periods differ in length")
  func dots() {
    let rows = [
      ChangeChart.Row(
        name: "A", earlier: 730, now: 366, relative: 366.0 / 730 - 1, evidence: .decrease),
      ChangeChart.Row(name: "B", earlier: 0, now: 0, relative: nil, evidence: .few),
      ChangeChart.Row(name: "Total", earlier: 730, now: 366, relative: 366.0 / 730 - 1),
    ]
    let chart = ChangeChart(of: rows, periods: periods, noun: "wards", description: description)
    // 2 a day and 1 a day; then twice 0.
    let centres = circles(in: chart, "A") + circles(in: chart, "B")
    #expect(centres.count == 4)
    let zero = centres[2].x
    #expect(abs((centres[0].x - zero) - 2 * (centres[1].x - zero)) < 1e-9)
    #expect(centres[3].x == zero)
    #expect(circles(in: chart, "Total").isEmpty)
  }

  @Test("a page without room shows all with evidence, the largest of the others, and says so")
  func room() {
    var rows = changeRows(128)
    for place in rows.indices.dropLast() { rows[place].evidence = ChangeChart.Evidence.none }
    // The smallest of all.
    rows[127].evidence = .increase
    rows[127].name = "the one that rose"
    let chart = ChangeChart(of: rows, periods: periods, noun: "wards", description: description)
    #expect(circles(in: chart, "the one that rose").count == 2)
    let all = chart.drawing.layers.flatMap { texts($0.marks) }.map(\.text).joined(separator: " ")
    let shown = rows.dropLast().count { !circles(in: chart, "\($0.name):").isEmpty }
    #expect(shown > 30 && shown < 128)
    #expect(all.contains("\(shown) of 128 wards; the table has all."))
  }

  @Test("rows are printed with counts and the change of counts, none of a base of none")
  func words() {
    let rows = [
      ChangeChart.Row(
        name: "Murder", earlier: 6, now: 1, relative: 1.0 / 6 - 1, evidence: .few),
      ChangeChart.Row(name: "New", earlier: 0, now: 12, relative: nil, evidence: .increase),
      ChangeChart.Row(name: "Total", earlier: 6, now: 13, relative: 13.0 / 6 - 1),
    ]
    let chart = ChangeChart(of: rows, periods: periods, noun: "wards", description: description)
    #expect(words(in: chart, "Murder") == ["Murder", "6", "1", "−83.3%", "too few"])
    #expect(words(in: chart, "New") == ["New", "0", "12", "–", "increase"])
    #expect(words(in: chart, "Total") == ["Total", "6", "13", "+116.7%"])
  }

  private func marks(in chart: ChangeChart, _ prefix: String) -> [Mark] {
    chart.drawing.layers.flatMap(\.marks).flatMap { mark -> [Mark] in
      if case .titled(let title, let marks) = mark, title.hasPrefix(prefix) { marks } else { [] }
    }
  }

  private func circles(in chart: ChangeChart, _ prefix: String) -> [Point] {
    marks(in: chart, prefix).compactMap {
      if case .circle(let centre, _, _) = $0 { centre } else { nil }
    }
  }

  private func words(in chart: ChangeChart, _ prefix: String) -> [String] {
    texts(marks(in: chart, prefix)).map(\.text)
  }
}
