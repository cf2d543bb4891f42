import Foundation
import Geometry
import Testing

@testable import Cartography

@Suite("Map of where an area lies")
struct PlaceMapTests {
  @Test("each map has all areas once, and fills another one")
  func maps() throws {
    let outlines = Tiling(columns: 3, rows: 2, seed: 3).outlines
    let maps = PlaceMap.maps(
      of: outlines, names: (0..<6).map { "Ward \($0)" }, whole: "all six wards")
    #expect(maps.count == 6)
    for (area, map) in maps.enumerated() {
      let groups = map.drawing.layers.flatMap(\.marks).compactMap { mark -> ShapeGroup? in
        if case .shapes(let group) = mark { group } else { nil }
      }
      #expect(groups.flatMap(\.shapes).map(\.title).sorted() == (0..<6).map { "Ward \($0)" })
      #expect(groups.last?.shapes.map(\.title) == ["Ward \(area)"])
      #expect(map.drawing.summary == "Ward \(area) filled, among all six wards.")
      #expect(String(decoding: map.svg(), as: UTF8.self).contains("<title>Ward \(area)</title>"))
    }
  }

  @Test(
    "the sheet has the proportions of the areas, up to twice as high as wide",
    arguments: [(3, 2), (1, 6)])
  func proportions(columns: Int, rows: Int) throws {
    let outlines = Tiling(columns: columns, rows: rows, seed: 3).outlines
    let maps = PlaceMap.maps(
      of: outlines, names: (0..<columns * rows).map { "\($0)" }, whole: "all")
    let page = try #require(maps.first).drawing.page
    let ratio = min(max(outlines.box.width / outlines.box.height, 0.5), 2)
    #expect(abs(page.width / page.height - ratio) < 1e-9)
    expectWellFormed(maps[0].svg())
  }
}
