import Glibc

extension TextBlock {
  /// Returns whether the line end that does not end rows stands outside quotes in a row: a carriage
  /// return where rows end in line feeds, a line feed where they end in carriage returns.
  ///
  /// Such a row is several, or begins within another. Carriage returns before the row's own line
  /// end belong to it.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the row; most rows have no such byte and are searched
  ///   once.
  func hasOtherLineEnd(_ row: Int, dialect: Dialect) -> Bool {
    let carriageReturn = UInt8(ascii: "\r")
    let other = dialect.newline == carriageReturn ? UInt8(ascii: "\n") : carriageReturn
    // Bound: rows and fields were counted when the block was indexed.
    let start = unsafe Int(fieldStarts[Int(rowStarts[row])])
    var end = unsafe Int(fieldStarts[Int(rowStarts[row + 1])]) - 1
    while end > start, unsafe bytes[end - 1] == carriageReturn { end -= 1 }
    if unsafe memchr(bytes + start, Int32(other), end - start) == nil { return false }
    enum State { case fieldStart, plain, quoted, afterQuote }
    var state = State.fieldStart
    for position in start..<end {
      let byte = unsafe bytes[position]
      if state == .quoted {
        if byte == Dialect.quote { state = .afterQuote }
      } else if byte == other {
        return true
      } else if byte == dialect.delimiter {
        state = .fieldStart
      } else {
        state = byte == Dialect.quote && state != .plain ? .quoted : .plain
      }
    }
    return false
  }
}
