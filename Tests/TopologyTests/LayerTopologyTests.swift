import Geometry
import Statistics
import TestSupport
import Testing

@testable import Topology

@Suite("Layer topology")
struct LayerTopologyTests {
  @Test("a tiling has no overlaps and no gaps")
  func tiling() throws {
    let topology = try LayerTopology(
      of: Shapes.layer(
        [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(10, 0, 20, 10)],
        [Shapes.rectangle(0, 10, 20, 20)]))
    #expect(topology.invalidAreas.isEmpty)
    #expect(topology.overlaps.isEmpty)
    #expect(topology.gaps.isEmpty)
    #expect(topology.unionArea == 400)
  }

  /// `a = box(0,0,10,10); b = Polygon([(9,-1),(20,4),(12,13)]); a.intersection(b).area,
  /// a.union(b).area` gives 1.4404761904761918, 168.05952380952382 (shapely 2.2.0).
  @Test("overlapping areas are reported as pairs with what they share")
  func overlap() throws {
    let topology = try LayerTopology(
      of: Shapes.layer(
        [[(9, -1), (20, 4), (12, 13)]], [Shapes.rectangle(100, 0, 101, 1)],
        [Shapes.rectangle(0, 0, 10, 10)]))
    #expect(topology.overlaps.map(\.first) == [0])
    #expect(topology.overlaps.map(\.second) == [2])
    #expect(abs(topology.overlaps[0].area - 1.440_476_190_476_191_8) < 1e-12)
    #expect(abs(topology.unionArea - 169.059_523_809_523_82) < 1e-10)
  }

  @Test("overlaps up to the smallest one are left out")
  func smallestOverlap() throws {
    let outlines = Shapes.layer(
      [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(9.75, 0, 20, 10)],
      [Shapes.rectangle(0, 9.5, 9, 20)])
    let shared = { (smallest: Double) in
      try LayerTopology(of: outlines, smallestOverlap: smallest).overlaps.map(\.area)
    }
    #expect(try shared(0.01) == [2.5, 4.5])
    #expect(try shared(2.5) == [4.5])
    #expect(try shared(4.5) == [])
  }

  @Test("an area inside another, and one that is twice in the table, overlap")
  func containedAndEqual() throws {
    let topology = try LayerTopology(
      of: Shapes.layer(
        [Shapes.rectangle(0, 0, 10, 10)], [Shapes.rectangle(2, 2, 4, 4)],
        [Shapes.rectangle(2, 2, 4, 4)]))
    #expect(topology.overlaps.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    #expect(topology.overlaps.map(\.area) == [4, 4, 4])
    #expect(topology.unionArea == 100)
  }

  @Test("gaps are measured, told apart by width, and know their neighbours")
  func gaps() throws {
    // Four areas around a 2 by 6 opening, two of them with a sliver of 8 by 0.25 between them, and
    // far away one area with a hole of its own.
    let topology = try LayerTopology(
      of: Shapes.layer(
        [Shapes.rectangle(0, 0, 4, 10)], [Shapes.rectangle(6, 0, 10, 10)],
        [Shapes.rectangle(4, 0, 6, 2)], [Shapes.rectangle(4, 8, 6, 10)],
        [[(0, 10), (1, 10), (1, 10.25), (9, 10.25), (9, 10), (10, 10), (10, 20), (0, 20)]],
        [Shapes.rectangle(100, 0, 110, 10), Shapes.rectangle(103, 3, 108, 8)]))
    #expect(topology.gaps.map(\.area) == [25, 12, 2])
    #expect(topology.gaps.map(\.width) == [5, 2, 0.25])
    #expect(topology.gaps.map(\.neighbours) == [[5], [0, 1, 2, 3], [0, 1, 3, 4]])
    #expect(topology.openings.map(\.area) == [25, 12])
    #expect(topology.slivers.map(\.area) == [2])
    #expect(topology.gapArea == 39)
    let gap = topology.gaps[1].location
    #expect(gap.x > 4 && gap.x < 6 && gap.y > 2 && gap.y < 8)
  }

