import Workbooks

/// A small delimited file read whole, as text: a table of values for areas, say.
///
/// Understands what incident files may be: any of four delimiters, quotes, gzip, a byte-order mark,
/// sheets of workbooks.
/// Fields are without the blanks around them; rows that are too short end in empty fields.
package struct DelimitedTable: Sendable {
  /// The name of the file, for messages.
  package let path: String
  /// The names of the columns.
  package let header: [String]
  /// The rows, each with as many fields as the header.
  package let rows: [[String]]
  /// Whether semicolons separate the fields, as where commas are decimal.
  package let hasSemicolons: Bool
  /// The number of each row's line, or of its row in a sheet, from 1.
  private let numbers: [HeaderLine]

  /// Reads a file.
  ///
  /// - Throws: ``IncidentError``: files that are missing, unreadable, empty or no delimited text,
  ///   ``IncidentError/unclosedQuote(path:line:)``, ``IncidentError/rowTooLong(path:line:limit:)``
  ///   and ``IncidentError/mixedLineEnds(path:line:isReturn:)``.
  /// - Complexity: O(*n*) for *n* bytes, all of which are kept.
  package init(path: String) throws(IncidentError) { try self.init(TextReader(path: path)) }

  /// Reads a file whose header is told by its names: below titles, and of a workbook in the first
  /// sheet that has it.
  ///
  /// Where none is found the table is the one that is read without.
  ///
  /// - Parameters:
  ///   - path: The file, or a sheet of a workbook.
  ///   - accepts: Whether names can be those of the columns.
  /// - Throws: As for any file.
  package init(
    path: String, where accepts: ([String]) -> Bool
  ) throws(IncidentError) {
    try self.init(Self.reader(of: .only(path), where: accepts))
  }

  /// Returns where a row stands, such as `line 4`.
  package func place(ofRow row: Int) -> String { numbers[row].description }

  private static func reader(
    of part: IncidentPart, where accepts: ([String]) -> Bool
  ) throws(IncidentError) -> TextReader {
    let first = try? TextReader(part: part, features: nil)
    if let first, accepts(first.header.map(\.trimmed)) || !first.stream.canRepeat { return first }
    var parts = [part]
    if case .sheet(let workbook, let sheet) = part.content, part.isChosen {
      parts += workbook.sheets.filter { $0.isVisible && $0 != sheet }
        .map { IncidentPart($0, of: workbook) }
    }
    for var part in parts {
      for line in [nil] + (1...HeaderSearch.rowsLookedAt).map(Optional.some) {
        part.header.line = line
        // A blank line is no header, nor is one behind the last.
        guard let reader = try? TextReader(part: part, features: nil) else { continue }
        if accepts(reader.header.map(\.trimmed)) { return reader }
      }
    }
    return try TextReader(part: part, features: nil)
  }

  private init(_ reader: TextReader) throws(IncidentError) {
    let header = reader.header.map(\.trimmed)
    let block = TextBlock(capacity: TextReader.blockSize)
    var rows: [[String]] = []
    var numbers: [HeaderLine] = []
    let countsRows = reader.stream.countsRows
    var lines = reader.headerLines
    do throws(TextFault) {
      while try reader.fill(block) {
        block.index(dialect: reader.dialect)
        var (place, before) = (0, 0)
        for row in 0..<block.rowCount {
          let count = block.fieldCount(ofRow: row)
          // A blank line is no row.
          if count == 0 { continue }
          if block.hasOtherLineEnd(row, dialect: reader.dialect) {
            let before = block.lines(beforeRow: row, dialect: reader.dialect)
            throw .failure(
              .mixedLineEnds(
                path: reader.stream.path, line: lines + before + 1,
                isReturn: reader.dialect.newline != UInt8(ascii: "\r")))
          }
          // Bound: a row of the block.
          let start = unsafe Int(block.fieldStarts[Int(block.rowStarts[row])])
          before =
            countsRows
            ? row : before + block.lines(from: place, before: start, dialect: reader.dialect)
          place = start
          numbers.append(HeaderLine(lines + before + 1, isRow: countsRows))
          rows.append(
            header.indices.map { column in
              // Bound: the column is one of the row's fields.
              column < count
                ? unsafe QuotedText.text(block.field(column, ofRow: row)).trimmed : ""
            })
        }
        lines += countsRows ? block.rowCount : block.lineCount
      }
    } catch {
      switch error {
      case .failure(let error): throw error
      case .geoPackage(_, _, let error): throw .geoPackage(error)
      case .row(_, let before, let isQuoted):
        throw isQuoted
          ? .unclosedQuote(path: reader.stream.path, line: lines + before + 1)
          : .rowTooLong(
            path: reader.stream.path, line: lines + before + 1, limit: TextReader.longestRow)
      }
    }
    self.path = reader.stream.path
    self.header = header
    self.rows = rows
    self.numbers = numbers
    hasSemicolons = reader.dialect.delimiter == UInt8(ascii: ";")
  }

  /// Returns the position of a column whose name is told in any letter case.
  ///
  /// - Throws: ``IncidentError/repeatedColumn(path:name:)`` where several columns have the name.
  package func column(named name: String) throws(IncidentError) -> Int? {
    let exact = header.indices.filter { header[$0] == name }
    let matches =
      exact.isEmpty ? header.indices.filter { header[$0].lowercased() == name.lowercased() } : exact
    if matches.count > 1 { throw .repeatedColumn(path: path, name: name) }
    return matches.first
  }
}
