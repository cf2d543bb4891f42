/// How a text file separates its fields and rows.
package struct Dialect: Sendable, Equatable {
  /// The byte between fields: comma, semicolon, tab or vertical bar.
  var delimiter: UInt8 = UInt8(ascii: ",")
  /// The byte that ends a row: a line feed, or a carriage return where that alone ends the first
  /// row.
  var newline: UInt8 = UInt8(ascii: "\n")
  /// How many bytes stand before the header: a byte-order mark, a spreadsheet's `sep=` line, titles.
  var preamble = 0
  /// How many lines the preamble has.
  var preambleLines = 0

  static let quote = UInt8(ascii: "\"")
  static let candidates = [",", ";", "\t", "|"].map { $0.utf8.first ?? 0 }

  /// Commas and line feeds.
  init() {}

  /// Looks at the beginning of a file.
  ///
  /// The delimiter is the candidate that occurs most often in the first row, outside quotes; a comma
  /// where none does.
  ///
  /// - Parameters:
  ///   - start: The first bytes, enough to hold the header.
  ///   - path: The file's name, for messages.
  /// - Throws: ``IncidentError/notDelimitedText(path:kind:)``.
  init(sniffing start: ArraySlice<UInt8>, path: String) throws(IncidentError) {
    var rest = start
    if rest.starts(with: [0xef, 0xbb, 0xbf]) {
      preamble = 3
      rest = rest.dropFirst(3)
    }
    if let kind = Self.foreignKind(of: rest) { throw .notDelimitedText(path: path, kind: kind) }
    newline = Self.newline(of: rest)
    if rest.starts(with: "sep=".utf8), let end = rest.firstIndex(of: newline) {
      let line = rest[rest.startIndex..<end].dropFirst(4).filter { $0 != UInt8(ascii: "\r") }
      if line.count == 1, let byte = line.first, Self.candidates.contains(byte) {
        preamble += end + 1 - rest.startIndex
        preambleLines = 1
        delimiter = byte
        return
      }
    }
    delimiter = Self.delimiter(ofRow: rest, newline: newline)
  }

  /// Returns the candidate that occurs most often in the first row, outside quotes; a comma where
  /// none does.
  static func delimiter(ofRow text: ArraySlice<UInt8>, newline: UInt8) -> UInt8 {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    for byte in text {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline { break }
      if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return most > 0 ? counts.firstIndex(of: most).map { candidates[$0] } ?? 0x2C : 0x2C
  }

  /// Returns what ends the first row: a carriage return only where no line feed follows it.
  ///
  /// Where quotes hide every line end, a line feed anywhere decides.
  private static func newline(of text: ArraySlice<UInt8>) -> UInt8 {
    let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var isQuoted = false
    for (position, byte) in zip(text.indices, text) {
      if byte == quote { isQuoted.toggle() }
      if isQuoted || (byte != feed && byte != carriageReturn) { continue }
      return text[position...].first { $0 != carriageReturn } == feed ? feed : carriageReturn
    }
    return text.contains(feed) || !text.contains(carriageReturn) ? feed : carriageReturn
  }

  /// Names the kind of file that certain first bytes betray.
  private static func foreignKind(of start: ArraySlice<UInt8>) -> String? {
    if start.starts(with: "SQLite format 3".utf8) { return "a GeoPackage or SQLite database" }
    if start.starts(with: [0x50, 0x4b, 0x03, 0x04]) {
      return "an Excel workbook or ZIP archive that is no file of its own"
    }
    if start.starts(with: [0xd0, 0xcf, 0x11, 0xe0]) {
      return "an old Excel workbook, or one with a password"
    }
    if start.starts(with: "%PDF".utf8) { return "a PDF document" }
    if start.starts(with: [0x00, 0x00, 0x27, 0x0a]) { return "a Shapefile" }
    if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") { return "JSON" }
    if start.first == UInt8(ascii: "<") { return "XML or HTML" }
    return start.contains(0) ? "binary data" : nil
  }
}
