import Foundation
import Geometry
import Tables
import Testing

@testable import Cartography

/// Maps of many areas as figures of a web page.
@Suite("Light maps") struct LightMapTests {
  private static let page = Page(widthInMillimetres: 240, heightInMillimetres: 156, margin: 12)

  private static func description(prefix: String) -> MapDescription {
    var description = townDescription()
    description.identifierPrefix = prefix
    return description
  }

  @Test("a figure of 4,900 areas takes under half a megabyte, and says what can be pointed at")
  func bytes() throws {
    let table = townTable(columns: 70, rows: 70, detail: 1)
    let map = try AreaMap(
      of: table, description: Self.description(prefix: "layer-1"), page: Self.page)
    let svg = map.svg()
    #expect(svg.count < 500_000)
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.components(separatedBy: "id=\"layer-1-area-").count - 1 == 1000)
    let words = text.components(separatedBy: "</text>").compactMap {
      $0.components(separatedBy: ">").last
    }.joined(separator: " ")
    #expect(words.contains("the 1,000 highest areas can be pointed at"))
    // A sheet is looked at with a glass: there every area is drawn.
    let sheet = try AreaMap(of: table, description: Self.description(prefix: ""))
    let drawn = String(decoding: sheet.svg(), as: UTF8.self)
    #expect(drawn.components(separatedBy: "id=\"area-").count - 1 == 4900)
    #expect(!drawn.contains("can be pointed at"))
  }

  @Test("of 2,500 areas each is drawn by itself")
  func few() throws {
    let map = try AreaMap(
      of: townTable(columns: 50, rows: 50, detail: 1),
      description: Self.description(prefix: "layer-1"), page: Self.page)
    let text = String(decoding: map.svg(), as: UTF8.self)
    #expect(text.components(separatedBy: "id=\"layer-1-area-").count - 1 == 2500)
    #expect(!text.contains("ground-"))
  }

  @Test("shapes and grounds cover together what the areas cover, each place once")
  func ground() throws {
    let table = townTable(columns: 51, rows: 51, detail: 1)
    let map = try AreaMap(
      of: table, description: Self.description(prefix: "layer-1"), page: Self.page)
    var drawn = 0.0
    for case .shapes(let group) in map.drawing.layers.flatMap(\.marks) {
      for shape in group.shapes {
        // Rings of a ground may lie in each other: what is inside counts once, by even and odd.
        drawn += Self.evenOddArea(of: shape.rings)
      }
    }
    guard case .areas(let outlines) = table.geometry else { return }
    let transform = try #require(Self.scale(of: map, outlines))
    let whole = (0..<outlines.areaCount).reduce(0) { $0 + outlines.area(of: $1) }
    #expect(abs(drawn * transform / whole - 1) < 0.005)
  }

  /// The area that rings fill by the even-odd rule, in squared tenths of a point, by scan lines.
  private static func evenOddArea(of rings: [GridLine]) -> Double {
    var edges: [(x: Double, y: Double, toX: Double, toY: Double)] = []
    for ring in rings {
      for vertex in 0..<ring.count {
        let next = (vertex + 1) % ring.count
        edges.append(
          (
            Double(ring.x[vertex]), Double(ring.y[vertex]), Double(ring.x[next]),
            Double(ring.y[next])
          ))
      }
    }
    guard let top = edges.map(\.y).min(), let bottom = edges.map(\.y).max() else { return 0 }
    // Half a point from line to line.
    let step = 5.0
    var area = 0.0
    var line = top.rounded(.down) + 0.5
    while line < bottom {
      let crossings = edges.compactMap { edge -> Double? in
        guard (edge.y <= line) != (edge.toY <= line) else { return nil }
        return edge.x + (line - edge.y) / (edge.toY - edge.y) * (edge.toX - edge.x)
      }.sorted()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        area += (crossings[pair + 1] - crossings[pair]) * step
      }
      line += step
    }
    return area
  }

  /// Squared metres of a squared tenth of a point, by the width of what is drawn.
  private static func scale(of map: AreaMap, _ outlines: OutlineTable) -> Double? {
    var box = Box.empty
    for case .shapes(let group) in map.drawing.layers.flatMap(\.marks) {
      for ring in group.shapes.flatMap(\.rings) {
        for vertex in 0..<ring.count {
          box.formUnion(x: Double(ring.x[vertex]), y: Double(ring.y[vertex]))
        }
      }
    }
    guard !box.isEmpty else { return nil }
    let metres = outlines.box.width / box.width
    return metres * metres
  }

  @Test("where there are too many vertices, positions are rounded until few are left")
  func rounding() {
    let outlines = Tiling(columns: 80, rows: 80, detail: 1, seed: 3).outlines
    let frame = Box(minX: 0, minY: 0, maxX: 60, maxY: 60)
    let transform = PageTransform(extent: outlines.box, frame: frame)
    func vertices(_ most: Int?) -> Int {
      SharedOutlines(
        of: [OutlineLayer(outlines)], transform: transform,
        limits: SharedOutlines.Limits(inner: 0, outer: 0, all: most)
      ).innerBorders(ofLayer: 0).reduce(0) { $0 + $1.count }
    }
    // 12,640 borders between two areas, with two ends each; both areas draw them.
    #expect(vertices(nil) > 25_000)
    #expect(vertices(12_000) <= 6000)
  }
}
