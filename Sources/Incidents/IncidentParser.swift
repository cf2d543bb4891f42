import Geometry

/// Turns the rows of one file's blocks into batches of incidents; each worker has its own.
struct IncidentParser {
  let file: Int
  let request: IncidentRequest
  let columns: IncidentColumns
  private let fieldLimit: Int
  /// The positions of the columns that are read, in no order.
  let columnsRead: [Int]
  /// What is wanted of features.
  let wantedColumns: WantedColumns
  /// Whether blocks have the places as numbers, so that their fields are not looked at.
  let takesPositions: Bool
  /// How many fields a row needs for the columns that are used.
  let fieldsNeeded: Int
  /// Where a file tells when and where, for rows that tell neither.
  let footerColumns: FooterColumns
  let x: Int
  let y: Int
  let isGeographic: Bool
  /// Whether degrees are out of place, because the columns hold metres and nobody named a system.
  private let refusesDegrees: Bool
  /// Reads coordinates that are no plain numbers.
  var coordinateReader: CoordinateReader
  /// Whether coordinates are plain numbers, but for single ones.
  private let readsPlainNumbers: Bool
  private let category: Int
  let start: TimeColumn?
  /// The position of the column of starts; -1 where none is read.
  let startColumn: Int
  let end: TimeColumn?
  /// Whether the user gave the order of dates.
  let isDateOrderGiven: Bool
  /// Whether the user said what whole numbers in columns of times mean.
  let isTimeFormatGiven: Bool
  /// Whether the rows are the features of a GIS file.
  let isFeatures: Bool
  /// Whether messages count rows and not lines.
  let countsRows: Bool
  /// The bytes of the header, where it is told from the rows.
  private let header: [UInt8]
  /// The columns wanted as hashes.
  private let hashed: [Int]
  /// The columns wanted as text.
  private let texts: [Int]
  /// The columns wanted as labels.
  private let labels: [Int]
  /// The sets of which a row may be part.
  private let sets: [RowTest]
  /// The column that tells the area of rows without coordinates; -1 for none.
  private let areaColumn: Int
  /// The column that tells how many incidents a row stands for; -1 where each is one.
  let countColumn: Int
  let weight: Int
  /// The column whose fields count once; -1 where all rows do.
  let unique: Int
  /// The column of references that are sampled; -1 for none.
  private let reference: Int
  /// Whether times are filtered by.
  let needsTime: Bool
  /// Whether rows are also judged by their times, weight or other columns.
  private let hasConditions: Bool
  /// Whether batches tell which row each incident is.
  private let keepsRows: Bool
  /// Whether batches have columns besides place, category and row.
  private let hasMoreColumns: Bool
  /// Whether places are sampled.
  private let samplesPositions: Bool
  /// What rows must say.
  let test: RowTest?
  /// Whether each category by number is asked for.
  private var admitted: [Bool] = []

  /// A column of dates, and perhaps one of times beside it, or the columns of a date's parts.
  struct TimeColumn {
    /// The column of dates; of parts that of years.
    var date: Int
    var time: Int?
    var parts: DateParts?
    var reader: DateColumnReader

    /// The positions of the columns that are read.
    var columns: [Int] { parts?.columns ?? [date] + (time.map { [$0] } ?? []) }

    /// Reads the time of a row.
    @inline(__always)
    func parse(_ fields: RowFields, _ row: Int) -> ParsedTime {
      if let parts { return parse(parts, fields, row) }
      let text = unsafe QuotedText.unquoted(fields.field(date, ofRow: row))
      guard let time else { return reader.parse(unsafe text.span) }
      let clock = unsafe QuotedText.unquoted(fields.field(time, ofRow: row))
      return unsafe reader.parse(date: text.span, time: clock.span)
    }
  }

