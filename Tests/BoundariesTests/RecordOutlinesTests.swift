import Geometry
import Statistics
import TestSupport
import Testing
import Topology

@testable import Boundaries

/// A rectangle with whole corners.
private struct Block {
  var columns: Range<Int>
  var rows: Range<Int>

  init(_ minX: Int, _ minY: Int, _ maxX: Int, _ maxY: Int) {
    (columns, rows) = (minX..<maxX, minY..<maxY)
  }

  /// A block at random between two corners.
  init(in box: Block, using random: inout SplitMix64) {
    func range(_ whole: Range<Int>) -> Range<Int> {
      let start = Int.random(in: whole.lowerBound..<whole.upperBound, using: &random)
      return start..<Int.random(in: start + 1...whole.upperBound, using: &random)
    }
    (columns, rows) = (range(box.columns), range(box.rows))
  }

  /// Whether it holds the unit square whose lower left corner is given.
  func holds(_ column: Int, _ row: Int) -> Bool { columns.contains(column) && rows.contains(row) }

  /// Whether another block lies in it.
  func contains(_ other: Block) -> Bool {
    columns.contains(other.columns) && rows.contains(other.rows)
  }

  /// The corners, clockwise, closed.
  var ring: [Point] {
    let (a, b) = (Double(columns.lowerBound), Double(columns.upperBound))
    let (c, d) = (Double(rows.lowerBound), Double(rows.upperBound))
    return [(a, c), (a, d), (b, d), (b, c), (a, c)].map { Point(x: $0, y: $1) }
  }
}

@Suite("Outlines of records")
struct RecordOutlinesTests {
  private let folder = TemporaryFolder()

