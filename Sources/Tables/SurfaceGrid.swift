public import Geometry

/// A regular grid of square cells whose edges lie at multiples of the cell size.
///
/// Columns run from west to east and rows from south to north; cells are numbered row by row from
/// the south-western one. Because every grid of one cell size has its edges at the same places,
/// months and districts line up.
///
///     let grid = try SurfaceGrid(box: area.box, cellSize: 100)
///     let cell = grid.cell(x: 529_407, y: 180_987)
///
/// A cell holds its western and southern edges; the easternmost and northernmost also hold the rim
/// of the grid, so that no position of the box is lost.
@frozen
public struct SurfaceGrid: Sendable, Hashable {
  /// The most cells a grid may have unless the caller allows more.
  public static let defaultCellLimit = 25_000_000

  /// The width and height of a cell, in metres.
  public let cellSize: Double
  /// The number of cell sizes from the origin of the coordinates to the western edge.
  public let firstColumn: Int
  /// The number of cell sizes from the origin of the coordinates to the southern edge.
  public let firstRow: Int
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// Creates a grid from its place among the multiples of the cell size.
  public init(cellSize: Double, firstColumn: Int, firstRow: Int, columns: Int, rows: Int) {
    precondition(
      cellSize > 0 && cellSize.isFinite && columns > 0 && rows > 0,
      "SurfaceGrid: a grid needs cells")
    self.cellSize = cellSize
    self.firstColumn = firstColumn
    self.firstRow = firstRow
    self.columns = columns
    self.rows = rows
  }

  /// Creates the smallest grid that covers a box; nothing is allocated.
  ///
  /// - Parameters:
  ///   - box: What to cover, in metres.
  ///   - cellSize: The width of a cell, in metres.
  ///   - limit: The most cells allowed.
  /// - Throws: ``SurfaceGridError/unusableCellSize(_:)``, ``SurfaceGridError/unusableBox`` and
  ///   ``SurfaceGridError/tooManyCells(cellSize:cells:limit:usable:)``.
  public init(
    box: Box, cellSize: Double, limit: Int = SurfaceGrid.defaultCellLimit
  ) throws(SurfaceGridError) {
    guard cellSize.isFinite, cellSize > 0 else { throw .unusableCellSize(cellSize) }
    guard !box.isEmpty, box.minX.isFinite, box.minY.isFinite, box.maxX.isFinite, box.maxY.isFinite
    else { throw .unusableBox }
    let (west, columns) = Self.span(from: box.minX, to: box.maxX, step: cellSize)
    let (south, rows) = Self.span(from: box.minY, to: box.maxY, step: cellSize)
    // Multiples beyond 2^53 are not whole numbers any more, and no index either.
    let largest = 0x1p53
    guard abs(west) < largest, abs(south) < largest else { throw .unusableCellSize(cellSize) }
    guard columns * rows <= Double(limit) else {
      throw .tooManyCells(
        cellSize: cellSize, cells: columns * rows, limit: limit,
        usable: Self.roundCellSize(
          atLeast: cellSize * (columns * rows / Double(max(limit, 1))).squareRoot()))
    }
    self.init(
      cellSize: cellSize, firstColumn: Int(west), firstRow: Int(south), columns: Int(columns),
      rows: Int(rows))
  }

  private static func span(
    from low: Double, to high: Double, step: Double
  ) -> (first: Double, count: Double) {
    let first = (low / step).rounded(.down)
    return (first, max(1, (high / step).rounded(.up) - first))
  }

  /// Returns the cell size the program chooses for a box.
  ///
  /// It is the smallest of 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000 and so on, in metres,
  /// that is not below a 150th of the shorter side; so 10 m for a box without extent.
  ///
  /// - Parameters:
  ///   - box: The extent.
  ///   - length: What the size must not be below either; but where it is long, a 30th of the
  ///     shorter side is enough.
  /// - Returns: The size, in metres.
  public static func automaticCellSize(for box: Box, atLeast length: Double = 0) -> Double {
    let least = max(10, min(box.width, box.height) / 150)
    return roundCellSize(atLeast: max(least, min(length, 5 * least)))
  }

