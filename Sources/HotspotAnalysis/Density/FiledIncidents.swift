import Geometry
import Tables

/// Incidents within reach of a grid, filed by the cell they lie in.
///
/// Cells run row by row, beginning with those before the grid from which incidents still reach it;
/// within a cell incidents keep the order of the input. So every sum adds its terms in one order,
/// whatever the number of threads.
struct FiledIncidents: Sendable {
  /// The incidents of one row of cells, cell by cell from the west.
  struct Row: Sendable {
    var x: [Double] = []
    var y: [Double] = []
    /// What each incident's ``KernelProfile`` is multiplied by.
    var factor: [Double] = []
    var bandwidth: [Double] = []
    /// The column of each cell that holds incidents; beyond the grid too.
    var columns: [Int] = []
    /// The first incident of each of these cells, and the number of incidents at the end.
    var starts: [Int] = [0]
  }

  /// The rows of cells, from ``marginCells`` before the first of the grid to as many after the last.
  var rows: [Row]
  /// How many cells the largest kernel reaches, with one to spare.
  let marginCells: Int
  /// The largest bandwidth.
  let largestBandwidth: Double

  /// The number of incidents within reach.
  var count: Int { rows.reduce(0) { $0 + $1.x.count } }

  /// Files incidents and leaves out those that cannot reach the grid, weigh nothing or have no
  /// place.
  ///
  /// - Complexity: O(*n* + *k*) for *n* incidents and *k* cells.
  static func filed(
    x: [Double], y: [Double], weights: [Double]?, bandwidths: BandwidthValues,
    kernel: DensityKernel, grid: SurfaceGrid, threads: Int
  ) async -> FiledIncidents {
    let reach = bandwidths.largest * kernel.reachInBandwidths
    let margin = Int((reach / grid.cellSize).rounded(.up)) + 1
    let wide = grid.padded(by: margin)
    let sorted = SortedByRow(x: x, y: y, weights: weights, wide: wide)
    let pieces = OrderedWork.ranges(of: wide.rows, size: max(1, wide.rows / 64))
    let filed = await OrderedWork.map(pieces: pieces.count, threads: threads) { piece in
      pieces[piece].map { row in
        Row(
          row, of: sorted, weights: weights, bandwidths: bandwidths, kernel: kernel, wide: wide,
          margin: margin)
      }
    }
    return FiledIncidents(
      rows: filed.flatMap(\.self), marginCells: margin, largestBandwidth: bandwidths.largest)
  }
}

/// Incidents in the order of the rows they lie in, and of the input within a row.
private struct SortedByRow: Sendable {
  var x: [Double]
  var y: [Double]
  /// The incidents' numbers in the input.
  var incidents: [Int32]
  /// The first incident of each row, and the number of incidents at the end.
  var starts: [Int]

  init(x: [Double], y: [Double], weights: [Double]?, wide: SurfaceGrid) {
    let box = wide.box
    let perMetre = 1 / wide.cellSize
    var rows = [Int32](repeating: -1, count: x.count)
    var starts = [Int](repeating: 0, count: wide.rows + 1)
    for incident in x.indices where box.contains(x: x[incident], y: y[incident]) {
      if let weights, weights[incident] == 0 { continue }
      // The cell an incident is filed under need only be right to within rounding: the windows have
      // a little to spare.
      let row = min(wide.rows - 1, Int((y[incident] - box.minY) * perMetre))
      rows[incident] = Int32(truncatingIfNeeded: row)
      starts[row + 1] += 1
    }
    for row in 0..<wide.rows { starts[row + 1] += starts[row] }
    self.starts = starts
    let count = starts[wide.rows]
    var (sortedX, sortedY) = (
      [Double](repeating: 0, count: count), [Double](repeating: 0, count: count)
    )
    var numbers = [Int32](repeating: 0, count: count)
    for incident in rows.indices where rows[incident] >= 0 {
      let row = Int(rows[incident])
      let place = starts[row]
      starts[row] = place + 1
      sortedX[place] = x[incident]
      sortedY[place] = y[incident]
      numbers[place] = Int32(truncatingIfNeeded: incident)
    }
    (self.x, self.y, incidents) = (sortedX, sortedY, numbers)
  }
}

extension FiledIncidents.Row {
  fileprivate init(
    _ row: Int, of sorted: SortedByRow, weights: [Double]?, bandwidths: BandwidthValues,
    kernel: DensityKernel, wide: SurfaceGrid, margin: Int
  ) {
    let range = sorted.starts[row]..<sorted.starts[row + 1]
    guard !range.isEmpty else { return }
    let west = wide.box.minX
    let perMetre = 1 / wide.cellSize
    let lastColumn = wide.columns - 1
    var next = [Int32](repeating: 0, count: wide.columns + 1)
    var columnOfIncident = [Int32](repeating: 0, count: range.count)
    for place in range {
      let column = min(lastColumn, Int((sorted.x[place] - west) * perMetre))
      columnOfIncident[place - range.lowerBound] = Int32(truncatingIfNeeded: column)
      next[column + 1] += 1
    }
    for column in 0..<wide.columns {
      if next[column + 1] > 0 {
        columns.append(column - margin)
        starts.append(starts[starts.count - 1] + Int(next[column + 1]))
      }
      next[column + 1] += next[column]
    }
    var (x, y) = (
      [Double](repeating: 0, count: range.count), [Double](repeating: 0, count: range.count)
    )
    var bandwidth = [Double](repeating: bandwidths.largest, count: range.count)
    var factor = [Double](
      repeating: kernel.scale(bandwidth: bandwidths.largest), count: range.count)
    let own = bandwidths.own
    for place in range {
      let column = Int(columnOfIncident[place - range.lowerBound])
      let newPlace = Int(next[column])
      next[column] += 1
      x[newPlace] = sorted.x[place]
      y[newPlace] = sorted.y[place]
      if own == nil && weights == nil { continue }
      let incident = Int(sorted.incidents[place])
      if let own {
        bandwidth[newPlace] = own[incident]
        factor[newPlace] = kernel.scale(bandwidth: own[incident])
      }
      if let weights { factor[newPlace] *= weights[incident] }
    }
    (self.x, self.y, self.bandwidth, self.factor) = (x, y, bandwidth, factor)
  }
}
