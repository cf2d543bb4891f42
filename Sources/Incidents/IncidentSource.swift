import Synchronization

/// An incident file whose header has been read, ready to be streamed once.
package final class IncidentSource: Sendable {
  /// The name that was typed, or that of the part of what was typed.
  package let path: String
  /// The file, or the part of one.
  package let part: IncidentPart
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
  package var epoch: EpochUnit? { knownEpoch ?? startColumn?.reader.epoch }
  private let knownEpoch: EpochUnit?
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

  /// How coordinates are written; the order of pairs may be told by where areas lie.
  package var coordinates: CoordinateReading { reading.withLock(\.self) }
  private let reading: Mutex<CoordinateReading>

  let reader: Mutex<TextReader>
  let dialect: Dialect
  let headerLines: Int
  /// Whether blocks have the places of features as numbers.
  let havePositions: Bool
  /// Whether the rows are attributes of features that have no geometry; their first two columns are
  /// empty.
  package let areAttributesAlone: Bool
  /// Whether messages count rows and not lines.
  let countsRows: Bool
  /// The bytes of the header, to know it again among the rows; empty for features.
  let headerBytes: [UInt8]

  private let features: FeatureSystem
  private let isOneOfMany: Bool

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
  /// - Throws: ``IncidentError``, ``CoordinateError``, ``DateOrderError``.
  package convenience init(
    path: String, named: [(key: ColumnKey, name: String)] = [], dateOrder: DateOrder? = nil,
    timeFormat: TimeFormat? = nil, readsDates: Bool = false, needsDates: Bool = true,
    features: FeatureSystem = FeatureSystem()
  ) throws {
    try self.init(
      part: .only(path), named: named, dateOrder: dateOrder, timeFormat: timeFormat,
      readsDates: readsDates, needsDates: needsDates, features: features)
  }

  /// Opens a file or a part of one, reads its header and settles its columns.
  ///
  /// - Parameters:
  ///   - part: The file or part.
  ///   - named: The columns that the user named.
  ///   - dateOrder: The order of all-numeric dates, where the user gave it.
  ///   - timeFormat: What whole numbers in columns of times mean, where the user said it.
  ///   - readsDates: Whether the dates will be read.
  ///   - needsDates: Whether a result rests on them.
  ///   - features: How the systems of features are told.
  ///   - isOneOfMany: Whether the file is let go until its rows are wanted, because there are more of
  ///     them than can be open.
  /// - Throws: ``IncidentError``, ``CoordinateError``, ``DateOrderError``.
  package init(
    part: IncidentPart, named: [(key: ColumnKey, name: String)] = [], dateOrder: DateOrder? = nil,
    timeFormat: TimeFormat? = nil, readsDates: Bool = false, needsDates: Bool = true,
    features: FeatureSystem = FeatureSystem(),
    isOneOfMany: Bool = false
  ) throws {
    knownEpoch = nil
    var part = part
    part.header.named = named
    self.part = part
    path = part.path
    self.features = features
    let reader = try TextReader(part: part, features: features)
    countsRows = reader.stream.countsRows || reader.stream is FeatureText
    areAttributesAlone = reader.areAttributesAlone
    headerBytes = reader.headerBytes
    headerLine = reader.origin == nil ? reader.headerLine : nil
    hasTitles = reader.hasTitles
    encoding = reader.encoding
    warnings = (reader.stream as? FeatureText)?.rows.warnings ?? []
    self.isOneOfMany = isOneOfMany && reader.stream.canRepeat
    origin = reader.origin
    var named = named
    if origin != nil && reader.header.first == "easting" {
      // Attributes with longitudes are not what the geometry says.
      let keys: [ColumnKey] = [.longitude, .latitude, .easting, .northing]
      if !named.contains(where: { keys.contains($0.key) }) {
        named += [(.easting, "easting"), (.northing, "northing")]
      }
    }
    if part.header.line != nil, reader.header.contains(where: HeaderSearch.isValue),
      let line = headerLine,
      (try? IncidentColumns(header: reader.header, path: ""))?.positions.isEmpty ?? true
    {
      throw IncidentError.notAHeader(path: path, line: line, fields: reader.header)
    }
    var columns = try IncidentColumns(
      header: reader.header, named: named, path: reader.stream.path,
      samples: { column in reader.firstValues(ofColumn: column, part: part) })
    reading = Mutex(
      try CoordinateScan.settle(
        &columns, of: part, beginning: reader, named: named, isSystemNamed: features.named != nil))
    self.columns = columns
    dialect = reader.dialect
    delimiter = Character(Unicode.Scalar(reader.dialect.delimiter))
    headerLines = reader.headerLines
    havePositions = reader.havePositions
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
        of: part, columns: [start, end].compactMap(\.self), beginning: reader,
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
    if self.isOneOfMany { reader.park() }
    self.reader = Mutex(reader)
  }

  /// Describes a file whose rows were read elsewhere, and of which none is left.
  package init(_ facts: SourceFacts) {
    var part = IncidentPart(path: facts.path)
    part.leftOut = facts.leftOut
    (path, self.part, columns) = (facts.path, part, facts.columns)
    (origin, delimiter) = (facts.origin, Character(Unicode.Scalar(facts.delimiter)))
    (dateOrder, timeFormat, knownEpoch) = (facts.dateOrder, facts.timeFormat, facts.epoch)
    (isDateOrderGiven, isTimeFormatGiven) = (facts.dateOrder != nil, facts.timeFormat != nil)
    (dateEvidence, isOrderSought, startColumn, endColumn) = (nil, false, nil, nil)
    reading = Mutex(facts.coordinates)
    let ended = TextReader(endedNamed: facts.path, header: facts.columns.header)
    ended.unlistedProperties.note(facts.unlistedProperties, ofBlock: 0)
    reader = Mutex(ended)
    (dialect, headerLines, headerBytes) = (Dialect(), 0, [])
    (havePositions, countsRows) = (false, facts.countsRows)
    areAttributesAlone = facts.areAttributesAlone
    (features, isOneOfMany) = (FeatureSystem(), false)
    (headerLine, hasTitles) = (facts.headerLine, facts.hasTitles)
    (encoding, warnings) = (facts.encoding, facts.warnings)
  }

  /// Settles which number of pairs stands first, where only the place of the areas tells it; to be
  /// asked before rows are read.
  package func settle(_ order: PositionColumn.Order) {
    reading.withLock {
      $0.position?.order = order
      $0.position?.basis = .areas
    }
  }

  /// Fills a block with the next rows, opening a file that was let go.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - reader: The source's reader, whose lock is held.
  /// - Returns: False when there are no more.
  /// - Throws: ``TextFault``.
  func fill(_ block: TextBlock, _ reader: inout TextReader) throws(TextFault) -> Bool {
    if reader.isParked {
      do throws(IncidentError) {
        reader = try TextReader(part: part, features: features)
      } catch {
        throw .failure(error)
      }
    }
    let isFilled = try reader.fill(block)
    if !isFilled && isOneOfMany { reader.end() }
    return isFilled
  }

  /// Where the header stands; `nil` for features, which have none.
  package let headerLine: HeaderLine?
  /// Whether titles stand above the header, which are not read.
  package let hasTitles: Bool
  /// How the text is encoded, as far as its beginning tells: `UTF-8`, `UTF-16LE`, `UTF-16BE` or
  /// `Windows-1252`.
  package let encoding: String
  /// What was put right when a GIS file was opened, as sentences.
  package let warnings: [String]

  /// What the coordinates mean unless the user says otherwise, as PROJ takes it.
  package var crs: String {
    if let crs = origin?.crs, columns.coordinates?.x == 0 { return crs }
    if let position = coordinates.position { return position.crs }
    return columns.coordinateKind == .projected ? "EPSG:27700" : "EPSG:4326"
  }

  /// Properties of GeoJSON that were met too late to have a column, the first few of them, once the
  /// file has been read.
  package var unlistedProperties: [String] { reader.withLock { $0.unlistedProperties.names } }

  /// Returns the name of a row for messages: `file.csv:12`, `file.geojson: feature 12`.
  func place(ofLine line: Int) -> String {
    if let origin { return "\(path): \(origin.noun) \(line)" }
    return countsRows ? "\(path): row \(headerLines + line)" : "\(path):\(headerLines + line)"
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
