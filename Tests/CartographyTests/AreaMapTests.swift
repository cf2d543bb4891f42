import Foundation
import Geometry
import Statistics
import Tables
import Testing

@testable import Cartography

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A table of a made-up town with skewed counts.
func townTable(
  columns: Int, rows: Int, detail: Int = 4, seed: UInt64 = 1, values: [Double?]? = nil,
  names: [String] = ["St James's", "Bow & Bell <E>", "Ynys Môn", "Knightsbridge and Belgravia"]
) -> FeatureTable {
  let outlines = Tiling(columns: columns, rows: rows, detail: detail, seed: seed).outlines
  var random = SplitMix64(seed: seed)
  let made: [Double?] = (0..<outlines.areaCount).map { _ in
    (random.nextUnit() * random.nextUnit() * random.nextUnit() * 3000).rounded(.down)
  }
  return FeatureTable(
    name: "town",
    columns: [
      Column("code", .text((0..<outlines.areaCount).map { "E0\(1_000_000 + $0)" })),
      Column("name", .text((0..<outlines.areaCount).map { "\(names[$0 % names.count]) \($0)" })),
      Column("incidents", .reals(values ?? made)),
    ], geometry: .areas(outlines), crs: "EPSG:27700")
}

func townDescription() -> MapDescription {
  var description = MapDescription(
    title: "Recorded incidents & \"noise\" <all>", subtitle: "April 2016 to March 2017",
    value: MapValue(column: "incidents", label: "incidents", kind: .count))
  description.source = "made up, no licence needed"
  description.projection = "WGS 84 to British National Grid, accuracy 2 m"
  description.reconciliation = ["66,502 rows read: 61,120 assigned, 5,382 outside"]
  description.method = "counted once each"
  description.marking = "OFFICIAL-SENSITIVE"
  return description
}

@Suite("Area map")
struct AreaMapTests {
  /// What is drawn in each of the tests of layout.
  struct Scene: Sendable {
    let name: String
    let table: FeatureTable
    var description = townDescription()
    var page: Page?
  }

  /// A scene and its map, drawn once for all tests.
  struct Drawn: Sendable, CustomTestStringConvertible {
    let scene: Scene
    let map: AreaMap
    var testDescription: String { scene.name }
  }

  static let drawnScenes: [Drawn] = scenes.compactMap { scene in
    let map = try? AreaMap(of: scene.table, description: scene.description, page: scene.page)
    return map.map { Drawn(scene: scene, map: $0) }
  }

  static let scenes: [Scene] = {
    var longWords = townDescription()
    longWords.title = String(repeating: "Safer Neighbourhoods Partnership of Everywhere ", count: 5)
    longWords.subtitle = String(repeating: "all categories ", count: 20)
    longWords.projection = String(repeating: "a better operation was skipped ", count: 15)
    longWords.value.label = "incidents of every kind per square kilometre and year"
    longWords.value.kind = .rate
    var bare = MapDescription(
      title: "", subtitle: "", value: MapValue(column: "incidents", label: "n", kind: .count))
    bare.nameColumn = "absent"
    let zeros: [Double?] = Array(repeating: 0, count: 20)
    let gaps: [Double?] = (0..<20).map { $0 % 3 == 0 ? nil : Double($0) / 7 }
    var crowd: [Double?] = Array(repeating: 0, count: 900)
    for place in 0..<12 { crowd[405 + place % 4 + place / 4 * 30] = Double(100 + place) }
    let slide = Page(widthInMillimetres: 338.67, heightInMillimetres: 190.5)
    let poster = Page(widthInMillimetres: 297, heightInMillimetres: 420)
    return [
      Scene(name: "wards", table: townTable(columns: 5, rows: 4)),
      Scene(name: "small areas", table: townTable(columns: 12, rows: 10, detail: 2)),
      Scene(name: "crowded ranks", table: townTable(columns: 30, rows: 30, detail: 1)),
      Scene(
        name: "part of the layer",
        table: townTable(columns: 30, rows: 30, detail: 1, values: crowd)),
      Scene(name: "one area", table: townTable(columns: 1, rows: 1)),
      Scene(name: "wide", table: townTable(columns: 20, rows: 1)),
      Scene(name: "tall", table: townTable(columns: 1, rows: 20)),
      Scene(name: "zeros", table: townTable(columns: 5, rows: 4, values: zeros)),
      Scene(name: "gaps", table: townTable(columns: 5, rows: 4, values: gaps)),
      Scene(
        name: "no data", table: townTable(columns: 2, rows: 1, values: [nil, .some(.nan)])),
      Scene(name: "long words", table: townTable(columns: 12, rows: 10), description: longWords),
      Scene(name: "bare", table: townTable(columns: 5, rows: 4), description: bare),
      Scene(name: "slide", table: townTable(columns: 9, rows: 5), page: slide),
      Scene(name: "poster", table: townTable(columns: 9, rows: 5), page: poster),
    ]
  }()