  init(source: IncidentSource, file: Int, request: IncidentRequest) {
    self.file = file
    self.request = request
    columns = source.columns
    fieldLimit = source.columns.header.count
    let wantsCategory = request.category || request.filter.needsCategory
    category = wantsCategory ? columns[.category] ?? -1 : -1
    let reading = source.coordinates
    let coordinates =
      request.coordinates
      ? columns.coordinates ?? reading.position.map { ($0.column, $0.column) } : nil
    x = coordinates?.x ?? -1
    y = coordinates?.y ?? -1
    isGeographic = columns.coordinateKind == .geographic
    refusesDegrees = reading.assumesMetres
    coordinateReader = CoordinateReader(reading, isGeographic: isGeographic)
    readsPlainNumbers = coordinateReader.isPlain
    needsTime = request.filter.needsTime || request.requiresDate
    let wantsStart =
      request.start || request.coverage || needsTime || request.windows != nil
    start = wantsStart ? source.startColumn : nil
    startColumn = start?.date ?? -1
    end = request.end || request.windows != nil ? source.endColumn : nil
    isDateOrderGiven = source.isDateOrderGiven
    isTimeFormatGiven = source.isTimeFormatGiven
    isFeatures = source.origin != nil
    countsRows = source.countsRows
    header = source.headerBytes
    footerColumns = FooterColumns(source)
    hashed = file < request.hashedColumns.count ? request.hashedColumns[file] : []
    texts = file < request.textColumns.count ? request.textColumns[file] : []
    labels = file < request.labelColumns.count ? request.labelColumns[file] : []
    sets = file < request.sets.count ? request.sets[file] : []
    areaColumn = file < request.areaColumns.count ? request.areaColumns[file] : -1
    countColumn = file < request.countColumns.count ? request.countColumns[file] : -1
    weight = request.weight ? columns[.weight] ?? -1 : -1
    unique = file < request.uniqueColumns.count ? request.uniqueColumns[file] : -1
    reference = request.samplesRows && unique < 0 ? columns[.id] ?? -1 : -1
    test = file < request.tests.count ? request.tests[file] : nil
    keepsRows = request.keepsRows
    hasMoreColumns =
      request.start || request.end || request.windows != nil || request.weight || !texts.isEmpty
      || !hashed.isEmpty || !labels.isEmpty || !sets.isEmpty || areaColumn >= 0 || countColumn >= 0
    hasConditions =
      start != nil || end != nil || weight >= 0 || countColumn >= 0 || test != nil || needsTime
      || request.windows != nil
    samplesPositions = request.samplesRows && x >= 0
    let dates = [start, end].flatMap { $0?.columns ?? [] }
    let partners = labels + [areaColumn, countColumn] + sets.flatMap(\.columns)
    let needed = [x, y, category, weight, unique] + dates + (test?.columns ?? []) + partners
    fieldsNeeded = (needed.max() ?? -1) + 1
    columnsRead = needed.filter { $0 >= 0 } + texts
    takesPositions = source.havePositions && x == 0 && y == 1
    let count = source.columns.header.count
    if request.keepsRows || request.examinesText {
      wantedColumns = WantedColumns(Array(0..<count), of: count)
    } else {
      let places = takesPositions ? [] : [x, y]
      let fields = [category, weight, unique, reference] + dates + (test?.columns ?? [])
      wantedColumns = WantedColumns(places + fields + hashed + texts + partners, of: count)
    }
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
    if table.labels.count != labels.count {
      table.labels = Array(
        repeating: LabelColumn(limit: IncidentRequest.labelLimit), count: labels.count)
    }
    let hasPlaces = x >= 0 || areaColumn >= 0
    let endsInReturns = dialect.newline == UInt8(ascii: "\r")
    // The columns of every run are taken out and made as long as they can become, so that a row
    // writes to them without asking whether they are shared or full.
    var (tableX, tableY, tableCategory) = (table.x, table.y, table.category)
    var tableRows = table.rows
    (table.x, table.y, table.category, table.rows) = ([], [], [], [])
    if hasPlaces {
      tableX += [Double](repeating: 0, count: block.rowCount)
      tableY += [Double](repeating: 0, count: block.rowCount)
    }
    if category >= 0 { tableCategory += [UInt16](repeating: 0, count: block.rowCount) }
    if keepsRows { tableRows += [Int32](repeating: 0, count: block.rowCount) }
    let (placesX, placesY) = (block.x, block.y)
    var xs = tableX.mutableSpan
    var ys = tableY.mutableSpan
    var categories = tableCategory.mutableSpan
    var rows = tableRows.mutableSpan
    let fields = RowFields(of: block)
    let hasMalformedRows = block.hasMalformedRows
    let headerStorage = header
    let headerBytes = headerStorage.span
    for row in 0..<block.rowCount {
      let count = fields.count(ofRow: row)
      // A blank line is not a row.
      if count == 0 { continue }
      // Joined files have each their header, which is not a row either.
      if count == fieldLimit && fields.isRow(row, headerBytes) {
        tally.repeatedHeaders += 1
        continue
      }
      // Nor are the empty rows that spreadsheets write below a table; of features they are.
      if !isFeatures && fields.isEmpty(row, count: count) { continue }
      tally.read += 1
      if count != fieldLimit || endsInReturns { noteLineEnds(row, block, dialect, &tally) }
      let before = table.count
      var reason: RowReason?
      if hasMalformedRows && count <= fieldLimit && block.isMalformed(row) {
        reason = count < fieldsNeeded ? .tooFewFields : .malformedQuotes
      } else {
        reason = read(
          row, of: block, fields, placesX.span, placesY.span, count: count, into: &table, &xs, &ys,
          &categories, &rows, &dictionary, &tally.times, &tally.dateTally, &tally.samples)
      }
      if let reason, reason.outcome == .rejected, !isFeatures,
        isHeader(row, block, fields, dialect, count: count, &tally)
      {
        continue
      }
      // Whether a row without coordinates is one is known once its key has been looked at.
      if let reason, unique < 0 || reason.outcome != .withoutCoordinates {
        note(reason, row, block, dialect, &tally)
      }
      if reference >= 0 && table.count > before {
        sampleReference(row, fields, &tally.samples.references)
      }
      if dictionary.isOverfull { break }
    }
    if hasPlaces {
      tableX.removeLast(block.rowCount - table.count)
      tableY.removeLast(block.rowCount - table.count)
    }
    if category >= 0 { tableCategory.removeLast(block.rowCount - table.count) }
    if keepsRows { tableRows.removeLast(block.rowCount - table.count) }
    (table.x, table.y, table.category, table.rows) = (tableX, tableY, tableCategory, tableRows)
  }

