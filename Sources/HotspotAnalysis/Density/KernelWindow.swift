import Tables

/// The cells that a few incidents of one cell reach, with the terms of their kernels.
///
/// Working space of ``KernelSpread``, used again for each group. The window is square, `2 * radius + 1`
/// columns wide, cut into blocks of eight columns from its western edge.
struct KernelWindow<Profile: KernelProfile> {
  /// How many incidents are done at a time: their terms stay in the nearest cache.
  static var groupSize: Int { 32 }

  /// How many cells the incidents reach at most, in each direction.
  private(set) var radius = 0
  /// The first row of the grid the window is kept to.
  private(set) var firstRow = 0
  /// The number of rows.
  private(set) var rowCount = 0
  /// The incidents' terms of the columns: all incidents' of the first block, then of the second.
  private(set) var columnTerms: [SIMD8<Double>] = []
  /// The incidents' terms of the rows: all incidents' of the first row, then of the second.
  private(set) var rowTerms: [Double] = []
  /// Where the incidents lie.
  private var eastings = [Double](repeating: 0, count: groupSize)
  private var northings = [Double](repeating: 0, count: groupSize)
  private var reach = -1.0
  /// How many columns are reached to each side in a row so many rows away, from any place in the
  /// cell.
  private var halfColumns: [Int] = []

  /// Places the window around some incidents of a cell, kept to some rows of the grid.
  ///
  /// - Returns: The number of rows in which it has cells.
  mutating func place(
    over group: Range<Int>, of row: FiledIncidents.Row, _ incidents: FiledIncidents, column: Int,
    rowNumber: Int, rows: Range<Int>, grid: SurfaceGrid, reachInBandwidths: Double
  ) {
    var reach = 0.0
    for incident in group { reach = max(reach, row.bandwidth[incident] * reachInBandwidths) }
    if reach != self.reach { setReach(reach, grid.cellSize) }
    firstRow = max(rows.lowerBound, rowNumber - radius)
    rowCount = max(0, min(rows.upperBound, rowNumber + radius + 1) - firstRow)
    guard rowCount > 0 else { return }

    let blocks = 2 * radius / 8 + 1
    let count = group.count
    if columnTerms.count < blocks * count {
      columnTerms = [SIMD8<Double>](repeating: .zero, count: blocks * Self.groupSize)
    }
    if rowTerms.count < rowCount * count {
      rowTerms = [Double](repeating: 0, count: (2 * radius + 1) * Self.groupSize)
    }
    for (position, incident) in group.enumerated() {
      let number = Int(row.numbers[incident])
      (self.eastings[position], self.northings[position]) = (
        incidents.x[number], incidents.y[number]
      )
    }
    let (eastings, northings) = (eastings, northings)
    let (x, y, bandwidth) = (eastings.span, northings.span, row.bandwidth.span)
    let (firstColumn, firstRow, rowCount) = (
      grid.firstColumn + column - radius, firstRow, rowCount
    )
    var columnSpan = columnTerms.mutableSpan
    // In bounds: there is room for `count` terms of each block and row, and for so many places, and
    // `group` is a range of the row's incidents.
    for block in 0..<blocks {
      let columns = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7)
      let first = Double(firstColumn + 8 * block) + 0.5
      let centres = (columns + first) * grid.cellSize
      for position in 0..<count {
        let incident = group.lowerBound &+ position
        unsafe columnSpan[unchecked: block &* count &+ position] = Profile.columnTerm(
          centres - x[unchecked: position], bandwidth: bandwidth[unchecked: incident])
      }
    }
    var rowSpan = rowTerms.mutableSpan
    for offset in 0..<rowCount {
      let centre = grid.centreY(ofRow: firstRow + offset)
      for position in 0..<count {
        let incident = group.lowerBound &+ position
        unsafe rowSpan[unchecked: offset &* count &+ position] = Profile.rowTerm(
          centre - y[unchecked: position], bandwidth: bandwidth[unchecked: incident])
      }
    }
  }

  /// Returns the blocks with cells in reach in a row so many rows from the incidents' own.
  @inline(__always)
  func blocks(rowsAway: Int) -> ClosedRange<Int> {
    let half = halfColumns[abs(rowsAway)]
    return (radius - half) / 8...(radius + half) / 8
  }

  private mutating func setReach(_ reach: Double, _ cellSize: Double) {
    self.reach = reach
    let cells = reach / cellSize
    // A part of a cell to spare, because incidents on an edge may be filed on either side of it.
    let spare = 0.5 + 1e-6
    radius = Int(cells + spare)
    halfColumns = (0...radius).map { rowsAway in
      let nearest = max(0, Double(rowsAway) - spare)
      return min(
        radius, Int(Profile.halfWidth(cells, at: nearest) + spare))
    }
  }
}
