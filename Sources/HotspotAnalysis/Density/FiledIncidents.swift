import Geometry
import Tables

/// Incidents within reach of a grid, filed by the cell they lie in.
///
/// Cells run row by row, beginning with those before the grid from which incidents still reach it;
/// within a cell incidents keep the order of the input.
struct FiledIncidents: Sendable {
  /// The incidents of one row of cells, cell by cell from the west.
  struct Row: Sendable {
    /// Their positions in ``FiledIncidents/x`` and ``FiledIncidents/y``: places are long, and there is one
    /// list of them.
    var numbers: [Int32] = []
    /// What each incident's ``KernelProfile`` is multiplied by; there may be more than incidents.
    var factor: [Double] = []
    /// The bandwidth of each incident; there may be more than incidents.
    var bandwidth: [Double] = []
    /// The column of each cell that holds incidents; beyond the grid too.
    var columns: [Int] = []
    /// The first incident of each of these cells, and the number of incidents at the end.
    var starts: [Int] = [0]
  }

  /// The eastings of all incidents, filed or not.
  let x: [Double]
  /// The northings.
  let y: [Double]
  /// The rows of cells, from ``marginCells`` before the first of the grid to as many after the last.
  var rows: [Row]
  /// How many cells the largest kernel reaches, with one to spare.
  let marginCells: Int
  /// The largest bandwidth.
  let largestBandwidth: Double

  /// The number of incidents within reach.
  var count: Int { rows.reduce(0) { $0 + $1.numbers.count } }

  /// Files incidents and leaves out those that cannot reach the grid, weigh nothing or have no
  /// place.
  ///
  /// - Complexity: O(*n* + *k*) for *n* incidents and *k* cells.
  static func filing(
    x: [Double], y: [Double], weights: [Double]?, bandwidths: BandwidthValues,
    kernel: DensityKernel, grid: SurfaceGrid
  ) -> PiecedWork<[Row], FiledIncidents> {
    let reach = bandwidths.largest * kernel.reachInBandwidths
    let margin = Int((reach / grid.cellSize).rounded(.up)) + 1
    let wide = grid.padded(by: margin)
    let order = RowOrder(x: x, y: y, weights: weights, wide: wide)
    let source = Row.Source(
      x: x, weights: weights, bandwidths: bandwidths, kernel: kernel, wide: wide,
      margin: margin, longestRow: order.longestRow)
    let pieces = OrderedWork.ranges(of: wide.rows, size: max(1, wide.rows / 64))
    return PiecedWork(pieces: pieces.count) { piece in
      pieces[piece].map { Row(order.incidents(inRow: $0), of: source) }
    } join: { rows in
      FiledIncidents(
        x: x, y: y, rows: rows.flatMap(\.self), marginCells: margin,
        largestBandwidth: bandwidths.largest)
    }
  }
}

/// The numbers of incidents in the order of the rows they lie in, and of the input within a row.
private struct RowOrder: Sendable {
  private var numbers: [Int32]
  /// The first incident of each row, and the number of incidents at the end.
  private var starts: [Int]

  init(x: [Double], y: [Double], weights: [Double]?, wide: SurfaceGrid) {
    let box = wide.box
    let perMetre = 1 / wide.cellSize
    var starts = [Int](repeating: 0, count: wide.rows + 1)
    func row(of incident: Int) -> Int? {
      guard box.contains(x: x[incident], y: y[incident]), weights?[incident] != 0 else {
        return nil
      }
      // The cell an incident is filed under need only be right to within rounding: the windows have
      // a little to spare.
      return min(wide.rows - 1, Int((y[incident] - box.minY) * perMetre))
    }
    for incident in x.indices {
      if let row = row(of: incident) { starts[row + 1] += 1 }
    }
    for row in 0..<wide.rows { starts[row + 1] += starts[row] }
    self.starts = starts
    var numbers = [Int32](repeating: 0, count: starts[wide.rows])
    for incident in x.indices {
      guard let row = row(of: incident) else { continue }
      numbers[starts[row]] = Int32(truncatingIfNeeded: incident)
      starts[row] += 1
    }
    self.numbers = numbers
  }

  /// The incidents of a row, in the order of the input.
  func incidents(inRow row: Int) -> ArraySlice<Int32> { numbers[starts[row]..<starts[row + 1]] }

  /// The most incidents of a row.
  var longestRow: Int { zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0 }
}

extension FiledIncidents.Row {
  /// What rows are made of.
  fileprivate struct Source: Sendable {
    let x: [Double]
    let weights: [Double]?
    let bandwidths: BandwidthValues
    let kernel: DensityKernel
    let wide: SurfaceGrid
    let margin: Int
    /// One bandwidth and one factor for the incidents of the longest row, which all rows share where
    /// these are the same for all incidents.
    let commonBandwidths: [Double]
    let commonFactors: [Double]

    init(
      x: [Double], weights: [Double]?, bandwidths: BandwidthValues, kernel: DensityKernel,
      wide: SurfaceGrid, margin: Int, longestRow: Int
    ) {
      (self.x, self.weights) = (x, weights)
      (self.bandwidths, self.kernel) = (bandwidths, kernel)
      (self.wide, self.margin) = (wide, margin)
      commonBandwidths = [Double](repeating: bandwidths.largest, count: longestRow)
      commonFactors = [Double](
        repeating: kernel.scale(bandwidth: bandwidths.largest), count: longestRow)
    }
  }

  fileprivate init(_ incidents: ArraySlice<Int32>, of source: Source) {
    guard !incidents.isEmpty else { return }
    let wide = source.wide
    let west = wide.box.minX
    let perMetre = 1 / wide.cellSize
    let lastColumn = wide.columns - 1
    var next = [Int32](repeating: 0, count: wide.columns + 1)
    var columnOfIncident = [Int32](repeating: 0, count: incidents.count)
    for place in incidents.indices {
      let x = source.x[Int(incidents[place])]
      let column = min(lastColumn, Int((x - west) * perMetre))
      columnOfIncident[place - incidents.startIndex] = Int32(truncatingIfNeeded: column)
      next[column + 1] += 1
    }
    for column in 0..<wide.columns {
      if next[column + 1] > 0 {
        columns.append(column - source.margin)
        starts.append(starts[starts.count - 1] + Int(next[column + 1]))
      }
      next[column + 1] += next[column]
    }
    var numbers = [Int32](repeating: 0, count: incidents.count)
    let (own, weights) = (source.bandwidths.own, source.weights)
    var (bandwidth, factor) = (source.commonBandwidths, source.commonFactors)
    if own != nil { bandwidth.removeLast(bandwidth.count - incidents.count) }
    if own != nil || weights != nil { factor.removeLast(factor.count - incidents.count) }
    for place in incidents.indices {
      let incident = Int(incidents[place])
      let column = Int(columnOfIncident[place - incidents.startIndex])
      let newPlace = Int(next[column])
      next[column] += 1
      numbers[newPlace] = incidents[place]
      if let own {
        bandwidth[newPlace] = own[incident]
        factor[newPlace] = source.kernel.scale(bandwidth: own[incident])
      }
      if let weights { factor[newPlace] *= weights[incident] }
    }
    (self.numbers, self.bandwidth, self.factor) = (numbers, bandwidth, factor)
  }
}
