import Geometry
import HotspotAnalysis
import Statistics
import Tables
import Testing
import Topology

@Suite struct IsoplethBandsTests {
  private func surface(_ rows: [[Double]]) -> Surface {
    Surface(
      grid: SurfaceGrid(
        cellSize: 10, firstColumn: 0, firstRow: 0, columns: rows[0].count, rows: rows.count),
      values: rows.flatMap(\.self))
  }

  /// A surface of few different values, so that breaks often equal values, with gaps.
  private func randomSurface(seed: UInt64, isSmooth: Bool) -> Surface {
    var random = SplitMix64(seed: seed)
    let grid = SurfaceGrid(
      cellSize: 10, firstColumn: 52_000, firstRow: 18_000, columns: 11, rows: 9)
    return Surface(
      grid: grid,
      values: (0..<grid.cellCount).map { _ in
        if random.nextUnit() < 0.06 { return .nan }
        return isSmooth ? random.nextUnit() * 5 : (random.nextUnit() * 5).rounded(.down)
      })
  }

  @Test("a plane is cut into straight bands")
  func plane() {
    let bands = IsoplethBands(
      of: surface([[0, 10, 20], [0, 10, 20], [0, 10, 20]]), breaks: [5, 15])
    #expect(bands.outlines.areaCount == 3)
    #expect((0..<3).map { bands.outlines.area(of: $0) } == [100, 200, 100])
    #expect(bands.outlines.box(ofArea: 1) == Box(minX: 10, minY: 5, maxX: 20, maxY: 25))
    #expect(IsoplethBands.band(of: 5, breaks: bands.breaks) == 1)
    #expect(IsoplethBands.band(of: 4.999, breaks: bands.breaks) == 0)
  }

