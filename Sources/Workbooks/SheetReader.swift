import Archives

/// Reads the rows of a sheet from first to last.
///
/// Not for use by several threads at once.
package final class SheetReader {
  private let stream: ArchiveStream
  private let reader: XMLReader
  private let handler: SheetHandler
  private var hasEnded = false

  init(
    _ stream: ArchiveStream, path: String, part: String, handler: SheetHandler
  ) throws(WorkbookError) {
    self.stream = stream
    self.handler = handler
    reader = try XMLReader(stream, path: path, part: part, handler: handler)
  }

  /// About how many bytes of the workbook's file have been read for the sheet.
  package var compressedBytesRead: Int { stream.compressedBytesRead }

  /// Takes the next rows that have cells with text.
  ///
  /// Numbers are plain decimal numbers and dates are written as ISO 8601 has them; cells with
  /// errors are empty, formulas have the values that were last computed.
  ///
  /// - Parameter rows: Receives the rows; those it had are removed.
  /// - Returns: False when there are no more.
  /// - Throws: ``WorkbookError``.
  /// - Complexity: O(*n*) for *n* bytes of the sheet; memory is that of a block and the longest row.
  package func next(_ rows: inout SheetRows) throws(WorkbookError) -> Bool {
    rows.removeAll()
    // The row that has begun stays with the handler until it has ended.
    while !hasEnded && handler.rows.rows.isEmpty { hasEnded = try !reader.next() }
    if handler.rows.rows.isEmpty { return false }
    handler.take(into: &rows)
    return true
  }
}
