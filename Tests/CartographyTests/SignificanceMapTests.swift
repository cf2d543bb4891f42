import Foundation
import Geometry
import Tables
import Testing

@testable import Cartography

@Suite("Map of significance") struct SignificanceMapTests {
  /// A town whose areas score their number, so that the last is the highest.
  private static func table(columns: Int, rows: Int) -> FeatureTable {
    townTable(
      columns: columns, rows: rows, values: (0..<(columns * rows)).map { Double($0) / 10 })
  }

  private static func svg(
    columns: Int = 10, rows: Int = 5, key: SignificanceKey = .hotAndCold,
    hotspots: HotspotMarks? = nil,
    classOf: (Int) -> Int?
  ) throws -> String {
    var description = townDescription()
    description.value = MapValue(column: "incidents", label: "standard score", kind: .rate)
    let map = try SignificanceMap(
      of: table(columns: columns, rows: rows), key: key,
      classOfUnit: (0..<(columns * rows)).map(classOf), hotspots: hotspots,
      description: description)
    return String(decoding: map.svg(), as: UTF8.self)
  }

  /// The texts of a drawing.
  private static func texts(_ svg: String) -> [String] {
    svg.components(separatedBy: "</text>").dropLast().compactMap {
      $0.components(separatedBy: ">").last
    }
  }

  /// The numbers behind the names of the areas that a map of many lists.
  private static func listed(_ texts: [String]) -> [Int] {
    texts.filter { text in
      ["St James", "Bow ", "Ynys ", "Knightsbridge "].contains { text.hasPrefix($0) }
    }.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
  }

  @Test("the list and the numbers are of the significant high places, not of the highest")
  func listed() throws {
    // The last is not significant, 48 is at 99 %, 47 at 95 %, 46 only at 90 %, 0 is cold.
    let texts = Self.texts(
      try Self.svg { [48: 6, 47: 5, 46: 4, 0: 0][$0] ?? 3 })
    #expect(texts.contains("Hot spots at 95% and over"))
    #expect(Self.listed(texts) == [48, 47])
    // Each number stands once on the map and once in the list.
    #expect(texts.filter { $0 == "1" }.count >= 2 && texts.filter { $0 == "3" }.count <= 1)
  }

  @Test("where none is significant the list is empty, and says so")
  func none() throws {
    let svg = try Self.svg { _ in 3 }
    #expect(Self.texts(svg).contains("There is no hot spot at 95%."))
    #expect(Self.listed(Self.texts(svg)).isEmpty)
    #expect(svg.contains("coloured by standard score, April 2016 to March 2017. There is no hot"))
  }

  @Test("of many the surest are listed, and how many there are is said")
  func many() throws {
    let texts = Self.texts(try Self.svg { $0 >= 30 ? 6 : 3 })
    #expect(Self.listed(texts) == (40..<50).reversed())
    #expect(texts.contains("The 10 surest of 20."))
  }

  @Test("local Moran lists places that are high among high, whatever the others score")
  func quadrants() throws {
    // The highest scores are low among low and outliers.
    let texts = Self.texts(
      try Self.svg(key: .quadrants) { [49: 0, 48: 3, 47: 4, 46: 1][$0] ?? 2 })
    #expect(texts.contains("High among high"))
    #expect(Self.listed(texts) == [47])
    let none = Self.texts(try Self.svg(key: .quadrants) { $0 == 49 ? 0 : 2 })
    #expect(none.contains { $0.hasPrefix("Nothing is significantly high among") })
  }

  @Test("hotspots are outlined, numbered and listed in place of places", arguments: [10, 4])
  func hotspots(columns: Int) throws {
    var outlines = OutlineTable()
    outlines.appendArea([
      [
        [
          Point(x: 530_100, y: 180_100), Point(x: 530_700, y: 180_100),
          Point(x: 530_700, y: 180_900), Point(x: 530_100, y: 180_900),
          Point(x: 530_100, y: 180_100),
        ]
      ]
    ])
    let marks = HotspotMarks(
      list: [
        .init(
          name: "Mill Lane (3 areas)", incidents: "1,234", share: "12.0%",
          peak: Point(x: 530_300, y: 180_300))
      ], outlines: outlines, valueLabel: "incidents", summary: "Areas that join.")
    let svg = try Self.svg(columns: columns, hotspots: marks) { $0 < 3 ? 6 : 3 }
    let texts = Self.texts(svg)
    #expect(texts.contains("Hotspots") && texts.contains("Mill Lane (3 areas)"))
    #expect(texts.contains("1,234") && texts.contains("Areas that join."))
    #expect(!texts.contains { $0.hasPrefix("Hot spots at") })
    #expect(
      svg.contains("id=\"hotspot-1\"") && svg.contains("<title>1. Mill Lane (3 areas): 1,234"))
    // On the map and in the list.
    #expect(texts.filter { $0 == "1" }.count >= 2)
    // A map of few areas keeps their names beside the number.
    #expect(texts.contains { $0.hasPrefix("Ynys") } == (columns == 4))
  }
}
