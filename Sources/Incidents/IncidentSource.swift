import Synchronization

/// An incident file whose header has been read, ready to be streamed once.
package final class IncidentSource: Sendable {
  /// The name that was typed.
  package let path: String
  /// Which column serves for what.
  package let columns: IncidentColumns
  /// What the file is where its rows are features of a GIS file; `nil` for delimited text.
  package let origin: FeatureOrigin?
  /// How the file separates fields: a comma, semicolon, tab or vertical bar.
  package let delimiter: Character
  /// The order of all-numeric dates: the user's, or what the columns prove; `nil` if neither
  /// is.
  package let dateOrder: DateOrder?
  /// What whole numbers in the columns of times mean: the user's word, or what the columns prove;
  /// `nil` if neither is, or there are none.
  package let timeFormat: TimeFormat?
  /// What the numbers of the columns of dates count; `nil` if they hold dates.
  package var epoch: EpochUnit? { startColumn?.reader.epoch }
  /// Whether the user gave the order of dates.
  let isDateOrderGiven: Bool
  /// Whether the user said what whole numbers in the columns of times mean.
  let isTimeFormatGiven: Bool
  /// What the columns prove, where they were looked at.
  let dateEvidence: DateOrderEvidence?
  /// Whether the order was looked for in all rows that can tell it.
  private let isOrderSought: Bool
  /// The readers of the start's and the end's columns.
  let startColumn: IncidentParser.TimeColumn?
  let endColumn: IncidentParser.TimeColumn?

  /// Whether coordinates are taken for metres, because the columns' names and first values say so.
  let assumesMetres: Bool

  let reader: Mutex<TextReader>
  let dialect: Dialect
  let headerLines: Int
  /// Whether blocks have the places of features as numbers.
  let havePlaces: Bool

  /// Opens a file, reads its header and settles its columns.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - named: The columns that the user named.
  ///   - dateOrder: The order of all-numeric dates, where the user gave it.
  ///   - timeFormat: What whole numbers in columns of times mean, where the user said it.
  ///   - readsDates: Whether the dates will be read, so that their order is looked for. The rows of
  ///     a file that can settle it are read a first time for that.
  ///   - needsDates: Whether a result rests on them, so that an order that cannot be settled is an
  ///     error.
  ///   - features: How the systems of features are told.
  /// - Throws: ``IncidentError``, ``DateOrderError``.
  package init(
    path: String, named: [(key: ColumnKey, name: String)] = [], dateOrder: DateOrder? = nil,
    timeFormat: TimeFormat? = nil, readsDates: Bool = false, needsDates: Bool = true,
    features: FeatureSystem = FeatureSystem()
  ) throws {
    self.path = path
    let reader = try TextReader(path: path, features: features)
    origin = reader.origin
    var named = named
    if origin != nil && reader.header.first == "easting" {
      // Attributes with longitudes are not what the geometry says.
      let keys: [ColumnKey] = [.longitude, .latitude, .easting, .northing]
      if !named.contains(where: { keys.contains($0.key) }) {
        named += [(.easting, "easting"), (.northing, "northing")]
      }
    }
    var columns = try IncidentColumns(header: reader.header, named: named, path: reader.stream.path)
    var assumesMetres = false
    if columns.coordinateKind == .projected, origin == nil, features.named == nil {
      if reader.evidence(of: columns).isDegrees {
        columns.takeAsDegrees()
      } else {
        assumesMetres = true
      }
    }
    self.assumesMetres = assumesMetres
    self.columns = columns
    dialect = reader.dialect
    delimiter = Character(Unicode.Scalar(reader.dialect.delimiter))
    headerLines = reader.headerLines
    havePlaces = reader.havePlaces
    let unsettled = DateColumnReader(order: dateOrder, timeFormat: timeFormat)
    let parts = columns.parts
    var start = columns.time.map {
      IncidentParser.TimeColumn(
        date: $0.start, time: $0.isMonth || parts != nil ? nil : columns[.startTime], parts: parts,
        reader: unsettled)
    }
    var end = columns[.end].map {
      IncidentParser.TimeColumn(date: $0, time: columns[.endTime], reader: unsettled)
    }
    var order = dateOrder
    var evidence: DateOrderEvidence?
    if readsDates, let start {
      evidence = try DateOrderScan.evidence(
        path: path, columns: [start, end].compactMap(\.self), beginning: reader,
        isOrderGiven: dateOrder != nil, isTimeFormatGiven: timeFormat != nil)
    }
    if let evidence, let dates = start?.date {
      if order == nil, reader.stream.canRepeat {
        do throws(DateOrderError) {
          order = try evidence.settle(column: columns.header[dates])
        } catch {
          if needsDates { throw error }
        }
      }
      let settled = evidence.reader(order: order, timeFormat: timeFormat)
      start?.reader = settled
      end?.reader = settled
    }
    self.timeFormat = start?.reader.timeFormat
    isTimeFormatGiven = timeFormat != nil
    self.dateOrder = order
    isDateOrderGiven = dateOrder != nil
    dateEvidence = evidence
    isOrderSought = reader.stream.canRepeat
    startColumn = start
    endColumn = end
    self.reader = Mutex(reader)
  }

  /// What the coordinates mean unless the user says otherwise, as PROJ takes it.
  package var crs: String {
    if let crs = origin?.crs, columns.coordinates?.x == 0 { return crs }
    return columns.coordinateKind == .projected ? "EPSG:27700" : "EPSG:4326"
  }

  /// Properties of GeoJSON that were met too late to have a column, the first few of them, once the
  /// file has been read.
  package var unlistedProperties: [String] { reader.withLock { $0.unlistedProperties.names } }

  /// Returns the name of a row for messages: `file.csv:12`, `file.geojson: feature 12`.
  func place(ofLine line: Int) -> String {
    origin.map { "\(path): \($0.noun) \(line)" } ?? "\(path):\(headerLines + line)"
  }

  /// Why the columns do not tell the order of their dates, where they need one.
  package var dateOrderProblem: DateOrderError? {
    guard dateOrder == nil, isOrderSought, let dateEvidence, let time = columns.time else {
      return nil
    }
    do throws(DateOrderError) {
      _ = try dateEvidence.settle(column: columns.header[time.start])
      return nil
    } catch {
      return error
    }
  }

  /// About how many rows the file has, told from its beginning; to be asked before it is streamed.
  ///
  /// - Parameter size: The bytes of the file.
  /// - Returns: The rows, exact for small files without line breaks in quotes; `nil` if nothing
  ///   was read that could tell.
  package func expectedRows(ofBytes size: Int) -> Int? {
    reader.withLock { reader in
      let (rows, read) = reader.rowsAtHand
      guard read > 0 else { return nil }
      return read >= size ? rows : Int(Double(rows) * Double(size) / Double(read))
    }
  }

  /// How many bytes of the file have been read so far, before decompression.
  package var bytesRead: Int { reader.withLock { $0.stream.bytesRead } }
}
