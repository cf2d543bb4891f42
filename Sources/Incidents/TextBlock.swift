import CKernels

/// A run of whole rows of a delimited file, and where their fields begin.
///
/// Owns its memory, which is used again for block after block.
///
/// Sendable because it is used by one worker at a time, and handed over only with its reader's
/// lock.
@safe package final class TextBlock: @unchecked Sendable {
  /// Which block of the file this is, from 0.
  var ordinal = 0
  /// How many bytes of whole rows there are.
  private(set) var length = 0
  /// How many rows there are, blank lines included.
  package private(set) var rowCount = 0
  /// How many lines there are, those inside quotes included.
  private(set) var lineCount = 0
  /// Rows with text after a closing quote, in order.
  private(set) var malformedRows: [Int] = []
  /// Whether text follows a closing quote in any row.
  var hasMalformedRows: Bool { !malformedRows.isEmpty }
  /// Where a quote is opened and not closed within the block.
  private(set) var openQuote: Int?
  /// Features that are still to be turned into rows.
  var share: (any FeatureShare)?
  /// The coordinates of each row, of features whose places are numbers in the file: not-a-number
  /// where there is no place, infinite where the geometry is no point.
  private(set) var x: [Double] = []
  private(set) var y: [Double] = []
  /// Properties of features without a column, the first few of the block.
  var unlistedNames: [String] = []
  /// Whether the fields have been found.
  private var isIndexed = true

  /// The bytes; 64 more than `capacity` can be read.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  /// Field *k* begins at `fieldStarts[k]` and ends before `fieldStarts[k + 1] - 1`.
  private(set) var fieldStarts: UnsafeMutablePointer<UInt32>
  /// Row *r* has the fields from `rowStarts[r]` to before `rowStarts[r + 1]`.
  private(set) var rowStarts: UnsafeMutablePointer<UInt32>

  private static let padding = 64
  private static let fieldsBeyond = Int(HOTSPOTS_FIELDS_BEYOND)

  /// Makes an empty block.
  ///
  /// - Parameter capacity: How many bytes of rows it holds at first.
  package init(capacity: Int) {
    self.capacity = capacity
    unsafe bytes = .allocate(capacity: capacity + Self.padding)
    // One more than there can be separators; pages never touched take no memory.
    unsafe fieldStarts = .allocate(capacity: capacity + 2 + Self.fieldsBeyond)
    unsafe rowStarts = .allocate(capacity: capacity + 2)
  }

  deinit {
    unsafe bytes.deallocate()
    unsafe fieldStarts.deallocate()
    unsafe rowStarts.deallocate()
  }

  /// Doubles the space, keeping what has been put in.
  ///
  /// - Parameters:
  ///   - count: How many bytes are kept.
  ///   - fields: How many fields have been ended.
  ///   - rows: How many rows have been ended.
  func grow(keeping count: Int, fields: Int = 0, rows: Int = 0) {
    capacity *= 2
    func enlarge<Value: BitwiseCopyable>(
      _ old: inout UnsafeMutablePointer<Value>, to size: Int, keeping count: Int
    ) {
      let larger = UnsafeMutablePointer<Value>.allocate(capacity: size)
      // Bound: so many were put into the space before, which had half the size.
      unsafe larger.update(from: old, count: count)
      unsafe old.deallocate()
      unsafe old = unsafe larger
    }
    unsafe enlarge(&bytes, to: capacity + Self.padding, keeping: count)
    unsafe enlarge(
      &fieldStarts, to: capacity + 2 + Self.fieldsBeyond, keeping: fields == 0 ? 0 : fields + 1)
    unsafe enlarge(&rowStarts, to: capacity + 2, keeping: fields == 0 ? 0 : rows + 1)
  }

  /// Hands out the storage of coordinates, emptied.
  func takePositions() -> (x: [Double], y: [Double]) {
    defer { (x, y) = ([], []) }
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    return (x, y)
  }

  /// Notes that rows have been put into the block, whose fields are known.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - length: How many bytes of whole rows there are.
  ///   - x: The rows' eastings or longitudes.
  ///   - y: Their northings or latitudes.
  func hold(rows: Int, length: Int, x: [Double], y: [Double]) {
    precondition(length <= capacity, "TextBlock.hold: more bytes than the block holds")
    self.length = length
    rowCount = rows
    lineCount = rows
    malformedRows.removeAll(keepingCapacity: true)
    openQuote = nil
    isIndexed = true
    (self.x, self.y) = (x, y)
  }

  /// Notes that the block holds whole rows without quotes, to be indexed later.
  ///
  /// - Parameter length: How many bytes of whole rows there are.
  func holdPlain(length: Int) {
    precondition(length <= capacity, "TextBlock.holdPlain: more bytes than the block holds")
    self.length = length
    malformedRows.removeAll(keepingCapacity: true)
    openQuote = nil
    isIndexed = false
  }

  /// Finds the fields of rows without quotes.
  ///
  /// - Complexity: O(*n*), 64 bytes at a step.
  private func indexPlain(dialect: Dialect) {
    unsafe fieldStarts[0] = 0
    unsafe rowStarts[0] = 0
    // Bound: 64 bytes beyond the capacity can be read; there are at most `length` separators, and
    // room for as many more as are written at once.
    rowCount = unsafe Int(
      hotspots_index_fields(
        bytes, Int64(length), dialect.newline, dialect.delimiter, fieldStarts, rowStarts))
    lineCount = rowCount
  }

  /// Finds the fields of the block's rows, where that is still to be done.
  package func index(dialect: Dialect) {
    if !isIndexed { indexPlain(dialect: dialect) }
    isIndexed = true
  }

  /// Finds the fields of rows some of which have quotes.
  ///
  /// A quote opens a quoted field only at the field's beginning; elsewhere it is a character like
  /// any other, as spreadsheets read it. In a quoted field two quotes stand for one, and separators
  /// are text. Where a closing quote is followed by anything but a separator, the row is malformed.
  ///
  /// - Parameters:
  ///   - available: How many bytes there are; the last row may be cut.
  ///   - dialect: How the file separates fields and rows.
  /// - Complexity: O(*n*).
  func indexQuoted(available: Int, dialect: Dialect) {
    precondition(available <= capacity, "TextBlock.indexQuoted: more bytes than the block holds")
    isIndexed = true
    openQuote = nil
    malformedRows.removeAll(keepingCapacity: true)
    if !indexWellQuoted(available: available, dialect: dialect) {
      indexCarefully(available: available, dialect: dialect)
    }
    length = unsafe Int(fieldStarts[Int(rowStarts[rowCount])])
    while let last = malformedRows.last, last >= rowCount { malformedRows.removeLast() }
  }

  /// Finds the fields where every quote opens or closes a field or is doubled.
  ///
  /// The bytes inside quotes are those with an odd number of quotes before them.
  ///
  /// - Returns: False when some quote stands elsewhere; the index is then not usable.
  private func indexWellQuoted(available: Int, dialect: Dialect) -> Bool {
    var field = 0
    var row = 0
    var lines = 0
    var rowLines = 0
    unsafe fieldStarts[0] = 0
    unsafe rowStarts[0] = 0
    // All ones while inside quotes.
    var inside: UInt64 = 0
    // Whether the byte before this word is a separator or quote, whether it closes a field, and
    // whether it is a carriage return behind a closing quote.
    var followsSeparator: UInt64 = 1
    var followsClosing: UInt64 = 0
    var followsReturn: UInt64 = 0
    openQuote = nil
    var base = 0
    while base < available {
      let valid = available - base < 64 ? (UInt64(1) << UInt64(available - base)) - 1 : ~0
      // Bound: as in `indexPlain`.
      let quotes = unsafe hotspots_match64(bytes + base, Dialect.quote) & valid
      let newlines = unsafe hotspots_match64(bytes + base, dialect.newline) & valid
      let delimiters = unsafe hotspots_match64(bytes + base, dialect.delimiter) & valid
      let parity = hotspots_running_parity(quotes) ^ inside
      var separators = (newlines | delimiters) & ~parity
      // Most words of a file without many quotes need no more.
      if quotes != 0 || inside != 0 || followsClosing != 0 || followsReturn != 0 {
        let opening = quotes & parity
        let closing = quotes & ~parity
        let mayOpen = (separators | quotes) << 1 | followsSeparator
        let mustFollow = closing << 1 | followsClosing
        let mayFollow = separators | quotes | ~valid
        if opening & ~mayOpen != 0 { return false }
        // Only a carriage return that ends the row may stand between.
        let others = mustFollow & ~mayFollow
        let returns = unsafe hotspots_match64(bytes + base, UInt8(ascii: "\r"))
        if others & ~returns != 0 { return false }
        if (others << 1 | followsReturn) & ~(newlines | ~valid) != 0 { return false }
        followsReturn = others >> 63
        followsClosing = closing >> 63
        inside = UInt64(bitPattern: Int64(bitPattern: parity) >> 63)
      }
      followsSeparator = (separators | quotes) >> 63
      while separators != 0 {
        let bit = UInt64(truncatingIfNeeded: separators.trailingZeroBitCount)
        field += 1
        unsafe fieldStarts[field] = UInt32(truncatingIfNeeded: base + Int(bit) + 1)
        unsafe rowStarts[row + 1] = UInt32(truncatingIfNeeded: field)
        if newlines >> bit & 1 == 1 {
          row += 1
          rowLines = lines + (newlines & ((2 << bit) &- 1)).nonzeroBitCount
        }
        separators &= separators &- 1
      }
      lines += newlines.nonzeroBitCount
      base += 64
    }
    if inside != 0 { openQuote = unsafe Int(fieldStarts[field]) }
    rowCount = row
    lineCount = rowLines
    return true
  }

  /// Finds the fields byte by byte, with quotes anywhere.
  private func indexCarefully(available: Int, dialect: Dialect) {
    enum State { case fieldStart, plain, quoted, afterQuote, afterReturn }
    var state = State.fieldStart
    var field = 0
    var row = 0
    var lines = 0
    var rowLines = 0
    openQuote = nil
    unsafe fieldStarts[0] = 0
    unsafe rowStarts[0] = 0
    for position in 0..<available {
      // Bound: `available` is at most the capacity.
      let byte = unsafe bytes[position]
      let isNewline = byte == dialect.newline
      if isNewline { lines += 1 }
      if state == .quoted {
        if byte == Dialect.quote { state = .afterQuote }
        continue
      }
      if state == .afterReturn && !isNewline {
        if malformedRows.last != row { malformedRows.append(row) }
        state = .plain
      }
      if isNewline || byte == dialect.delimiter {
        field += 1
        unsafe fieldStarts[field] = UInt32(truncatingIfNeeded: position + 1)
        unsafe rowStarts[row + 1] = UInt32(truncatingIfNeeded: field)
        if isNewline {
          row += 1
          rowLines = lines
        }
        state = .fieldStart
      } else if byte == Dialect.quote && state != .plain {
        state = .quoted
      } else if state == .afterQuote {
        if byte == UInt8(ascii: "\r") {
          state = .afterReturn
        } else {
          if malformedRows.last != row { malformedRows.append(row) }
          state = .plain
        }
      } else {
        state = .plain
      }
    }
    if state == .quoted { openQuote = unsafe Int(fieldStarts[field]) }
    rowCount = row
    lineCount = rowLines
  }

  /// Counts the line ends before a row, for messages.
  func lines(beforeRow row: Int, dialect: Dialect) -> Int {
    // Bound: a row of the block.
    lines(before: unsafe Int(fieldStarts[Int(rowStarts[row])]), dialect: dialect)
  }

  /// Counts the line ends before a position, from another on, for messages.
  func lines(from start: Int = 0, before position: Int, dialect: Dialect) -> Int {
    var count = 0
    for index in min(start, position)..<min(position, capacity)
    where unsafe bytes[index] == dialect.newline {
      count += 1
    }
    return count
  }

  /// Returns the bytes of a field, quotes included; empty for a row shorter than that.
  @inline(__always)
  func field(_ column: Int, ofRow row: Int) -> UnsafeBufferPointer<UInt8> {
    unsafe RowFields(of: self).field(column, ofRow: row)
  }

  /// Returns how many fields a row has; 0 for a blank line.
  @inline(__always)
  func fieldCount(ofRow row: Int) -> Int { RowFields(of: self).count(ofRow: row) }

  /// Returns whether text follows a closing quote in a row.
  ///
  /// - Complexity: O(log *n*) for *n* such rows.
  func isMalformed(_ row: Int) -> Bool {
    var (low, high) = (0, malformedRows.count)
    while low < high {
      let middle = (low + high) / 2
      if malformedRows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < malformedRows.count && malformedRows[low] == row
  }
}