  @Test("every scene can be drawn")
  func all() {
    #expect(Self.drawnScenes.count == Self.scenes.count)
  }

  @Test("no text touches another or leaves the page", arguments: drawnScenes)
  func layout(_ drawn: Drawn) {
    let drawing = drawn.map.drawing
    let page = Box(minX: 0, minY: 0, maxX: drawing.page.width, maxY: drawing.page.height)
    let all = drawing.layers.flatMap { texts($0.marks) }
    for (index, text) in all.enumerated() {
      #expect(page.contains(text.box), "'\(text.text)' leaves the page")
      #expect(text.size >= 7)
      for other in all.dropFirst(index + 1) {
        #expect(
          !text.box.padded(by: -0.3).intersects(other.box.padded(by: -0.3)),
          "'\(text.text)' touches '\(other.text)'")
      }
    }
  }

  @Test("areas keep clear of everything around the map", arguments: drawnScenes)
  func areasInFrame(_ drawn: Drawn) {
    let drawing = drawn.map.drawing
    var map = Box.empty
    for shape in shapes(of: drawing) {
      for ring in shape.rings {
        for (x, y) in zip(ring.x, ring.y) { map.formUnion(x: Double(x) / 10, y: Double(y) / 10) }
      }
    }
    #expect(map.width > 20 && map.height > 5)
    for layer in drawing.layers where layer.name != "labels" {
      for text in texts(layer.marks) {
        #expect(!text.box.intersects(map), "'\(text.text)' lies on the map")
      }
    }
  }

  @Test("each page is well-formed XML whose identifiers differ", arguments: drawnScenes)
  func wellFormed(_ drawn: Drawn) {
    let svg = drawn.map.svg()
    let reader = XMLReader()
    #expect(reader.read(svg), "\(reader.failure)")
    #expect(Set(reader.identifiers).count == reader.identifiers.count)
    #expect(reader.identifiers.contains("areas"))
    #expect(reader.elements["text", default: 0] > 0)
  }

  @Test("every area is drawn once, with its code as identifier and its count as title")
  func areas() throws {
    let table = townTable(columns: 5, rows: 4)
    let map = try AreaMap(of: table, description: townDescription())
    let drawn = shapes(of: map.drawing).sorted { $0.name < $1.name }
    #expect(drawn.map(\.name) == (0..<20).map { "area-E0\(1_000_000 + $0)" })
    let value = try #require(table[column: "incidents"]?.values.number(at: 1))
    #expect(
      drawn[1].title == "E01000001 Bow & Bell <E> 1: \(NumberWords.grouped(Int(value))) incidents")
    let text = String(decoding: map.svg(), as: UTF8.self)
    #expect(text.contains("<title>E01000001 Bow &amp; Bell &lt;E&gt; 1: "))
    #expect(text.contains("Recorded incidents &amp; &quot;noise&quot; &lt;all&gt;</title>"))
  }

  @Test("the classes hold every area with a value", arguments: drawnScenes)
  func classCounts(_ drawn: Drawn) {
    let (scene, map) = (drawn.scene, drawn.map)
    let values = (0..<scene.table.rowCount).compactMap {
      scene.table[column: "incidents"]?.values.number(at: $0)
    }.filter(\.isFinite)
    #expect(map.classCounts.reduce(0, +) == values.count)
    for (index, count) in map.classCounts.enumerated() {
      #expect(values.count { map.breaks.classIndex(of: $0) == index } == count)
    }
  }

  @Test("the breaks of one map can be used for the next")
  func given() throws {
    let first = try AreaMap(of: townTable(columns: 5, rows: 4), description: townDescription())
    let next = try AreaMap(
      of: townTable(columns: 5, rows: 4, seed: 9), description: townDescription(),
      classification: .given(first.breaks))
    #expect(next.breaks == first.breaks)
    let legend = next.drawing.layers.first { $0.name == "legend" }?.marks ?? []
    let swatches = legend.count { if case .rectangle = $0 { true } else { false } }
    #expect(swatches == first.breaks.classCount)
  }

  @Test("the same table gives the same bytes")
  func deterministic() throws {
    let table = townTable(columns: 12, rows: 10)
    let first = try AreaMap(of: table, description: townDescription()).svg()
    #expect(try AreaMap(of: table, description: townDescription()).svg() == first)
  }

  @Test("a borough of 126 areas and 60,000 vertices stays far below a megabyte")
  func size() throws {
    let table = townTable(columns: 14, rows: 9, detail: 7)
    guard case .areas(let outlines) = table.geometry else { return }
    #expect(outlines.vertexCount > 60_000)
    let svg = try AreaMap(of: table, description: townDescription()).svg()
    #expect(svg.count < 200_000)
  }

  @Test("identifiers carry the prefix, so that two maps share a page")
  func prefix() throws {
    var description = townDescription()
    description.identifierPrefix = "wards 2014"
    let reader = XMLReader()
    let svg = try AreaMap(of: townTable(columns: 3, rows: 3), description: description).svg()
    #expect(reader.read(svg))
    #expect(reader.identifiers.allSatisfy { $0.hasPrefix("wards_20_2014-") })
  }

  @Test("a table without areas or the column is refused in words")
  func errors() throws {
    let table = townTable(columns: 2, rows: 2)
    var plain = table
    plain.geometry = .none
    #expect(throws: AreaMapError.noAreas) {
      try AreaMap(of: plain, description: townDescription())
    }
    var description = townDescription()
    description.value.column = "absent"
    #expect(throws: AreaMapError.missingColumn("absent")) {
      try AreaMap(of: table, description: description)
    }
    description.value.column = "name"
    #expect(throws: AreaMapError.notNumeric("name")) {
      try AreaMap(of: table, description: description)
    }
    let change = townTable(columns: 2, rows: 2, values: [-1, 2, 3, 4])
    #expect(throws: AreaMapError.unclassifiable(.negativeValue(-1))) {
      try AreaMap(
        of: change, description: townDescription(),
        classification: .fitted(.geometricIntervals, classes: 3))
    }
    #expect(
      AreaMapError.noAreas.description
        == "cannot draw a map: the table has no areas, at least one is needed")
    #expect(
      AreaMapError.missingColumn("x").description
        == "cannot draw a map of 'x': there is no such column")
    #expect(
      AreaMapError.notNumeric("x").description
        == "cannot draw a map of 'x': the column holds text, numbers are needed")
  }
}

/// The areas of a drawing.
func shapes(of drawing: Drawing) -> [Shape] {
  drawing.layers.flatMap(\.marks).flatMap { (mark: Mark) -> [Shape] in
    if case .shapes(let group) = mark { group.shapes } else { [] }
  }
}

/// Reads XML with Foundation's parser and gathers identifiers.
final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var identifiers: [String] = []
  private(set) var elements: [String: Int] = [:]
  private(set) var failure = ""

  func read(_ bytes: [UInt8]) -> Bool {
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    let isRead = parser.parse()
    failure = parser.parserError.map { "\($0)" } ?? ""
    return isRead
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements[elementName, default: 0] += 1
    if let identifier = attributes["id"] { identifiers.append(identifier) }
  }
}