  @Test("an island in a gap is not part of the gap")
  func islandInGap() throws {
    let topology = try LayerTopology(
      of: Shapes.layer(
        [Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(5, 5, 15, 15)],
        [Shapes.rectangle(8, 8, 12, 12)]))
    #expect(topology.gaps.map(\.area) == [84])
    #expect(topology.gaps.map(\.neighbours) == [[0, 1]])
    #expect(topology.unionArea == 316)
  }

  @Test("the width decides what a sliver is")
  func sliverWidth() throws {
    let outlines = Shapes.layer([
      Shapes.rectangle(0, 0, 20, 20), Shapes.rectangle(5, 5, 15, 6),
      Shapes.rectangle(5, 10, 7, 14),
    ])
    #expect(try LayerTopology(of: outlines, sliverWidth: 1).slivers.isEmpty)
    #expect(try LayerTopology(of: outlines, sliverWidth: 1.5).slivers.map(\.area) == [10])
    #expect(try LayerTopology(of: outlines, sliverWidth: 2.5).slivers.map(\.area) == [10, 8])
  }

  /// `make_valid(Polygon([(0,0),(10,10),(10,0),(0,10)])).area` gives 50.0 (shapely 2.2.0).
  @Test("an invalid area is reported, and its ground looked at for overlaps")
  func repairs() throws {
    let topology = try LayerTopology(
      of: Shapes.layer(
        [[(0, 0), (10, 10), (10, 0), (0, 10)]], [Shapes.rectangle(0, 0, 5, 10)]))
    #expect(
      topology.invalidAreas == [
        InvalidArea(area: 0, fault: .edgesCross, location: Point(x: 5, y: 5))
      ])
    #expect(topology.overlaps.map(\.area) == [25])
    #expect(topology.unionArea == 75)
  }

  @Test("a layer without areas, and areas without polygons, have no faults")
  func empty() throws {
    #expect(try LayerTopology(of: OutlineTable()).unionArea == 0)
    var outlines = OutlineTable()
    outlines.appendArea([])
    outlines.appendArea([[Shapes.closed(Shapes.rectangle(0, 0, 2, 3))]])
    outlines.appendArea([])
    let topology = try LayerTopology(of: outlines)
    #expect(topology.unionArea == 6)
    #expect(topology.gaps.isEmpty && topology.overlaps.isEmpty && topology.invalidAreas.isEmpty)
  }

  @Test("random rectangles share what arithmetic says", arguments: UInt64(0)..<20)
  func randomRectangles(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var boxes: [Box] = []
    var outlines = OutlineTable()
    for _ in 0..<25 {
      let (x, y) = (generator.nextUnit() * 100, generator.nextUnit() * 100)
      let box = Box(
        minX: x, minY: y, maxX: x + generator.nextUnit() * 30, maxY: y + generator.nextUnit() * 30)
      boxes.append(box)
      outlines.appendArea([
        [Shapes.closed(Shapes.rectangle(box.minX, box.minY, box.maxX, box.maxY))]
      ])
    }
    let overlaps = try LayerTopology(of: outlines).overlaps
    var position = 0
    for first in boxes.indices {
      for second in boxes.indices where second > first {
        let width =
          min(boxes[first].maxX, boxes[second].maxX)
          - max(boxes[first].minX, boxes[second].minX)
        let height =
          min(boxes[first].maxY, boxes[second].maxY)
          - max(boxes[first].minY, boxes[second].minY)
        guard width > 0 && height > 0 && width * height > 0.01 else { continue }
        try #require(position < overlaps.count)
        #expect(overlaps[position].first == first && overlaps[position].second == second)
        #expect(abs(overlaps[position].area - width * height) < 1e-9)
        position += 1
      }
    }
    #expect(position == overlaps.count)
  }
}