  /// Loads GeoJSON with one area of the polygons and mends it.
  private func layer(_ polygons: [[[Point]]], crs: String = "EPSG:27700") throws -> BoundaryLayer {
    let text = polygons.map { polygon in
      "["
        + polygon.map { "[" + $0.map { "[\($0.x),\($0.y)]" }.joined(separator: ",") + "]" }
        .joined(separator: ",") + "]"
    }.joined(separator: ",")
    try folder.write(
      #"""
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"\#(crs)"}},"features":[
      {"type":"Feature","properties":{"code":"A1"},
      "geometry":{"type":"MultiPolygon","coordinates":[\#(text)]}}]}
      """#.utf8, to: "a.geojson")
    var layer = try BoundaryLayer.load(path: folder.path("a.geojson"))
    try layer.mendOutlines()
    return layer
  }

  /// Loads a Shapefile with one area of the rings and mends it.
  private func shapefile(_ rings: [[Point]]) throws -> BoundaryLayer {
    let file = RawShapefile(records: [rings], rows: [["A1", "One"]])
    try file.write(to: folder, as: "a")
    var layer = try BoundaryLayer.load(path: folder.path("a.shp"))
    try layer.mendOutlines()
    return layer
  }

  /// Each unit square of the ground is counted by itself, and the index finds its middle.
  @Test("the ground of any parts is their union, each without its holes", arguments: 0..<60)
  func anyParts(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let whole = Block(0, 0, 16, 16)
    let parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      let outer = Block(in: whole, using: &random)
      // A hole inside another is an island, and has a test of its own.
      var holes: [Block] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let hole = Block(in: outer, using: &random)
        if ([outer] + holes).allSatisfy({ hole.ring != $0.ring }),
          holes.allSatisfy({ !hole.contains($0) && !$0.contains(hole) })
        {
          holes.append(hole)
        }
      }
      return [outer] + holes
    }
    func isGround(_ column: Int, _ row: Int) -> Bool {
      parts.contains { part in
        part[0].holds(column, row) && !part.dropFirst().contains { $0.holds(column, row) }
      }
    }
    let layer = try layer(parts.map { $0.map(\.ring) })
    let index = AreaIndex(layer.outlines)
    var squares = 0
    for column in 0..<16 {
      for row in 0..<16 {
        squares += isGround(column, row) ? 1 : 0
        let found = index.locate(x: Double(column) + 0.5, y: Double(row) + 0.5)
        #expect((found.area == 0) == isGround(column, row), "\(column) \(row) of \(parts)")
      }
    }
    #expect(abs(layer.outlines.area(of: 0) - Double(squares)) < 1e-9)
    #expect(try squares == 0 || InvalidArea.all(in: layer.outlines).isEmpty)
  }
}

extension RecordOutlinesTests {
  @Test("valid outlines come through vertex for vertex, without a word")
  func valid() throws {
    let outer = Block(0, 0, 10, 10).ring
    // Rings touch in a point: a hole its outer ring, an island its lake, a part another part.
    let lake = [(0.0, 5.0), (3, 8), (6, 5), (3, 2), (0, 5)].map { Point(x: $0, y: $1) }
    let island = [(3.0, 8.0), (4, 5), (2, 5), (3, 8)].map { Point(x: $0, y: $1) }
    let polygons = [[outer, lake], [island], [Block(10, 10, 12, 12).ring]]
    let layer = try layer(polygons)
    var expected = OutlineTable()
    expected.appendArea(polygons)
    #expect(layer.outlines == expected)
    #expect(layer.warnings.isEmpty && layer.invalidAreas.isEmpty)
  }

  @Test("a ring that no polygon holds is a part of its own, and an island an island: said")
  func rearranged() throws {
    let outer = Block(0, 0, 10, 10).ring
    let beside = try layer([[outer, Block(20, 0, 22, 2).ring]])
    #expect(beside.outlines.area(of: 0) == 104)
    #expect(
      beside.warnings == [
        "area 'A1': a ring is a hole or not by where it lies, against what the file says"
      ])
    let island = try layer([[outer, Block(1, 1, 9, 9).ring, Block(2, 2, 4, 4).ring]])
    #expect(island.outlines.area(of: 0) == 100 - 64 + 4)
    #expect(island.warnings == beside.warnings)
  }

  @Test("in a Shapefile rings that overlap are parts when they run alike, else a hole and its part")
  func directions() throws {
    let (left, right) = (Block(0, 0, 6, 6).ring, Block(4, 0, 10, 6).ring)
    let both = try shapefile([left, right])
    #expect(both.outlines.area(of: 0) == 60)
    #expect(both.invalidAreas.map(\.fault) == [.edgesCross])
    #expect(both.warnings.count == 1 && both.warnings[0].hasPrefix("area 'A1': edges cross each "))
    #expect(both.warnings[0].hasSuffix("it is taken as the ground that its parts cover"))
    #expect(try shapefile([right.reversed(), left.reversed()]).outlines.area(of: 0) == 60)
    let hole = Block(4, 2, 7, 4).ring
    #expect(try shapefile([left, hole.reversed()]).outlines.area(of: 0) == 36 - 4)
    #expect(try shapefile([hole.reversed(), left]).outlines.area(of: 0) == 36 - 4)
    // A hole of one part lies under the other.
    let under = try shapefile([left, Block(3, 1, 5, 2).ring.reversed(), right])
    #expect(under.outlines.area(of: 0) == 60 - 1)
  }

  @Test("in a Shapefile a ring inside another is a hole however it runs, and that is said")
  func wronglyRunning() throws {
    let rings = [Block(0, 0, 10, 10).ring, Block(2, 2, 4, 4).ring]
    let alike = try shapefile(rings)
    #expect(alike.outlines.area(of: 0) == 96)
    #expect(
      alike.warnings == [
        "area 'A1': a ring is a hole or not by where it lies, against what the file says"
      ])
    #expect(try shapefile([rings[0], rings[1].reversed()]).warnings.isEmpty)
  }

  @Test("areas that are kept keep their faults")
  func kept() throws {
    let bowTie = [(20.0, 0.0), (30, 10), (30, 0), (20, 10), (20, 0)].map { Point(x: $0, y: $1) }
    let file = RawShapefile(
      records: [[Block(0, 0, 10, 10).ring], [bowTie], [Block(40, 0, 50, 10).ring]],
      rows: [["A1", "x"], ["B2", "y"], ["C3", "y"]])
    try file.write(to: folder, as: "a")
    var layer = try BoundaryLayer.load(path: folder.path("a.shp"))
    try layer.mendOutlines()
    #expect(layer.outlines.area(of: 1) == 50)
    let kept = try StudyArea.field(name: "NAME", value: "y").restrict([layer])[0]
    #expect(kept.codes == ["B2", "C3"] && kept.invalidAreas.map(\.area) == [0])
    #expect(
      kept.warnings == [
        "area 'B2': edges cross each other near 25,5; "
          + "it is taken as the ground that its parts cover"
      ])
    #expect(try StudyArea.field(name: "NAME", value: "x").restrict([layer])[0].warnings.isEmpty)
  }

  @Test("an outline that crosses itself beyond use is refused, naming the record")
  func tangled() throws {
    // Each of 500 strokes up crosses nearly each of 500 strokes across.
    var ring: [Point] = []
    for step in 0..<500 { ring.append(Point(x: Double(step), y: step % 2 == 0 ? -1 : 501)) }
    for step in 0..<500 { ring.append(Point(x: step % 2 == 0 ? 501 : -1, y: Double(step))) }
    ring.append(ring[0])
    #expect(
      throws: BoundaryError.badRecord(
        path: folder.path("a.geojson"), record: "feature 1",
        reason: "its edges cross or touch each other 10000 times or more, which no outline does")
    ) { try layer([[ring]]) }
  }

  @Test("drawn shapes are grounds of parts as well")
  func drawn() throws {
    var shapes = try DrawnShapes.load(
      "MULTIPOLYGON(((0 0,6 0,6 6,0 6,0 0),(1 1,2 1,2 2,1 2,1 1)),((4 0,10 0,10 6,4 6,4 0)))",
      kind: .polygons)
    #expect(shapes.faultyAreas == [0])
    let found = try OutlineMending.mend(&shapes.outlines, areas: shapes.faultyAreas)
    #expect(found.map(\.fault) == [.edgesCross])
    #expect(shapes.outlines.area(of: 0) == 59)
  }
}
