import Geometry
import Statistics
import Testing

@testable import Topology

/// Polygons that break a rule, and the size of the ground that they cover, worked out by hand.
struct GroundCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let polygons: [[[Point]]]
  let area: Double
  let fault: OutlineFault

  init(
    _ name: String, _ polygons: [[[(Double, Double)]]], area: Double, _ fault: OutlineFault
  ) {
    testDescription = name
    self.polygons = polygons.map { $0.map(Shapes.closed) }
    self.area = area
    self.fault = fault
  }
}

@Suite("Mending outlines")
struct OutlineMendingTests {
  private static let square = Shapes.rectangle(0, 0, 10, 10)

  static let cases: [GroundCase] = [
    GroundCase(
      "parts that overlap", [[square], [Shapes.rectangle(5, 5, 15, 15)]], area: 175, .edgesCross),
    GroundCase(
      "a part over the hole of another, which fills it where it lies",
      [[square, Shapes.rectangle(2, 2, 4, 4)], [Shapes.rectangle(3, 3, 8, 8)]],
      area: 97, .edgesCross),
    GroundCase(
      "a part inside another", [[square], [Shapes.rectangle(2, 2, 8, 8)]], area: 100,
      .nestedPolygons),
    GroundCase(
      "a part with a hole inside another, whose ground it does not open",
      [[square], [Shapes.rectangle(2, 2, 8, 8), Shapes.rectangle(3, 3, 4, 4)]], area: 100,
      .nestedPolygons),
    GroundCase(
      "parts side by side", [[square], [Shapes.rectangle(10, 2, 20, 12)]], area: 200, .edgesCross),
    GroundCase("a bow-tie", [[[(0, 0), (10, 10), (10, 0), (0, 10)]]], area: 50, .edgesCross),
    GroundCase(
      "a spike", [[[(0, 0), (10, 0), (10, 5), (30, 5), (10, 5), (10, 10), (0, 10)]]], area: 100,
      .edgesCross),
    GroundCase(
      "holes that overlap", [[square, Shapes.rectangle(1, 1, 5, 5), Shapes.rectangle(4, 1, 8, 5)]],
      area: 72, .edgesCross),
    GroundCase(
      "a hole that sticks out", [[square, Shapes.rectangle(7, 4, 11, 6)]], area: 94, .edgesCross),
    GroundCase(
      "a hole along a side", [[square, Shapes.rectangle(8, 4, 10, 6)]], area: 96, .edgesCross),
    GroundCase(
      "a figure of eight", [[[(0, 0), (4, 0), (4, 4), (2, 2), (1, 4), (0, 4), (2, 2)]]],
      area: 9, .ringTouchesItself),
  ]

  @Test("the ground is the union of the parts, each without its own holes", arguments: cases)
  func ground(_ example: GroundCase) throws {
    var outlines = Shapes.layer([Shapes.rectangle(100, 100, 110, 110)])
    outlines.appendArea(example.polygons)
    outlines.appendArea(0, of: Shapes.layer([Shapes.rectangle(200, 100, 210, 110)]))
    let before = outlines
    let found = try OutlineMending.mend(&outlines, areas: [0, 1, 2])
    #expect(found.map(\.area) == [1] && found.map(\.fault) == [example.fault])
    #expect(abs(outlines.area(of: 1) - example.area) < 1e-12)
    #expect(try InvalidArea.all(in: outlines).isEmpty)
    // The others stay vertex for vertex.
    for area in [0, 2] {
      var (old, new) = (OutlineTable(), OutlineTable())
      old.appendArea(area, of: before)
      new.appendArea(area, of: outlines)
      #expect(old == new)
    }
    var again = outlines
    #expect(try OutlineMending.mend(&again, areas: [0, 1, 2]).isEmpty && again == outlines)
  }

  @Test("an area without ground keeps its outline and is told; one beyond numbers is passed over")
  func withoutGround() throws {
    var outlines = Shapes.layer([Self.square, Self.square], [Self.square])
    outlines.x[outlines.vertices(ofArea: 1).lowerBound] = .infinity
    let before = outlines
    #expect(try OutlineMending.mend(&outlines, areas: [0, 1]).map(\.area) == [0])
    #expect(outlines == before)
  }

  @Test("only the areas named are looked at")
  func others() throws {
    var outlines = Shapes.layer([[(0, 0), (10, 10), (10, 0), (0, 10)]])
    let before = outlines
    #expect(try OutlineMending.mend(&outlines, areas: []).isEmpty)
    #expect(outlines == before)
  }
}

@Suite("Rings that cross each other")
struct CrossingRingsTests {
  private static let square = Shapes.rectangle(0, 0, 10, 10)

  /// Groups rings given with what the file says of them, and returns polygons as ring numbers.
  private func group(_ rings: [(ring: [(Double, Double)], isHole: Bool)]) throws -> [[Int]] {
    let closed = rings.map { Shapes.closed($0.ring) }
    return try CrossingRings.group(closed, isHole: rings.map(\.isHole)).map { polygon in
      try polygon.map { try #require(closed.firstIndex(of: $0)) }
    }
  }

  @Test("parts that cross stay parts, and a hole that crosses stays one of the part it is cut into")
  func roles() throws {
    #expect(
      try group([(Self.square, false), (Shapes.rectangle(5, 5, 15, 15), false)]) == [[0], [1]])
    #expect(
      try group([(Self.square, false), (Shapes.rectangle(7, 4, 11, 6), true)]) == [[0, 1]])
    #expect(
      try group([(Shapes.rectangle(7, 4, 11, 6), true), (Self.square, false)]) == [[1, 0]])
    // Less than half of it lies in the part.
    #expect(
      try group([(Self.square, false), (Shapes.rectangle(9, 4, 12, 6), true)]) == [[0], [1]])
  }

  @Test("holes that cross each other are both holes")
  func holes() throws {
    #expect(
      try group([
        (Self.square, false), (Shapes.rectangle(1, 1, 5, 5), true),
        (Shapes.rectangle(4, 1, 8, 5), true),
      ]) == [[0, 1, 2]])
  }

  @Test("a hole belongs to the part that holds it, not to one that it crosses")
  func holder() throws {
    #expect(
      try group([
        (Self.square, false), (Shapes.rectangle(6, 0, 20, 9), false),
        (Shapes.rectangle(4, 4, 8, 6), true),
      ]) == [[0, 2], [1]])
  }

  @Test("a hole across two parts is cut into both")
  func acrossParts() throws {
    #expect(
      try group([
        (Self.square, false), (Shapes.rectangle(10, 0, 20, 9), false),
        (Shapes.rectangle(8, 4, 12, 6), true),
      ]) == [[0, 2], [1, 2]])
  }

  @Test("rings that cross nothing follow where they lie, whatever is said of them")
  func nesting() throws {
    let island = Shapes.rectangle(3, 3, 4, 4)
    #expect(
      try group([
        (island, true), (Shapes.rectangle(2, 2, 6, 6), false), (Self.square, true),
      ]) == [[0], [2, 1]])
  }
}
