import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct CellRegionsTests {
  /// Reads a drawing, its southern row last, into members.
  private func regions(_ drawing: [String]) -> CellRegions {
    let grid = SurfaceGrid(
      cellSize: 10, firstColumn: 0, firstRow: 0, columns: drawing[0].count, rows: drawing.count)
    return CellRegions(joining: drawing.reversed().flatMap { $0.map { $0 == "#" } }, on: grid)
  }

  @Test("joins over edges, not over corners")
  func joining() {
    let found = regions(["##.", "..#", "#.#"])
    #expect(found.cells == [[0], [2, 5], [6, 7]])
    #expect(found.regionOfCell == [0, nil, 1, nil, nil, 1, 2, 2, nil])
  }

  @Test("cells at opposite ends of neighbouring rows are not joined")
  func rowEnds() { #expect(regions(["#..", "..#"]).cells == [[2], [3]]) }

  @Test("outlines follow the edges without corners on straight ones")
  func outline() {
    let block = regions(["##", "#."]).outline(of: 0)
    #expect(
      block == [
        [
          [(0, 0), (10, 0), (10, 10), (20, 10), (20, 20), (0, 20), (0, 0)].map {
            Point(x: $0.0, y: $0.1)
          }
        ]
      ])
  }

  @Test("holes are rings of their own, also where they touch the outside at a corner")
  func holes() {
    let ring = regions(["###", "#.#", "###"]).outline(of: 0)
    #expect(ring.count == 1)
    #expect(ring[0].map { signedRingArea($0) } == [900, -100])
    // The hole touches the bite in the corner.
    let bitten = regions(["####", "#.##", "##.#", "###."]).outline(of: 0)
    #expect(bitten.flatMap { $0.map { signedRingArea($0) } } == [1500, -100, -100])
    let touching = regions(["####", "#.##", "####", "###."]).outline(of: 0)
    #expect(touching.flatMap { $0.map { signedRingArea($0) } } == [1500, -100])
  }

  @Test("agrees with spreading labels until nothing changes", arguments: 0..<40 as Range<UInt64>)
  func bruteForce(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let grid = SurfaceGrid(cellSize: 10, firstColumn: 7, firstRow: -3, columns: 9, rows: 8)
    let members = (0..<grid.cellCount).map { _ in random.nextUnit() < 0.6 }
    var labels = members.indices.map { members[$0] ? $0 : Int.max }
    var isChanging = true
    while isChanging {
      isChanging = false
      for a in members.indices where members[a] {
        for b in members.indices where members[b] {
          let (rowsApart, columnsApart) = (
            abs(a / 9 - b / 9), abs(a % 9 - b % 9)
          )
          if rowsApart + columnsApart == 1, labels[b] < labels[a] {
            labels[a] = labels[b]
            isChanging = true
          }
        }
      }
    }
    let found = CellRegions(joining: members, on: grid)
    let firsts = Array(Set(labels.filter { $0 != .max })).sorted()
    #expect(found.cells.count == firsts.count)
    for (region, first) in firsts.enumerated() {
      #expect(found.cells[region] == labels.indices.filter { labels[$0] == first })
      // The outline encloses its cells' middles and no others.
      let polygons = found.outline(of: region)
      let area = polygons.joined().reduce(0.0) { $0 + signedRingArea($1) }
      #expect(area == Double(found.cells[region].count) * 100)
      for cell in members.indices {
        let centre = grid.centre(of: cell)
        let crossings = polygons.joined().reduce(0) { count, ring in
          count
            + zip(ring, ring.dropFirst()).count { a, b in
              a.x == b.x && a.x < centre.x && min(a.y, b.y) < centre.y && max(a.y, b.y) > centre.y
            }
        }
        #expect((crossings % 2 == 1) == (labels[cell] == first))
      }
    }
  }
}
