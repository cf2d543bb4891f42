@testable import Cartography
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Geometry
import Tables
import Testing

@Suite("Hatches of significance") struct HatchTests {
  @Test("hot and cold differ by their marks, classes by how close these are")
  func marks() throws {
    #expect(Hatch.significance(0) == nil)
    for level in 1...3 {
      let (hot, cold) = (
        try #require(Hatch.significance(level)), try #require(Hatch.significance(-level))
      )
      #expect(hot.kind == .dots && cold.kind == .falling)
      #expect(hot.spacing == cold.spacing)
    }
    let spacings = (1...3).compactMap { Hatch.significance($0)?.spacing }
    #expect(spacings == spacings.sorted(by: >) && Set(spacings).count == 3)
  }

  @Test("every level's marks stand out from their ground in grey")
  func contrast() throws {
    func luminance(_ colour: Colour) -> Double {
      // The relative luminance of WCAG 2.
      let channels = [1, 3, 5].map { start -> Double in
        let text = colour.text.dropFirst(start).prefix(2)
        let value = Double(Int(text, radix: 16) ?? 0) / 255
        return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    for key in [SignificanceKey.hotAndCold, .quadrants] {
      #expect(key.levels.count == key.colours.count)
      for (level, colour) in zip(key.levels, key.colours) {
        guard let hatch = Hatch.significance(level) else { continue }
        let (a, b) = (luminance(hatch.ink), luminance(colour))
        #expect((max(a, b) + 0.05) / (min(a, b) + 0.05) > 3, "\(level)")
      }
    }
  }

  @Test("a map has a pattern for each class drawn or in the key, and shapes that refer to one")
  func map() throws {
    var outlines = OutlineTable()
    for column in 0..<8 {
      let (west, east) = (Double(column) * 100, Double(column) * 100 + 100)
      outlines.appendArea([
        [
          [
            Point(x: west, y: 0), Point(x: east, y: 0), Point(x: east, y: 100),
            Point(x: west, y: 100), Point(x: west, y: 0),
          ]
        ]
      ])
    }
    let table = FeatureTable(
      name: "scores",
      columns: [
        Column("code", .text((0..<8).map { "A\($0)" })),
        Column("z", .reals([-3, -2, -1.7, 0, 1.7, 2, 3, nil])),
      ], geometry: .areas(outlines), crs: "EPSG:27700")
    var description = MapDescription(
      title: "Test", subtitle: "", value: MapValue(column: "z", label: "score", kind: .rate))
    description.identifierPrefix = "one"
    let map = try SignificanceMap(
      of: table, key: .hotAndCold, classOfUnit: [0, 1, 2, 3, 4, 5, 6, nil],
      description: description)
    let svg = String(decoding: map.svg(), as: UTF8.self)
    #expect(XMLParser(data: Data(svg.utf8)).parse())
    let patterns = svg.split(separator: "<pattern id=\"").dropFirst().compactMap {
      $0.split(separator: "\"").first.map(String.init)
    }
    // Six hatched classes and that of places not tested; what is not significant is plain.
    #expect(patterns == ["one-hatch"] + (1...6).map { "one-hatch-\($0)" })
    for pattern in patterns {
      // In the style sheet, on the group of shapes and on the swatch of the key.
      #expect(svg.components(separatedBy: "url(#\(pattern))").count - 1 == 3, "\(pattern)")
    }
    #expect(svg.contains("<g class=\"class-3\" inkscape:label=\"not significant\" fill=\"#"))
  }
}
