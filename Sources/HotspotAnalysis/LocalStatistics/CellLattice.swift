import Geometry

/// The endless regular arrangement of cells of one shape and size.
///
/// It is anchored to the origin of the coordinates, so that the cells of two months or two study
/// areas are the same cells. Squares have their sides at multiples of the cell size; hexagons of even
/// rows have their centres at multiples of it, those of odd rows half of it further east.
struct CellLattice: Sendable, Equatable {
  /// A cell by its column and row, counted from the origin eastwards and northwards.
  struct Position: Hashable, Sendable {
    var column: Int
    var row: Int
  }

  let shape: CellShape
  let size: Double

  /// How far into a cell something must reach to be in it, in cell sizes: a tenth of a millimetre for
  /// cells of 100 km, so that rounded coordinates of a straight rim do not add a row of cells.
  static let slack = 1e-9

  /// Returns the centre of a cell.
  func centre(of cell: Position) -> Point {
    switch shape {
    case .square:
      Point(x: (Double(cell.column) + 0.5) * size, y: (Double(cell.row) + 0.5) * size)
    case .hexagon:
      Point(
        x: (Double(cell.column) + offset(ofRow: cell.row)) * size,
        y: Double(cell.row) * size * shape.rowHeight)
    }
  }

  /// Returns how far east of column times size the centres of a row lie, in cell sizes.
  func offset(ofRow row: Int) -> Double {
    shape == .square ? 0.5 : row.isMultiple(of: 2) ? 0 : 0.5
  }

  /// Returns the cell of a position; its coordinates must be less than 2^52 cell sizes.
  ///
  /// Cells are half-open: a square has its western and southern sides. A hexagon has the positions
  /// nearest to its centre; of centres that are equally near, the northernmost, and of those the
  /// easternmost, has the position.
  func cell(x: Double, y: Double) -> Position {
    switch shape {
    case .square: Position(column: multiple(below: x), row: multiple(below: y))
    case .hexagon: nearestHexagon(x: x, y: y)
    }
  }

  /// Returns the neighbours of a cell that come before it, going eastwards row by row from the
  /// south, in that order.
  func earlierNeighbours(of cell: Position) -> [Position] {
    columnsInNextRow(to: cell).map { Position(column: $0, row: cell.row - 1) }
      + [Position(column: cell.column - 1, row: cell.row)]
  }

  /// Returns all cells that share a side or a corner with a cell, in the same order.
  func neighbours(of cell: Position) -> [Position] {
    earlierNeighbours(of: cell) + [Position(column: cell.column + 1, row: cell.row)]
      + columnsInNextRow(to: cell).map { Position(column: $0, row: cell.row + 1) }
  }

  /// Returns whether a position lies in a cell or no further outside it than the slack.
  func isAtOrIn(_ cell: Position, x: Double, y: Double) -> Bool {
    distanceToSides(of: cell, x: x, y: y) >= -2 * Self.slack * size
  }

  /// Returns whether a position in a cell is no further from its sides than the slack.
  func isOnRim(of cell: Position, x: Double, y: Double) -> Bool {
    distanceToSides(of: cell, x: x, y: y) <= 2 * Self.slack * size
  }

  // MARK: -

  /// Returns how far a position is from the nearest side of a cell; negative outside it.
  private func distanceToSides(of cell: Position, x: Double, y: Double) -> Double {
    let centre = centre(of: cell)
    let (dx, dy) = (x - centre.x, y - centre.y)
    return shape.sideDirections.reduce(size) { min($0, size / 2 - abs($1.x * dx + $1.y * dy)) }
  }

  /// Returns the columns of a cell's neighbours in the row below, which are those in the row above.
  private func columnsInNextRow(to cell: Position) -> ClosedRange<Int> {
    switch shape {
    case .square: cell.column - 1...cell.column + 1
    case .hexagon:
      cell.row.isMultiple(of: 2)
        ? cell.column - 1...cell.column : cell.column...cell.column + 1
    }
  }

  /// Returns the largest whole number whose product with the size is not above a coordinate.
  private func multiple(below coordinate: Double) -> Int {
    // The quotient may be rounded up to the next whole number, or down past it.
    let quotient = (coordinate / size).rounded(.down)
    if coordinate < quotient * size { return Int(quotient) - 1 }
    if coordinate >= (quotient + 1) * size { return Int(quotient) + 1 }
    return Int(quotient)
  }

  /// Returns the hexagon whose centre is nearest.
  private func nearestHexagon(x: Double, y: Double) -> Position {
    // A hexagon reaches less far north than the next row's centres: only two rows come into question.
    let south = Int((y / (size * shape.rowHeight)).rounded(.down))
    var best = Position(column: 0, row: 0)
    var least = Double.infinity
    for row in south...south + 1 {
      let west = Int((x / size - offset(ofRow: row)).rounded(.down))
      for column in west...west + 1 {
        let cell = Position(column: column, row: row)
        let centre = centre(of: cell)
        let (dx, dy) = (x - centre.x, y - centre.y)
        let distance = dx * dx + dy * dy
        if distance <= least { (best, least) = (cell, distance) }
      }
    }
    return best
  }
}
