import Geometry

/// Turns the rows of one file's blocks into batches of incidents; each worker has its own.
struct IncidentParser {
  let file: Int
  private let request: IncidentRequest
  let columns: IncidentColumns
  private let fieldLimit: Int
  /// The positions of the columns that are read, in no order.
  let columnsRead: [Int]
  /// How many fields a row needs for the columns that are used.
  private let fieldsNeeded: Int
  private let x: Int
  private let y: Int
  private let isGeographic: Bool
  /// Whether degrees are out of place, because the columns hold metres and nobody named a system.
  private let refusesDegrees: Bool
  private let category: Int
  let start: TimeColumn?
  let end: TimeColumn?
  /// Whether the user gave the order of dates.
  let isDateOrderGiven: Bool
  /// Whether the rows are the features of a GIS file.
  private let isFeatures: Bool
  /// The columns wanted as hashes.
  private let hashed: [Int]
  /// The columns wanted as text.
  private let texts: [Int]
  private let weight: Int
  /// The column whose fields count once; -1 where all rows do.
  private let unique: Int
  /// The column of references that are sampled; -1 for none.
  private let reference: Int
  /// Whether places are sampled.
  private let samplesPlaces: Bool
  /// What rows must say.
  private let test: RowTest?
  /// Whether each category by number is asked for.
  private var admitted: [Bool] = []

  /// A column of dates, and perhaps one of times beside it.
  struct TimeColumn {
    var date: Int
    var time: Int?
    var reader: DateColumnReader

    /// Reads the time of a row.
    @inline(__always)
    func parse(_ block: TextBlock, _ row: Int) -> ParsedTime {
      let text = unsafe QuotedText.unquoted(block.field(date, ofRow: row))
      guard let time else { return reader.parse(unsafe text.span) }
      let clock = unsafe QuotedText.unquoted(block.field(time, ofRow: row))
      return unsafe reader.parse(date: text.span, time: clock.span)
    }

    /// Returns the date of a row as it is written.
    func text(_ block: TextBlock, _ row: Int) -> String {
      unsafe QuotedText.text(block.field(date, ofRow: row))
    }
  }

  init(source: IncidentSource, file: Int, request: IncidentRequest) {
    self.file = file
    self.request = request
    columns = source.columns
    fieldLimit = source.columns.header.count
    let wantsCategory = request.category || request.filter.needsCategory
    category = wantsCategory ? columns[.category] ?? -1 : -1
    let coordinates = request.coordinates ? columns.coordinates : nil
    x = coordinates?.x ?? -1
    y = coordinates?.y ?? -1
    isGeographic = columns.coordinateKind == .geographic
    refusesDegrees = source.assumesMetres
    let wantsStart =
      request.start || request.coverage || request.filter.needsTime || request.windows != nil
    start = wantsStart ? source.startColumn : nil
    end = request.end || request.windows != nil ? source.endColumn : nil
    isDateOrderGiven = source.isDateOrderGiven
    isFeatures = source.origin != nil
    hashed = file < request.hashedColumns.count ? request.hashedColumns[file] : []
    texts = file < request.textColumns.count ? request.textColumns[file] : []
    weight = request.weight ? columns[.weight] ?? -1 : -1
    unique = file < request.uniqueColumns.count ? request.uniqueColumns[file] : -1
    reference = request.samplesRows && unique < 0 ? columns[.id] ?? -1 : -1
    samplesPlaces = request.samplesRows && x >= 0
    test = file < request.tests.count ? request.tests[file] : nil
    let used = [x, y, category, weight, unique, start?.date, start?.time, end?.date, end?.time]
    let needed = used.compactMap(\.self) + (test?.columns ?? [])
    fieldsNeeded = (needed.max() ?? -1) + 1
    columnsRead = needed.filter { $0 >= 0 } + texts
  }

