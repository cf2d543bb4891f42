/// Looks at the first rows of a file to settle how its coordinates are written.
struct CoordinateScan {
  private let part: IncidentPart
  private let beginning: TextReader
  private let path: String
  private var columns: IncidentColumns
  private var text = CoordinateText()
  private var digits: [UInt8] = []

  /// How many rows are looked at to find a column of positions.
  private static let rowsLookedAt = 2_000
  /// How many fields that are no position end the search in a column.
  private static let patience = 40
  /// How many bytes are read on where the first rows have no coordinates.
  private static let bytesReadOn = 1 << 24

  /// Settles how the coordinates of a file are read.
  ///
  /// Two columns of numbers are preferred; where there are none, or they are empty, the first rows
  /// of the other columns are looked at for positions. The rows of a file that can be read twice are
  /// read on until there is a coordinate.
  ///
  /// - Parameters:
  ///   - columns: The columns; what is found is taken into them.
  ///   - part: The file, or its part.
  ///   - beginning: The reader of the file, of which nothing but the header has been taken.
  ///   - named: The columns that the user named.
  ///   - isSystemNamed: Whether the user named the system of the coordinates, so that values do not
  ///     decide between degrees and metres.
  /// - Returns: How they are read.
  /// - Throws: ``CoordinateError``, ``IncidentError`` as for reading the file.
  static func settle(
    _ columns: inout IncidentColumns, of part: IncidentPart, beginning: TextReader,
    named: [(key: ColumnKey, name: String)], isSystemNamed: Bool
  ) throws -> CoordinateReading {
    var scan = CoordinateScan(
      part: part, beginning: beginning, path: part.path, columns: columns)
    let reading = try scan.settle(named: named, isSystemNamed: isSystemNamed)
    columns = scan.columns
    return reading
  }

  private init(part: IncidentPart, beginning: TextReader, path: String, columns: IncidentColumns) {
    self.part = part
    self.beginning = beginning
    self.path = path
    self.columns = columns
  }

  private mutating func settle(
    named: [(key: ColumnKey, name: String)], isSystemNamed: Bool
  ) throws -> CoordinateReading {
    if let (column, order) = columns.namedPosition {
      let found = try evidence(ofPositionsIn: [column])[0]
      let position = try found.settle(column, header: columns.header, order: order, path: path)
      columns.take(position)
      return CoordinateReading(of: position)
    }
    // Features have their positions as numbers.
    if beginning.origin != nil { return CoordinateReading() }
    guard columns.coordinateKind != nil else {
      return try findPosition(named: named).map { CoordinateReading(of: $0) } ?? CoordinateReading()
    }
    let numbers = try evidenceOfNumbers()
    if !numbers.hasMeaning, let position = try findPosition(named: named) {
      return CoordinateReading(of: position)
    }
    return try settle(numbers, named: named, isSystemNamed: isSystemNamed)
  }

  // MARK: - Two columns

  /// What the two columns say.
  private struct Numbers {
    var marks = NumberMarkEvidence()
    /// Their values with decimal points, and with decimal commas.
    var withPoints = CoordinateEvidence()
    var withCommas = CoordinateEvidence()
    /// Whether any angle that is no mere number was met.
    var hasAngles = false
    /// Whether there is any coordinate.
    var hasMeaning: Bool { marks.hasNumbers || hasAngles }
  }

  private mutating func evidenceOfNumbers() throws -> Numbers {
    guard let (x, y) = columns.coordinates else { return Numbers() }
    var numbers = Numbers()
    try visit([x, y]) { scan, block in
      for row in 0..<block.rowCount where block.fieldCount(ofRow: row) > max(x, y) {
        scan.observe(row, of: block, x, y, &numbers)
      }
      return !numbers.hasMeaning
    }
    return numbers
  }

  private mutating func observe(
    _ row: Int, of block: TextBlock, _ x: Int, _ y: Int, _ numbers: inout Numbers
  ) {
    if numbers.marks.isPlain {
      let first = unsafe decimalNumber(in: QuotedText.unquoted(block.field(x, ofRow: row)))
      let second = unsafe decimalNumber(in: QuotedText.unquoted(block.field(y, ofRow: row)))
      if !first.isNaN && !second.isNaN {
        numbers.withPoints.observe(first, second)
        return
      }
    }
    var plain = [Double.nan, Double.nan]
    var withCommas = plain
    for (place, column) in [x, y].enumerated() {
      text.take(unsafe QuotedText.unquoted(block.field(column, ofRow: row)).span)
      let storage = text.bytes
      let bytes = storage.span
      let range = bytes.trimmedRange
      if range.isEmpty { continue }
      numbers.marks.observe(bytes, column: column)
      plain[place] = Self.number(bytes, range, NumberShape.point, &digits)
      withCommas[place] = Self.number(bytes, range, NumberShape.comma, &digits)
      if plain[place].isNaN, let angle = AngleText(bytes, range, digits: &digits),
        angle.axis != nil || angle.areDegrees
      {
        numbers.hasAngles = true
        (plain[place], withCommas[place]) = (angle.value, angle.value)
      }
    }
    numbers.withPoints.observe(plain[0], plain[1])
    numbers.withCommas.observe(withCommas[0], withCommas[1])
  }

