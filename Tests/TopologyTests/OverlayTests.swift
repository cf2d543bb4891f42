import Geometry
import Testing

@testable import Topology

@Suite("Overlay")
struct OverlayTests {
  @Test("the union of a tiling is its outline, holes and islands kept")
  func union() throws {
    let united = try Overlay.union(
      of: Shapes.layer(
        [Shapes.rectangle(0, 0, 4, 10)], [Shapes.rectangle(6, 0, 10, 10)],
        [Shapes.rectangle(4, 0, 6, 2)], [Shapes.rectangle(4, 8, 6, 10)],
        [Shapes.rectangle(20, 0, 21, 1)]))
    #expect(united.areaCount == 1)
    #expect(united.polygonCount == 2)
    #expect(united.ringCount == 3)
    #expect(united.area(of: 0) == 89)
    #expect(united.box == Box(minX: 0, minY: 0, maxX: 21, maxY: 10))
    #expect(
      (0..<3).map { united.signedArea(ofRing: $0) }.sorted() == [-12, 1, 100])
  }

  @Test("the union of nothing is one area without polygons")
  func unionOfNothing() throws {
    let united = try Overlay.union(of: OutlineTable())
    #expect(united.areaCount == 1)
    #expect(united.polygonCount == 0)
  }

  @Test("clipping keeps the order of the areas, also of those that vanish")
  func intersection() throws {
    let outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(50, 50, 60, 60)],
      // Touches the clip in an edge, which is no area.
      [Shapes.rectangle(15, 0, 20, 10)],
      [Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(6, 6, 9, 9)])
    let clip = Shapes.layer([Shapes.rectangle(5, 5, 10, 15)], [Shapes.rectangle(10, 5, 15, 15)])
    let clipped = try Overlay.intersection(outlines, clip)
    #expect((0..<4).map { clipped.area(of: $0) } == [25, 0, 0, 91])
    #expect((0..<4).map { clipped.polygons(of: $0).count } == [1, 0, 0, 1])
    #expect(clipped.rings(ofArea: 3).count == 2)
    let boxed = try Overlay.intersection(outlines, Box(minX: 5, minY: 5, maxX: 15, maxY: 15))
    let square = Shapes.layer([Shapes.rectangle(5, 5, 15, 15)])
    #expect(try boxed == Overlay.intersection(outlines, square))
    #expect((0..<4).map { boxed.area(of: $0) } == [25, 0, 0, 91])
  }

  /// `box(0,0,100,50).buffer(10, quad_segs=8).area`, with -10, and
  /// `LineString([(0,0),(100,0),(100,50)]).buffer(5, quad_segs=8).area` give 8312.144515225804,
  /// 2400.0, 1572.545161008064 (shapely 2.2.0).
  @Test("buffers have the areas that Shapely gives")
  func buffer() throws {
    let outlines = Shapes.layer([Shapes.rectangle(0, 0, 100, 50)], [Shapes.rectangle(0, 0, 5, 5)])
    let grown = try Overlay.buffer(outlines, distance: 10)
    #expect(abs(grown.area(of: 0) - 8312.144_515_225_804) < 1e-8)
    let shrunk = try Overlay.buffer(outlines, distance: -10)
    #expect(shrunk.area(of: 0) == 2400)
    #expect(shrunk.polygons(of: 1).isEmpty)
    let path = try Overlay.buffer(
      lines: [[Point(x: 0, y: 0), Point(x: 100, y: 0), Point(x: 100, y: 50)]], distance: 5)
    #expect(abs(path.area(of: 0) - 1572.545_161_008_064) < 1e-8)
  }

  @Test("invalid areas are taken as the ground that they cover")
  func repairs() throws {
    let bowTie = Shapes.layer([[(0, 0), (10, 10), (10, 0), (0, 10)]])
    #expect(try Overlay.union(of: bowTie).area(of: 0) == 50)
    #expect(try Overlay.intersection(bowTie, bowTie).area(of: 0) == 50)
  }

  @Test("the order of the areas does not change their union")
  func order() throws {
    let squares = (0..<16).map { index in
      let (column, row) = (Double(index % 4), Double(index / 4))
      return [Shapes.rectangle(column, row, column + 1.25, row + 1)]
    }
    var forwards = OutlineTable()
    var backwards = OutlineTable()
    for square in squares { forwards.appendArea([square.map(Shapes.closed)]) }
    for square in squares.reversed() { backwards.appendArea([square.map(Shapes.closed)]) }
    #expect(try Overlay.union(of: forwards) == Overlay.union(of: backwards))
  }

  @Test("lines with a position that is not a number are refused by their place")
  func brokenLine() {
    #expect(throws: TopologyError.notFinite(area: 1)) {
      try Overlay.buffer(
        lines: [
          [Point(x: 0, y: 0), Point(x: 1, y: 0)], [Point(x: 0, y: .nan), Point(x: 1, y: 0)],
        ], distance: 1)
    }
  }
}