  /// Reads a block's rows.
  ///
  /// - Parameters:
  ///   - block: An indexed block.
  ///   - dialect: How the file separates rows.
  ///   - table: Receives the incidents; its storage is used again.
  ///   - dictionary: The worker's categories.
  ///   - tally: Receives the counts.
  /// - Complexity: O(*n*) for *n* bytes; nothing is allocated for each row.
  mutating func parse(
    _ block: TextBlock, dialect: Dialect, into table: inout IncidentTable,
    dictionary: inout CategoryDictionary, tally: inout RowTally
  ) {
    table.removeAll()
    table.file = file
    table.block = block.ordinal
    table.text = request.keepsRows ? block : nil
    if request.examinesText {
      // Bound: the block holds `length` bytes of whole rows, which end with whole characters.
      let text = unsafe UnsafeBufferPointer(start: block.bytes, count: block.length)
      table.textKind = TextKind(of: unsafe text.span)
    }
    if table.hashes.count != hashed.count {
      table.hashes = Array(repeating: [], count: hashed.count)
    }
    if table.texts.count != texts.count {
      table.texts = Array(repeating: TextColumn(), count: texts.count)
    }
    let endsInReturns = dialect.newline == UInt8(ascii: "\r")
    // The columns of every run are taken out and made as long as they can become, so that a row
    // writes to them without asking whether they are shared or full.
    var (tableX, tableY, tableCategory) = (table.x, table.y, table.category)
    (table.x, table.y, table.category) = ([], [], [])
    if x >= 0 {
      tableX.append(contentsOf: repeatElement(0, count: block.rowCount))
      tableY.append(contentsOf: repeatElement(0, count: block.rowCount))
    }
    if category >= 0 { tableCategory.append(contentsOf: repeatElement(0, count: block.rowCount)) }
    var xs = tableX.mutableSpan
    var ys = tableY.mutableSpan
    var categories = tableCategory.mutableSpan
    for row in 0..<block.rowCount {
      let fields = block.fieldCount(ofRow: row)
      // A blank line is not a row.
      if fields == 0 { continue }
      tally.read += 1
      if fields != fieldLimit || endsInReturns { noteLineEnds(row, block, dialect, &tally) }
      if let reason = read(
        row, of: block, fields: fields, into: &table, &xs, &ys, &categories, &dictionary,
        &tally.times, &tally.dateTally, &tally.samples)
      {
        // Whether a row without coordinates is one is known once its key has been looked at.
        if unique < 0 || reason.outcome != .withoutCoordinates {
          note(reason, row, block, dialect, &tally)
        }
      }
      if dictionary.isOverfull { break }
    }
    if x >= 0 {
      tableX.removeLast(block.rowCount - table.count)
      tableY.removeLast(block.rowCount - table.count)
    }
    if category >= 0 { tableCategory.removeLast(block.rowCount - table.count) }
    (table.x, table.y, table.category) = (tableX, tableY, tableCategory)
  }

