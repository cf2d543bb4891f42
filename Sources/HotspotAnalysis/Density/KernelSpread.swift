import Tables

/// The inner loops of kernel density: what incidents give to cells, and cells to incidents.
///
/// Every term is computed, none is approximated: a result differs from the double loop over cells
/// and incidents by rounding alone. What incidents give to cells is rounded to whole units as it is added,
/// see ``DensityUnits``, so that sums do not depend on the order. Work is shared between the incidents of a cell, which reach the
/// same window of cells, and between the cells of a row or column, whose distance north or east is
/// one number; eight cells are done at a time, and their sums stay in registers while the incidents
/// pass by.
///
/// Subscripts and loads are unchecked in the innermost loops; what bounds them is said there.
struct KernelSpread<Profile: KernelProfile>: Sendable {
  let grid: SurfaceGrid
  let kernel: DensityKernel
  /// Columns kept free on either side of a row, where windows stick out of the grid.
  private let freeColumns: Int
  private let stride: Int

  init(grid: SurfaceGrid, incidents: FiledIncidents, kernel: DensityKernel) {
    self.grid = grid
    self.kernel = kernel
    // Incidents lie at most a margin outside, their windows reach a margin further, and the last
    // block of eight may stick out of the window.
    freeColumns = 2 * incidents.marginCells + 8
    stride = grid.columns + 2 * freeColumns
  }

  /// Returns the sum over incidents of factor times kernel in whole units, for each cell of some rows.
  ///
  /// - Parameters:
  ///   - rows: The rows of the grid.
  ///   - incidents: The incidents, whose tops are below 2^51 units.
  ///   - unit: The unit, a power of two.
  /// - Returns: The sums, row by row.
  /// - Complexity: O(*n* (*h*/*c*)²) for *n* incidents within reach, the bandwidth *h* and the
  ///   cell size *c*.
  func sums(ofRows rows: Range<Int>, from incidents: FiledIncidents, unit: Double) -> [Int128] {
    var sums = [Int64](repeating: 0, count: rows.count * stride)
    var wide = [Int128](repeating: 0, count: rows.count * grid.columns)
    // What the fullest cell may hold, in units: a group adds at most 32 times 2^51.
    var filled = 0.0
    var window = KernelWindow<Profile>()
    // Row r of the grid is r + marginCells in the list, and incidents reach a margin either way.
    for listed in rows.lowerBound..<rows.upperBound + 2 * incidents.marginCells {
      let row = incidents.rows[listed]
      let rowNumber = listed - incidents.marginCells
      for cell in row.columns.indices {
        for start in Swift.stride(
          from: row.starts[cell], to: row.starts[cell + 1], by: KernelWindow<Profile>.groupSize)
        {
          let group = start..<min(row.starts[cell + 1], start + KernelWindow<Profile>.groupSize)
          window.place(
            over: group, of: row, incidents, column: row.columns[cell], rowNumber: rowNumber,
            rows: rows, grid: grid, reachInBandwidths: kernel.reachInBandwidths)
          for incident in group {
            filled +=
              row.factor[incident] * kernel.height(bandwidth: row.bandwidth[incident]) / unit + 1
          }
          if filled >= 0x1p62 {
            empty(&sums, into: &wide)
            filled = 0x1p57
          }
          add(group, of: row, column: row.columns[cell], rowNumber, window, rows, unit, to: &sums)
        }
      }
    }
    empty(&sums, into: &wide)
    return wide
  }

  /// Moves sums to wider ones before they can overflow.
  private func empty(_ sums: inout [Int64], into wide: inout [Int128]) {
    for row in 0..<wide.count / grid.columns {
      for column in 0..<grid.columns {
        wide[row * grid.columns + column] += Int128(sums[row * stride + freeColumns + column])
      }
    }
    for place in sums.indices { sums[place] = 0 }
  }