  /// Returns a number read with a decimal mark; not-a-number where it goes against it.
  private static func number(
    _ text: Span<UInt8>, _ range: Range<Int>, _ decimal: UInt8, _ digits: inout [UInt8]
  ) -> Double {
    if case .number(let number) = NumberMarks(decimal: decimal).read(text, range, digits: &digits) {
      return number
    }
    return decimal == NumberShape.point ? decimalNumber(in: text.extracting(range)) : .nan
  }

  private mutating func settle(
    _ numbers: Numbers, named: [(key: ColumnKey, name: String)], isSystemNamed: Bool
  ) throws(CoordinateError) -> CoordinateReading {
    let header = columns.header
    if columns.coordinateKind == .geographic {
      let decimal = try numbers.marks.settle(.degrees, path: path, header: header)
      return CoordinateReading(marks: NumberMarks(decimal: decimal, areDegrees: true))
    }
    let areMetres =
      isSystemNamed || named.contains { $0.key == .easting } || columns.areCalledMetres
    let either =
      numbers.marks.eitherComma == nil ? numbers.withPoints : numbers.withCommas
    let decimal = try numbers.marks.settle(
      areMetres ? .metres : .unknown(canBeDegrees: either.isDegrees), path: path, header: header)
    let values = decimal == NumberShape.point ? numbers.withPoints : numbers.withCommas
    var reading = CoordinateReading(marks: NumberMarks(decimal: decimal))
    if !isSystemNamed {
      if values.isDegrees {
        columns.takeAsDegrees()
        reading.marks.areDegrees = true
      } else {
        reading.assumesMetres = true
      }
    }
    return reading
  }

  // MARK: - One column

  /// Finds the column that holds positions, by its content; `nil` if there is none.
  private mutating func findPosition(
    named: [(key: ColumnKey, name: String)]
  ) throws -> PositionColumn? {
    let candidates = columns.mayHoldPositions
    guard !candidates.isEmpty else { return nil }
    let found = try evidence(ofPositionsIn: candidates)
    let isAskedFor = named.contains { $0.key == .location && !$0.name.isEmpty }
    var best: (rank: Int, place: Int)?
    for (place, column) in candidates.enumerated() {
      let isNamed = isAskedFor && columns[.location] == column
      let isLikely = isNamed || PositionEvidence.isLikelyName(columns.header[column])
      guard var rank = found[place].rank(isLikelyName: isLikely) else { continue }
      if isNamed { rank += 100 }
      if rank > best?.rank ?? .min { best = (rank, place) }
    }
    guard let best else { return nil }
    let position = try found[best.place].settle(
      candidates[best.place], header: columns.header, order: nil, path: path)
    columns.take(position)
    return position
  }

  /// Returns what the first rows say of columns that may hold positions.
  private mutating func evidence(
    ofPositionsIn wanted: [Int]
  ) throws -> [PositionEvidence] {
    var found = wanted.map { _ in PositionEvidence() }
    var rows = 0
    try visit(wanted) { scan, block in
      for row in 0..<block.rowCount where rows < Self.rowsLookedAt {
        let count = block.fieldCount(ofRow: row)
        if count > 0 { rows += 1 }
        for (place, column) in wanted.enumerated() where column < count {
          let evidence = found[place]
          if evidence.understood == 0 && evidence.filled >= Self.patience { continue }
          scan.text.take(unsafe QuotedText.unquoted(block.field(column, ofRow: row)).span)
          let storage = scan.text.bytes
          found[place].observe(storage.span, digits: &scan.digits)
        }
      }
      return !found.contains { $0.understood > 0 }
        && found.contains { $0.filled < Self.patience }
    }
    return found
  }

  // MARK: - Rows

  /// Shows the first rows, and those that follow as long as they are asked for.
  private mutating func visit(
    _ wanted: [Int], _ look: (inout CoordinateScan, TextBlock) -> Bool
  ) throws {
    var wantsMore = true
    if beginning.origin == nil {
      var scan = self
      let isWhole = beginning.visitRowsAtHand { wantsMore = look(&scan, $0) }
      self = scan
      if isWhole || !wantsMore { return }
    }
    guard beginning.stream.canRepeat else { return }
    let reader = try TextReader(part: part, features: FeatureSystem { _ in true })
    let block = TextBlock(capacity: TextReader.blockSize)
    let columns = WantedColumns(wanted, of: reader.header.count)
    var bytes = 0
    repeat {
      do throws(TextFault) {
        guard try reader.fillReady(block, columns) else { return }
      } catch {
        // The reading proper meets the same fault and words it.
        return
      }
      bytes += block.length
      wantsMore = look(&self, block)
    } while wantsMore && bytes < Self.bytesReadOn
  }
}
