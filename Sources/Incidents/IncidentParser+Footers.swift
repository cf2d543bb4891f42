// Rows that are none: totals, notes and headers among the rows of a table.

/// Where a file tells when and where, whether or not that is asked for.
struct FooterColumns {
  /// The columns of coordinates.
  var coordinates: (x: Int, y: Int)?
  /// The column of dates.
  var start: IncidentParser.TimeColumn?
  /// The header's names in lower case.
  var names: [String]
  /// The lengths and the first bytes of the names, to pass over most values.
  private var shapes: Set<Shape>

  private struct Shape: Hashable {
    var length: Int
    var first: UInt8
  }

  /// Takes the columns of a file.
  init(_ source: IncidentSource) {
    coordinates = source.columns.coordinates
    start = source.startColumn
    names = source.columns.header.map { $0.lowercased() }
    shapes = Set(
      source.columns.header.map {
        Shape(length: $0.utf8.count, first: ($0.utf8.first ?? 0) | 0x20)
      })
  }

  /// Returns whether a field can be the name of a column by its length and first letter.
  @inline(__always)
  func mayBeName(_ text: Span<UInt8>) -> Bool {
    if text.isEmpty { return false }
    // A byte-order mark, or blanks.
    if text[0] >= 0x80 || text[0] == UInt8(ascii: " ") { return true }
    return shapes.contains(Shape(length: text.count, first: text[0] | 0x20))
  }
}

extension IncidentParser {
  /// Returns why a row that has no usable place is none: it adds up others, or is a note.
  ///
  /// A totals row has the word for it in its first field that is not empty, and neither a date nor
  /// a place. A note is all that its row has, or stands in a row that ends too early.
  @inline(never)
  func footer(_ row: Int, _ fields: RowFields, count: Int) -> RowReason? {
    var first = 0
    while first < count, unsafe fields.field(first, ofRow: row).isEmpty { first += 1 }
    let field = unsafe QuotedText.unquoted(fields.field(first, ofRow: row))
    guard Self.mayBeginFooter(unsafe field.span) else { return nil }
    let text = unsafe QuotedText.text(field)
    if TableFooter.isTotal(text) {
      return isDated(row, fields) || isPlaced(row, fields) ? nil : .totalsRow
    }
    guard first == 0, TableFooter.isNote(text) else { return nil }
    let isAlone = fields.isEmpty(row, from: 1, count: count)
    return isAlone || count < fieldsNeeded ? .noteRow : nil
  }

  /// Returns whether the field of a row's start, which is a date, is too long for a count.
  @inline(__always)
  func hasLongDate(_ row: Int, _ fields: RowFields) -> Bool {
    unsafe fields.field(startColumn, ofRow: row).count > Self.longestCount
  }

  /// Looks at the first letters of a text, since most rows without a place are incidents.
  private static func mayBeginFooter(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    guard position < text.count else { return false }
    let byte = text[position]
    // A long word is a reference.
    let hasBlank = (position..<text.count).contains {
      text[$0] == UInt8(ascii: " ") || text[$0] == UInt8(ascii: ":")
    }
    if !hasBlank && text.count - position > Self.longestWord { return false }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "_"), 0x80...:
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      // A count of rows has a blank behind it.
      return hasBlank
    default:
      let lower = byte | 0x20
      return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
        && "cdefglnopqrstu".utf8.contains(lower)
    }
  }

  /// The longest text without a blank that is looked at.
  private static let longestWord = 16
  /// The most digits that are a count rather than a date.
  private static let longestCount = 7

  /// Returns whether a row has a date; numbers of up to seven digits are counts here.
  private func isDated(_ row: Int, _ fields: RowFields) -> Bool {
    guard let start = footerColumns.start else { return false }
    let kind = start.parse(fields, row).kind
    if kind == .absent || kind == .invalid { return false }
    let field = unsafe QuotedText.unquoted(fields.field(start.date, ofRow: row))
    let text = unsafe field.span
    return text.count > Self.longestCount
      || (0..<text.count).contains { text[$0] < UInt8(ascii: "0") || text[$0] > UInt8(ascii: "9") }
  }

  /// Returns whether a row has both coordinates, and they are not both zero.
  private func isPlaced(_ row: Int, _ fields: RowFields) -> Bool {
    guard let (x, y) = footerColumns.coordinates else { return false }
    let values = [x, y].map { column in
      unsafe decimalNumber(in: QuotedText.unquoted(fields.field(column, ofRow: row)))
    }
    return !values.contains(where: \.isNaN) && values != [0, 0]
  }

  /// What a row is that has names of columns in place of values.
  enum HeaderKind {
    /// The header once more.
    case repeated
    /// A header of other columns, or of the same in another order.
    case other
  }

  /// Returns whether a rejected row is a header after all, which is not read; one of other columns is
  /// kept as a fault.
  @inline(never)
  func isHeader(
    _ row: Int, _ block: TextBlock, _ fields: RowFields, _ dialect: Dialect, count: Int,
    _ tally: inout RowTally
  ) -> Bool {
    switch headerKind(row, fields, count: count) {
    case nil: return false
    case .repeated:
      tally.read -= 1
      tally.repeatedHeaders += 1
      return true
    case .other:
      let lines = countsRows ? row : block.lines(beforeRow: row, dialect: dialect)
      let place = RowTally.Place(file: file, block: block.ordinal, line: lines)
      tally.headerFault = min(place, tally.headerFault ?? place)
      return false
    }
  }

  /// Returns whether a row that cannot be understood is a header.
  ///
  /// It is another one if at least two of its fields, and more than half, are names of the header.
  @inline(never)
  func headerKind(_ row: Int, _ fields: RowFields, count: Int) -> HeaderKind? {
    let first = unsafe QuotedText.unquoted(fields.field(0, ofRow: row))
    if unsafe !first.isEmpty && !footerColumns.mayBeName(first.span) { return nil }
    var texts: [String] = []
    var matches = 0
    for column in 0..<count {
      var text = unsafe QuotedText.text(fields.field(column, ofRow: row)).lowercased()
      // Behind a byte-order mark quotes are part of the text.
      if column == 0, text.count > 1, text.hasPrefix("\""), text.hasSuffix("\"") {
        text = String(text.dropFirst().dropLast())
      }
      if text.isEmpty { continue }
      texts.append(text)
      if footerColumns.names.contains(text) { matches += 1 }
      // Rows of values end here, at the latest.
      if matches * 2 + 2 < texts.count { return nil }
    }
    if texts == footerColumns.names.filter({ !$0.isEmpty }) { return .repeated }
    return matches >= 2 && matches * 2 > texts.count ? .other : nil
  }
}
