import Geometry

/// Which cells of a rectangle of a lattice overlap a study area.
///
/// A cell overlaps it when a border runs through the inside of the cell, or when no border does and
/// the cell's centre lies in an area. Borders count once they reach 10^-9 of a cell size into the
/// cell; up to that the answer is exact but for the rounding of a border's distance from a centre.
struct CellCoverage {
  private let lattice: CellLattice
  private let columns: Range<Int>
  private let rows: Range<Int>
  private let directions: [(x: Double, y: Double)]
  /// Whether each cell of the rectangle overlaps the study area, from the south-west row by row.
  private(set) var isCovered: [Bool]

  /// A border's passage through the line of a row's centres.
  private struct Crossing {
    let row: Int
    let x: Double
    /// 1 where the border goes north, -1 where it goes south.
    let direction: Int
  }

  /// Finds the cells; the rectangle must hold the study area with a cell to spare on each side.
  init(of outlines: OutlineTable, lattice: CellLattice, columns: Range<Int>, rows: Range<Int>) {
    self.lattice = lattice
    self.columns = columns
    self.rows = rows
    directions = lattice.shape.sideDirections
    isCovered = [Bool](repeating: false, count: columns.count * rows.count)
    var crossings: [Crossing] = []
    for ring in 0..<outlines.ringCount {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        let edge = BorderEdge(
          start: Point(x: outlines.x[vertex], y: outlines.y[vertex]),
          end: Point(x: outlines.x[vertex + 1], y: outlines.y[vertex + 1]))
        coverCells(along: edge)
        appendCrossings(of: edge, to: &crossings)
      }
    }
    coverCells(between: crossings.sorted { ($0.row, $0.x) < ($1.row, $1.x) })
  }

  /// Covers the cells through whose inside an edge runs.
  private mutating func coverCells(along edge: BorderEdge) {
    let size = lattice.size
    let box = edge.box
    let reach = lattice.shape.reachNorth * size
    for row in rowsAround(south: box.minY - reach, north: box.maxY + reach) {
      let middle = lattice.centre(of: .init(column: 0, row: row)).y
      // The part of the edge that is level with the row's cells.
      guard let (west, east) = edge.extent(fromY: middle - reach, toY: middle + reach) else {
        continue
      }
      // A column more on either side than needed, because these are rounded.
      let offset = lattice.offset(ofRow: row)
      let first = Int((west / size - offset - 0.5).rounded(.down))
      let last = Int((east / size - offset + 0.5).rounded(.up))
      for column in columns.clamped(to: first..<last + 1) {
        let index = (row - rows.lowerBound) * columns.count + column - columns.lowerBound
        if !isCovered[index] && runs(edge, through: .init(column: column, row: row)) {
          isCovered[index] = true
        }
      }
    }
  }

  /// Returns the rows whose centres lie between two northings, and those just beyond.
  private func rowsAround(south: Double, north: Double) -> Range<Int> {
    let height = lattice.size * lattice.shape.rowHeight
    let first = Int((south / height).rounded(.down)) - 1
    let last = Int((north / height).rounded(.up)) + 1
    let lower = max(first, rows.lowerBound)
    return lower..<max(lower, min(last, rows.upperBound))
  }

  /// Returns whether an edge runs through the inside of a cell.
  ///
  /// A cell is what lies between two or three pairs of parallel sides. Each pair leaves a part of
  /// the edge, as fractions of the way from its start to its end; all of them must leave some.
  private func runs(_ edge: BorderEdge, through cell: CellLattice.Position) -> Bool {
    let centre = lattice.centre(of: cell)
    let half = lattice.size * (0.5 - CellLattice.slack)
    var (from, to) = (0.0, 1.0)
    for direction in directions {
      let start = direction.x * (edge.start.x - centre.x) + direction.y * (edge.start.y - centre.y)
      let end = direction.x * (edge.end.x - centre.x) + direction.y * (edge.end.y - centre.y)
      let change = end - start
      if change == 0 {
        if abs(start) >= half { return false }
        continue
      }
      let (a, b) = ((-half - start) / change, (half - start) / change)
      from = max(from, min(a, b))
      to = min(to, max(a, b))
      if from >= to { return false }
    }
    return true
  }

  /// Appends an edge's passages through the centre lines of rows; its southern end counts as part of
  /// it and its northern one does not.
  private func appendCrossings(of edge: BorderEdge, to crossings: inout [Crossing]) {
    let goesNorth = edge.end.y > edge.start.y
    // The same arithmetic for the two areas that share the edge in opposite directions.
    let (low, high) = goesNorth ? (edge.start, edge.end) : (edge.end, edge.start)
    for row in rowsAround(south: low.y, north: high.y) {
      let y = lattice.centre(of: .init(column: 0, row: row)).y
      guard low.y <= y && y < high.y else { continue }
      let x = low.x + (y - low.y) / (high.y - low.y) * (high.x - low.x)
      crossings.append(Crossing(row: row, x: x, direction: goesNorth ? 1 : -1))
    }
  }

  /// Covers the cells whose centres lie in an area.
  ///
  /// Going east along a row's centres, outer rings are entered southwards and left northwards and
  /// holes the other way round; the balance is zero outside all areas only.
  private mutating func coverCells(between crossings: [Crossing]) {
    var balance = 0
    for (crossing, next) in zip(crossings, crossings.dropFirst()) {
      balance = next.row == crossing.row ? balance + crossing.direction : 0
      guard balance != 0 else { continue }
      let offset = lattice.offset(ofRow: crossing.row)
      let first = Int((crossing.x / lattice.size - offset).rounded(.up))
      let last = Int((next.x / lattice.size - offset).rounded(.down))
      guard first <= last else { continue }
      for column in columns.clamped(to: first..<last + 1) {
        isCovered[
          (crossing.row - rows.lowerBound) * columns.count + column - columns.lowerBound] = true
      }
    }
  }
}

extension BorderEdge {
  /// Returns the westernmost and easternmost coordinates of the part between two northings, `nil` if
  /// there is none.
  fileprivate func extent(fromY south: Double, toY north: Double) -> (Double, Double)? {
    let box = box
    guard box.maxY >= south && box.minY <= north else { return nil }
    let dy = end.y - start.y
    guard dy != 0 else { return (box.minX, box.maxX) }
    let x = { (y: Double) -> Double in
      let fraction = min(1, max(0, (y - start.y) / dy))
      return start.x + fraction * (end.x - start.x)
    }
    let (a, b) = (x(south), x(north))
    return (min(a, b), max(a, b))
  }
}
