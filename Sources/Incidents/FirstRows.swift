/// The first rows of delimited text that are not blank, as one way of separating fields cuts them.
struct FirstRows {
  /// The fields of each row, without quotes and the blanks around them.
  private(set) var fields: [[String]] = []
  /// Where each row begins in the text.
  private(set) var starts: [Int] = []
  /// How many lines stand before each row.
  private(set) var linesBefore: [Int] = []

  /// How many bytes are looked at.
  private static let bytesLookedAt = 1 << 16

  /// Cuts the beginning of a text.
  ///
  /// - Parameters:
  ///   - text: The text behind a byte-order mark; the last row may be cut, and is left out.
  ///   - dialect: How fields and rows are separated.
  init(_ text: ArraySlice<UInt8>, dialect: Dialect) {
    let bytes = Array(text.prefix(Self.bytesLookedAt))
    let block = TextBlock(capacity: max(1, bytes.count))
    unsafe block.bytes.update(from: bytes, count: bytes.count)
    block.indexQuoted(available: bytes.count, dialect: dialect)
    var (lines, place) = (0, 0)
    for row in 0..<block.rowCount where fields.count < HeaderSearch.rowsLookedAt {
      // Bound: a row of the block.
      let start = unsafe Int(block.fieldStarts[Int(block.rowStarts[row])])
      lines += bytes[place..<start].count { $0 == dialect.newline }
      place = start
      let count = block.fieldCount(ofRow: row)
      if count == 0 { continue }
      let texts = (0..<count).map { unsafe QuotedText.text(block.field($0, ofRow: row)) }
      if texts.allSatisfy(\.isEmpty) { continue }
      fields.append(texts)
      starts.append(start)
      linesBefore.append(lines)
    }
  }
}

extension Dialect {
  /// Moves to the header where it stands below titles and notes.
  ///
  /// The byte between fields is that with which a row serves best as a header. Where none serves,
  /// the first row is the header unless its shape is that of a title; then the byte is that which
  /// cuts most rows alike.
  ///
  /// - Parameters:
  ///   - start: The beginning of the file.
  ///   - search: What is known of the header.
  mutating func moveToHeader(in start: ArraySlice<UInt8>, by search: HeaderSearch) {
    let text = start.dropFirst(preamble)
    let own = FirstRows(text, dialect: self)
    guard let first = own.fields.first, !search.isSure(first) else { return }
    var best: (isSure: Bool, columns: Int, delimiter: UInt8, start: Int, lines: Int)?
    var shapes: (alike: Int, delimiter: UInt8, rows: FirstRows)?
    // The byte of the first row comes first, and stays where another does no better.
    for byte in [delimiter] + Self.candidates.filter({ $0 != delimiter }) {
      var dialect = self
      dialect.delimiter = byte
      let rows = byte == delimiter ? own : FirstRows(text, dialect: dialect)
      if let found = search.header(among: rows.fields),
        best.map({ ($0.isSure ? 1 : 0, $0.columns) < (found.isSure ? 1 : 0, found.columns) })
          ?? true
      {
        best = (
          found.isSure, found.columns, byte, rows.starts[found.position],
          rows.linesBefore[found.position]
        )
      }
      let counts = Dictionary(rows.fields.map { ($0.count, 1) }, uniquingKeysWith: +)
      let alike = counts.map { ($0.key - 1) * $0.value }.max() ?? 0
      if alike > shapes?.alike ?? 0 { shapes = (alike, byte, rows) }
    }
    if let best {
      move(to: best.start, lines: best.lines, delimiter: best.delimiter)
    } else if first.count == 1, let (_, byte, rows) = shapes,
      let position = HeaderSearch.firstByShape(rows.fields.map { $0.count { !$0.isEmpty } }),
      position > 0,
      HeaderSearch.canBeNames(rows.fields[position], above: rows.fields[(position + 1)...])
    {
      move(to: rows.starts[position], lines: rows.linesBefore[position], delimiter: byte)
    }
  }

  private mutating func move(to start: Int, lines: Int, delimiter byte: UInt8) {
    preamble += start
    preambleLines += lines
    delimiter = byte
  }

  /// Moves to the line in which the user said that the header stands.
  ///
  /// - Parameters:
  ///   - line: The number of the line from 1, one with `sep=` included.
  ///   - start: The beginning of the file.
  ///   - isWhole: Whether that is all of the file.
  ///   - path: The file's name, for messages.
  /// - Throws: ``IncidentError/noHeader(path:line:count:)``.
  mutating func moveToHeader(
    inLine line: Int, of start: ArraySlice<UInt8>, isWhole: Bool, path: String
  ) throws(IncidentError) {
    let hasSeparatorLine = preambleLines > 0
    var position = start.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
    for number in 1..<line {
      guard let end = start.dropFirst(position).firstIndex(of: newline), end + 1 < start.endIndex
      else {
        throw .noHeader(path: path, line: HeaderLine(line), count: isWhole ? number : nil)
      }
      position = end + 1 - start.startIndex
    }
    let row = start.dropFirst(position).prefix { $0 != newline }
    let blanks: Set<UInt8> = [0x09, 0x0D, 0x20]
    guard !row.allSatisfy(blanks.contains) else {
      throw .noHeader(path: path, line: HeaderLine(line), count: line)
    }
    (preamble, preambleLines) = (position, line - 1)
    if !hasSeparatorLine {
      delimiter = Self.delimiter(ofRow: start.dropFirst(position), newline: newline)
    }
  }
}
