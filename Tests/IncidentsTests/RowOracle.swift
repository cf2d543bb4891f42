/// Reads delimited text one byte at a time, looking ahead: slow, and after RFC 4180's grammar.
///
/// Shares no code and no design with the reader under test.
struct RowOracle {
  /// A row that is not blank.
  struct Row: Equatable {
    /// The fields' texts, without quotes, line ends and blanks around them.
    var fields: [String] = []
    /// Whether text follows a closing quote.
    var isMalformed = false
  }

  /// The rows, the header among them.
  private(set) var rows: [Row] = []
  /// The line, from 1, of the field whose quote is never closed.
  private(set) var openLine: Int?

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let newline: UInt8
  private var position = 0
  private var line = 1

  init(_ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), newline: UInt8 = 10) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.newline = newline
    while position < bytes.count, openLine == nil { readRow() }
  }

  private mutating func readRow() {
    var row = Row()
    let start = position
    while true {
      readField(into: &row)
      if openLine != nil { return }
      if isRowEnd(position) { break }
      position += 1
    }
    let raw = Array(bytes[start..<position])
    if !raw.isEmpty && raw != [13] { rows.append(row) }
    position += 1
    line += 1
  }

  private mutating func readField(into row: inout Row) {
    var text: [UInt8] = []
    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
      let fieldLine = line
      position += 1
      while true {
        guard position < bytes.count else {
          openLine = fieldLine
          return
        }
        if bytes[position] == UInt8(ascii: "\"") {
          position += 1
          guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { break }
        } else if bytes[position] == newline {
          line += 1
        }
        text.append(bytes[position])
        position += 1
      }
      let endsWithReturn =
        position < bytes.count && bytes[position] == 13 && isRowEnd(position + 1)
      if !isRowEnd(position), bytes[position] != delimiter, !endsWithReturn {
        row.isMalformed = true
      }
    }
    while !isRowEnd(position), bytes[position] != delimiter {
      text.append(bytes[position])
      position += 1
    }
    let isEnd: (UInt8) -> Bool = { $0 == 13 || $0 == 10 || $0 == 32 || $0 == 9 }
    while let last = text.last, isEnd(last) { text.removeLast() }
    row.fields.append(String(decoding: text.drop(while: isEnd), as: UTF8.self))
  }

  private func isRowEnd(_ position: Int) -> Bool {
    position >= bytes.count || bytes[position] == newline
  }
}
