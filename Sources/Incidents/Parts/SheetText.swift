import Workbooks

/// The rows of a sheet as comma-separated text, from the header on.
///
/// Each row of the sheet is one row of the text, empty where it has no cell in the table's columns
/// or stands above the header, so that a row's number is its number in the sheet. Cells beside the
/// table belong to no column and are left out.
@safe final class SheetText: TextStream {
  let path: String
  let canRepeat = true
  let countsRows = true
  let dialect: Dialect? = Dialect()

  var bytesRead: Int { reader.compressedBytesRead }

  private let reader: SheetReader
  private let table: SheetTable
  /// What was read to find the header.
  private var ahead: [SheetRows]
  private var batch = SheetRows()
  private var text = FeatureRow()
  /// How many bytes of the text have been handed out.
  private var taken = 0
  /// The number of the last row that has been written.
  private var lastRow = 0
  private var hasEnded = false

  /// Begins to read a sheet, and finds its header.
  ///
  /// - Throws: ``IncidentError/workbook(_:)``, ``IncidentError/empty(path:)``,
  ///   ``IncidentError/noHeader(path:line:count:)``.
  init(
    _ workbook: Workbook, _ sheet: Workbook.Sheet, path: String, _ request: HeaderRequest,
    ofIncidents: Bool
  ) throws(IncidentError) {
    self.path = path
    var rows: [SheetTable.Row] = []
    var ahead: [SheetRows] = []
    let reader: SheetReader
    do throws(WorkbookError) {
      reader = try workbook.open(sheet)
      while SheetTable.needsMore(rows, request) {
        var batch = SheetRows()
        guard try reader.next(&batch) else { break }
        rows += SheetTable.rows(of: batch)
        ahead.append(batch)
      }
    } catch {
      throw .workbook(error)
    }
    guard let table = SheetTable(rows, request, ofIncidents: ofIncidents) else {
      if let line = request.line {
        throw .noHeader(
          path: path, line: HeaderLine(line, isRow: true), count: rows.last?.number ?? 0)
      }
      throw .empty(path: path)
    }
    self.reader = reader
    self.table = table
    self.ahead = ahead.reversed()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IncidentError) -> Int {
    var filled = 0
    while filled < buffer.count {
      if taken == text.bytes.count {
        if hasEnded { break }
        try makeText()
        continue
      }
      let count = min(buffer.count - filled, text.bytes.count - taken)
      // Bound: `count` is at most what is left of the buffer and of the text.
      let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
      unsafe rest.copyBytes(from: text.bytes[taken..<taken + count])
      filled += count
      taken += count
    }
    return filled
  }

  /// Turns the next rows into text.
  private func makeText() throws(IncidentError) {
    text.removeAll()
    taken = 0
    if let first = ahead.popLast() {
      write(first)
      return
    }
    do throws(WorkbookError) {
      if try reader.next(&batch) { write(batch) } else { hasEnded = true }
    } catch {
      throw .workbook(error)
    }
  }

  private func write(_ rows: SheetRows) {
    let storage = rows.bytes
    let bytes = storage.span
    let (first, last) = (table.columns.lowerBound, table.columns.upperBound)
    for row in rows.rows.indices {
      let number = rows.rows[row].number
      if number < table.headerRow { continue }
      // Rows without cells, and those above the header.
      while lastRow + 1 < number {
        text.end()
        lastRow += 1
      }
      lastRow = number
      var next = first
      for cell in rows.cells(ofRow: row) {
        let column = Int(rows.cells[cell].column)
        if column < first { continue }
        if column > last { break }
        while next < column {
          text.separate()
          next += 1
        }
        text.append(bytes.extracting(rows.text(ofCell: cell)))
        if column < last { text.separate() }
        next = column + 1
      }
      // A row without any cell of the table is empty, others have all their fields.
      if next > first {
        while next < last {
          text.separate()
          next += 1
        }
      }
      text.end()
    }
  }
}
