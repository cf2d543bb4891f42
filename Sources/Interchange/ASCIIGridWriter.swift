package import Tables

/// Writes a surface as an ESRI ASCII grid: six lines of header, then the rows from north to south.
///
/// Cells without a value hold the number that the header names as `NODATA_value`; all others are
/// written in full precision. Coordinates are those of the surface.
package struct ASCIIGridWriter: Sendable {
  /// What stands for no value.
  package static let noData = -9999

  /// How many threads turn numbers into text; the file is the same for any number.
  private let threads: Int

  /// Creates a writer.
  ///
  /// - Parameter threads: How many threads turn numbers into text.
  package init(threads: Int = 1) { self.threads = threads }

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
    try file.write(buffer)
    // Pieces of some rows, so that neither a piece nor the waiting between them is large.
    let rowsOfPiece = max(1, (1 << 14) / grid.columns)
    let pieces = (grid.rows + rowsOfPiece - 1) / rowsOfPiece
    try OrderedPieces(threads: threads).write(pieces, to: file) { piece, buffer in
      let first = piece * rowsOfPiece
      for line in first..<min(first + rowsOfPiece, grid.rows) {
        Self.append(row: grid.rows - 1 - line, of: surface, to: &buffer)
      }
    }
  }

  private static func append(row: Int, of surface: Surface, to buffer: inout ByteBuffer) {
    for column in 0..<surface.grid.columns {
      if column > 0 { buffer.append(UInt8(ascii: " ")) }
      if let value = surface[column, row] {
        buffer.append(shortest: value)
      } else {
        buffer.append(noData)
      }
    }
    buffer.append(UInt8(ascii: "\n"))
  }
}