  /// Reads one row; returns why it is not in the batch, or not placed, or `nil`.
  @inline(__always)
  private mutating func read(
    _ row: Int, of block: TextBlock, _ fields: RowFields, _ placesX: Span<Double>,
    _ placesY: Span<Double>, count: Int, into table: inout IncidentTable,
    _ xs: inout MutableSpan<Double>,
    _ ys: inout MutableSpan<Double>,
    _ categories: inout MutableSpan<UInt16>, _ rows: inout MutableSpan<Int32>,
    _ dictionary: inout CategoryDictionary,
    _ notes: inout TimeNotes, _ dates: inout DateTally, _ samples: inout RowSamples
  ) -> RowReason? {
    if count != fieldLimit {
      if count < fieldsNeeded { return footer(row, fields, count: count) ?? .tooFewFields }
      // Some programs write a separator behind the last field too.
      if count > fieldLimit && !fields.isEmpty(row, from: fieldLimit, count: count) {
        return .tooManyFields
      }
    }
    // Before all else: the dates that the file covers are also those of rows that do not count.
    var times = RowTimes()
    if start != nil { readStart(row, fields, &times, &dates) }
    var (longitude, latitude) = (Double.nan, Double.nan)
    var isPlaced = false
    // Why coordinates that are numbers are no place.
    var mark: RowReason?
    if x >= 0 {
      var (firstIsBlank, secondIsBlank): (Bool, Bool)
      if takesPositions {
        (longitude, latitude) = (placesX[row], placesY[row])
        if longitude.isInfinite { return .geometryNotAPoint }
        (firstIsBlank, secondIsBlank) = (longitude.isNaN, longitude.isNaN)
      } else {
        let first = unsafe QuotedText.unquoted(fields.field(x, ofRow: row))
        let second = unsafe QuotedText.unquoted(fields.field(y, ofRow: row))
        firstIsBlank = unsafe Self.isBlank(first)
        secondIsBlank = unsafe Self.isBlank(second)
        if readsPlainNumbers {
          if !firstIsBlank { longitude = unsafe decimalNumber(in: first) }
          if !secondIsBlank { latitude = unsafe decimalNumber(in: second) }
        }
        if (longitude.isNaN && !firstIsBlank) || (latitude.isNaN && !secondIsBlank) {
          // A copy, so that what every row needs stays in registers.
          var place = RowPlace(
            x: longitude, y: latitude, xIsBlank: firstIsBlank, yIsBlank: secondIsBlank)
          if let reason = readCoordinates(row, fields, &place) {
            return (isFeatures ? nil : footer(row, fields, count: count)) ?? reason
          }
          (longitude, latitude) = (place.x, place.y)
          (firstIsBlank, secondIsBlank) = (place.xIsBlank, place.yIsBlank)
        }
        if firstIsBlank || secondIsBlank || (longitude == 0 && latitude == 0), !isFeatures,
          let reason = footer(row, fields, count: count)
        {
          return reason
        }
      }
      if isGeographic {
        if (abs(longitude) > 180 || abs(latitude) > 90)
          && CoordinateEvidence.mark(longitude, latitude) == nil
        {
          return .coordinateOutOfRange
        }
      } else if abs(longitude) > CoordinateBound.length || abs(latitude) > CoordinateBound.length {
        return .coordinateOutOfRange
      } else if refusesDegrees && CoordinateEvidence.isDegrees(longitude, latitude) {
        return .coordinateInDegrees
      }
      isPlaced = !firstIsBlank && !secondIsBlank
      if isPlaced && (longitude == latitude || abs(longitude) < 1e-6) {
        mark = CoordinateEvidence.mark(longitude, latitude)
      }
      if samplesPositions && isPlaced && mark == nil {
        samples.places.add(FieldHash.number(x: longitude, y: latitude))
      }
    } else if !isFeatures, times.start.granularity == nil || !hasLongDate(row, fields),
      let reason = footer(row, fields, count: count)
    {
      // Without coordinates and a date, nothing else tells what is no row.
      return reason
    }
    var worth = RowWorth()
    if hasConditions, let reason = rejects(row, fields, &times, &worth) { return reason }
    var number = 0
    if category >= 0 {
      number = unsafe dictionary.number(of: fields.field(category, ofRow: row))
      if number < 0 { return .category }
      if number >= admitted.count { admit(upTo: number, dictionary) }
      if !admitted[number] { return .category }
    }
    if hasConditions, let reason = setsAside(row, of: block, &times, &notes) { return reason }
    var unplaced: RowReason?
    if x >= 0 || areaColumn >= 0 {
      if !isPlaced {
        unplaced = .coordinatesEmpty
      } else {
        unplaced = mark
      }
      if unplaced != nil, areaColumn >= 0 {
        unplaced = namesNoArea(row, fields)
        (longitude, latitude) = (.nan, .nan)
      }
      if let unplaced {
        if !request.keepsUnplaced {
          if unique >= 0 { addKey(row, fields, to: &table, position: nil, unplaced) }
          return unplaced
        }
        (longitude, latitude) = (.nan, .nan)
      }
      xs[table.count] = longitude
      ys[table.count] = latitude
    }
    if category >= 0 { categories[table.count] = UInt16(truncatingIfNeeded: number) }
    if keepsRows { rows[table.count] = Int32(truncatingIfNeeded: row) }
    if hasMoreColumns {
      appendMore(row, of: block, fields, times, worth, to: &table)
    }
    if unique >= 0 { addKey(row, fields, to: &table, position: table.count, unplaced) }
    table.count += 1
    return unplaced
  }