  @Test("a peak is a ring within the band below, which has it as a hole")
  func peak() {
    let bands = IsoplethBands(
      of: surface([
        [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 8, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0],
      ]), breaks: [4])
    // Half-way along the sides, and where the mean of 2 to the peak of 8 crosses 4 on the diagonals.
    #expect(bands.outlines.polygons(of: 1).count == 1)
    #expect(bands.outlines.rings(ofArea: 1).count == 1)
    #expect(bands.outlines.rings(ofArea: 0).count == 2)
    #expect(bands.outlines.vertices(ofArea: 1).count == 9)
    #expect(
      bands.outlines.box(ofArea: 1) == Box(minX: 20, minY: 20, maxX: 30, maxY: 30))
    // Eight triangles with legs 5 and 10/3 along the diagonal, at half a right angle.
    let expected = 8 * 0.5 * 5 * (10.0 / 3)
    #expect(abs(bands.outlines.area(of: 1) - expected) < 1e-9)
    #expect(abs(bands.outlines.area(of: 0) + bands.outlines.area(of: 1) - 1600) < 1e-9)
  }

  @Test("breaks at the values of cells give rings without spikes")
  func breaksAtValues() {
    // A ridge exactly at the break encloses nothing; a plateau does.
    let ridge = IsoplethBands(
      of: surface([[0, 0, 0, 0], [0, 3, 3, 0], [0, 0, 0, 0]]), breaks: [3])
    #expect(ridge.outlines.area(of: 1) == 0)
    #expect(ridge.outlines.rings(ofArea: 1).isEmpty)
    #expect(ridge.outlines.area(of: 0) == 600)
    let plateau = IsoplethBands(
      of: surface([[0, 0, 0, 0], [0, 3, 3, 0], [0, 3, 3, 0], [0, 0, 0, 0]]), breaks: [3])
    #expect(plateau.outlines.area(of: 1) == 100)
    #expect(plateau.outlines.box(ofArea: 1) == Box(minX: 15, minY: 15, maxX: 25, maxY: 25))
    // Diagonal peaks of 4 at a saddle whose mean is the break.
    let saddle = IsoplethBands(of: surface([[4, 0], [0, 4]]), breaks: [2])
    #expect(saddle.outlines.polygons(of: 1).count == 2)
    #expect(saddle.outlines.polygons(of: 0).count == 2)
    #expect(abs(saddle.outlines.area(of: 1) - 50) < 1e-9)
  }

  @Test("bands cover each square with values once, on seeds", arguments: 0..<60 as Range<UInt64>)
  func areasAddUp(seed: UInt64) {
    let surface = randomSurface(seed: seed, isSmooth: seed % 2 == 0)
    let bands = IsoplethBands(of: surface, breaks: [1, 2, 2.5, 4])
    var squares = 0
    for row in 0..<surface.grid.rows - 1 {
      for column in 0..<surface.grid.columns - 1 {
        let corners = [
          surface[column, row], surface[column + 1, row], surface[column, row + 1],
          surface[column + 1, row + 1],
        ]
        squares += corners.contains(nil) ? 0 : 1
      }
    }
    let total = (0..<5).reduce(0.0) { $0 + bands.outlines.area(of: $1) }
    #expect(abs(total - Double(squares) * 100) < 1e-5)
  }

  @Test(
    "a place lies in the band of its interpolated value and in no other, on seeds",
    arguments: 0..<60 as Range<UInt64>)
  func bandOfPlace(seed: UInt64) {
    let surface = randomSurface(seed: seed, isSmooth: seed % 2 == 0)
    let breaks = [1, 2, 2.5, 4]
    let bands = IsoplethBands(of: surface, breaks: breaks)
    var random = SplitMix64(seed: seed + 1000)
    let box = surface.grid.box
    var checked = 0
    for _ in 0..<150 {
      let x = box.minX + random.nextUnit() * box.width
      let y = box.minY + random.nextUnit() * box.height
      let value = surface.interpolated(x: x, y: y)
      // Lines that pass a corner nearer than a micrometre are drawn through it.
      if let value, breaks.contains(where: { abs($0 - value) < 1e-5 }) { continue }
      let expected = value.map { [IsoplethBands.band(of: $0, breaks: bands.breaks)] } ?? []
      #expect((0..<5).filter { contains(bands.outlines, $0, x, y) } == expected)
      checked += 1
    }
    #expect(checked > 100)
  }

  @Test(
    "rings are simple: no place twice, outer ones counter-clockwise",
    arguments: 0..<40 as Range<UInt64>)
  func simpleRings(seed: UInt64) {
    let outlines = IsoplethBands(
      of: randomSurface(seed: seed, isSmooth: false), breaks: [1, 2, 3, 4]
    ).outlines
    for polygon in 0..<outlines.polygonCount {
      for ring in outlines.rings(ofPolygon: polygon) {
        let vertices = outlines.vertices(ofRing: ring)
        let places = Set(vertices.map { Point(x: outlines.x[$0], y: outlines.y[$0]) })
        #expect(places.count == vertices.count - 1)
        let isOuter = ring == outlines.rings(ofPolygon: polygon).lowerBound
        #expect((outlines.signedArea(ofRing: ring) > 0) == isOuter)
      }
    }
  }

  @Test(
    "bands and patches of cells are valid by GEOS, on seeds", arguments: 0..<60 as Range<UInt64>)
  func validity(seed: UInt64) throws {
    // Even seeds have many cells whose values are breaks.
    let surface = randomSurface(seed: seed, isSmooth: seed % 2 == 1)
    let bands = IsoplethBands(of: surface, breaks: [1, 2, 2.5, 3, 4])
    #expect(try InvalidArea.all(in: bands.outlines).isEmpty)
    let regions = CellPatches(of: SparseSurface(surface), from: 2)
    var outlines = OutlineTable()
    for region in regions.cells.indices { outlines.appendArea(regions.outline(of: region)) }
    #expect(try InvalidArea.all(in: outlines).isEmpty)
  }

  @Test("a surface without a whole square has no ground")
  func noSquares() {
    let bands = IsoplethBands(of: surface([[1, .nan, 3], [4, 5, .nan]]), breaks: [2])
    #expect(bands.outlines.areaCount == 2)
    #expect(bands.outlines.polygonCount == 0)
    #expect(IsoplethBands(of: surface([[1, 2, 3]]), breaks: []).outlines.polygonCount == 0)
    let whole = IsoplethBands(of: surface([[1, 2], [3, 4]]), breaks: [])
    #expect(whole.outlines.area(of: 0) == 100)
  }

  @Test("interpolation passes through the middles and their mean, and is linear between")
  func interpolation() throws {
    let surface = surface([[1, 5], [3, 11]])
    #expect(surface.interpolated(x: 5, y: 5) == 1)
    #expect(surface.interpolated(x: 15, y: 15) == 11)
    #expect(surface.interpolated(x: 10, y: 10) == 5)
    #expect(surface.interpolated(x: 10, y: 5) == 3)
    #expect(surface.interpolated(x: 10, y: 7.5) == 4)
    #expect(surface.interpolated(x: 7.5, y: 10) == 3.5)
    #expect(surface.interpolated(x: 12.5, y: 10) == 6.5)
    #expect(surface.interpolated(x: 10, y: 12.5) == 6)
    #expect(surface.interpolated(x: 4.9, y: 10) == nil)
    #expect(surface.interpolated(x: .nan, y: 10) == nil)
  }

  private func contains(
    _ outlines: OutlineTable, _ area: Int, _ x: Double, _ y: Double
  ) -> Bool {
    var isInside = false
    for ring in outlines.rings(ofArea: area) {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let (ax, ay) = (outlines.x[vertex], outlines.y[vertex])
        let (bx, by) = (outlines.x[vertex + 1], outlines.y[vertex + 1])
        if (ay > y) != (by > y), x < ax + (y - ay) / (by - ay) * (bx - ax) { isInside.toggle() }
      }
    }
    return isInside
  }
}
