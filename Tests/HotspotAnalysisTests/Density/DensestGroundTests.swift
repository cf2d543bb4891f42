import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing
import Topology

@Suite struct DensestGroundTests {
  private func surface(_ rows: [[Double]]) -> Surface {
    Surface(
      grid: SurfaceGrid(
        cellSize: 10, firstColumn: 0, firstRow: 0, columns: rows[0].count, rows: rows.count),
      values: rows.flatMap(\.self))
  }

  /// The ground between the middles of the outermost cells.
  private func betweenMiddles(of surface: Surface) -> StudyMask {
    let grid = surface.grid
    let halves = SurfaceGrid(
      cellSize: 5, firstColumn: 0, firstRow: 0, columns: 2 * grid.columns, rows: 2 * grid.rows)
    return StudyMask(
      grid: halves,
      isInside: (0..<halves.cellCount).map { cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: halves.columns)
        return (1..<halves.columns - 1).contains(column) && (1..<halves.rows - 1).contains(row)
      })
  }

  @Test("a peak's level is where its slopes hold the share, by hand")
  func byHand() throws {
    let surface = surface([[0, 0, 0], [0, 12, 0], [0, 0, 0]])
    // Each of the four squares has the mean 3, in all 1200. Eight triangles of 25 m² have the
    // corners 12, 3 and 0: above 6 lies 1/2 · 2/3 of each, with the mean 8, in all 1600/3; above 2
    // lies all but what is below, of the eight 1 - 2/12 · 2/3, and of the other eight, 0, 0 and 3,
    // a ninth with the mean 7/3.
    let steep: Double = 125 - (25.0 / 9) * (4.0 / 3)
    let gentle: Double = (25.0 / 9) * (7.0 / 3)
    let above2: Double = 8 * (steep + gentle) / 1200
    let shares: [Double] = [4.0 / 9, above2]
    // The squares have two triangles of each kind.
    let classes = DensestGround(
      of: surface, within: betweenMiddles(of: surface), shares: shares
    ).classes
    #expect(classes.map(\.share) == shares)
    #expect(abs(classes[0].level - 6) < 1e-9)
    #expect(abs(classes[0].reached - 4.0 / 9) < 1e-9)
    let ground = classes.map { $0.squareKilometres * 1e6 }
    #expect(abs(ground[0] - 200.0 / 3) < 1e-6)
    #expect(abs(ground[1] - 200) < 1e-6)
  }

  @Test("a plateau is taken whole, for every share that it holds")
  func plateau() {
    let flat = surface([[7, 7, 7], [7, 7, 7], [7, 7, 7]])
    let classes = DensestGround(of: flat, within: betweenMiddles(of: flat)).classes
    #expect(classes.map(\.reached) == [1, 1, 1])
    #expect(Set(classes.map(\.level)).count == 1)
    #expect(classes[0].level <= 7 && classes[0].level > 7 - 1e-9)
    #expect(abs(classes[0].squareKilometres - 400e-6) < 1e-15)
  }

  @Test("levels are what a key prints of them, and hold at least the share")
  func rounded() {
    // A plane that rises by 7.7 in each cell, from 1234.567.
    let rows = (0..<20).map { row in (0..<20).map { 1234.567 + 7.7 * Double(row + $0) } }
    let plane = surface(rows)
    let found = DensestGround(of: plane, within: betweenMiddles(of: plane))
    #expect(found.places.count == 0)
    for held in found.classes {
      #expect(held.level == held.level.rounded(.down))
      #expect(held.reached >= held.share && held.reached < held.share + 0.01)
    }
    let thin = surface(rows.map { $0.map { $0 / 1e6 } })
    let small = DensestGround(of: thin, within: betweenMiddles(of: thin))
    #expect(small.places.count == 6)
    for (large, held) in zip(found.classes, small.classes) {
      #expect(held.level == large.level / 1e6)
    }
  }

  @Test("without volume there are no classes")
  func nothing() {
    let empty = surface([[0, 0, 0], [0, .nan, 0], [0, 0, 0]])
    #expect(DensestGround(of: empty, within: betweenMiddles(of: empty)).classes.isEmpty)
    let outside = surface([[1, 1], [1, 1]])
    let mask = StudyMask(grid: outside.grid, isInside: [Bool](repeating: false, count: 4))
    #expect(DensestGround(of: outside, within: mask).classes.isEmpty)
  }

  /// A study area of two areas whose edges run through cells of 200 m.
  private var ragged: OutlineTable {
    func ring(_ places: [(Double, Double)]) -> [Point] {
      (places + places.prefix(1)).map { Point(x: 530_000 + $0.0, y: 180_000 + $0.1) }
    }
    var table = OutlineTable()
    table.appendArea([
      [ring([(30, 70), (1700, 270), (1650, 1850), (1300, 2900), (200, 2300)])]
    ])
    table.appendArea([[ring([(1700, 270), (2950, 410), (3110, 2000), (1650, 1850)])]])
    return table
  }

  @Test(
    "the polygons written hold the shares that are claimed, by counting a fine grid",
    arguments: [80.0, 150, 500, 1500])
  func polygons(bandwidth: Double) async throws {
    let outlines = ragged
    let grid = try SurfaceGrid(box: outlines.box, cellSize: 200)
    let area = StudyMask(of: outlines, on: grid)
    var incidents = ClusteredIncidents(seed: 11, count: 400, in: outlines.box, spread: 400)
    incidents.keep(inside: area)
    let margin = try await KernelEstimator(bandwidth: .metres(bandwidth)).evaluate(
      x: incidents.x, y: incidents.y, over: area
    ).margin
    let classes = DensestGround(
      of: margin, within: StudyMask(of: outlines, on: DensestGround.edgeGrid(for: grid))
    ).classes
    #expect(classes.map(\.share) == [0.25, 0.5, 0.75])
    let breaks = classes.map(\.level).reversed()
    let bands = try Overlay.intersection(
      IsoplethBands(of: margin, breaks: Array(breaks)).outlines, outlines)
    #expect(bands.areaCount == 4)
    // Counted without a look at the levels: which polygon holds a place, and the value there.
    var volumes = [Double](repeating: 0, count: 4)
    let step = 20.0
    for row in 0..<160 {
      let y = 180_000 + (Double(row) + 0.37) * step
      for (band, x) in places(of: bands, alongRow: y, from: 530_000, count: 160, step: step) {
        volumes[band] += margin.interpolated(x: x, y: y) ?? 0
      }
    }
    let total = volumes.reduce(0, +)
    for (position, found) in classes.enumerated() {
      let denser = (3 - position)...3
      let counted = denser.reduce(0) { $0 + volumes[$1] } / total
      #expect(found.reached > found.share - 1e-9 && found.reached < found.share + 0.002)
      #expect(abs(counted - found.reached) < 0.005, "\(found.share)")
      let drawn = denser.reduce(0) { $0 + bands.area(of: $1) } / 1e6
      #expect(abs(drawn - found.squareKilometres) < 0.01 * drawn, "\(found.share)")
    }
  }

  /// Returns the places of a row of a fine grid that lie in areas, each with its area.
  private func places(
    of outlines: OutlineTable, alongRow y: Double, from west: Double, count: Int, step: Double
  ) -> [(area: Int, x: Double)] {
    var found: [(area: Int, x: Double)] = []
    for area in 0..<outlines.areaCount {
      var crossings: [Double] = []
      for ring in outlines.rings(ofArea: area) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          let (ay, by) = (outlines.y[vertex], outlines.y[vertex + 1])
          guard (ay > y) != (by > y) else { continue }
          let (ax, bx) = (outlines.x[vertex], outlines.x[vertex + 1])
          crossings.append(ax + (y - ay) / (by - ay) * (bx - ax))
        }
      }
      crossings.sort()
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        for column in 0..<count {
          let x = west + (Double(column) + 0.41) * step
          if x > crossings[pair], x < crossings[pair + 1] { found.append((area, x)) }
        }
      }
    }
    return found
  }
}
