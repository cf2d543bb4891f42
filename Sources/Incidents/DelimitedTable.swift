/// A small delimited file read whole, as text: a table of values for areas, say.
///
/// Understands what incident files may be: any of four delimiters, quotes, gzip, a byte-order mark.
/// Fields are without the blanks around them; rows that are too short end in empty fields.
package struct DelimitedTable: Sendable {
  /// The name of the file, for messages.
  package let path: String
  /// The names of the columns.
  package let header: [String]
  /// The rows, each with as many fields as the header.
  package let rows: [[String]]

  /// Reads a file.
  ///
  /// - Throws: ``IncidentError``: files that are missing, unreadable, empty or no delimited text,
  ///   ``IncidentError/unclosedQuote(path:line:)``, ``IncidentError/rowTooLong(path:line:limit:)``
  ///   and ``IncidentError/mixedLineEnds(path:line:isReturn:)``.
  /// - Complexity: O(*n*) for *n* bytes, all of which are kept.
  package init(path: String) throws(IncidentError) {
    let reader = try TextReader(path: path)
    let header = reader.header
    let block = TextBlock(capacity: TextReader.blockSize)
    var rows: [[String]] = []
    var lines = reader.headerLines
    do throws(TextFault) {
      while try reader.fill(block) {
        block.index(dialect: reader.dialect)
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
          rows.append(
            header.indices.map { column in
              // Bound: the column is one of the row's fields.
              column < count
                ? unsafe QuotedText.text(block.field(column, ofRow: row)).trimmed : ""
            })
        }
        lines += block.lineCount
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
