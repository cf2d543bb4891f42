/// A quantity on the cells of a regular grid, such as incidents per square kilometre.
///
/// A cell outside the study area has no value, which is stored as not-a-number; zero is a value.
/// Values refer to the centres of cells.
public struct Surface: Sendable {
  /// The grid of the cells.
  public let grid: SurfaceGrid
  /// The values, row by row from the south, each row from the west; not-a-number for a cell without
  /// one.
  public private(set) var values: [Double]

  /// Creates a surface from one value for each cell; traps if their numbers differ.
  public init(grid: SurfaceGrid, values: [Double]) {
    precondition(values.count == grid.cellCount, "Surface: cells and values differ in count")
    self.grid = grid
    self.values = values
  }

  /// Returns the value of a cell; `nil` outside the study area.
  public subscript(column: Int, row: Int) -> Double? {
    let value = values[row * grid.columns + column]
    return value.isNaN ? nil : value
  }

  /// Returns whether a cell has a value.
  public func hasValue(at cell: Int) -> Bool { !values[cell].isNaN }

  /// The number of cells with a value.
  public var valueCount: Int {
    var count = 0
    for value in values where !value.isNaN { count += 1 }
    return count
  }

  /// The values of cells that have one, in the order of the cells.
  public var presentValues: [Double] { values.filter { !$0.isNaN } }

  /// The lowest and the highest value; `nil` if no cell has one.
  public var range: ClosedRange<Double>? {
    var (low, high) = (Double.infinity, -Double.infinity)
    for value in values where !value.isNaN {
      low = min(low, value)
      high = max(high, value)
    }
    return low <= high ? low...high : nil
  }

  /// The sum of the values times the cell's area in square kilometres: for a density, a number of
  /// incidents.
  public var volume: Double {
    var sum = 0.0
    for value in values where !value.isNaN { sum += value }
    return sum * grid.cellAreaSquareKilometres
  }

  /// Returns the surface on another grid of the same cell size; cells outside this one have no
  /// value.
  public func resized(to other: SurfaceGrid) -> Surface {
    precondition(other.cellSize == grid.cellSize, "Surface.resized: the cells differ in size")
    var result = [Double](repeating: .nan, count: other.cellCount)
    for row in 0..<other.rows {
      let sourceRow = row + other.firstRow - grid.firstRow
      guard sourceRow >= 0, sourceRow < grid.rows else { continue }
      for column in 0..<other.columns {
        let sourceColumn = column + other.firstColumn - grid.firstColumn
        guard sourceColumn >= 0, sourceColumn < grid.columns else { continue }
        result[row * other.columns + column] = values[sourceRow * grid.columns + sourceColumn]
      }
    }
    return Surface(grid: other, values: result)
  }
}

extension Surface: Equatable {
  /// Returns whether two surfaces have the same values on the same grid; cells without a value are
  /// equal.
  public static func == (a: Surface, b: Surface) -> Bool {
    a.grid == b.grid && zip(a.values, b.values).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
  }
}
