import Geometry

// The loop over the rows of a block.

extension IncidentParser {
  /// Reads a block's rows.
  ///
  /// All of it is one loop, so that what every row needs stays in registers: as a function of its own
  /// the reading of a row is not inlined, whatever is asked for, and parsing takes 4 to 7 % longer. What
  /// few rows need is out of line.
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
    begin(block, &table)
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
      // Why the row is not in the batch, or not placed.
      var reason: RowReason?
      reading: do {
        if hasMalformedRows && count <= fieldLimit && block.isMalformed(row) {
          reason = count < fieldsNeeded ? .tooFewFields : .malformedQuotes
          break reading
        }
        if count != fieldLimit, let wrong = wrongCount(row, fields, count: count) {
          reason = wrong
          break reading
        }
        // Before all else: the dates that the file covers are also those of rows that do not count.
        var times = RowTimes()
        if start != nil { readStart(row, fields, &times, &tally.dateTally) }
        var (longitude, latitude) = (Double.nan, Double.nan)
        var isPlaced = false
        // Why coordinates that are numbers are no place.
        var mark: RowReason?
        if x >= 0 {
          var (firstIsBlank, secondIsBlank): (Bool, Bool)
          if takesPositions {
            (longitude, latitude) = (placesX[row], placesY[row])
            if longitude.isInfinite {
              reason = .geometryNotAPoint
              break reading
            }
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
              if let wrong = readCoordinates(row, fields, &place) {
                reason = (isFeatures ? nil : footer(row, fields, count: count)) ?? wrong
                break reading
              }
              (longitude, latitude) = (place.x, place.y)
              (firstIsBlank, secondIsBlank) = (place.xIsBlank, place.yIsBlank)
            }
            if firstIsBlank || secondIsBlank || (longitude == 0 && latitude == 0), !isFeatures,
              let footer = footer(row, fields, count: count)
            {
              reason = footer
              break reading
            }
          }
          if let wrong = outOfRange(longitude, latitude) {
            reason = wrong
            break reading
          }
          isPlaced = !firstIsBlank && !secondIsBlank
          if isPlaced && (longitude == latitude || abs(longitude) < 1e-6) {
            mark = CoordinateEvidence.mark(longitude, latitude)
          }
          if samplesPositions && isPlaced && mark == nil {
            tally.samples.places.add(FieldHash.number(x: longitude, y: latitude))
          }
        } else if !isFeatures, times.start.granularity == nil || !hasLongDate(row, fields),
          let footer = footer(row, fields, count: count)
        {
          // Without coordinates and a date, nothing else tells what is no row.
          reason = footer
          break reading
        }
        var worth = RowWorth()
        if hasConditions, let rejected = rejects(row, fields, &times, &worth) {
          reason = rejected
          break reading
        }
        var number = 0
        if category >= 0 {
          number = unsafe dictionary.number(of: fields.field(category, ofRow: row))
          if number >= admitted.count { admit(upTo: number, dictionary) }
          if number < 0 || !admitted[number] {
            reason = .category
            break reading
          }
        }
        if hasConditions, let filtered = setsAside(row, of: block, &times, &tally.times) {
          reason = filtered
          break reading
        }
        if hasPlaces {
          reason = isPlaced ? mark : .coordinatesEmpty
          if reason != nil, areaColumn >= 0 {
            reason = namesNoArea(row, fields)
            (longitude, latitude) = (.nan, .nan)
          }
          if reason != nil {
            if !request.keepsUnplaced {
              if unique >= 0 { addKey(row, fields, to: &table, position: nil, reason) }
              break reading
            }
            (longitude, latitude) = (.nan, .nan)
          }
          xs[table.count] = longitude
          ys[table.count] = latitude
        }
        if category >= 0 { categories[table.count] = UInt16(truncatingIfNeeded: number) }
        if keepsRows { rows[table.count] = Int32(truncatingIfNeeded: row) }
        if hasMoreColumns {
          if !worths.isEmpty { worth.weight = worths[number] }
          appendMore(row, fields, times, worth, to: &table)
        }
        if unique >= 0 { addKey(row, fields, to: &table, position: table.count, reason) }
        table.count += 1
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

  /// Makes a batch ready for the rows of a block.
  private func begin(_ block: TextBlock, _ table: inout IncidentTable) {
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
    if table.identities.count != identities.count {
      table.identities = Array(repeating: TextColumn(), count: identities.count)
    }
    if table.labels.count != labels.count {
      table.labels = Array(
        repeating: LabelColumn(limit: IncidentRequest.labelLimit), count: labels.count)
    }
  }

  /// Returns why a row with another number of fields than the header is rejected.
  @inline(never)
  private mutating func wrongCount(_ row: Int, _ fields: RowFields, count: Int) -> RowReason? {
    if count < fieldsNeeded { return footer(row, fields, count: count) ?? .tooFewFields }
    // Some programs write a separator behind the last field too.
    return count > fieldLimit && !fields.isEmpty(row, from: fieldLimit, count: count)
      ? .tooManyFields : nil
  }

  /// Returns why numbers are no coordinates.
  @inline(__always)
  private func outOfRange(_ longitude: Double, _ latitude: Double) -> RowReason? {
    if isGeographic {
      if abs(longitude) > 180 || abs(latitude) > 90 {
        return CoordinateEvidence.mark(longitude, latitude) == nil ? .coordinateOutOfRange : nil
      }
    } else if abs(longitude) > CoordinateBound.length || abs(latitude) > CoordinateBound.length {
      return .coordinateOutOfRange
    } else if refusesDegrees && CoordinateEvidence.isDegrees(longitude, latitude) {
      return .coordinateInDegrees
    }
    return nil
  }

  /// Appends what batches have besides place, category and row; mutating, so that the parser is not copied.
  @inline(never)
  private mutating func appendMore(
    _ row: Int, _ fields: RowFields, _ times: RowTimes, _ worth: RowWorth,
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
        sets.indices.reduce(0) { $0 | (sets[$1].admits(row, of: fields) ? 1 << UInt32($1) : 0) })
    }
    for column in texts.indices {
      unsafe table.texts[column].append(fields.field(texts[column], ofRow: row))
    }
    for column in identities.indices {
      unsafe table.identities[column].append(fields.field(identities[column], ofRow: row))
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
      let name = dictionary.names[admitted.count]
      admitted.append(request.filter.admits(category: name))
      if let weights = request.categoryWeights { worths.append(weights.value(of: name) ?? 0) }
    }
  }
}
