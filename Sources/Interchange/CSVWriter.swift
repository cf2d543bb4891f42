package import Tables

/// Writes the columns of a table as CSV (RFC 4180, https://doi.org/10.17487/RFC4180).
///
/// UTF-8, rows ended by a line feed, numbers with at most nine significant digits, absent values
/// empty. Text that a spreadsheet would run as a formula is left as it is: the file is data.
package struct CSVWriter: Sendable {
  /// The byte-order mark of UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  private let marksEncoding: Bool

  /// Creates a writer.
  ///
  /// - Parameter marksEncoding: Whether the file begins with a byte-order mark, without which some
  ///   spreadsheet programs take UTF-8 for the code page of the machine.
  package init(marksEncoding: Bool = false) { self.marksEncoding = marksEncoding }

  /// Writes a table.
  ///
  /// - Throws: ``OutputError``.
  package func write(_ table: FeatureTable, to file: OutputFile) throws(OutputError) {
    var buffer = ByteBuffer(marksEncoding ? Self.mark : [])
    let columns = table.columns.map(\.values)
    for (position, column) in table.columns.enumerated() {
      if position > 0 { buffer.append(UInt8(ascii: ",")) }
      buffer.append(csv: column.name)
    }
    buffer.append(UInt8(ascii: "\n"))
    for row in 0..<table.rowCount {
      for position in columns.indices {
        if position > 0 { buffer.append(UInt8(ascii: ",")) }
        switch columns[position] {
        case .text(let values): buffer.append(csv: values[row] ?? "")
        case .integers(let values): if let value = values[row] { buffer.append(value) }
        case .reals(let values): if let value = values[row] { buffer.append(significant: value) }
        }
      }
      buffer.append(UInt8(ascii: "\n"))
      if buffer.count > 1 << 18 {
        try file.write(buffer)
        buffer.removeAll()
      }
    }
    try file.write(buffer)
  }
}

extension ByteBuffer {
  /// Appends a field, in quotes where it needs them.
  package mutating func append(csv text: String) {
    let needsQuotes = text.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    if !needsQuotes {
      append(text)
      return
    }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
