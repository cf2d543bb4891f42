package import Tables

/// What a field of a copied row holds.
package enum RowContent: Sendable, Equatable {
  /// The field of a column of the file as it is written, by the column's position.
  case field(Int)
  /// A coordinate, by the position of its column: as it is written where that is a plain number, else
  /// the number that it means. Batches of files whose coordinates are all written otherwise
  /// (``CoordinateReading/isPlain``) must have them.
  case coordinate(Int, isX: Bool)
  /// When the incident happened, or began: the date with its time of day.
  case start
  /// When it ended.
  case end
  /// The time that the field before holds, as the clocks of the zone show it; behind ``start`` or
  /// ``end`` only.
  case local
  /// The chance that it happened in the hours asked for.
  case expected
  /// 1 where it must have happened in the hours asked for, else 0.
  case must
  /// 1 where it could have happened in the hours asked for, else 0.
  case could
  /// Nothing; the file has no such column.
  case absent
}

/// Copies fields of a batch's rows, as UTF-8 and without quotes.
///
/// Times are copied as they are written, or rewritten as RFC 3339 with the offset of their zone; a
/// day stays a day and a month a month. What is not understood is no time: it is counted, and left
/// out where times are rewritten, so that nothing is taken for one that is none.
package struct RowCopier: Sendable {
  private let contents: [[RowContent]]
  private let times: [(start: IncidentParser.TimeColumn?, end: IncidentParser.TimeColumn?)]
  /// For each file, what reads its coordinates.
  private let coordinates: [CoordinateReader]
  private let rules: TimeZoneRules
  private let timeStyle: TimeStyle

  /// How times are written.
  package enum TimeStyle: Sendable {
    /// As in the input.
    case asWritten
    /// As RFC 3339 with the offset of the zone.
    case withOffset
    /// As RFC 3339 in UTC.
    case utc
  }

  /// Creates a copier.
  ///
  /// - Parameters:
  ///   - sources: The files.
  ///   - contents: For each file, what the fields of a copied row hold; as many for each.
  ///   - rules: The zone of local times.
  ///   - timeStyle: How times are written.
  package init(
    _ sources: [IncidentSource], contents: [[RowContent]], rules: TimeZoneRules,
    timeStyle: TimeStyle
  ) {
    precondition(sources.count == contents.count, "RowCopier: files and contents differ in count")
    self.contents = contents
    times = sources.map { ($0.startColumn, $0.endColumn) }
    coordinates = sources.map {
      CoordinateReader($0.coordinates, isGeographic: $0.columns.coordinateKind == .geographic)
    }
    self.rules = rules
    self.timeStyle = timeStyle
  }

  /// Copies rows of a batch, which a request that keeps rows has made.
  ///
  /// - Parameters:
  ///   - selected: The incidents whose rows are wanted, by their positions in the batch.
  ///   - table: The batch.
  ///   - unreadable: Receives how many times were not understood, added to those before.
  /// - Returns: The rows, without places.
  /// - Complexity: O(*n*) for *n* bytes copied.
  package func rows(
    _ selected: [Int32], of table: IncidentTable, unreadable: inout UnreadableTimes
  ) -> RowBatch {
    let contents = contents[table.file]
    let times = times[table.file]
    var coordinates = coordinates[table.file]
    var bytes: [UInt8] = []
    var ends: [Int] = []
    ends.reserveCapacity(selected.count * contents.count)
    if let block = table.text {
      // What the last field told of a time, for the local time behind it.
      var time: ParsedTime?
      for incident in selected {
        let row = Int(table.rows[Int(incident)])
        for content in contents {
          switch content {
          case .field(let column): unsafe Self.copy(block.field(column, ofRow: row), to: &bytes)
          case .coordinate(let column, let isX):
            if coordinates.isPlain {
              copy(&coordinates, block, row, column, isX: isX, to: &bytes)
            } else {
              Self.copy(coordinate: (isX ? table.x : table.y)[Int(incident)], to: &bytes)
            }
          case .start:
            time = copy(
              times.start, block, row, to: &bytes, &unreadable.start, &unreadable.undecided)
          case .end:
            time = copy(
              times.end, block, row, to: &bytes, &unreadable.end, &unreadable.undecided)
          case .local:
            if let time { InternetTime.appendLocal(time, rules: rules, to: &bytes) }
          case .expected: Self.copy(table.share[Int(incident)].chance, to: &bytes)
          case .must: bytes.append(Self.digit(table.share[Int(incident)].isCertain))
          case .could: bytes.append(Self.digit(table.share[Int(incident)].isPossible))
          case .absent: break
          }
          ends.append(bytes.count)
        }
      }
    }
    return RowBatch(
      columnCount: contents.count, rowCount: table.text == nil ? 0 : selected.count, bytes: bytes,
      ends: ends)
  }

  // MARK: -

  private static func digit(_ flag: Bool) -> UInt8 { UInt8(ascii: flag ? "1" : "0") }

  /// Copies a coordinate with the digits that tell it from others; nothing without one.
  private static func copy(coordinate: Double, to bytes: inout [UInt8]) {
    if coordinate.isNaN { return }
    if coordinate == coordinate.rounded(), abs(coordinate) < 1e15 {
      bytes.append(contentsOf: "\(Int(coordinate))".utf8)
    } else {
      bytes.append(contentsOf: "\(coordinate)".utf8)
    }
  }

  /// Copies a coordinate as it is written, unless it is a number that programs do not read.
  private func copy(
    _ reader: inout CoordinateReader, _ block: TextBlock, _ row: Int, _ column: Int, isX: Bool,
    to bytes: inout [UInt8]
  ) {
    let whole = unsafe block.field(column, ofRow: row)
    let field = unsafe QuotedText.unquoted(whole)
    if unsafe !field.isEmpty && decimalNumber(in: field).isNaN,
      case .number(let number) = unsafe reader.value(of: field.span, isX ? .easting : .northing)
    {
      Self.copy(coordinate: number, to: &bytes)
    } else {
      unsafe Self.copy(whole, to: &bytes)
    }
  }

  private static func copy(_ chance: Double, to bytes: inout [UInt8]) {
    if chance == chance.rounded() {
      bytes.append(digit(chance == 1))
    } else {
      bytes.append(contentsOf: "\(chance)".utf8)
    }
  }

  /// Copies a field without its quotes, and converts it where it is not UTF-8.
  @inline(__always)
  private static func copy(_ whole: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    let field = unsafe QuotedText.unquoted(whole)
    // Bound: positions are below the count.
    var high: UInt8 = 0
    for position in 0..<field.count { high |= unsafe field[position] }
    let isQuoted = field.count < whole.count
    if high >= 0x80 || isQuoted {
      unsafe copyCarefully(field, isQuoted: isQuoted, to: &bytes)
    } else {
      unsafe bytes.append(contentsOf: field)
    }
  }

  @inline(never)
  private static func copyCarefully(
    _ field: UnsafeBufferPointer<UInt8>, isQuoted: Bool, to bytes: inout [UInt8]
  ) {
    var plain: [UInt8] = []
    plain.reserveCapacity(field.count)
    var isDoubled = false
    for position in 0..<field.count {
      let byte = unsafe field[position]
      isDoubled = isQuoted && byte == Dialect.quote && !isDoubled
      if !isDoubled { plain.append(byte) }
    }
    bytes.append(contentsOf: QuotedText.utf8(plain))
  }

  /// Copies a time, and returns what was understood of it; `nil` without a column of times.
  private func copy(
    _ column: IncidentParser.TimeColumn?, _ block: TextBlock, _ row: Int, to bytes: inout [UInt8],
    _ unreadable: inout Int, _ undecided: inout Int
  ) -> ParsedTime? {
    guard let column else { return nil }
    let time = column.parse(RowFields(of: block), row)
    if timeStyle != .asWritten {
      if time.isUnreadable { unreadable += 1 }
      if time.kind == .undecided { undecided += 1 }
      // Appends nothing for what is no time.
      InternetTime.append(time, rules: rules, inUTC: timeStyle == .utc, to: &bytes)
      return time
    }
    // The order of days and months is not looked for where it changes nothing that is written.
    if time.kind == .invalid || time.kind == .implausible { unreadable += 1 }
    if let parts = column.parts {
      copy(parts, block, row, to: &bytes)
      return time
    }
    unsafe Self.copy(block.field(column.date, ofRow: row), to: &bytes)
    if let clock = column.time {
      let field = unsafe block.field(clock, ofRow: row)
      if field.isEmpty { return time }
      bytes.append(UInt8(ascii: " "))
      unsafe Self.copy(field, to: &bytes)
    }
    return time
  }

  /// Copies the parts of a date as one date, `2017-3-31 18:5`, as far as there are any.
  private func copy(_ parts: DateParts, _ block: TextBlock, _ row: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    for (column, mark) in [
      (parts.year, ""), (parts.month, "-"), (parts.day, "-"), (parts.hour, " "),
      (parts.minute, ":"),
    ] {
      guard let column else { return }
      let field = unsafe block.field(column, ofRow: row)
      if unsafe QuotedText.unquoted(field).isEmpty { return }
      if bytes.count > start { bytes.append(contentsOf: mark.utf8) }
      unsafe Self.copy(field, to: &bytes)
    }
  }
}