  @inline(__always)
  private func add(
    _ group: Range<Int>, of row: FiledIncidents.Row, column: Int, _ rowNumber: Int,
    _ window: borrowing KernelWindow<Profile>, _ rows: Range<Int>, _ unit: Double,
    to sums: inout [Int64]
  ) {
    let count = group.count
    let (factors, bandwidths) = (row.factor.span, row.bandwidth.span)
    let (rowTerms, columnTerms) = (window.rowTerms.span, window.columnTerms.span)
    var sumSpan = sums.mutableSpan
    var bytes = unsafe sumSpan.mutableBytes
    let windowStart = freeColumns + column - window.radius
    // From 2^52 units on to 2^53 of them numbers are whole units, and their bits count these: adding 2^52
    // units to a term rounds it, and the bits of the results add up to the units and `count` times
    // those of 2^52 units. Terms are not negative, and below 2^52 units.
    let base = SIMD8<Double>(repeating: 0x1p52 * unit)
    let bias = SIMD8<Int64>(
      repeating: Int64(count) &* Int64(bitPattern: (0x1p52 * unit).bitPattern))
    for offset in 0..<window.rowCount {
      let target = window.firstRow + offset
      let start = (target - rows.lowerBound) * stride + windowStart
      for block in window.blocks(rowsAway: target - rowNumber) {
        // In bounds: the window sticks out of its row by no more than `freeColumns`.
        let place = (start + 8 * block) * MemoryLayout<Int64>.stride
        var sum = unsafe bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: place, as: SIMD8<Int64>.self)
        sum &-= bias
        // In bounds: the window holds `count` terms for each of its rows and blocks, and `group` is
        // a range of the row's incidents.
        for position in 0..<count {
          let incident = group.lowerBound &+ position
          let height = unsafe Profile.combine(
            row: rowTerms[unchecked: offset &* count &+ position],
            column: columnTerms[unchecked: block &* count &+ position],
            bandwidth: bandwidths[unchecked: incident])
          let rounded = unsafe factors[unchecked: incident] * height + base
          unsafe sum &+= unsafeBitCast(rounded, to: SIMD8<Int64>.self)
        }
        unsafe bytes.storeBytes(of: sum, toUncheckedByteOffset: place, as: SIMD8<Int64>.self)
      }
    }
  }

  /// Returns, for each incident of a row, the sum over cells of the cell's share times the kernel.
  ///
  /// - Parameters:
  ///   - row: The incidents.
  ///   - incidents: All incidents.
  ///   - rowNumber: The row of the grid they lie in; it may be beyond the grid.
  ///   - shares: What each cell counts for, from ``spaced(_:)``.
  /// - Returns: One sum for each incident, in their order.
  func sums(
    at row: FiledIncidents.Row, of incidents: FiledIncidents, rowNumber: Int,
    over shares: [Double]
  ) -> [Double] {
    var sums: [Double] = []
    sums.reserveCapacity(row.numbers.count)
    var window = KernelWindow<Profile>()
    var parts = [SIMD8<Double>](repeating: .zero, count: KernelWindow<Profile>.groupSize)
    let bytes = unsafe shares.span.bytes
    let bandwidths = row.bandwidth.span
    for cell in row.columns.indices {
      for first in Swift.stride(
        from: row.starts[cell], to: row.starts[cell + 1], by: KernelWindow<Profile>.groupSize)
      {
        let group = first..<min(row.starts[cell + 1], first + KernelWindow<Profile>.groupSize)
        let count = group.count
        window.place(
          over: group, of: row, incidents, column: row.columns[cell], rowNumber: rowNumber,
          rows: 0..<grid.rows, grid: grid, reachInBandwidths: kernel.reachInBandwidths)
        for position in 0..<count { parts[position] = .zero }
        var partSpan = parts.mutableSpan
        let (rowTerms, columnTerms) = (window.rowTerms.span, window.columnTerms.span)
        let windowStart = freeColumns + row.columns[cell] - window.radius
        for offset in 0..<window.rowCount {
          let target = window.firstRow + offset
          for block in window.blocks(rowsAway: target - rowNumber) {
            // In bounds as in `add`.
            let share = unsafe bytes.unsafeLoadUnaligned(
              fromUncheckedByteOffset: (target * stride + windowStart + 8 * block)
                * MemoryLayout<Double>.stride,
              as: SIMD8<Double>.self)
            for position in 0..<count {
              let height = unsafe Profile.combine(
                row: rowTerms[unchecked: offset &* count &+ position],
                column: columnTerms[unchecked: block &* count &+ position],
                bandwidth: bandwidths[unchecked: group.lowerBound &+ position])
              unsafe partSpan[unchecked: position] += share * height
            }
          }
        }
        for position in 0..<count { sums.append(partSpan[position].sum()) }
      }
    }
    return sums
  }

  /// Returns a truth for each cell as 1 or 0, with the free columns around each row that
  /// ``sums(at:rowNumber:over:)`` reads.
  func spaced(_ cells: [Bool]) -> [Double] {
    var shares = [Double](repeating: 0, count: grid.rows * stride)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns where cells[row * grid.columns + column] {
        shares[row * stride + freeColumns + column] = 1
      }
    }
    return shares
  }
}
