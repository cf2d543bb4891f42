package import Tables

extension Surface {
  /// Returns the surface's value at a position, linear between the middles of the cells.
  ///
  /// Four neighbouring middles make a square. Its own middle gets their mean, and on each of the
  /// four triangles between a side and that middle the surface is a plane. So no diagonal is
  /// favoured and there are no ambiguous saddles; isopleths are the level lines of this surface.
  ///
  /// - Parameters:
  ///   - x: The easting.
  ///   - y: The northing.
  /// - Returns: The value; `nil` if one of the four cells around has none.
  package func interpolated(x: Double, y: Double) -> Double? {
    guard let place = InterpolationPlace(x: x, y: y, on: grid),
      let square = InterpolationSquare(
        of: values.span, on: grid, column: place.column, row: place.row)
    else { return nil }
    return square.value(across: place.across, up: place.up)
  }
}

/// A position among the squares between cell middles.
struct InterpolationPlace {
  /// The column and row of the square's south-western cell.
  let column: Int
  let row: Int
  /// Where in the square, from 0 to 1, from the west and from the south.
  let across: Double
  let up: Double

  /// Finds a position; fails beyond the middles of the outermost cells.
  init?(x: Double, y: Double, on grid: SurfaceGrid) {
    let across = x / grid.cellSize - Double(grid.firstColumn) - 0.5
    let up = y / grid.cellSize - Double(grid.firstRow) - 0.5
    guard
      across >= 0, up >= 0, across <= Double(grid.columns - 1), up <= Double(grid.rows - 1)
    else { return nil }
    column = min(Int(across), max(0, grid.columns - 2))
    row = min(Int(up), max(0, grid.rows - 2))
    self.across = across - Double(column)
    self.up = up - Double(row)
  }

  /// Creates a position from its parts.
  init(column: Int, row: Int, across: Double, up: Double) {
    (self.column, self.row, self.across, self.up) = (column, row, across, up)
  }
}

/// A square between the middles of four neighbouring cells.
struct InterpolationSquare {
  /// The column and row of the south-western cell.
  let column: Int
  let row: Int
  /// The values counter-clockwise from the south-western corner.
  let southWest: Double
  let southEast: Double
  let northEast: Double
  let northWest: Double

  /// Creates the square whose south-western corner is a cell's middle; fails where one of the
  /// corners has no value.
  init?(of values: Span<Double>, on grid: SurfaceGrid, column: Int, row: Int) {
    let columns = grid.columns
    guard column + 1 < columns, row + 1 < grid.rows else { return nil }
    let cell = row * columns + column
    self.column = column
    self.row = row
    southWest = values[cell]
    southEast = values[cell + 1]
    northEast = values[cell + columns + 1]
    northWest = values[cell + columns]
    if (southWest + southEast + northEast + northWest).isNaN { return nil }
  }

  /// The lowest value of a corner, and so of the square.
  var lowest: Double { min(southWest, southEast, northEast, northWest) }

  /// The highest value of a corner, and so of the square.
  var highest: Double { max(southWest, southEast, northEast, northWest) }

  /// The value at the middle, which is also the mean of the square.
  var mean: Double { ((southWest + southEast) + (northEast + northWest)) / 4 }

  /// Returns the value at a place in the square, both parts from 0 to 1.
  func value(across: Double, up: Double) -> Double {
    func plane(_ from: Double, _ to: Double, along: Double, inwards: Double) -> Double {
      from + (to - from) * along + (2 * mean - from - to) * inwards
    }
    return switch (up <= across, up <= 1 - across) {
    case (true, true): plane(southWest, southEast, along: across, inwards: up)
    case (true, false): plane(southEast, northEast, along: up, inwards: 1 - across)
    case (false, false): plane(northWest, northEast, along: across, inwards: 1 - up)
    case (false, true): plane(southWest, northWest, along: up, inwards: across)
    }
  }
}
