/// Puts features into a block as rows: the place as two numbers, attributes as fields.
///
/// The fields are those that the same rows would have as comma-separated text, with quotes where
/// that needs them, so that the same incidents are the same in any format. Nobody has to look for
/// where they begin and end.
@safe struct RowWriter {
  private let block: TextBlock
  private var bytes: UnsafeMutablePointer<UInt8>
  private var fieldStarts: UnsafeMutablePointer<UInt32>
  private var rowStarts: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private var length = 0
  private var fieldCount = 0
  /// How many rows have been put in.
  private(set) var rowCount = 0
  /// Where the row begins that is being put in.
  private var rowStart = 0
  /// The first row that is longer than any is read.
  private var longRow: Int?
  private var x: [Double]
  private var y: [Double]
  private var carefulRow = FeatureRow()

  /// Begins to fill a block.
  init(_ block: TextBlock) {
    self.block = block
    (x, y) = block.takePositions()
    unsafe bytes = block.bytes
    unsafe fieldStarts = block.fieldStarts
    unsafe rowStarts = block.rowStarts
    capacity = block.capacity
    unsafe fieldStarts[0] = 0
    unsafe rowStarts[0] = 0
  }

  /// Whether the block has the rows that belong into one.
  var isFull: Bool { length >= Self.fullLength || rowCount >= Self.mostRows || longRow != nil }

  /// How many bytes the rows take so far.
  var byteCount: Int { length }

  private static let fullLength = TextReader.blockSize - 1 << 12
  private static let mostRows = 1 << 15

  /// Begins a row: its place, and the two fields of its coordinates.
  ///
  /// - Parameters:
  ///   - place: Where the feature lies.
  ///   - asText: Whether the fields of the coordinates have their text; otherwise they are empty.
  @inline(__always)
  mutating func begin(_ place: FeaturePosition, asText: Bool) {
    rowStart = length
    switch place {
    case .point(let east, let north) where east.isFinite && north.isFinite:
      x.append(east)
      y.append(north)
    case .none:
      x.append(.nan)
      y.append(.nan)
    case .point, .noPoint:
      x.append(.infinity)
      y.append(.infinity)
    }
    if asText {
      appendText(of: place)
    } else {
      endField()
    }
    endField()
  }

  /// Adds a field, in quotes where it needs them; it is not ended.
  @inline(__always)
  mutating func append(_ field: Span<UInt8>) {
    makeRoom(for: field.count)
    if !copyPlain(field) { appendCarefully(field) }
  }

  /// Ends a field.
  @inline(__always)
  mutating func endField() {
    makeRoom(for: 0)
    // Bound: there is room for a byte, and for as many fields as there are bytes.
    unsafe bytes[length] = UInt8(ascii: ",")
    length += 1
    fieldCount += 1
    unsafe fieldStarts[fieldCount] = UInt32(truncatingIfNeeded: length)
  }

  /// Ends a row, whose last field has been ended.
  @inline(__always)
  mutating func endRow() {
    // Bound: fields have been ended, so there is a byte before; there are fewer rows than fields.
    unsafe bytes[length - 1] = UInt8(ascii: "\n")
    if length - rowStart > TextReader.longestRow { longRow = longRow ?? rowCount }
    rowCount += 1
    unsafe rowStarts[rowCount] = UInt32(truncatingIfNeeded: fieldCount)
  }

  /// Hands the rows to the block.
  ///
  /// - Throws: ``TextFault/row(ordinal:lines:isQuoted:)`` for a row beyond
  ///   ``TextReader/longestRow``.
  func finish() throws(TextFault) {
    if let longRow { throw .row(ordinal: block.ordinal, lines: longRow, isQuoted: false) }
    block.hold(rows: rowCount, length: length, x: x, y: y)
  }

  // MARK: -

  @inline(__always)
  private mutating func makeRoom(for count: Int) {
    if length + count >= capacity { grow(for: count) }
  }

  @inline(never)
  private mutating func grow(for count: Int) {
    while length + count >= block.capacity {
      block.grow(keeping: length, fields: fieldCount, rows: rowCount)
    }
    unsafe bytes = block.bytes
    unsafe fieldStarts = block.fieldStarts
    unsafe rowStarts = block.rowStarts
    capacity = block.capacity
  }

  @inline(never)
  private mutating func appendText(of place: FeaturePosition) {
    carefulRow.removeAll()
    switch place {
    case .none: carefulRow.appendNoPosition()
    case .noPoint: carefulRow.appendNoPoint()
    case .point(let x, let y): carefulRow.append(x: x, y: y)
    }
    let text = carefulRow.bytes
    let separator = text.firstIndex(of: UInt8(ascii: ",")) ?? 0
    copy(text.span.extracting(0..<separator))
    endField()
    copy(text.span.extracting((separator + 1)...))
  }

  /// Copies a field of which every byte is a letter without accents, and none a comma or quote.
  ///
  /// - Returns: False where one is not; what was copied does not count.
  @inline(__always)
  private mutating func copyPlain(_ field: Span<UInt8>) -> Bool {
    let count = field.count
    if count == 0 { return true }
    var special: UInt64 = 0
    unsafe field.withUnsafeBytes { source in
      guard let from = source.baseAddress else { return }
      let to = unsafe UnsafeMutableRawPointer(bytes + length)
      if count < 8 {
        for position in 0..<count {
          // Bound: the position is below the count, for which room has been made.
          let byte = unsafe source[position]
          special |= Self.special(UInt64(byte) | 0x4141_4141_4141_4100)
          unsafe to.storeBytes(of: byte, toByteOffset: position, as: UInt8.self)
        }
        return
      }
      var position = 0
      while position < count {
        // Bound: the last eight bytes end where the field does.
        let start = min(position, count - 8)
        let word = unsafe from.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        special |= Self.special(word)
        unsafe to.storeBytes(of: word, toByteOffset: start, as: UInt64.self)
        position += 8
      }
    }
    if special != 0 { return false }
    length += count
    return true
  }

  /// Returns a number that is not 0 where one of eight bytes is above 127 or below 32, a comma or a
  /// quote (Anderson, https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord).
  @inline(__always)
  private static func special(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let commas = word ^ (ones &* UInt64(UInt8(ascii: ",")))
    let quotes = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let below = (word &- ones &* 0x20) & ~word
    return (below | (commas &- ones) & ~commas | (quotes &- ones) & ~quotes | word)
      & (ones &* 0x80)
  }

  /// Appends a field with letters beyond those of English, or that needs quotes; bytes that are no
  /// UTF-8 become the replacement character.
  @inline(never)
  private mutating func appendCarefully(_ field: Span<UInt8>) {
    carefulRow.removeAll()
    carefulRow.append(
      text: unsafe field.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) })
    let text = carefulRow.bytes
    copy(text.span)
  }

  private mutating func copy(_ text: Span<UInt8>) {
    makeRoom(for: text.count)
    unsafe text.withUnsafeBufferPointer { text in
      // Bound: room has been made for as many.
      if let start = text.baseAddress {
        unsafe (bytes + length).update(from: start, count: text.count)
      }
    }
    length += text.count
  }
}

/// Where a feature lies.
enum FeaturePosition: Sendable, Equatable {
  /// It has no geometry.
  case none
  /// Its geometry is no point.
  case noPoint
  /// It is a point.
  case point(x: Double, y: Double)
}