  /// Reads one row; returns why it is not in the batch, or not placed, or `nil`.
  @inline(__always)
  private mutating func read(
    _ row: Int, of block: TextBlock, fields: Int, into table: inout IncidentTable,
    _ xs: inout MutableSpan<Double>, _ ys: inout MutableSpan<Double>,
    _ categories: inout MutableSpan<UInt16>, _ dictionary: inout CategoryDictionary,
    _ notes: inout TimeNotes, _ dates: inout DateTally, _ samples: inout RowSamples
  ) -> RowReason? {
    if fields != fieldLimit {
      if fields < fieldsNeeded { return .tooFewFields }
      if fields > fieldLimit { return .tooManyFields }
    }
    if block.isMalformed(row) { return .malformedQuotes }
    // Before all else: the dates that the file covers are also those of rows that do not count.
    var begin = ParsedTime(.absent)
    var clock: CivilTime?
    if let start {
      begin = start.parse(block, row)
      if let granularity = begin.granularity {
        let time =
          begin.kind == .instant
          ? request.rules.civilTime(at: begin.seconds) : CivilTime(seconds: begin.seconds)
        dates.add(time, isMonth: granularity == .month)
        clock = time
      }
    }
    var (longitude, latitude) = (Double.nan, Double.nan)
    var isPlaced = false
    if x >= 0 {
      let first = unsafe QuotedText.unquoted(block.field(x, ofRow: row))
      let second = unsafe QuotedText.unquoted(block.field(y, ofRow: row))
      let firstIsBlank = unsafe Self.isBlank(first)
      let secondIsBlank = unsafe Self.isBlank(second)
      if !firstIsBlank { longitude = unsafe decimalNumber(in: first) }
      if !secondIsBlank { latitude = unsafe decimalNumber(in: second) }
      if (longitude.isNaN && !firstIsBlank) || (latitude.isNaN && !secondIsBlank) {
        return isFeatures ? .geometryNotAPoint : .coordinateNotANumber
      }
      if isGeographic {
        if abs(longitude) > 180 || abs(latitude) > 90 { return .coordinateOutOfRange }
      } else if abs(longitude) > CoordinateBound.length || abs(latitude) > CoordinateBound.length {
        return .coordinateOutOfRange
      } else if refusesDegrees && CoordinateEvidence.isDegrees(longitude, latitude) {
        return .coordinateInDegrees
      }
      isPlaced = !firstIsBlank && !secondIsBlank
      if samplesPlaces && isPlaced && (longitude != 0 || latitude != 0) {
        samples.places.add(FieldHash.number(x: longitude, y: latitude))
      }
    }
    if request.rejectsBadDates && begin.isUnreadable { return .dateNotUnderstood }
    var finish = ParsedTime(.absent)
    if let end {
      finish = end.parse(block, row)
      if request.rejectsBadDates && finish.isUnreadable { return .dateNotUnderstood }
    }
    if let resolver = request.windows, resolver.reversedRule == .reject,
      WindowReading.isReversed(start: begin, end: finish, by: resolver)
    {
      return .endBeforeStart
    }
    var worth = 1.0
    if weight >= 0 {
      worth = unsafe decimalNumber(in: QuotedText.unquoted(block.field(weight, ofRow: row)))
      if worth.isNaN { return .weightNotANumber }
      if worth < 0 { return .weightNegative }
      if worth > RowReason.largestWeight { return .weightTooLarge }
    }
    var number = 0
    if category >= 0 {
      number = unsafe dictionary.number(of: block.field(category, ofRow: row))
      if number < 0 { return .category }
      if number >= admitted.count { admit(upTo: number, dictionary) }
      if !admitted[number] { return .category }
    }
    if let test, !test.admits(row, of: block) { return .condition }
    if request.filter.needsTime, let reason = reason(toSetAside: clock) { return reason }
    var window: TimeWindow?
    var share: WindowShare?
    if let resolver = request.windows {
      let reading = WindowReading(
        start: begin, end: finish, by: resolver, within: request.filter.hours, notes: &notes)
      switch reading {
      case .window(let resolved, let part): (window, share) = (resolved, part)
      case .setAside(let reason): return reason
      }
    }
    var unplaced: RowReason?
    if x >= 0 {
      if !isPlaced {
        unplaced = .coordinatesEmpty
      } else if longitude == 0 && latitude == 0 {
        unplaced = .coordinatesZero
      }
      if let unplaced {
        if !request.keepsUnplaced {
          if unique >= 0 { addKey(row, of: block, to: &table, position: nil, unplaced) }
          return unplaced
        }
        (longitude, latitude) = (.nan, .nan)
      }
      xs[table.count] = longitude
      ys[table.count] = latitude
    }
    if category >= 0 { categories[table.count] = UInt16(truncatingIfNeeded: number) }
    if request.keepsRows { table.rows.append(Int32(truncatingIfNeeded: row)) }
    if request.start { table.start.append(begin) }
    if request.end { table.end.append(finish) }
    if let window { table.window.append(window) }
    if let share { table.share.append(share) }
    if request.weight { table.weight.append(worth) }
    for column in texts.indices {
      unsafe table.texts[column].append(block.field(texts[column], ofRow: row))
    }
    for column in hashed.indices {
      let field = unsafe QuotedText.unquoted(block.field(hashed[column], ofRow: row))
      table.hashes[column].append(FieldHash.number(of: unsafe field.span))
    }
    if unique >= 0 { addKey(row, of: block, to: &table, position: table.count, unplaced) }
    if reference >= 0 {
      let field = unsafe QuotedText.unquoted(block.field(reference, ofRow: row))
      let number = FieldHash.number(of: unsafe field.span)
      if number != FieldHash.blank { samples.references.add(number) }
    }
    table.count += 1
    return unplaced
  }

  // MARK: - Keys that count once

  private func addKey(
    _ row: Int, of block: TextBlock, to table: inout IncidentTable, position: Int?,
    _ unplaced: RowReason?
  ) {
    let field = unsafe QuotedText.unquoted(block.field(unique, ofRow: row))
    table.keys.append(
      KeyedRow(
        key: FieldKey(of: unsafe field.span), row: row, position: position, unplaced: unplaced)
    )
  }

