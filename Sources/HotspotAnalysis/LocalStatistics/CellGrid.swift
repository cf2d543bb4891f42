package import Geometry

/// The square or hexagonal cells that overlap a study area, in rows from the south.
///
///     let grid = try CellGrid(over: borough.outlines, shape: .square, size: 250)
///     let counts = grid.counts(x: eastings, y: northings).values
///     let scores = try GetisOrd().evaluate(counts, neighbours: grid.neighbours)
///
/// A cell belongs to the study area when the two overlap, if only by a corner, so that every incident
/// in the study area has a cell. Cells that touch its outline from outside do not.
package struct CellGrid: Sendable {
  /// The most cells made where nothing else is said.
  package static let defaultLimit = 4_000_000

  /// The lattice whose cells these are.
  let lattice: CellLattice
  /// The cells, from the south row by row, each row from the west.
  let positions: [CellLattice.Position]
  /// How much ground of the study area lies in each cell, in squared units of the coordinates.
  package let ground: [Double]

  private let firstColumn: Int
  private let firstRow: Int
  private let columnCount: Int
  private let rowCount: Int
  /// The number of each cell of the rectangle around the study area, -1 for those outside it.
  private let numbers: [Int32]

  /// The number of cells.
  package var count: Int { positions.count }
  /// The shape of the cells.
  package var shape: CellShape { lattice.shape }
  /// The cell size, in the units of the coordinates.
  package var size: Double { lattice.size }

  /// About the memory that a cell takes with its outline, neighbours and scores, in bytes.
  package static let predictedBytesPerCell = 400

  /// Returns how many cells there are at most over an extent.
  package static func predictedCells(over box: Box, shape: CellShape, size: Double) -> Double {
    (box.width / size + 1).rounded(.up) * (box.height / (size * shape.rowHeight) + 1).rounded(.up)
  }

  /// Checks that cells can be made over an extent; nothing is allocated.
  ///
  /// - Parameters:
  ///   - box: The extent.
  ///   - shape: The shape of the cells.
  ///   - size: The cell size, in the units of the coordinates.
  ///   - limit: The most cells in the extent.
  /// - Throws: ``CellGridError/badSize(_:)`` for a size that is not positive or too small to tell
  ///   cells apart so far from the origin, ``CellGridError/emptyStudyArea`` when there is nothing to
  ///   cover, ``CellGridError/tooManyCells(size:cells:limit:)``.
  package static func check(
    over box: Box, shape: CellShape, size: Double, limit: Int = defaultLimit
  ) throws(CellGridError) {
    guard size > 0, size.isFinite else { throw .badSize(size) }
    guard !box.isEmpty else { throw .emptyStudyArea }
    let farthest = max(abs(box.minX), abs(box.maxX), abs(box.minY), abs(box.maxY))
    // Beyond 2^40 cells from the origin too few bits are left for the place within a cell.
    guard farthest / size < 0x1p40 else { throw .badSize(size) }
    let cells = (box.width / size + 4) * (box.height / (size * shape.rowHeight) + 4)
    guard cells <= Double(min(limit, Int(Int32.max))) else {
      throw .tooManyCells(size: size, cells: cells.rounded(.up), limit: limit)
    }
  }

  /// Makes the cells over a study area.
  ///
  /// - Parameters:
  ///   - outlines: The areas that make up the study area; they may overlap.
  ///   - shape: The shape of the cells.
  ///   - size: The cell size, in the units of the coordinates.
  ///   - limit: The most cells in the rectangle around the study area.
  /// - Throws: ``CellGridError/badSize(_:)`` for a size that is not positive or too small to tell
  ///   cells apart so far from the origin, ``CellGridError/tooManyCells(size:cells:limit:)`` before any
  ///   memory is taken, ``CellGridError/emptyStudyArea`` when there is nothing to cover.
  /// - Complexity: O(*c* + *v* + *b*) for *c* cells in the rectangle around the study area, *v*
  ///   vertices and *b* cells that borders run through.
  package init(
    over outlines: OutlineTable, shape: CellShape, size: Double, limit: Int = defaultLimit
  ) throws(CellGridError) {
    let box = outlines.box
    try Self.check(over: box, shape: shape, size: size, limit: limit)
    lattice = CellLattice(shape: shape, size: size)
    let southWest = lattice.cell(x: box.minX, y: box.minY)
    let northEast = lattice.cell(x: box.maxX, y: box.maxY)
    firstColumn = southWest.column - 1
    firstRow = southWest.row - 1
    columnCount = northEast.column + 2 - firstColumn
    rowCount = northEast.row + 2 - firstRow
    let coverage = CellCoverage(
      of: outlines, lattice: lattice,
      columns: firstColumn..<firstColumn + columnCount, rows: firstRow..<firstRow + rowCount)
    let measured = CellGround(
      of: outlines, lattice: lattice,
      columns: firstColumn..<firstColumn + columnCount, rows: firstRow..<firstRow + rowCount)
    var positions: [CellLattice.Position] = []
    var ground: [Double] = []
    let whole = size * size * shape.cellArea
    var numbers = [Int32](repeating: -1, count: columnCount * rowCount)
    for (index, isCovered) in coverage.isCovered.enumerated() where isCovered {
      numbers[index] = Int32(positions.count)
      let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
      positions.append(CellLattice.Position(column: firstColumn + column, row: firstRow + row))
      ground.append(measured.shares[index] * whole)
    }
    guard !positions.isEmpty else { throw .emptyStudyArea }
    self.positions = positions
    self.ground = ground
    self.numbers = numbers
  }

  /// The names of the cells: column and row from the origin of the coordinates, `2117_723`, the
  /// same for any study area.
  package var identifiers: [String] { positions.map { "\($0.column)_\($0.row)" } }

  /// Returns the centre of a cell.
  package func centre(of cell: Int) -> Point { lattice.centre(of: positions[cell]) }

  /// The outlines of the cells.
  package var outlines: OutlineTable {
    var table = OutlineTable()
    table.reserveCapacity(vertices: count * (shape.corners.count + 1))
    for position in positions {
      let ring = shape.corners.map { corner(position, $0) }
      table.appendArea([[ring + ring.prefix(1)]])
    }
    return table
  }

  /// The cells that share a side or a corner: up to eight for squares, up to six for hexagons.
  package var neighbours: Neighbours {
    var starts = [0]
    var earlier: [Int32] = []
    for position in positions {
      for other in lattice.earlierNeighbours(of: position) {
        if let number = number(of: other) { earlier.append(Int32(number)) }
      }
      starts.append(earlier.count)
    }
    return Neighbours(earlierStarts: starts, earlier: earlier)
  }

  /// Returns the number of a position's cell, nil outside the study area's cells.
  ///
  /// Cells are half-open: a square has its western and southern sides, and a position as near to two
  /// or three hexagons belongs to the northernmost, then the easternmost. A position on the outer
  /// rim, whose own cell only touches the study area, belongs to the first cell it touches.
  package func cell(x: Double, y: Double) -> Int? {
    guard abs(x) < 0x1p41 * size, abs(y) < 0x1p41 * size else { return nil }
    let position = lattice.cell(x: x, y: y)
    if let number = number(of: position) { return number }
    guard lattice.isOnRim(of: position, x: x, y: y) else { return nil }
    return lattice.neighbours(of: position)
      .filter { lattice.isAtOrIn($0, x: x, y: y) }.compactMap { number(of: $0) }.min()
  }

  /// Counts points, or adds up their weights, by cell.
  ///
  /// - Parameters:
  ///   - x: The points' eastings.
  ///   - y: The points' northings, in the same order.
  ///   - weights: What each counts for; nil counts each as 1.
  /// - Returns: The sum of each cell, in the order of the cells, and the number of points without
  ///   a cell.
  /// - Complexity: O(*n* + *c*) for *n* points and *c* cells.
  package func counts(
    x: [Double], y: [Double], weights: [Double]? = nil
  ) -> (values: [Double], outside: Int) {
    precondition(
      x.count == y.count && weights?.count ?? x.count == x.count,
      "CellGrid.counts: the columns differ in length")
    var values = [Double](repeating: 0, count: count)
    var outside = 0
    for point in x.indices {
      if let cell = cell(x: x[point], y: y[point]) {
        values[cell] += weights?[point] ?? 1
      } else {
        outside += 1
      }
    }
    return (values, outside)
  }

  // MARK: -

  /// Returns the number of a cell of the lattice, `nil` if it is not one of the study area's.
  private func number(of position: CellLattice.Position) -> Int? {
    let (column, row) = (position.column - firstColumn, position.row - firstRow)
    guard column >= 0, column < columnCount, row >= 0, row < rowCount else { return nil }
    let number = numbers[row * columnCount + column]
    return number < 0 ? nil : Int(number)
  }

  /// Returns a corner of a cell; neighbours have the same corners to the last bit.
  private func corner(
    _ position: CellLattice.Position, _ offset: (x: Double, y: Double)
  ) -> Point {
    // Corners of squares lie at whole multiples of the size and those of hexagons at multiples of
    // half of it and of a third of the height of a row: these are multiplied out only at the end.
    let x = Double(position.column) + lattice.offset(ofRow: position.row) + offset.x
    switch shape {
    case .square: return Point(x: x * size, y: (Double(position.row) + 0.5 + offset.y) * size)
    case .hexagon:
      let thirds = (3 * offset.y / shape.rowHeight).rounded()
      return Point(x: x * size, y: (3 * Double(position.row) + thirds) * size * shape.rowHeight / 3)
    }
  }
}
