public import Geometry

/// A regular grid of square cells whose edges lie at multiples of the cell size.
///
/// Columns run from west to east and rows from south to north; cells are numbered row by row from
/// the south-western one. All grids of one cell size have their edges at the same positions, so
/// that months and districts line up.
///
///     let grid = try SurfaceGrid(box: area.box, cellSize: 100)
///     let cell = grid.cell(x: 529_407, y: 180_987)
///
/// A cell includes its western and southern edges; cells on the eastern and northern rim of the
/// grid also include the rim, so that no position in the box is lost.
@frozen
public struct SurfaceGrid: Sendable, Hashable {
  /// The maximum number of cells, unless the caller sets another.
  public static let defaultCellLimit = 25_000_000

  /// The width and height of a cell, in metres.
  public let cellSize: Double
  /// The position of the western edge, in cells from the origin of the coordinates.
  public let firstColumn: Int
  /// The position of the southern edge, in cells from the origin of the coordinates.
  public let firstRow: Int
  /// The number of columns.
  public let columns: Int
  /// The number of rows.
  public let rows: Int

  /// Creates a grid from its position in multiples of the cell size.
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

  /// Creates the smallest grid that covers a box, without allocating memory.
  ///
  /// - Parameters:
  ///   - box: What to cover, in metres.
  ///   - cellSize: The width of a cell, in metres.
  ///   - limit: The maximum number of cells.
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
    // Beyond 2^53 multiples are no longer exact.
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

  /// Returns the default cell size for a box.
  ///
  /// It is the smallest of 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000 and so on, in metres,
  /// that is at least a 150th of the shorter side; 10 m for a box without extent.
  ///
  /// - Parameters:
  ///   - box: The extent.
  ///   - length: Another lower bound of the size, in metres, itself limited to a 30th of the
  ///     shorter side.
  /// - Returns: The size, in metres.
  public static func automaticCellSize(for box: Box, atLeast length: Double = 0) -> Double {
    let least = max(10, min(box.width, box.height) / 150)
    return roundCellSize(atLeast: max(least, min(length, 5 * least)))
  }

  /// Returns the smallest of 1, 2, 2.5 and 5 times a power of ten that is at least a length; below
  /// 10 m without 2.5.
  public static func roundCellSize(atLeast length: Double) -> Double {
    guard length.isFinite, length > 0 else { return 10 }
    return roundCellSizes(near: length).first { $0 >= length } ?? length
  }

  /// Returns the largest of the same sizes that is at most a length.
  public static func roundCellSize(atMost length: Double) -> Double {
    guard length.isFinite, length > 0 else { return 10 }
    return roundCellSizes(near: length).last { $0 <= length } ?? length
  }

  /// Returns the round sizes from the power of ten at or below a length to the next one, ascending.
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

  /// The rectangle that the cells fill.
  public var box: Box {
    Box(
      minX: Double(firstColumn) * cellSize, minY: Double(firstRow) * cellSize,
      maxX: Double(firstColumn + columns) * cellSize, maxY: Double(firstRow + rows) * cellSize)
  }

  /// Returns the easting of the centre of a column, which may lie outside the grid.
  @inlinable
  public func centreX(ofColumn column: Int) -> Double {
    (Double(firstColumn + column) + 0.5) * cellSize
  }

  /// Returns the northing of the centre of a row, which may lie outside the grid.
  @inlinable
  public func centreY(ofRow row: Int) -> Double { (Double(firstRow + row) + 0.5) * cellSize }

  /// Returns the centre of a cell.
  @inlinable
  public func centre(of cell: Int) -> Point {
    Point(x: centreX(ofColumn: cell % columns), y: centreY(ofRow: cell / columns))
  }

  /// Returns the column that contains an easting; `nil` outside the grid and for not-a-number.
  @inlinable
  public func column(x: Double) -> Int? { Self.index(x, first: firstColumn, columns, cellSize) }

  /// Returns the row that contains a northing; `nil` outside the grid and for not-a-number.
  @inlinable
  public func row(y: Double) -> Int? { Self.index(y, first: firstRow, rows, cellSize) }

  /// Returns the cell that contains a position; `nil` outside the grid.
  @inlinable
  public func cell(x: Double, y: Double) -> Int? {
    guard let column = column(x: x), let row = row(y: y) else { return nil }
    return row * columns + column
  }

  /// Returns the grid extended by a number of cells on each side.
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
    // The quotient may be rounded across an edge, so it is corrected by the edges themselves.
    while index > 0, position < Double(first + index) * step { index -= 1 }
    while index < count - 1, position >= Double(first + index + 1) * step { index += 1 }
    return index
  }
}
