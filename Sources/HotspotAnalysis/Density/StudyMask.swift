package import Geometry
package import Tables

/// The cells of a grid that belong to the study area.
///
/// A cell is *inside* when its centre is: densities are shown there. It is *touched* when any part
/// of it may lie in the area: an incident of the study area always lies in a touched cell.
package struct StudyMask: Sendable, Equatable {
  /// Where the cells lie.
  package let grid: SurfaceGrid
  /// Whether the centre of each cell lies in the study area.
  package let isInside: [Bool]
  /// Whether a part of each cell lies in the study area; a cell that the area only touches at an
  /// edge may be among them.
  package let isTouched: [Bool]

  /// Creates a mask from the two answers for each cell.
  package init(grid: SurfaceGrid, isInside: [Bool], isTouched: [Bool]? = nil) {
    let isTouched = isTouched ?? isInside
    precondition(
      isInside.count == grid.cellCount && isTouched.count == grid.cellCount,
      "StudyMask: cells and answers differ in count")
    self.grid = grid
    self.isInside = isInside
    self.isTouched = isTouched
  }

  /// Creates the mask of the ground that any of the areas covers.
  ///
  /// A centre on an edge belongs to the area east or north of it, so that a centre on the edge
  /// between two areas belongs to exactly one; each area follows the even-odd rule.
  ///
  /// - Parameters:
  ///   - outlines: The areas of the study area; they may touch and overlap.
  ///   - grid: The grid; parts of the areas beyond it are left out.
  /// - Complexity: O(*v* + *k* log *k* + *c*) for *v* vertices, *k* crossings of edges with the
  ///   middles of rows, and *c* cells.
  package init(of outlines: OutlineTable, on grid: SurfaceGrid) {
    self.init(of: outlines, areas: 0..<outlines.areaCount, on: grid)
  }

  /// Creates the mask of the ground that any of the areas covers, with several threads.
  ///
  /// - Parameters:
  ///   - outlines: As for ``init(of:on:)``.
  ///   - grid: As for ``init(of:on:)``.
  ///   - threads: How many threads work; the mask is the same for any number of them.
  /// - Returns: The mask.
  /// - Complexity: As for ``init(of:on:)``, shared by the threads, each of which marks all cells.
  package static func make(
    of outlines: OutlineTable, on grid: SurfaceGrid, threads: Int
  ) async -> StudyMask {
    let parts = max(1, min(threads, outlines.areaCount))
    return await withTaskGroup(of: StudyMask.self) { group in
      for part in 0..<parts {
        let first = outlines.areaCount * part / parts
        let end = outlines.areaCount * (part + 1) / parts
        group.addTask { StudyMask(of: outlines, areas: first..<end, on: grid) }
      }
      // A cell is marked when any part marks it, whichever comes first.
      let empty = [Bool](repeating: false, count: grid.cellCount)
      var (inside, touched) = (empty, empty)
      for await mask in group {
        for cell in 0..<grid.cellCount {
          inside[cell] = inside[cell] || mask.isInside[cell]
          touched[cell] = touched[cell] || mask.isTouched[cell]
        }
      }
      return StudyMask(grid: grid, isInside: inside, isTouched: touched)
    }
  }

  private init(of outlines: OutlineTable, areas: Range<Int>, on grid: SurfaceGrid) {
    var inside = [Bool](repeating: false, count: grid.cellCount)
    var touched = inside
    var crossings: [RowCrossing] = []
    for area in areas {
      crossings.removeAll(keepingCapacity: true)
      for ring in outlines.rings(ofArea: area) {
        for vertex in outlines.vertices(ofRing: ring).dropLast() {
          let a = Point(x: outlines.x[vertex], y: outlines.y[vertex])
          let b = Point(x: outlines.x[vertex + 1], y: outlines.y[vertex + 1])
          // Both areas beside an edge see it the same way up, so that rounding cannot give a centre
          // to both or to neither.
          let (low, high) = a.y < b.y || (a.y == b.y && a.x < b.x) ? (a, b) : (b, a)
          Self.addCrossings(from: low, to: high, on: grid, to: &crossings)
          Self.touch(from: low, to: high, on: grid, in: &touched)
        }
      }
      crossings.sort { $0.row != $1.row ? $0.row < $1.row : $0.x < $1.x }
      Self.fill(between: crossings, on: grid, in: &inside)
    }
    for cell in inside.indices where inside[cell] { touched[cell] = true }
    self.init(grid: grid, isInside: inside, isTouched: touched)
  }

  /// The number of cells inside.
  package var insideCount: Int {
    var count = 0
    for cell in isInside where cell { count += 1 }
    return count
  }

  /// The area of the cells inside, in square kilometres.
  package var areaSquareKilometres: Double {
    Double(insideCount) * grid.cellAreaSquareKilometres
  }

  /// Returns which cells of the grid with one more on each side are touched or neighbours, also
  /// over a corner, of a touched one.
  package func touchedWithNeighbours() -> (grid: SurfaceGrid, cells: [Bool]) {
    let wide = grid.padded(by: 1)
    var cells = [Bool](repeating: false, count: wide.cellCount)
    for row in 0..<grid.rows {
      for column in 0..<wide.columns {
        // The cells of this row that are at most one column away.
        var isNear = false
        for touched in max(0, column - 2)...min(column, grid.columns - 1) {
          isNear = isNear || isTouched[row * grid.columns + touched]
        }
        guard isNear else { continue }
        for wideRow in row...row + 2 { cells[wideRow * wide.columns + column] = true }
      }
    }
    return (wide, cells)
  }
}

