package import Geometry
package import Tables

extension KernelEstimator {
  /// The most cells of a side of a tile, without those around it that its edge needs.
  package static let tileSide = 512

  /// Computes the cells above zero of a surface that may be too large to be held whole.
  ///
  /// The ground is cut into tiles of up to `tileSide` by as many cells, and tiles that no incident
  /// reaches are passed over. Around each tile so much of the study area is looked at as its incidents
  /// and their correction reach, so that cells have the values that the whole surface would have.
  ///
  /// - Parameters:
  ///   - x: The incidents' eastings; as for ``evaluate(x:y:weights:over:)``.
  ///   - y: Their northings.
  ///   - weights: What each counts for, from zero; `nil` if each counts for one.
  ///   - own: How many of the first incidents lie in the study area; `nil` for all.
  ///   - outlines: The areas of the study area.
  ///   - grid: The cells; they need not fit in memory.
  ///   - tileSide: The most cells of a side of a tile.
  /// - Returns: The cells whose middle lies in the study area and that incidents reach, tile by tile.
  /// - Throws: ``KernelDensityError`` when the bandwidth cannot be used.
  /// - Complexity: As for ``evaluate(x:y:weights:over:)``, with the cells of the tiles that incidents
  ///   reach, and O(*t* *a*) for *t* such tiles and *a* areas.
  package func sparse(
    x: [Double], y: [Double], weights: [Double]? = nil, own: Int? = nil,
    over outlines: OutlineTable, on grid: SurfaceGrid, tileSide: Int = tileSide
  ) async throws(KernelDensityError) -> SparseSurface {
    try checkBandwidth(on: grid)
    let (x, y, weights) = canonical(x: x, y: y, weights: weights, own: own ?? x.count)
    let (choice, bandwidths) = try await bandwidths(x: x, y: y, weights: weights, own: own)
    let boxes = (0..<outlines.areaCount).map { outlines.box(ofArea: $0) }
    let tiles = Tiles(of: grid, side: tileSide)
    var reaching = tiles.reaching(x: x, y: y) { incident in
      (bandwidths.own?[incident] ?? bandwidths.largest) * kernel.reachInBandwidths
    }
    var surface = SparseSurface(grid: grid)
    for tile in reaching.indices where !reaching[tile].isEmpty {
      let incidents = reaching[tile]
      reaching[tile] = []
      let own = bandwidths.own.map { all in incidents.map { all[Int($0)] } }
      let largest = own?.max() ?? bandwidths.largest
      // An incident may lie a reach from the tile, and what its kernel covers a reach from there.
      let reach = largest * kernel.reachInBandwidths / grid.cellSize
      let core = tiles.cells(of: tile)
      let margin = Int(min((2 * reach).rounded(.up), Double(grid.columns + grid.rows))) + 1
      let wide = core.padded(by: margin).clipped(to: grid)
      let box = wide.grid(of: grid).box
      var near = OutlineTable()
      for area in boxes.indices where boxes[area].intersects(box) {
        near.appendArea(area, of: outlines)
      }
      guard near.areaCount > 0 else { continue }
      let mask = await StudyMask.make(of: near, on: wide.grid(of: grid), threads: threads)
      let sums = try await sums(
        x: incidents.map { x[Int($0)] }, y: incidents.map { y[Int($0)] },
        weights: weights.map { all in incidents.map { all[Int($0)] } },
        bandwidths: own.map { .each($0, largest: largest) } ?? bandwidths, around: choice.metres,
        over: mask)
      let values = await values(of: sums, around: choice.metres, over: mask)
      for row in core.rows {
        for column in core.columns {
          let (rowInTile, columnInTile) = (
            row - wide.rows.lowerBound, column - wide.columns.lowerBound
          )
          guard mask.isInside[rowInTile * wide.columns.count + columnInTile] else { continue }
          let value = values[
            (rowInTile + 1) * (wide.columns.count + 2) + columnInTile + 1]
          if value > 0 { surface.append(row * grid.columns + column, value) }
        }
      }
    }
    return surface
  }

