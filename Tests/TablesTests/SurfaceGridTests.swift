import Geometry
import Tables
import Testing

@Suite struct SurfaceGridTests {
  @Test("cell edges lie at multiples of the cell size, around the box")
  func edgesAtMultiples() throws {
    let grid = try SurfaceGrid(
      box: Box(minX: 523_481.2, minY: 177_999.9, maxX: 532_100, maxY: 184_000.1), cellSize: 100)
    #expect(grid.box == Box(minX: 523_400, minY: 177_900, maxX: 532_100, maxY: 184_100))
    #expect((grid.columns, grid.rows) == (87, 62))
    #expect(grid.cellCount == 87 * 62)
    #expect(grid.centre(of: 88) == Point(x: 523_550, y: 178_050))
    #expect(grid.cellAreaSquareKilometres == 0.01)
  }

  @Test("a box without extent gets one cell")
  func oneCell() throws {
    let grid = try SurfaceGrid(box: Box(minX: 5, minY: -3, maxX: 5, maxY: -3), cellSize: 10)
    #expect(grid.box == Box(minX: 0, minY: -10, maxX: 10, maxY: 0))
    let corner = try SurfaceGrid(box: Box(minX: 20, minY: 20, maxX: 20, maxY: 20), cellSize: 10)
    #expect(corner.cell(x: 20, y: 20) == 0)
  }

  @Test("a position on an edge belongs to the cell east and north of it, and the rim to the last")
  func halfOpenCells() throws {
    let grid = try SurfaceGrid(box: Box(minX: 0, minY: 0, maxX: 30, maxY: 20), cellSize: 10)
    #expect(grid.cell(x: 0, y: 0) == 0)
    #expect(grid.cell(x: 10, y: 0) == 1)
    #expect(grid.cell(x: 9.999_999, y: 10) == 3)
    #expect(grid.cell(x: 30, y: 20) == 5)
    #expect(grid.cell(x: 30.000_001, y: 5) == nil)
    #expect(grid.cell(x: -0.000_001, y: 5) == nil)
    #expect(grid.cell(x: .nan, y: 5) == nil)
  }

  @Test("positions agree with the edges of cells whose size is no binary fraction")
  func roundingAcrossEdges() throws {
    let grid = try SurfaceGrid(box: Box(minX: 0, minY: 0, maxX: 70, maxY: 1), cellSize: 0.1)
    for column in 0..<grid.columns {
      #expect(grid.column(x: Double(column) * 0.1) == column)
      #expect(grid.column(x: (Double(column) * 0.1).nextDown) == (column == 0 ? nil : column - 1))
    }
  }

  @Test(
    "the largest round size at most a length",
    arguments: [
      (75.0, 50.0), (50, 50), (37.5, 25), (24, 20), (12.5, 10), (9, 5), (1.9, 1), (250, 250),
    ])
  func sizeAtMost(length: Double, expected: Double) {
    #expect(SurfaceGrid.roundCellSize(atMost: length) == expected)
  }

  @Test(
    "the automatic size is the first round one not below a 150th of the shorter side",
    arguments: [
      (58_500.0, 45_200.0, 500.0), (5_200, 4_000, 50), (1_500, 9_000, 10), (3_000, 9_000, 20),
      (3_100, 9_000, 25), (3_751, 9_000, 50), (31_000, 80_000, 250), (37_501, 80_000, 500),
      (151_000, 400_000, 2_000), (300_001, 400_000, 2_500), (0, 0, 10),
    ])
  func automaticSize(width: Double, height: Double, expected: Double) {
    let box = Box(minX: 1000, minY: 2000, maxX: 1000 + width, maxY: 2000 + height)
    #expect(SurfaceGrid.automaticCellSize(for: box) == expected)
  }

  @Test("too many cells are refused with their number and a size that fits")
  func tooManyCells() throws {
    let box = Box(minX: 0, minY: 0, maxX: 58_500, maxY: 45_200)
    let error = #expect(throws: SurfaceGridError.self) {
      try SurfaceGrid(box: box, cellSize: 5, limit: 1_000_000)
    }
    #expect(
      error
        == .tooManyCells(cellSize: 5, cells: 105_768_000, limit: 1_000_000, usable: 100))
    #expect(
      error?.description == """
        cannot lay cells of '5 m' over the study area: 105768000 cells, at most 1000000 are allowed
        """)
    #expect(try SurfaceGrid(box: box, cellSize: 100, limit: 1_000_000).cellCount == 264_420)
  }

  @Test(
    "sizes that are no length are refused",
    arguments: [0, -1, .nan, .infinity, .leastNonzeroMagnitude, 5e-12])
  func unusableSizes(size: Double) {
    #expect(throws: SurfaceGridError.self) {
      try SurfaceGrid(box: Box(minX: 0, minY: 0, maxX: 1e5, maxY: 1e5), cellSize: size)
    }
  }

  @Test(
    "boxes that are no box are refused",
    arguments: [
      Box.empty, Box(minX: 0, minY: 0, maxX: .infinity, maxY: 1),
      Box(minX: .nan, minY: 0, maxX: 1, maxY: 1),
    ])
  func unusableBoxes(box: Box) {
    #expect(throws: SurfaceGridError.unusableBox) { try SurfaceGrid(box: box, cellSize: 10) }
  }

  @Test("errors say what was found and what is allowed")
  func words() {
    #expect(
      SurfaceGridError.unusableCellSize(-2).description
        == "cannot use the cell size '-2': it is not a length,"
        + " a number of metres above zero is allowed")
    #expect(
      SurfaceGridError.unusableBox.description
        == "cannot lay a grid over the study area: it has no finite extent,"
        + " at least one position is needed")
  }
}