// MARK: -

/// Where an edge crosses the middle of a row.
private struct RowCrossing {
  var row: Int
  var x: Double
}

extension StudyMask {
  private static func addCrossings(
    from low: Point, to high: Point, on grid: SurfaceGrid, to crossings: inout [RowCrossing]
  ) {
    // Half-open: a middle at the lower end counts, at the upper end it does not.
    let first = rowOfMiddle(atOrAbove: low.y, on: grid)
    let end = rowOfMiddle(atOrAbove: high.y, on: grid)
    guard first < end else { return }
    let slope = (high.x - low.x) / (high.y - low.y)
    for row in first..<end {
      crossings.append(
        RowCrossing(row: row, x: low.x + (grid.centreY(ofRow: row) - low.y) * slope))
    }
  }

  /// Returns the first row of the grid whose middle is not below a northing, the number of rows
  /// when there is none.
  private static func rowOfMiddle(atOrAbove y: Double, on grid: SurfaceGrid) -> Int {
    let estimate = (y / grid.cellSize - Double(grid.firstRow) - 0.5).rounded(.up)
    var row = Int(min(max(estimate, 0), Double(grid.rows)))
    while row > 0, grid.centreY(ofRow: row - 1) >= y { row -= 1 }
    while row < grid.rows, grid.centreY(ofRow: row) < y { row += 1 }
    return row
  }

  /// Returns the first column whose middle is not west of an easting, as for rows.
  private static func columnOfMiddle(atOrEastOf x: Double, on grid: SurfaceGrid) -> Int {
    let estimate = (x / grid.cellSize - Double(grid.firstColumn) - 0.5).rounded(.up)
    var column = Int(min(max(estimate, 0), Double(grid.columns)))
    while column > 0, grid.centreX(ofColumn: column - 1) >= x { column -= 1 }
    while column < grid.columns, grid.centreX(ofColumn: column) < x { column += 1 }
    return column
  }

  private static func fill(
    between crossings: [RowCrossing], on grid: SurfaceGrid, in inside: inout [Bool]
  ) {
    // Closed rings cross the middle of a row an even number of times.
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let row = crossings[pair].row
      let first = columnOfMiddle(atOrEastOf: crossings[pair].x, on: grid)
      let end = columnOfMiddle(atOrEastOf: crossings[pair + 1].x, on: grid)
      for column in first..<max(first, end) { inside[row * grid.columns + column] = true }
    }
  }

  /// Marks the cells an edge passes through: in each row of cells, those between the eastings at
  /// which it enters and leaves the row, and one more where rounding could hide one.
  private static func touch(
    from low: Point, to high: Point, on grid: SurfaceGrid, in touched: inout [Bool]
  ) {
    let size = grid.cellSize
    func index(_ position: Double, _ first: Int, _ count: Int) -> Int {
      Int(min(max((position / size).rounded(.down) - Double(first), -1), Double(count)))
    }
    let slack = size * 1e-9
    let firstRow = index(low.y - slack, grid.firstRow, grid.rows)
    let lastRow = index(high.y + slack, grid.firstRow, grid.rows)
    for row in max(0, firstRow)..<max(0, min(lastRow + 1, grid.rows), firstRow) {
      let south = max(low.y, Double(grid.firstRow + row) * size)
      let north = min(high.y, Double(grid.firstRow + row + 1) * size)
      func easting(atNorthing y: Double) -> Double {
        let part = high.y > low.y ? min(max((y - low.y) / (high.y - low.y), 0), 1) : 0
        return low.x + part * (high.x - low.x)
      }
      let (a, b) =
        high.y > low.y ? (easting(atNorthing: south), easting(atNorthing: north)) : (low.x, high.x)
      let first = index(min(a, b) - slack, grid.firstColumn, grid.columns)
      let last = index(max(a, b) + slack, grid.firstColumn, grid.columns)
      guard last >= 0, first < grid.columns else { continue }
      for column in max(0, first)...min(last, grid.columns - 1) {
        touched[row * grid.columns + column] = true
      }
    }
  }
}
