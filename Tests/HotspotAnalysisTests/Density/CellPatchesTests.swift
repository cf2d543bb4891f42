import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct CellPatchesTests {
  /// Returns a surface of the digits of a drawing, its southern row last; `.` is empty, `#` is 1.
  private func surface(_ drawing: [String]) -> SparseSurface {
    let grid = SurfaceGrid(
      cellSize: 10, firstColumn: 0, firstRow: 0, columns: drawing[0].count, rows: drawing.count)
    return SparseSurface(
      Surface(
        grid: grid,
        values: drawing.reversed().joined().map { $0 == "#" ? 1 : Double(String($0)) ?? .nan }))
  }

  private func regions(_ drawing: [String]) -> CellPatches {
    CellPatches(of: surface(drawing), from: 1)
  }

  @Test("joins over edges, not over corners")
  func joining() {
    let found = regions(["##.", "..#", "#.#"])
    #expect(found.cells == [[0], [2, 5], [6, 7]])
    #expect((0..<9).map { found.patch(ofCell: $0) } == [0, nil, 1, nil, nil, 1, 2, 2, nil])
    #expect(found.splitCount == 0)
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
    let surface = Surface(grid: grid, values: members.map { $0 ? 1 : 0 })
    let found = CellPatches(of: SparseSurface(surface), from: 1)
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

  @Test("a patch that is too large is split where its level must be raised, each part by its own")
  func splitting() {
    // By hand: from 1 up all eleven cells join; above, there are a shoulder of three, a peak of three
    // and one of two.
    let drawing = ["12321456147"]
    func cells(_ most: Int) -> [[Int]] {
      CellPatches(of: surface(drawing), from: 1, mostCells: most).cells
    }
    #expect(cells(11) == [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])
    #expect(cells(10) == [[1, 2, 3], [5, 6, 7], [9, 10]])
    // The level is raised to 3, to 5 and not at all.
    #expect(cells(2) == [[2], [6, 7], [9, 10]])
    let found = CellPatches(of: surface(drawing), from: 1, mostCells: 3)
    #expect(found.splitCount == 1)
    #expect((0..<11).filter { found.isBetweenParts($0) } == [0, 4, 8])
    #expect(found.patch(ofCell: 0) == nil && found.patch(ofCell: 10) == 2)
  }

  @Test("a patch that is small enough is not touched when another one is split")
  func untouched() {
    let found = CellPatches(of: surface(["3.1114111", "2........"]), from: 1, mostCells: 2)
    #expect(found.cells == [[0, 9], [14]])
    #expect(found.splitCount == 1)
    #expect(!found.isBetweenParts(0) && found.isBetweenParts(11))
  }

  @Test("ground of one value has no part, however large")
  func plateau() {
    let found = CellPatches(of: surface(["5555", "5555"]), from: 1, mostCells: 7)
    #expect(found.cells.isEmpty && found.splitCount == 1)
    #expect(CellPatches(of: surface(["5555", "5555"]), from: 1, mostCells: 8).cells.count == 1)
  }

  @Test(
    "parts are the largest components of level sets that are small enough",
    arguments: 0..<60 as Range<UInt64>)
  func levelSets(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let grid = SurfaceGrid(cellSize: 10, firstColumn: -4, firstRow: 2, columns: 11, rows: 9)
    // Few values, so that many cells share one.
    let values = (0..<grid.cellCount).map { _ in Double(random.next() % 7) }
    let surface = SparseSurface(Surface(grid: grid, values: values))
    let most = 1 + Int(random.next() % 12)
    let found = CellPatches(of: surface, from: 2, mostCells: most)
    // Every component of every level, found by flooding; the maximal ones that are small enough.
    var small: Set<[Int]> = []
    var split = 0
    for level in stride(from: 2.0, through: 6, by: 1) {
      let components = CellPatches(of: surface, from: level).cells
      for component in components {
        #expect(component.allSatisfy { values[$0] >= level })
        if component.count <= most { small.insert(component) }
        if level == 2 && component.count > most { split += 1 }
      }
    }
    let maximal = small.filter { part in
      !small.contains { $0.count > part.count && Set($0).isSuperset(of: part) }
    }
    #expect(Set(found.cells) == maximal)
    #expect(found.cells.map { $0[0] } == found.cells.map { $0[0] }.sorted())
    #expect(found.splitCount == split)
  }
}
