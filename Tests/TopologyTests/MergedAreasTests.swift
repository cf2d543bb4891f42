import Geometry
import Testing

@testable import Topology

@Suite("Merged areas")
struct MergedAreasTests {
  private func corners(_ outlines: OutlineTable, _ area: Int) -> Set<[Double]> {
    Set(outlines.vertices(ofArea: area).map { [outlines.x[$0], outlines.y[$0]] })
  }

  @Test("borders inside a group are gone, and all other vertices stay as they are")
  func tiling() throws {
    // A row of three squares, the middle one in another group, and a square above the first.
    let outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(10, 0, 20, 10)],
      [Shapes.rectangle(20, 0, 30, 10)], [Shapes.rectangle(0, 10, 10, 20)])
    let merged = try MergedAreas.merge(outlines, groups: [[1], [0, 2, 3]])
    #expect(merged.areaCount == 2)
    #expect((0..<2).map { merged.polygons(of: $0).count } == [1, 2])
    #expect((0..<2).map { merged.area(of: $0) } == [100, 300])
    #expect(
      corners(merged, 1) == [
        [0, 0], [10, 0], [10, 10], [0, 10], [10, 20], [0, 20], [20, 0], [30, 0], [30, 10],
        [20, 10],
      ])
    // Outer rings run counter-clockwise.
    #expect((0..<merged.ringCount).allSatisfy { merged.signedArea(ofRing: $0) > 0 })
  }

  @Test("a hole that another area of the group fills is gone, one of another group stays")
  func holes() throws {
    let outlines = Shapes.layer(
      [
        Shapes.rectangle(0, 0, 100, 100), Shapes.rectangle(10, 10, 20, 20),
        Shapes.rectangle(50, 50, 60, 70),
      ],
      [Shapes.rectangle(10, 10, 20, 20)], [Shapes.rectangle(50, 50, 60, 70)])
    let merged = try MergedAreas.merge(outlines, groups: [[0, 1], [2]])
    #expect(merged.rings(ofArea: 0).count == 2)
    #expect((0..<2).map { merged.area(of: $0) } == [9800, 200])
    let whole = try MergedAreas.merge(outlines, groups: [[0, 1, 2]])
    #expect(whole.ringCount == 1 && whole.area(of: 0) == 10_000 && whole.vertexCount == 5)
  }

  @Test("areas that overlap, lie apart, repeat or do not match at their border are united")
  func noCoverage() throws {
    let outlines = Shapes.layer(
      // Overlap by 5 by 10.
      [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(5, 0, 15, 10)],
      // A long side beside two short ones.
      [Shapes.rectangle(100, 0, 110, 20)], [Shapes.rectangle(110, 0, 120, 10)],
      [Shapes.rectangle(110, 10, 120, 20)],
      // The same twice.
      [Shapes.rectangle(200, 0, 210, 10)], [Shapes.rectangle(200, 0, 210, 10)],
      // Meet in a corner.
      [Shapes.rectangle(300, 0, 310, 10)], [Shapes.rectangle(310, 10, 320, 20)])
    let merged = try MergedAreas.merge(outlines, groups: [[0, 1], [2, 3, 4], [5, 6], [7, 8]])
    #expect((0..<4).map { merged.area(of: $0) } == [150, 400, 100, 200])
    #expect((0..<4).map { merged.polygons(of: $0).count } == [1, 1, 1, 2])
    #expect(try InvalidArea.all(in: merged).isEmpty)
  }

  @Test("no groups are no areas, and one group of one area is that area")
  func trivial() throws {
    let outlines = Shapes.layer([Shapes.rectangle(0, 0, 3, 4)])
    #expect(try MergedAreas.merge(outlines, groups: []) == OutlineTable())
    #expect(try MergedAreas.merge(outlines, groups: [[0]]) == outlines)
  }
}