  /// Returns about how much memory ``sparse(x:y:weights:over:on:)`` takes, in bytes.
  ///
  /// - Parameters:
  ///   - grid: The grid of the study area.
  ///   - incidents: The number of incidents.
  ///   - metres: The bandwidth.
  /// - Returns: An upper estimate for a fixed bandwidth, in bytes.
  package func predictedSparseBytes(
    grid: SurfaceGrid, incidents: Int, bandwidth metres: Double
  ) -> Int {
    let reach = metres * kernel.reachInBandwidths / grid.cellSize
    let side = Double(Self.tileSide) + 4 * reach
    let tile = min(side * side, Double(grid.cellCount)) * Double(Self.bytesPerCell)
    let cells = min(
      Double(grid.cellCount), Double(incidents) * Double.pi * (reach + 1) * (reach + 1))
    // The densities are copied once to find a level.
    let bytes = tile + cells * Double(SparseSurface.bytesPerCell + 8)
    // Incidents are listed by tile; of several tiles one is likely to hold half of them at most.
    let ofTile = Tiles(of: grid, side: Self.tileSide).count > 1 ? incidents / 2 : incidents
    return Int(min(bytes, 0x1p62)) + incidents * 8 + ofTile * bytesPerIncident
  }
}

/// A rectangle of the cells of a grid.
private struct CellBlock {
  var columns: Range<Int>
  var rows: Range<Int>

  func padded(by cells: Int) -> CellBlock {
    CellBlock(
      columns: columns.lowerBound - cells..<columns.upperBound + cells,
      rows: rows.lowerBound - cells..<rows.upperBound + cells)
  }

  func clipped(to grid: SurfaceGrid) -> CellBlock {
    CellBlock(
      columns: columns.clamped(to: 0..<grid.columns), rows: rows.clamped(to: 0..<grid.rows))
  }

  func grid(of whole: SurfaceGrid) -> SurfaceGrid {
    SurfaceGrid(
      cellSize: whole.cellSize, firstColumn: whole.firstColumn + columns.lowerBound,
      firstRow: whole.firstRow + rows.lowerBound, columns: columns.count, rows: rows.count)
  }
}

/// A grid cut into rectangles of about the same size.
private struct Tiles {
  let grid: SurfaceGrid
  private let width: Int
  private let height: Int
  private let across: Int
  let count: Int

  init(of grid: SurfaceGrid, side: Int) {
    func cut(_ cells: Int) -> (size: Int, count: Int) {
      let count = (cells + side - 1) / side
      let size = (cells + count - 1) / count
      return (size, (cells + size - 1) / size)
    }
    self.grid = grid
    let (columns, rows) = (cut(grid.columns), cut(grid.rows))
    (width, across) = columns
    height = rows.size
    count = columns.count * rows.count
  }

  func cells(of tile: Int) -> CellBlock {
    let (row, column) = tile.quotientAndRemainder(dividingBy: across)
    return CellBlock(
      columns: column * width..<min(grid.columns, (column + 1) * width),
      rows: row * height..<min(grid.rows, (row + 1) * height))
  }

  /// Returns for each tile the incidents that may reach it, in their order.
  func reaching(x: [Double], y: [Double], reach: (Int) -> Double) -> [[Int32]] {
    var incidents = [[Int32]](repeating: [], count: count)
    let box = grid.box
    for incident in x.indices where x[incident].isFinite && y[incident].isFinite {
      // A cell to spare for rounding.
      let reach = reach(incident) + grid.cellSize
      let columns = tiles(
        from: x[incident] - reach - box.minX, to: x[incident] + reach - box.minX, size: width,
        count: across)
      let rows = tiles(
        from: y[incident] - reach - box.minY, to: y[incident] + reach - box.minY, size: height,
        count: count / across)
      for row in rows {
        for column in columns {
          incidents[row * across + column].append(Int32(truncatingIfNeeded: incident))
        }
      }
    }
    return incidents
  }

  private func tiles(from low: Double, to high: Double, size: Int, count: Int) -> Range<Int> {
    let step = Double(size) * grid.cellSize
    let end = Double(count)
    guard high >= 0, low < step * end else { return 0..<0 }
    return Int(max(0, low / step))..<Int(min(end, (high / step).rounded(.down) + 1))
  }
}
