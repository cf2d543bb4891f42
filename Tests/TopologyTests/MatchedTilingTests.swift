import Geometry
import Statistics
import Testing

@testable import Topology

@Suite("Matched tilings")
struct MatchedTilingTests {
  private static func tiling(_ outlines: OutlineTable) throws -> MatchedTiling {
    let context = GEOSContext()
    let areas = try GEOSGeometry.areas(of: outlines, in: context)
    return try MatchedTiling(of: outlines, as: areas, in: context)
  }

  private static func union(_ outlines: OutlineTable) throws -> OutlineTable {
    Self.table(try Self.tiling(outlines).union())
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
    "the union is what comparing all areas gives, and none of them may overlap",
    arguments: 0..<12 as Range<UInt64>)
  func matches(seed: UInt64) throws {
    let outlines = Self.grid(9, without: Double(seed % 4) / 10, seed: seed)
    #expect(try Self.union(outlines) == Self.compared(outlines))
    let tiling = try Self.tiling(outlines)
    let areas = 0..<outlines.areaCount
    #expect(!areas.contains { first in areas.contains { tiling.mayOverlap(first, $0) } })
  }

  @Test(
    "where one border does not match, the areas along it and the rim are compared if any overlap")
  func crack() throws {
    // A tenth of a unit to either side of the border of two areas: a gap, and an overlap.
    for shift in [-0.1, 0.1] {
      var outlines = OutlineTable()
      for row in 0..<9 {
        for column in 0..<9 {
          let (x, y) = (Double(column) * 10, Double(row) * 10)
          var ring = Shapes.rectangle(x, y, x + 10, y + 10)
          if row == 3 && column == 3 { ring.insert((x + 5, y + shift), at: 1) }
          outlines.appendArea([[Shapes.closed(ring)]])
        }
      }
      #expect(try Self.union(outlines) == Self.compared(outlines))
      let tiling = try Self.tiling(outlines)
      // With the gap the ground of all is valid, and has a hole: that tells that none overlap.
      #expect(tiling.mayOverlap(30, 21) == (shift < 0))
      #expect(tiling.mayOverlap(0, 1) == (shift < 0))
      #expect(!tiling.mayOverlap(10, 11))
      let topology = try LayerTopology(of: outlines)
      #expect(topology.gaps.count == (shift > 0 ? 1 : 0))
      #expect(topology.overlaps.map { [$0.first, $0.second] } == (shift > 0 ? [] : [[21, 30]]))
    }
  }

  @Test("an area in the hole of another leaves none")
  func enclave() throws {
    let outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 9, 9), Shapes.rectangle(3, 3, 6, 6)], [Shapes.rectangle(3, 3, 6, 6)])
    let union = try Self.union(outlines)
    #expect(union.ringCount == 1 && union.area(of: 0) == 81)
    #expect(try !Self.tiling(outlines).mayOverlap(0, 1))
  }

  @Test(
    "areas that overlap have to be compared, however well their borders match",
    arguments: [
      // The same area twice; one that holds another; two with edges on the same side; crossing ones.
      [Shapes.rectangle(0, 0, 2, 2), Shapes.rectangle(0, 0, 2, 2)],
      [Shapes.rectangle(0, 0, 9, 9), Shapes.rectangle(3, 3, 6, 6)],
      [Shapes.rectangle(0, 0, 2, 2), Shapes.rectangle(0, 0, 2, 1)],
      [Shapes.rectangle(0, 0, 4, 4), Shapes.rectangle(2, 2, 6, 6)],
    ])
  func overlaps(rings: [[(Double, Double)]]) throws {
    let outlines = Shapes.layer([rings[0]], [rings[1]])
    #expect(try Self.tiling(outlines).mayOverlap(0, 1))
    #expect(try Self.union(outlines) == Self.compared(outlines))
  }
}