  /// Returns the smallest of 1, 2, 2.5, 5 times a power of ten that is at least a length; below
  /// 10 m the whole powers, 1, 2, 5 times, are used.
  static func roundCellSize(atLeast length: Double) -> Double {
    guard length.isFinite, length > 0 else { return 10 }
    return roundCellSizes(near: length).first { $0 >= length } ?? length
  }

  /// Returns the largest of the same sizes that is at most a length.
  public static func roundCellSize(atMost length: Double) -> Double {
    guard length.isFinite, length > 0 else { return 10 }
    return roundCellSizes(near: length).last { $0 <= length } ?? length
  }

  /// Returns the round sizes of the power of ten that a length has, and of the next, ascending.
  private static func roundCellSizes(near length: Double) -> [Double] {
    var power = 10.0
    while power > length { power /= 10 }
    while power * 10 <= length { power *= 10 }
    let steps = power >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10]
    return steps.map { $0 * power }
  }

  /// The number of cells.
  @inlinable
  public var cellCount: Int { columns * rows }

  /// The area of a cell, in square kilometres.
  public var cellAreaSquareKilometres: Double { cellSize * cellSize / 1_000_000 }

  /// The rectangle the cells fill.
  public var box: Box {
    Box(
      minX: Double(firstColumn) * cellSize, minY: Double(firstRow) * cellSize,
      maxX: Double(firstColumn + columns) * cellSize, maxY: Double(firstRow + rows) * cellSize)
  }

  /// Returns the easting of the middle of a column; columns beyond the grid are allowed.
  @inlinable
  public func centreX(ofColumn column: Int) -> Double {
    (Double(firstColumn + column) + 0.5) * cellSize
  }

  /// Returns the northing of the middle of a row; rows beyond the grid are allowed.
  @inlinable
  public func centreY(ofRow row: Int) -> Double { (Double(firstRow + row) + 0.5) * cellSize }

  /// Returns the middle of a cell.
  @inlinable
  public func centre(of cell: Int) -> Point {
    Point(x: centreX(ofColumn: cell % columns), y: centreY(ofRow: cell / columns))
  }

  /// Returns the column that holds an easting; absent beyond the grid and for not-a-number.
  @inlinable
  public func column(x: Double) -> Int? { Self.index(x, first: firstColumn, columns, cellSize) }

  /// Returns the row that holds a northing; absent beyond the grid and for not-a-number.
  @inlinable
  public func row(y: Double) -> Int? { Self.index(y, first: firstRow, rows, cellSize) }

  /// Returns the cell that holds a position; absent beyond the grid.
  @inlinable
  public func cell(x: Double, y: Double) -> Int? {
    guard let column = column(x: x), let row = row(y: y) else { return nil }
    return row * columns + column
  }

  /// Returns the grid with a number of cells more on each side.
  public func padded(by cells: Int) -> SurfaceGrid {
    SurfaceGrid(
      cellSize: cellSize, firstColumn: firstColumn - cells, firstRow: firstRow - cells,
      columns: columns + 2 * cells, rows: rows + 2 * cells)
  }

  @usableFromInline
  static func index(_ position: Double, first: Int, _ count: Int, _ step: Double) -> Int? {
    let west = Double(first) * step
    let east = Double(first + count) * step
    guard position >= west, position <= east else { return nil }
    var index = min(count - 1, max(0, Int((position / step).rounded(.down)) - first))
    // The division may round across an edge; the edges themselves decide.
    while index > 0, position < Double(first + index) * step { index -= 1 }
    while index < count - 1, position >= Double(first + index + 1) * step { index += 1 }
    return index
  }
}
