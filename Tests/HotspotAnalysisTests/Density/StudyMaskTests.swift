import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing

@Suite struct StudyMaskTests {
  private func table(_ areas: [[[Point]]]...) -> OutlineTable {
    var outlines = OutlineTable()
    for area in areas { outlines.appendArea(area) }
    return outlines
  }

  private func ring(_ corners: (Double, Double)...) -> [Point] {
    let points = corners.map { Point(x: $0.0, y: $0.1) }
    return points + points.prefix(1)
  }

  @Test("a square whose corners are cell middles holds the western and southern ones only")
  func halfOpen() throws {
    let grid = SurfaceGrid(cellSize: 10, firstColumn: 0, firstRow: 0, columns: 4, rows: 4)
    let mask = StudyMask(of: table([[ring((5, 5), (25, 5), (25, 25), (5, 25))]]), on: grid)
    let inside = mask.isInside.indices.filter { mask.isInside[$0] }
    #expect(inside == [0, 1, 4, 5])
    #expect(mask.isTouched.count { $0 } == 9)
    #expect(mask.insideCount == 4)
    #expect(mask.areaSquareKilometres == 0.0004)
  }

  @Test("areas that meet along edges through cell middles hold each middle once")
  func partition() {
    let grid = SurfaceGrid(cellSize: 2, firstColumn: 0, firstRow: 0, columns: 30, rows: 30)
    // Thirds of a rectangle whose inner edges run through many middles, upright and slanting.
    let west = table([[ring((1, 1), (21, 1), (31, 41), (1, 41))]])
    let middle = table([[ring((21, 1), (41, 1), (41, 41), (31, 41))]])
    let east = table([[ring((41, 1), (57, 1), (57, 41), (41, 41))]])
    let masks = [west, middle, east].map { StudyMask(of: $0, on: grid).isInside }
    let whole = StudyMask(of: table([[ring((1, 1), (57, 1), (57, 41), (1, 41))]]), on: grid)
    for cell in 0..<grid.cellCount {
      #expect(masks.count { $0[cell] } == (whole.isInside[cell] ? 1 : 0))
    }
    #expect(whole.insideCount == 28 * 20)
  }

  @Test(
    "agrees with counting crossings for each middle, on seeds", arguments: 0..<40 as Range<UInt64>)
  func bruteForce(seed: UInt64) async {
    var random = SplitMix64(seed: seed)
    // Stars of many corners with a hole, some reaching beyond the grid, on whole coordinates so
    // that middles lie on edges and corners.
    func star(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
      let directions: [(Double, Double)] = [
        (1, 0), (0.8, 0.6), (0, 1), (-0.6, 0.8), (-1, 0), (-0.8, -0.6), (0, -1), (0.6, -0.8),
      ]
      let points = directions.map { direction in
        let reach = size * (0.3 + random.nextUnit())
        return Point(
          x: (x + direction.0 * reach).rounded(), y: (y + direction.1 * reach).rounded())
      }
      return points + points.prefix(1)
    }
    let grid = SurfaceGrid(cellSize: 2, firstColumn: -10, firstRow: -10, columns: 20, rows: 17)
    let outlines = table(
      [[star(-3, 2, 14), star(-3, 2, 4)]], [[star(8, -6, 12)], [star(-14, 15, 9)]])
    let mask = StudyMask(of: outlines, on: grid)
    for threads in [1, 2, 7] {
      #expect(await StudyMask.make(of: outlines, on: grid, threads: threads) == mask)
    }
    for cell in 0..<grid.cellCount {
      let centre = grid.centre(of: cell)
      let expected = (0..<outlines.areaCount).contains { contains(outlines, $0, centre) }
      #expect(mask.isInside[cell] == expected)
      if expected { #expect(mask.isTouched[cell]) }
    }
    // Anything inside lies in a touched cell.
    for _ in 0..<300 {
      let point = Point(x: random.nextUnit() * 40 - 20, y: random.nextUnit() * 34 - 20)
      guard (0..<outlines.areaCount).contains(where: { contains(outlines, $0, point) }),
        let cell = grid.cell(x: point.x, y: point.y)
      else { continue }
      #expect(mask.isTouched[cell])
    }
  }

  @Test("a sliver between cell middles is touched but not inside")
  func sliver() {
    let grid = SurfaceGrid(cellSize: 10, firstColumn: 0, firstRow: 0, columns: 5, rows: 5)
    let mask = StudyMask(of: table([[ring((1, 21), (49, 21), (49, 24), (1, 24))]]), on: grid)
    #expect(mask.insideCount == 0)
    #expect(mask.isTouched.indices.filter { mask.isTouched[$0] } == [10, 11, 12, 13, 14])
    let wide = mask.touchedWithNeighbours()
    #expect(wide.grid.columns == 7)
    #expect(wide.cells.count { $0 } == 21)
    #expect(wide.cells.indices.filter { wide.cells[$0] } == Array(14..<35).map { $0 })
  }

  @Test("areas beyond the grid leave it empty")
  func beyond() {
    let grid = SurfaceGrid(cellSize: 10, firstColumn: 0, firstRow: 0, columns: 3, rows: 3)
    for (x, y) in [(100.0, 0.0), (-100, 0), (0, 100), (0, -100)] {
      let mask = StudyMask(
        of: table([[ring((x, y), (x + 30, y), (x + 30, y + 30), (x, y + 30))]]), on: grid)
      #expect(mask.insideCount == 0)
      #expect(!mask.isTouched.contains(true))
    }
    #expect(StudyMask(of: OutlineTable(), on: grid).insideCount == 0)
  }

  /// Even-odd over all rings: a ray to the west, with the exact orientation test.
  private func contains(_ outlines: OutlineTable, _ area: Int, _ point: Point) -> Bool {
    var isInside = false
    for ring in outlines.rings(ofArea: area) {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let a = Point(x: outlines.x[vertex], y: outlines.y[vertex])
        let b = Point(x: outlines.x[vertex + 1], y: outlines.y[vertex + 1])
        guard (a.y > point.y) != (b.y > point.y) else { continue }
        let (low, high) = a.y < b.y ? (a, b) : (b, a)
        // On the edge or right of it: the edge lies west of the point.
        let side =
          (high.x - low.x) * (point.y - low.y) - (high.y - low.y) * (point.x - low.x)
        if side <= 0 { isInside.toggle() }
      }
    }
    return isInside
  }
}
