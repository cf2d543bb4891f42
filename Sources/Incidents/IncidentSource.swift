import Synchronization

/// An incident file whose header has been read, ready to be streamed once.
package final class IncidentSource: Sendable {
  /// The name that was typed.
  package let path: String
  /// Which column serves for what.
  package let columns: IncidentColumns
  /// How the file separates fields: a comma, semicolon, tab or vertical bar.
  package let delimiter: Character
  /// The readers of the start's and the end's columns.
  let startColumn: IncidentParser.TimeColumn?
  let endColumn: IncidentParser.TimeColumn?

  let reader: Mutex<TextReader>
  let dialect: Dialect
  let headerLines: Int

  /// Opens a file, reads its header and settles its columns.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - named: The columns that the user named.
  ///   - dateOrder: The order of all-numeric dates, where the user gave it.
  ///   - readsDates: Whether the dates will be read, so that their order must be settled. A file
  ///     whose dates need it is read a first time for that.
  /// - Throws: ``IncidentError``, ``DateOrderError``.
  package init(
    path: String, named: [(key: ColumnKey, name: String)] = [], dateOrder: DateOrder? = nil,
    readsDates: Bool = false
  ) throws {
    self.path = path
    let reader = try TextReader(path: path)
    let columns = try IncidentColumns(header: reader.header, named: named, path: reader.stream.path)
    self.columns = columns
    dialect = reader.dialect
    delimiter = Character(Unicode.Scalar(reader.dialect.delimiter))
    headerLines = reader.headerLines
    var start = columns.time.map {
      IncidentParser.TimeColumn(
        date: $0.start, time: $0.isMonth ? nil : columns[.startTime],
        reader: DateColumnReader(order: dateOrder))
    }
    var end = columns[.end].map {
      IncidentParser.TimeColumn(
        date: $0, time: columns[.endTime], reader: DateColumnReader(order: dateOrder))
    }
    if readsDates, let dates = start?.date {
      let evidence = try DateOrderScan.evidence(
        path: path, columns: [dates, end?.date].compactMap(\.self),
        isRepeatable: reader.stream.canRepeat)
      if let evidence {
        let order =
          try dateOrder ?? evidence.settle(column: columns.header[dates])
        start?.reader = DateColumnReader(
          order: order, wholeSerialIsMidnight: evidence.hasSerialFraction)
        end?.reader = DateColumnReader(
          order: order, wholeSerialIsMidnight: evidence.hasSerialFraction)
      }
    }
    startColumn = start
    endColumn = end
    self.reader = Mutex(reader)
  }

  /// How many bytes of the file have been read so far, before decompression.
  package var bytesRead: Int { reader.withLock { $0.stream.bytesRead } }
}