  /// Sets the rows aside that have the key of an earlier one, once the batches before have.
  ///
  /// - Parameters:
  ///   - table: The batch of the block; those set aside are taken out.
  ///   - block: The block, as it was parsed.
  ///   - register: The keys that have come.
  ///   - dialect: How the file separates rows.
  ///   - tally: Receives the counts.
  func setRepeatedAside(
    from table: inout IncidentTable, of block: TextBlock, by register: KeyRegister,
    dialect: Dialect, tally: inout RowTally
  ) {
    if unique < 0 { return }
    let keys = table.keys
    var isRepeated = [Bool](repeating: false, count: keys.count)
    register.takeTurn(table.sequence) { register in
      for (place, keyed) in keys.enumerated() where !keyed.key.isBlank {
        isRepeated[place] = register.isRepeated(
          keyed.key, isPlaced: keyed.unplaced == nil || request.keepsUnplaced)
      }
    }
    var isKept = [Bool](repeating: true, count: table.count)
    for (keyed, isRepeated) in zip(keys, isRepeated) {
      if isRepeated {
        note(.repeated, keyed.row, block, dialect, &tally)
        if let resolver = request.windows {
          tally.times.remove(notes(of: keyed.row, block, resolver))
        }
        if let position = keyed.position { isKept[position] = false }
      } else if let unplaced = keyed.unplaced {
        note(unplaced, keyed.row, block, dialect, &tally)
      }
    }
    if isKept.contains(false) { table.keep(where: isKept) }
  }

  /// Returns what was noticed about the window of a row, to be taken back.
  private func notes(of row: Int, _ block: TextBlock, _ resolver: WindowResolver) -> TimeNotes {
    var notes = TimeNotes()
    _ = WindowReading(
      start: start?.parse(block, row) ?? ParsedTime(.absent),
      end: end?.parse(block, row) ?? ParsedTime(.absent), by: resolver,
      within: request.filter.hours, notes: &notes)
    return notes
  }

  @inline(__always)
  private static func isBlank(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEmpty { return true }
    // Bound: the field is not empty. A digit, sign or point first is the usual case.
    if unsafe field[0] > UInt8(ascii: " ") { return false }
    return unsafe field.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private func reason(toSetAside time: CivilTime?) -> RowReason? {
    guard let time else { return .withoutDate }
    if let from = request.filter.from, time < from { return .beforeFrom }
    if let before = request.filter.before, time >= before { return .afterTo }
    return nil
  }

  @inline(never)
  private mutating func admit(upTo number: Int, _ dictionary: CategoryDictionary) {
    while admitted.count <= number {
      admitted.append(request.filter.admits(category: dictionary.names[admitted.count]))
    }
  }

  @inline(never)
  private func note(
    _ reason: RowReason, _ row: Int, _ block: TextBlock, _ dialect: Dialect,
    _ tally: inout RowTally
  ) {
    tally.counts[reason.rawValue] += 1
    if reason == .dateNotUnderstood { noteDateOrder(row, block, &tally) }
    if reason == .coordinateOutOfRange && isGeographic { noteRange(row, block, &tally) }
    if reason == .malformedQuotes { noteLineEnds(row, block, dialect, &tally) }
    let (file, ordinal) = (file, block.ordinal)
    if let example = tally.examples[reason.rawValue],
      (example.file, example.block) <= (file, ordinal)
    {
      return
    }
    // Features have numbers and no lines; each is one row.
    let lines = isFeatures ? row : block.lines(beforeRow: row, dialect: dialect)
    tally.examples[reason.rawValue] = RowTally.Place(file: file, block: ordinal, line: lines)
  }

  /// Counts what coordinates look like that cannot be degrees.
  private func noteRange(_ row: Int, _ block: TextBlock, _ tally: inout RowTally) {
    let longitude = unsafe decimalNumber(in: QuotedText.unquoted(block.field(x, ofRow: row)))
    let latitude = unsafe decimalNumber(in: QuotedText.unquoted(block.field(y, ofRow: row)))
    if abs(latitude) <= 180 && abs(longitude) <= 90 { tally.outOfRange.exchanged += 1 }
    if abs(longitude) > 180 && abs(latitude) > 180 { tally.outOfRange.metres += 1 }
  }

  /// Keeps the first row that is several, because its line ends are of two kinds.
  @inline(never)
  private func noteLineEnds(
    _ row: Int, _ block: TextBlock, _ dialect: Dialect, _ tally: inout RowTally
  ) {
    guard !isFeatures, block.hasOtherLineEnd(row, dialect: dialect) else { return }
    let place = RowTally.Place(
      file: file, block: block.ordinal, line: block.lines(beforeRow: row, dialect: dialect))
    tally.lineEndFault = min(place, tally.lineEndFault ?? place)
  }
}
