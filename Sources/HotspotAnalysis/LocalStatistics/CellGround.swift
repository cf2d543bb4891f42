import Geometry

/// How much ground of a study area lies in each cell of a rectangle of a lattice.
///
/// The ground in a cell is the integral, along the borders, of how far the cell reaches to the east
/// of them: a border going south has the area on its east and adds, one going north takes off. Both
/// sides of a border between two areas cancel. All integrals are of straight lines, and exact but
/// for rounding.
struct CellGround {
  private let lattice: CellLattice
  private let columns: Range<Int>
  private let rows: Range<Int>
  /// The share of each cell that lies in the study area, from 0 to 1, from the south-west row by row.
  private(set) var shares: [Double]
  /// What each cell and all east of it in its row gain; added up at the end.
  private var steps: [Double]

  /// Measures the ground; the rectangle must hold the study area with a cell to spare on each side.
  init(of outlines: OutlineTable, lattice: CellLattice, columns: Range<Int>, rows: Range<Int>) {
    self.lattice = lattice
    self.columns = columns
    self.rows = rows
    shares = [Double](repeating: 0, count: columns.count * rows.count)
    steps = shares
    for ring in 0..<outlines.ringCount {
      for vertex in outlines.vertices(ofRing: ring).dropLast() {
        add(
          BorderEdge(
            start: Point(x: outlines.x[vertex], y: outlines.y[vertex]),
            end: Point(x: outlines.x[vertex + 1], y: outlines.y[vertex + 1])))
      }
    }
    for row in rows.indices.map({ $0 - rows.lowerBound }) {
      var gained = 0.0
      for cell in row * columns.count..<(row + 1) * columns.count {
        gained += steps[cell]
        shares[cell] += gained
      }
    }
    let whole = lattice.size * lattice.size * lattice.shape.cellArea
    for cell in shares.indices {
      let share = shares[cell] / whole
      // Rounding leaves about 1e-12; where areas overlap, ground would count more than once.
      shares[cell] = share < 1e-9 ? 0 : share > 1 - 1e-9 ? 1 : share
    }
  }

  /// Adds what an edge tells of the cells around it and east of it.
  private mutating func add(_ edge: BorderEdge) {
    guard edge.start.y != edge.end.y else { return }
    let goesSouth = edge.end.y < edge.start.y
    let (low, high) = goesSouth ? (edge.end, edge.start) : (edge.start, edge.end)
    let slope = (high.x - low.x) / (high.y - low.y)
    let (size, height) = (lattice.size, lattice.size * lattice.shape.rowHeight)
    let reach = lattice.shape.reachNorth * size
    let firstRow = max(rows.lowerBound, Int(((low.y - reach) / height).rounded(.down)) - 1)
    let lastRow = min(rows.upperBound - 1, Int(((high.y + reach) / height).rounded(.up)) + 1)
    guard firstRow <= lastRow else { return }
    for row in firstRow...lastRow {
      let middle = lattice.centre(of: .init(column: 0, row: row)).y
      // The sides of a hexagon bend where its slanting sides begin; those of a square do not.
      let bend = lattice.shape == .square ? reach : reach / 2
      for (south, north) in [(-reach, -bend), (-bend, bend), (bend, reach)] {
        let (from, to) = (max(low.y, middle + south), min(high.y, middle + north))
        guard from < to else { continue }
        let piece = Piece(
          from: (low.x + (from - low.y) * slope, from - middle),
          to: (low.x + (to - low.y) * slope, to - middle), sign: goesSouth ? 1 : -1)
        add(piece, row: row)
      }
    }
  }

  /// A part of an edge within one row and between two bends of its cells' sides.
  private struct Piece {
    /// The southern end, its northing from the centre line of the row.
    let from: (x: Double, y: Double)
    /// The northern end.
    let to: (x: Double, y: Double)
    /// 1 where the study area lies on the east, -1 where it lies on the west.
    let sign: Double
  }

  private mutating func add(_ piece: Piece, row: Int) {
    let size = lattice.size
    let length = piece.to.y - piece.from.y
    let (halfFrom, halfTo) = (halfWidth(at: piece.from.y), halfWidth(at: piece.to.y))
    let offset = lattice.offset(ofRow: row)
    let first = Int((min(piece.from.x, piece.to.x) / size - offset - 0.5).rounded(.down))
    let last = Int((max(piece.from.x, piece.to.x) / size - offset + 0.5).rounded(.up))
    let start = (row - rows.lowerBound) * columns.count
    for column in columns.clamped(to: first..<last + 1) {
      let centre = (Double(column) + offset) * size
      let (from, to) = (centre - piece.from.x, centre - piece.to.x)
      let east = Self.positivePart(from + halfFrom, to + halfTo)
      let west = Self.positivePart(from - halfFrom, to - halfTo)
      shares[start + column - columns.lowerBound] += piece.sign * length * (east - west)
    }
    let beyond = last + 1 - columns.lowerBound
    if beyond < columns.count {
      steps[start + max(0, beyond)] += piece.sign * length * (halfFrom + halfTo)
    }
  }

  /// Returns half the width of a cell at a northing from its centre.
  private func halfWidth(at y: Double) -> Double {
    let half = lattice.size / 2
    guard lattice.shape == .hexagon else { return half }
    let reach = lattice.shape.reachNorth * lattice.size
    return abs(y) <= reach / 2 ? half : max(0, half * (reach - abs(y)) / (reach / 2))
  }

  /// Returns the mean of what lies above zero of a straight line between two values.
  private static func positivePart(_ a: Double, _ b: Double) -> Double {
    if a >= 0 && b >= 0 { return (a + b) / 2 }
    if a <= 0 && b <= 0 { return 0 }
    let top = max(a, b)
    return top * top / (2 * (abs(a) + abs(b)))
  }
}