  /// Appends what batches have besides place, category and row; mutating, so that the parser is not copied.
  @inline(never)
  private mutating func appendMore(
    _ row: Int, of block: TextBlock, _ fields: RowFields, _ times: RowTimes, _ worth: RowWorth,
    to table: inout IncidentTable
  ) {
    if request.start { table.start.append(times.start) }
    if request.end { table.end.append(times.end) }
    if let window = times.window { table.window.append(window) }
    if let share = times.share { table.share.append(share) }
    if request.weight { table.weight.append(worth.weight) }
    if countColumn >= 0 { table.multiplicity.append(worth.incidents) }
    if areaColumn >= 0 {
      unsafe table.areaLabels.append(fields.field(areaColumn, ofRow: row))
    }
    for column in labels.indices {
      unsafe table.labels[column].append(fields.field(labels[column], ofRow: row))
    }
    if !sets.isEmpty {
      table.sets.append(
        sets.indices.reduce(0) { $0 | (sets[$1].admits(row, of: block) ? 1 << UInt32($1) : 0) })
    }
    for column in texts.indices {
      unsafe table.texts[column].append(fields.field(texts[column], ofRow: row))
    }
    for column in hashed.indices {
      let field = unsafe QuotedText.unquoted(fields.field(hashed[column], ofRow: row))
      table.hashes[column].append(FieldHash.numberOfReference(unsafe field.span))
    }
  }

  /// Returns that a row without coordinates names no area either; `nil` if it does.
  @inline(never)
  private func namesNoArea(_ row: Int, _ fields: RowFields) -> RowReason? {
    let field = unsafe QuotedText.unquoted(fields.field(areaColumn, ofRow: row))
    return AbsentText.isAbsent(unsafe field.span) ? .codeEmpty : nil
  }

  /// Samples the reference of a row that is used.
  @inline(never)
  private mutating func sampleReference(
    _ row: Int, _ fields: RowFields, _ sample: inout DistinctSample
  ) {
    let field = unsafe QuotedText.unquoted(fields.field(reference, ofRow: row))
    let number = FieldHash.numberOfReference(unsafe field.span)
    if number != FieldHash.blank { sample.add(number) }
  }

  @inline(__always)
  private static func isBlank(_ field: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEmpty { return true }
    // Bound: the field is not empty. A digit, sign or point first is the usual case.
    if unsafe field[0] > UInt8(ascii: " ") { return false }
    return unsafe field.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  @inline(never)
  private mutating func admit(upTo number: Int, _ dictionary: CategoryDictionary) {
    while admitted.count <= number {
      admitted.append(request.filter.admits(category: dictionary.names[admitted.count]))
    }
  }
}
