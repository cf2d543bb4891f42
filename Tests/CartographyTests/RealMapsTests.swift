import Boundaries
import Geometry
import Statistics
import Tables
import TestSupport
import Testing

@testable import Cartography

@Suite("Maps of real boundaries", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct RealMapsTests {
  static func table(of name: String, nameField: String) throws -> FeatureTable {
    let layer = try BoundaryLayer.load(
      path: SharedData.path("realdata/boundaries/\(name).shp"), nameField: nameField)
    var random = SplitMix64(seed: 1)
    let values = layer.codes.map { _ -> Int? in
      let (a, b) = (random.nextUnit(), random.nextUnit())
      return Int(600 * a * b)
    }
    return FeatureTable(
      name: layer.name,
      columns: [
        Column("code", .text(layer.codes)), Column("name", .text(layer.names)),
        Column("incidents", .integers(values)),
      ], geometry: .areas(layer.outlines), crs: layer.projection)
  }

  @Test("Westminster at full resolution is well-formed and a fraction of a megabyte")
  func westminster() throws {
    let table = try Self.table(of: "westminster-lsoa-2021-full", nameField: "lsoa21nm")
    let map = try AreaMap(of: table, description: townDescription())
    let svg = map.svg()
    #expect(svg.count < 150_000)
    #expect(XMLReader().read(svg))
    #expect(Set(shapes(of: map.drawing).map(\.name)).count == 123)
  }

  @Test("London's 4,835 areas fit into a megabyte, each with its identifier and title")
  func london() throws {
    let table = try Self.table(of: "london-lsoa-2011", nameField: "LSOA11NM")
    let map = try AreaMap(of: table, description: townDescription())
    let svg = map.svg()
    #expect(svg.count < 1_000_000)
    #expect(XMLReader().read(svg))
    let drawn = shapes(of: map.drawing)
    #expect(Set(drawn.map(\.name)).count == 4835)
    #expect(drawn.allSatisfy { !$0.rings.isEmpty && $0.title.hasSuffix(" incidents") })
  }

  @Test("borders of real neighbours are drawn with the same vertices")
  func sharedBorders() throws {
    let table = try Self.table(of: "westminster-lsoa-2021-full", nameField: "lsoa21nm")
    guard case .areas(let outlines) = table.geometry else { return }
    let (page, _) = PageOutlinesTests.drawn(outlines)
    let edges = PageOutlinesTests.edgeCounts(of: page.areas.flatMap { $0 }, closed: true)
    let rim = PageOutlinesTests.edgeCounts(of: page.rim, closed: false)
    let single = Set(edges.filter { $0.value == 1 }.keys)
    #expect(single.isSubset(of: rim.keys))
    #expect(edges.count > 2000)
    // The borough is one piece, so its rim is a small part of all borders.
    #expect(Double(single.count) < 0.25 * Double(edges.count))
  }
}
