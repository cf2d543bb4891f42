import Geometry
import Statistics
import Testing

@testable import Topology

@Suite("Matched tilings")
struct MatchedTilingTests {
  private static func union(_ outlines: OutlineTable) throws -> OutlineTable? {
    let context = GEOSContext()
    let areas = try GEOSGeometry.areas(of: outlines, in: context)
    let union = try MatchedTiling.union(of: outlines, as: areas, in: context)
    return union.map(Self.table)
  }

  /// What GEOS finds by comparing the areas.
  private static func compared(_ outlines: OutlineTable) throws -> OutlineTable {
    let context = GEOSContext()
    let areas = try GEOSGeometry.areas(of: outlines, in: context)
    return Self.table(try GEOSGeometry.union(of: areas, in: context))
  }

  private static func table(_ geometry: GEOSGeometry) -> OutlineTable {
    geometry.normalise()
    var outlines = OutlineTable()
    geometry.appendArea(to: &outlines)
    return outlines
  }

  /// Cells of a crooked grid, of which some are left out and make holes and bays.
  private static func grid(_ side: Int, without left: Double, seed: UInt64) -> OutlineTable {
    var random = SplitMix64(seed: seed)
    let corners = (0...side).map { row in
      (0...side).map { column in
        Point(
          x: 530_000 + Double(column) * 10 + random.nextUnit() * 4,
          y: 180_000 + Double(row) * 10 + random.nextUnit() * 4)
      }
    }
    var outlines = OutlineTable()
    for row in 0..<side {
      for column in 0..<side where random.nextUnit() >= left {
        let (a, b) = (corners[row][column], corners[row][column + 1])
        let (c, d) = (corners[row + 1][column + 1], corners[row + 1][column])
        outlines.appendArea([[[a, b, c, d, a]]])
      }
    }
    return outlines
  }

  @Test(
    "the rim of areas whose borders match is what comparing them gives",
    arguments: 0..<12 as Range<UInt64>)
  func matches(seed: UInt64) throws {
    let outlines = Self.grid(9, without: Double(seed % 4) / 10, seed: seed)
    #expect(try Self.union(outlines) == Self.compared(outlines))
  }

  @Test("an area in the hole of another leaves none")
  func enclave() throws {
    let outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 9, 9), Shapes.rectangle(3, 3, 6, 6)], [Shapes.rectangle(3, 3, 6, 6)])
    let union = try #require(try Self.union(outlines))
    #expect(union.ringCount == 1 && union.area(of: 0) == 81)
  }

  @Test("areas that overlap are no tiling, however well their borders match")
  func overlaps() throws {
    // The same area twice; one that holds another; two with an edge on the same side.
    #expect(
      try Self.union(
        Shapes.layer([Shapes.rectangle(0, 0, 2, 2)], [Shapes.rectangle(0, 0, 2, 2)])) == nil)
    #expect(
      try Self.union(
        Shapes.layer([Shapes.rectangle(0, 0, 9, 9)], [Shapes.rectangle(3, 3, 6, 6)])) == nil)
    #expect(
      try Self.union(
        Shapes.layer([Shapes.rectangle(0, 0, 2, 2)], [Shapes.rectangle(0, 0, 2, 1)])) == nil)
    #expect(
      try Self.union(
        Shapes.layer([Shapes.rectangle(0, 0, 4, 4)], [Shapes.rectangle(2, 2, 6, 6)])) == nil)
  }

  @Test("a corner of one area on an edge of another has to be compared")
  func unmatched() throws {
    #expect(
      try Self.union(
        Shapes.layer(
          [Shapes.rectangle(0, 0, 2, 1)], [Shapes.rectangle(0, 1, 1, 2)],
          [Shapes.rectangle(1, 1, 2, 2)])) == nil)
  }
}
