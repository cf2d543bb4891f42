package import GeoPackages
import Glibc

/// Cuts a delimited file into blocks of whole rows, one after the other.
///
/// A block ends where a row ends, and never at a line break inside quotes. The start of a cut row
/// is carried into the next block. So memory is bounded by the block and the longest row.
///
/// Sendable because it is reached only through its source's lock.
@safe package final class TextReader: @unchecked Sendable {
  private(set) var stream: any TextStream
  /// How fields are separated and quoted.
  package let dialect: Dialect
  /// The names of the header.
  let header: [String]
  /// The bytes of the header without its line end, to know it again; empty where the rows are
  /// features.
  let headerBytes: [UInt8]

  private var carried: [UInt8]
  private var nextOrdinal = 0
  private var hasEnded = false
  /// What kept the rows from being followed; met again by every worker that asks for more.
  private var fault: TextFault?

  /// How many bytes a block holds at first: small enough to stay in a core's own cache.
  package static let blockSize = 1 << 18
  /// The longest row that is read.
  static let longestRow = 1 << 22

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - blockSize: How many bytes are read for the header; more than its length.
  ///   - features: How the systems of features are told; `nil` if only delimited text is wanted.
  /// - Throws: ``IncidentError`` when the file cannot be opened, is not delimited text or is empty.
  package convenience init(
    path: String, blockSize: Int = TextReader.blockSize, features: FeatureSystem? = nil
  ) throws(IncidentError) {
    try self.init(part: .only(path), blockSize: blockSize, features: features)
  }

  /// Opens a file or a part of one, and reads its header.
  init(
    part: IncidentPart, blockSize: Int = TextReader.blockSize, features: FeatureSystem?
  ) throws(IncidentError) {
    stream = try TextOrigin.open(part, features: features)
    let block = TextBlock(capacity: blockSize)
    var count = try unsafe stream.read(
      into: UnsafeMutableRawBufferPointer(start: block.bytes, count: block.capacity))
    let start = unsafe [UInt8](UnsafeBufferPointer(start: block.bytes, count: count))
    let isFeatures = stream is FeatureText
    if isFeatures && part.header.line != nil { throw .headerOfFeatures(path: stream.path) }
    var dialect: Dialect
    if let known = stream.dialect {
      dialect = known
    } else {
      dialect = try Dialect(sniffing: start[...], path: stream.path)
      let firstRow = dialect.preamble
      if let line = part.header.line {
        try dialect.moveToHeader(
          inLine: line, of: start[...], isWhole: count < block.capacity, path: stream.path)
      } else if features != nil && !isFeatures {
        dialect.moveToHeader(in: start[...], by: HeaderSearch(named: part.header.named))
      }
      hasTitles = start[min(firstRow, dialect.preamble)..<dialect.preamble].contains { $0 > 0x20 }
    }
    self.dialect = dialect
    carried = Array(start.dropFirst(dialect.preamble))
    // A header cannot be longer than a block. The end of the file ends it too.
    var reachedEnd = false
    if count < block.capacity {
      reachedEnd = true
      if let last = carried.last, last != dialect.newline { carried.append(dialect.newline) }
    }
    count = min(carried.count, block.capacity)
    unsafe block.bytes.update(from: carried, count: count)
    block.indexQuoted(available: count, dialect: dialect)
    guard block.rowCount > 0 else {
      if carried.isEmpty { throw .empty(path: stream.path) }
      throw reachedEnd
        ? .unclosedQuote(path: stream.path, line: dialect.preambleLines + 1)
        : .headerTooLong(path: stream.path, line: dialect.preambleLines + 1, limit: blockSize)
    }
    // With line feeds between them, rows that end in carriage returns would be cut wrongly.
    if dialect.newline == UInt8(ascii: "\r"),
      let row = (0..<block.rowCount).first(where: { block.hasOtherLineEnd($0, dialect: dialect) })
    {
      throw .mixedLineEnds(
        path: stream.path,
        line: dialect.preambleLines + block.lines(beforeRow: row, dialect: dialect) + 1,
        isReturn: false)
    }
    guard let row = (0..<block.rowCount).first(where: { block.fieldCount(ofRow: $0) > 0 }) else {
      throw .empty(path: stream.path)
    }
    header = (0..<block.fieldCount(ofRow: row)).map { column in
      unsafe QuotedText.text(block.field(column, ofRow: row))
    }
    // Bound: the row is one of the block's.
    let headerEnd = unsafe Int(block.fieldStarts[Int(block.rowStarts[row + 1])])
    headerLine = HeaderLine(
      stream.countsRows
        ? row + 1 : dialect.preambleLines + block.lines(beforeRow: row, dialect: dialect) + 1,
      isRow: stream.countsRows)
    if stream is SheetText { hasTitles = row > 0 }
    headerLines =
      stream.countsRows
      ? row + 1 : dialect.preambleLines + block.lines(before: headerEnd, dialect: dialect)
    if stream is FeatureText {
      headerBytes = []
    } else {
      let headerStart = unsafe Int(block.fieldStarts[Int(block.rowStarts[row])])
      let line = carried[headerStart..<headerEnd - 1]
      headerBytes = Array(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
    carried.removeFirst(headerEnd)
    hasEnded = reachedEnd
  }

  /// Makes a reader of nothing, for a file whose rows were read elsewhere.
  init(endedNamed path: String, header: [String]) {
    stream = EndedText(path: path)
    (dialect, self.header, headerBytes, carried) = (Dialect(), header, [], [])
    (headerLines, headerLine) = (0, HeaderLine(1))
    hasEnded = true
  }

  /// What the file is where its rows are features; nil for delimited text.
  var origin: FeatureOrigin? {
    guard let text = stream as? FeatureText, !text.rows.areAttributesAlone else { return nil }
    return FeatureOrigin(
      noun: text.rows.noun, crs: text.crs, hasRebuiltIndex: text.rows.hasRebuiltIndex)
  }

  /// Whether the rows are attributes of features that have no geometry.
  var areAttributesAlone: Bool { (stream as? FeatureText)?.rows.areAttributesAlone == true }

  /// Whether blocks have the places of features as numbers.
  var havePositions: Bool { (stream as? FeatureText)?.rows.havePositions ?? false }

  /// Properties of features that were met too late to have a column, the first few of them.
  var unlistedProperties = UnlistedNames()

  /// How many rows were read ahead with the header, line breaks in quotes counted too, and of how
  /// many bytes of the file they are.
  var rowsAtHand: (rows: Int, bytes: Int) {
    rowsOnceAtHand ?? (stream as? FeatureText)?.rows.sample
      ?? (carried.count { $0 == dialect.newline }, stream.bytesRead)
  }

  private var rowsOnceAtHand: (rows: Int, bytes: Int)?

  /// Whether the file has been let go, to be opened again when its rows are wanted.
  private(set) var isParked = false

  /// Lets the file go, and what was read ahead of it: many files cannot all be open.
  func park() {
    rowsOnceAtHand = rowsAtHand
    isParked = true
    end()
  }

  /// Lets the file go; there are no more rows.
  func end() {
    stream = EndedText(stream)
    carried = []
    hasEnded = true
  }

  /// Shows the rows that were read ahead with the header, and leaves them to be read again.
  ///
  /// Those are at most ``blockSize`` bytes; faults in them are met when they are read for good.
  ///
  /// - Parameter visit: Called once with a block of these rows, unless there are none.
  /// - Returns: Whether they are all that the file has.
  func visitRowsAtHand(_ visit: (TextBlock) -> Void) -> Bool {
    // Features that were not read with the header are still to come.
    let hasEnded = hasEnded && !(stream is FeatureText)
    guard !carried.isEmpty else { return hasEnded }
    var bytes = carried
    if self.hasEnded, bytes.last != dialect.newline { bytes.append(dialect.newline) }
    let block = TextBlock(capacity: bytes.count)
    unsafe block.bytes.update(from: bytes, count: bytes.count)
    do throws(TextFault) {
      guard try findRows(in: block, filled: bytes.count) else { return hasEnded }
      try block.prepare(dialect, WantedColumns([], of: 0))
    } catch {
      return false
    }
    visit(block)
    return hasEnded
  }

  /// Returns the values of a column in the first rows; `nil` if they are not at hand.
  ///
  /// Features are opened a second time for that.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - part: What this reads.
  /// - Returns: At most ``ColumnSamples/rows`` values, without quotes.
  func firstValues(ofColumn column: Int, part: IncidentPart) -> [String]? {
    var values: [String]?
    func take(_ block: TextBlock) {
      values = (0..<min(block.rowCount, ColumnSamples.rows)).compactMap { row in
        block.fieldCount(ofRow: row) > column
          ? unsafe QuotedText.text(block.field(column, ofRow: row)) : nil
      }
    }
    _ = visitRowsAtHand(take)
    if values == nil, origin != nil, stream.canRepeat,
      let again = try? TextReader(part: part, features: FeatureSystem { _ in true })
    {
      let block = TextBlock(capacity: Self.blockSize)
      let wanted = WantedColumns([column], of: again.header.count)
      if (try? again.fillReady(block, wanted)) == true { take(block) }
    }
    return values
  }

  /// How many lines the header and what stands before it take.
  let headerLines: Int
  /// Where the header stands.
  let headerLine: HeaderLine
  /// Whether titles stand above the header, which are no rows.
  private(set) var hasTitles = false

  /// How the text is encoded, as far as its beginning tells.
  var encoding: String {
    if let wide = (stream as? ByteStream)?.wideText {
      return wide.order == .little ? "UTF-16LE" : "UTF-16BE"
    }
    if stream is FeatureText { return "UTF-8" }
    // What is cut behind the last line could be half a character.
    let end = hasEnded ? carried.count : (carried.lastIndex(of: dialect.newline) ?? 0)
    let text = headerBytes + carried[..<end]
    return TextKind(of: text.span).name
  }

  /// Fills a block with the next rows.
  ///
  /// - Returns: False when there are no more. The block's fields are to be found with
  ///   ``TextBlock/prepare(_:features:)``.
  /// - Throws: ``TextFault`` for a quote that is not closed and for a row beyond ``longestRow``.
  package func fill(_ block: TextBlock) throws(TextFault) -> Bool {
    if let fault { throw fault }
    do throws(TextFault) {
      return try fillNext(block)
    } catch {
      fault = error
      throw error
    }
  }

  /// Fills a block with the next rows and makes them ready to be read.
  ///
  /// - Parameters:
  ///   - block: The block; the features that it was given before come first.
  ///   - columns: What is wanted of features.
  /// - Returns: False when there are no more.
  /// - Throws: ``TextFault`` as for ``fill(_:)``, and for features that cannot be read.
  func fillReady(_ block: TextBlock, _ columns: WantedColumns) throws(TextFault) -> Bool {
    if !block.hasMoreFeatures, try !fill(block) { return false }
    try block.prepare(dialect, columns)
    return true
  }

  private func fillNext(_ block: TextBlock) throws(TextFault) -> Bool {
    var filled = carried.count
    while block.capacity < filled { block.grow(keeping: 0) }
    unsafe block.bytes.update(from: carried, count: filled)
    block.ordinal = nextOrdinal
    while true {
      if !hasEnded {
        let rest = unsafe UnsafeMutableRawBufferPointer(
          start: block.bytes + filled, count: block.capacity - filled)
        let count: Int
        do throws(IncidentError) {
          count = try unsafe stream.read(into: rest)
        } catch {
          throw .failure(error)
        }
        filled += count
        if count < rest.count { hasEnded = true }
      }
      if filled == 0 { return try fillFeatures(block) }
      if hasEnded, unsafe block.bytes[filled - 1] != dialect.newline {
        if filled == block.capacity { block.grow(keeping: filled) }
        unsafe block.bytes[filled] = dialect.newline
        filled += 1
      }
      if try findRows(in: block, filled: filled) { break }
      if block.capacity >= Self.longestRow {
        let lines = block.openQuote.map { block.lines(before: $0, dialect: dialect) }
        throw .row(ordinal: nextOrdinal, lines: lines ?? 0, isQuoted: lines != nil)
      }
      block.grow(keeping: filled)
    }
    carried.removeAll(keepingCapacity: true)
    unsafe carried.append(
      contentsOf: UnsafeBufferPointer(
        start: block.bytes + block.length, count: filled - block.length))
    nextOrdinal += 1
    return true
  }

  /// Gives a block the next features that are still to be turned into rows.
  private func fillFeatures(_ block: TextBlock) throws(TextFault) -> Bool {
    guard let features = stream as? FeatureText else { return false }
    do throws(IncidentError) {
      guard let share = try features.rows.nextShare() else { return false }
      block.take(share, ordinal: nextOrdinal)
    } catch {
      throw .failure(error)
    }
    nextOrdinal += 1
    return true
  }

  /// Finds the whole rows of a block, and where they end.
  ///
  /// - Returns: False when not even one row is whole.
  private func findRows(in block: TextBlock, filled: Int) throws(TextFault) -> Bool {
    // Bound: both searches stay within the bytes just filled.
    if unsafe memchr(block.bytes, Int32(Dialect.quote), filled) == nil {
      var end = filled
      while end > 0, unsafe block.bytes[end - 1] != dialect.newline { end -= 1 }
      block.holdPlain(length: end)
      return end > 0
    }
    block.indexQuoted(available: filled, dialect: dialect)
    if hasEnded, let open = block.openQuote {
      throw .row(
        ordinal: nextOrdinal, lines: block.lines(before: open, dialect: dialect), isQuoted: true)
    }
    return block.rowCount > 0
  }
}

/// Why a file's rows cannot be followed any further.
package enum TextFault: Error {
  /// Reading failed.
  case failure(IncidentError)
  /// A row has no end: how many lines of its block come before it, and whether a quote is open.
  case row(ordinal: Int, lines: Int, isQuoted: Bool)
  /// A row of a GeoPackage cannot be read: how many rows of its block come before it.
  case geoPackage(ordinal: Int, before: Int, GeoPackageError)
}
