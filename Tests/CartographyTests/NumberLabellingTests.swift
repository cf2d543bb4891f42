import Geometry
import Statistics
import Tables
import Testing

@testable import Cartography

@Suite("Numbers on maps")
struct NumberLabellingTests {
  /// A map of squares of which each ten have equal values: 0, 1, 2 and so on.
  private static func map(squares count: Int, page: Page? = nil) throws -> AreaMap {
    let side = Int(Double(count).squareRoot().rounded(.up))
    var outlines = OutlineTable()
    for index in 0..<count {
      let (x, y) = (Double(index % side) * 400, Double(index / side) * 400)
      outlines.appendArea([
        [
          [(0, 0), (400, 0), (400, 400), (0, 400), (0, 0)].map {
            Point(x: 530_000 + x + $0.0, y: 180_000 + y + $0.1)
          }
        ]
      ])
    }
    let table = FeatureTable(
      name: "squares",
      columns: [
        Column("code", .text((0..<count).map { "S\($0)" })),
        Column("incidents", .integers((0..<count).map { $0 / 10 })),
      ], geometry: .areas(outlines), crs: "EPSG:27700")
    return try AreaMap(
      of: table,
      description: MapDescription(
        title: "Squares", subtitle: "",
        value: MapValue(column: "incidents", label: "incidents", kind: .count)), page: page)
  }

  /// The bold words of a layer: the numbers of markers, and of the rows of a list.
  static func numbers(_ layer: String, of drawing: Drawing) -> [String] {
    drawing.layers.first { $0.name == layer }?.marks.compactMap { mark in
      if case .text(let text) = mark, text.isBold, text.anchor == .middle { text.text } else { nil }
    } ?? []
  }

  @Test("ten areas with equal values have ten numbers, those of the list in its order")
  func ties() throws {
    let map = try Self.map(squares: 100)
    #expect(Self.numbers("busiest", of: map.drawing) == (1...10).map(String.init))
    #expect(Set(Self.numbers("labels", of: map.drawing)) == Set((1...10).map(String.init)))
    #expect(Self.numbers("labels", of: map.drawing).count == 10)
    // Equal values come in the order of the rows.
    #expect(map.numberedRows == Array(90..<100))
  }

  @Test("a few named areas have no numbers, and the list says which ranks are shared")
  func named() throws {
    let map = try Self.map(squares: 25)
    #expect(map.numberedRows == [])
    #expect(Self.numbers("labels", of: map.drawing).allSatisfy { $0.hasPrefix("S") })
    #expect(
      Self.numbers("busiest", of: map.drawing)
        == Array(repeating: "1=", count: 5) + Array(repeating: "6=", count: 5))
  }

  @Test(
    "the map numbers no more areas than the list has room for",
    arguments: [100.0, 110, 120, 130, 150])
  func room(height: Double) throws {
    let page = Page(widthInMillimetres: 240, heightInMillimetres: height, margin: 12)
    let map = try Self.map(squares: 100, page: page)
    let listed = Self.numbers("busiest", of: map.drawing)
    #expect(listed == map.numberedRows.indices.map { "\($0 + 1)" })
    #expect(Set(Self.numbers("labels", of: map.drawing)).isSubset(of: listed))
    if height == 100 { #expect(listed.count < 10) }
  }

  @Test("hotspots are numbered as they are listed, and those without room in the list are said")
  func hotspots() {
    let places = (0..<4).map { place in
      IsoplethMap.Hotspot(
        name: "Place", incidents: "20", share: "5%", peak: Point(x: Double(place) * 100, y: 0))
    }
    let marks = HotspotMarks(
      list: places, outlines: OutlineTable(), valueLabel: "incidents", summary: "20%.")
    #expect(marks.rows.map(\.number) == ["1", "2", "3", "4"])
    let transform = PageTransform(
      extent: Box(minX: 0, minY: 0, maxX: 400, maxY: 400), frame: LabelTests.frame)
    #expect(marks.candidates(transform, limit: 3).map(\.number) == [1, 2, 3])
    #expect(marks.summary(rows: 4) == "20%.")
    #expect(marks.summary(rows: 3) == "The first 3 of 4 hotspots are listed here. 20%.")
  }

  @Test("numbers that are not on the map are said below it, with the reason")
  func unplaced() {
    let tight = Box(minX: 42, minY: 52, maxX: 58, maxY: 68)
    let candidates = [(50.0, 60.0), (50, 60), (500, 60), (51, 60)].enumerated().map {
      NumberLabels.Candidate(
        number: $0.offset + 1, anchor: Point(x: $0.element.0, y: $0.element.1), clearance: 20)
    }
    let none = NumberLabelling(candidates, frame: tight, scale: 1)
    #expect(none.labels.map(\.number) + none.crowded == [1, 2, 4])
    #expect(none.beyond == [3])
    #expect(none.sentences.last == "Beyond this map: 3")
    #expect(none.remarks(in: tight).count == none.sentences.count)
    let all = NumberLabelling([candidates[0]], frame: tight, scale: 1)
    #expect(all.labels.map(\.number) == [1] && all.sentences == [])
  }
}
