import Geometry
import Statistics
import Testing

@testable import Topology

@Suite("Prepared areas")
struct PreparedAreasTests {
  @Test("inside, edge, corner, hole and island are told apart")
  func relations() throws {
    var outlines = OutlineTable()
    outlines.appendArea([
      [
        Shapes.closed(Shapes.rectangle(0, 0, 10, 10)), Shapes.closed(Shapes.rectangle(2, 2, 8, 8)),
      ],
      [Shapes.closed(Shapes.rectangle(4, 4, 6, 6))],
    ])
    outlines.appendArea([[Shapes.closed(Shapes.rectangle(10, 0, 20, 10))]])
    let areas = try PreparedAreas(outlines)
    #expect(areas.relation(x: 1, y: 1, area: 0) == .interior)
    #expect(areas.relation(x: 3, y: 3, area: 0) == .exterior)
    #expect(areas.relation(x: 5, y: 5, area: 0) == .interior)
    #expect(areas.relation(x: 2, y: 5, area: 0) == .boundary)
    #expect(areas.relation(x: 4, y: 4, area: 0) == .boundary)
    #expect(areas.relation(x: 10, y: 5, area: 0) == .boundary)
    #expect(areas.relation(x: 10, y: 5, area: 1) == .boundary)
    #expect(areas.relation(x: 10.000_000_000_000_002, y: 5, area: 1) == .interior)
    #expect(areas.relation(x: 30, y: 5, area: 1) == .exterior)
    #expect(areas.relation(x: .nan, y: 5, area: 1) == .exterior)

    #expect(areas.areasCovering(x: 10, y: 5) == [0, 1])
    #expect(areas.areasCovering(x: 5, y: 5) == [0])
    #expect(areas.areasCovering(x: 3, y: 3) == [])
    #expect(areas.areasCovering(x: -1, y: 3) == [])
    #expect(areas.areasCovering(x: 1, y: .infinity) == [])
  }

  @Test("areas that overlap are all given, in the order of the table")
  func overlapping() throws {
    let areas = try PreparedAreas(
      Shapes.layer(
        [Shapes.rectangle(2, 2, 9, 9)], [Shapes.rectangle(50, 50, 60, 60)],
        [Shapes.rectangle(0, 0, 10, 10)]))
    #expect(areas.areasCovering(x: 5, y: 5) == [0, 2])
    #expect(areas.areasCovering(x: 1, y: 1) == [2])
  }

  @Test("a layer without areas covers nothing")
  func empty() throws {
    var outlines = OutlineTable()
    #expect(try PreparedAreas(outlines).areasCovering(x: 0, y: 0) == [])
    outlines.appendArea([])
    let areas = try PreparedAreas(outlines)
    #expect(areas.areasCovering(x: 0, y: 0) == [])
    #expect(areas.relation(x: 0, y: 0, area: 0) == .exterior)
  }

  @Test("random points in random triangles lie on the side that exact orientation says")
  func triangles() throws {
    var generator = SplitMix64(seed: 7)
    var outlines = OutlineTable()
    for _ in 0..<40 {
      let corners = (0..<3).map { _ in
        (Double(generator.next() % 32), Double(generator.next() % 32))
      }
      guard signedRingArea(Shapes.closed(corners)) != 0 else { continue }
      outlines.appendArea([[Shapes.closed(corners)]])
    }
    let areas = try PreparedAreas(outlines)
    for _ in 0..<500 {
      let (x, y) = (Double(generator.next() % 32), Double(generator.next() % 32))
      var covering: [Int] = []
      for area in 0..<outlines.areaCount {
        // Rings run counter-clockwise: inside is to the left of all three edges.
        let sides = outlines.vertices(ofArea: area).dropLast().map { vertex in
          orientation(
            ax: outlines.x[vertex], ay: outlines.y[vertex], bx: outlines.x[vertex + 1],
            by: outlines.y[vertex + 1], px: x, py: y)
        }
        let expected: PointRelation =
          sides.allSatisfy { $0 > 0 }
          ? .interior : sides.allSatisfy { $0 >= 0 } ? .boundary : .exterior
        #expect(areas.relation(x: x, y: y, area: area) == expected)
        if expected != .exterior { covering.append(area) }
      }
      #expect(areas.areasCovering(x: x, y: y) == covering)
    }
  }
}
