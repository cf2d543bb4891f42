import Foundation
import FoundationXML
import Geometry
import Statistics
import Tables
import Testing

@testable import Cartography

@Suite("Styles for QGIS")
struct QGISStyleTests {
  private func table(_ values: [Double?]) -> FeatureTable {
    var outlines = OutlineTable()
    for place in values.indices {
      let x = Double(place) * 10
      outlines.appendArea([
        [[Point(x: x, y: 0), Point(x: x + 10, y: 0), Point(x: x, y: 10), Point(x: x, y: 0)]]
      ])
    }
    return FeatureTable(
      name: "t", columns: [Column("a \"b\"", .reals(values))], geometry: .areas(outlines))
  }

  @Test("each class has the limits and the colour of the map, areas without a value a hatch")
  func classes() throws {
    let breaks = try ClassBreaks(thresholds: [10, 20], separatesZero: true)
    let value = MapValue(column: "a \"b\"", label: "n", kind: .count)
    let style = try QGISStyle(
      areasOf: table([0, 3, 10, 15, 40, nil]), value: value, classification: .given(breaks))
    let name = "\"a \"\"b\"\"\""
    #expect(
      style.rules.map(\.filter) == [
        "\(name) = 0", "\(name) > 0 AND \(name) < 10.0",
        "\(name) >= 10.0 AND \(name) < 20.0", "\(name) >= 20.0", "\(name) IS NULL",
      ])
    #expect(
      style.rules.map(\.fill)
        == [Palette.zero] + Palette.sequential(classes: 3) + [Palette.absent])
    #expect(style.rules.map(\.isHatched) == [false, false, false, false, true])
  }

  @Test("a key of significance is listed from hot to cold, and what was not tested comes last")
  func significance() {
    let style = QGISStyle(key: .hotAndCold, filters: (-3...3).map { "class = \($0)" })
    #expect(style.rules.first?.filter == "class = 3" && style.rules.count == 8)
    #expect(style.rules.first?.fill == Palette.diverging.last)
    #expect(style.rules.last?.filter == nil && style.rules.last?.isHatched == true)
  }

  @Test("a style of change has the limits of its classes on both sides, and a hatch for evidence")
  func change() {
    // One size, 4: its class is the outermost, from the roundest number above 0 through 4.
    let classes = ChangeClasses(differences: [0, 4, -4])
    let key = ChangeKey(classes, evidence: [0, 1, 0])
    let style = QGISStyle(change: key, difference: "d", evidence: ("less", "more", "none"))
    let step = classes.steps[0]
    #expect(
      style.rules.map(\.filter) == [
        "d >= \(step) AND more", "d >= \(step) AND none", "abs(d) < \(step) AND none",
        "d <= -\(step) AND none",
      ])
    #expect(style.rules.map(\.hatch?.kind) == [.dots, nil, nil, nil])
    #expect(style.rules.first?.fill == Palette.diverging.last)
    #expect(style.rules.last?.fill == Palette.diverging.first)
    let none = ChangeKey(ChangeClasses(differences: [0, 0]), evidence: [0, 0])
    let plain = QGISStyle(change: none, difference: "d", evidence: ("less", "more", "none"))
    #expect(
      plain.rules.map(\.filter) == ["d > 0 AND none", "d = 0 AND none", "d < 0 AND none"])
  }

  @Test("of several classes, each ends where the next begins")
  func changeLimits() {
    let classes = ChangeClasses(differences: [0.1, -0.1, 1, -2, 2.1, -8, 0])
    let (first, second, third) = (classes.steps[0], classes.steps[1], classes.steps[2])
    #expect(classes.filter(of: 3, "d") == "d >= \(third)")
    #expect(classes.filter(of: 1, "d") == "d >= \(first) AND d < \(second)")
    #expect(classes.filter(of: -2, "d") == "d <= -\(second) AND d > -\(third)")
    #expect(classes.filter(of: 0, "d") == "abs(d) < \(first)")
  }

  @Test("the text is XML, with a symbol of its colour for each rule")
  func text() throws {
    let style = QGISStyle(rules: [
      .init(label: "a < b & c", filter: "\"n\" < 3", fill: Colour(0x0A141E)),
      .init(label: "rest", filter: nil, fill: Palette.absent, hatch: .absent),
    ])
    let parsed = try XMLDocument(xmlString: style.qml)
    let rules = try parsed.nodes(forXPath: "//rule")
    let filters = rules.map { ($0 as? XMLElement)?.attribute(forName: "filter")?.stringValue }
    #expect(filters == ["\"n\" < 3", "ELSE"])
    let labels = rules.map { ($0 as? XMLElement)?.attribute(forName: "label")?.stringValue }
    #expect(labels == ["a < b & c", "rest"])
    let colours = try parsed.nodes(
      forXPath: "//symbol[@name='0']/layer/prop[@k='color']/@v"
    ).map(\.stringValue)
    #expect(colours == ["10,20,30,255"])
    #expect(try parsed.nodes(forXPath: "//symbol[@name='1']/layer").count == 2)
  }

  @Test("hotspots are a dark line on a light one without a fill, with numbers in discs")
  func outlines() throws {
    var style = QGISStyle(rules: [.init(label: "hotspot", filter: nil, fill: Palette.paper)])
    (style.edge, style.labels) = (.cased, QGISLabels(column: "fid", look: .badges))
    let parsed = try XMLDocument(xmlString: style.qml)
    func values(_ path: String) throws -> [String?] {
      try parsed.nodes(forXPath: path).map(\.stringValue)
    }
    let symbol = "//renderer-v2//symbol[@name='0']/layer/prop"
    #expect(try values("\(symbol)[@k='style']/@v") == ["no", "no"])
    #expect(try values("\(symbol)[@k='outline_color']/@v") == ["255,255,255,255", "38,38,38,255"])
    #expect(try values("/qgis/@labelsEnabled") == ["1"])
    #expect(try values("//text-style/@fieldName") == ["fid"])
    #expect(try values("//background/@shapeDraw") == ["1"])
    #expect(try values("//rendering/@displayAll") == ["1"])
  }

  @Test("bands close their hairlines with their own colour, and opacity is that of the whole layer")
  func bands() throws {
    var style = QGISStyle(bandsOf: "band", numbers: [1, 2], bandCount: 2, labels: ["low", "high"])
    (style.edge, style.opacity) = (.own, 0.8)
    let parsed = try XMLDocument(xmlString: style.qml)
    for (name, colour) in zip(["0", "1"], Palette.bands(2)) {
      let parts = "\(colour.red),\(colour.green),\(colour.blue),255"
      for key in ["color", "outline_color"] {
        let path = "//symbol[@name='\(name)']/layer/prop[@k='\(key)']/@v"
        #expect(try parsed.nodes(forXPath: path).map(\.stringValue) == [parts])
      }
    }
    #expect(try parsed.nodes(forXPath: "/qgis/layerOpacity").map(\.stringValue) == ["0.8"])
    #expect(try parsed.nodes(forXPath: "/qgis/@labelsEnabled").map(\.stringValue) == ["0"])
  }
}
