import Foundation
import Geometry
import Testing

@testable import Cartography

@Suite("Maps on a narrow page")
struct FoldedLayoutTests {
  /// Maps as a page has them: a square town, whose key stands beside it, and one eight times as wide
  /// as high, whose key stands below it.
  static let maps = [(4, 4), (16, 2)].map { columns, rows in
    var description = townDescription()
    description.identifierPrefix = "layer-1"
    return try? AreaMap(
      of: townTable(columns: columns, rows: rows), description: description,
      page: Page(widthInMillimetres: 182, heightInMillimetres: 136, margin: 6))
  }

  /// The rectangle of the text of a layer.
  private static func box(_ name: String, in drawing: Drawing) throws -> Box {
    let layer = try #require(drawing.layers.first { $0.name == name })
    var box = Box.empty
    for case .text(let text) in layer.marks { box.formUnion(text.box) }
    return box
  }

  private static func moved(_ box: Box, by corner: Point, scale: Double) -> Box {
    Box(
      minX: corner.x + box.minX * scale, minY: corner.y + box.minY * scale,
      maxX: corner.x + box.maxX * scale, maxY: corner.y + box.maxY * scale)
  }

  @Test(
    "the key is moved below the map and the list below the key, and nothing is cut",
    arguments: 0..<2)
  func order(index: Int) throws {
    let map = try #require(Self.maps[index])
    let folded = try #require(map.drawing.folded)
    let key = Self.moved(
      try Self.box("legend", in: map.drawing), by: folded.key, scale: folded.scale)
    let list = Self.moved(
      try Self.box("busiest", in: map.drawing), by: folded.list, scale: folded.scale)
    for shape in [key, list] {
      #expect(shape.minX >= folded.map.minX && shape.maxX <= folded.map.maxX + 1)
      #expect(shape.maxY <= folded.map.minY + folded.height)
    }
    #expect(key.minY >= folded.map.maxY && list.minY >= key.maxY)
    #expect(folded.scale >= 1)
  }

  @Test(
    "the key of a close-up stands below its map in larger type, its circles as large as the map's",
    arguments: CloseUpCase.all)
  func closeUp(of case: CloseUpCase) throws {
    let figure = `case`.figure()
    let drawing = figure.drawing
    let folded = try #require(drawing.folded)
    let narrow = figure.narrowKey.marks
    var key = Box.empty
    for text in texts(narrow) { key.formUnion(text.box) }
    let gauge = try Self.box("scale", in: drawing)
    #expect(key.minX >= 0 && key.maxX <= drawing.page.width && key.minY >= gauge.maxY)
    #expect(key.maxY <= folded.map.minY + folded.height)
    let wide = try #require(drawing.layers.first { $0.name == "legend" }).marks
    func radii(_ marks: [Mark]) -> [Double] {
      marks.compactMap { if case .circle(_, let radius, _) = $0 { radius } else { nil } }
    }
    #expect(radii(narrow) == radii(wide))
    let sizes = [wide, narrow].map { texts($0).map(\.size).min() ?? 0 }
    #expect(sizes[1] >= 1.8 * sizes[0])
  }

  @Test("a picture on a page tells its style sheet how, one in a file of its own does not")
  func attributes() throws {
    let map = try #require(Self.maps[0])
    let folded = try #require(map.drawing.folded)
    let svg = String(decoding: map.svg(), as: UTF8.self)
    let width = try #require(svg.firstMatch(of: /class="folds" style="--fold-width:([\d.]+)%;/))
    // 182 mm in points, as part of the width of the map.
    #expect(abs((Double(width.1) ?? 0) - 100 * 182 / 25.4 * 72 / folded.map.width) < 0.01)
    let file = try AreaMap(of: townTable(columns: 4, rows: 4), description: townDescription())
    #expect(!String(decoding: file.svg(), as: UTF8.self).contains("fold"))
  }
}
