package import Tables

/// Writes a surface as an ESRI ASCII grid: six lines of header, then the rows from north to south.
///
/// Cells without a value hold the number that the header names as `NODATA_value`; all others are
/// written in full precision. Coordinates are those of the surface.
package struct ASCIIGridWriter: Sendable {
  /// What stands for no value.
  package static let noData = -9999

  /// Creates a writer.
  package init() {}

  /// Writes a surface whose values are not negative.
  ///
  /// - Parameters:
  ///   - surface: The surface.
  ///   - file: Where it goes; the caller commits it.
  /// - Throws: ``OutputError``.
  /// - Complexity: O(*n*) for *n* cells.
  package func write(_ surface: Surface, to file: OutputFile) throws(OutputError) {
    let grid = surface.grid
    var buffer = ByteBuffer()
    buffer.append("ncols \(grid.columns)\nnrows \(grid.rows)\nxllcorner ")
    buffer.append(shortest: Double(grid.firstColumn) * grid.cellSize)
    buffer.append("\nyllcorner ")
    buffer.append(shortest: Double(grid.firstRow) * grid.cellSize)
    buffer.append("\ncellsize ")
    buffer.append(shortest: grid.cellSize)
    buffer.append("\nNODATA_value \(Self.noData)\n")
    for row in (0..<grid.rows).reversed() {
      for column in 0..<grid.columns {
        if column > 0 { buffer.append(UInt8(ascii: " ")) }
        if let value = surface[column, row] {
          buffer.append(shortest: value)
        } else {
          buffer.append(Self.noData)
        }
      }
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count > 1 << 18 {
        try file.write(buffer)
        buffer.removeAll()
      }
    }
    try file.write(buffer)
  }
}
