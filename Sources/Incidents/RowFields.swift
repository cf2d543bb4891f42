/// The fields of a block's rows, looked up in its memory.
///
/// A loop over rows that takes these once keeps three addresses at hand; each question put to the
/// block itself makes sure first that nothing changes it at the same time.
///
/// Bound: valid while the block lives and until it is filled or indexed again.
@safe struct RowFields {
  private let bytes: UnsafePointer<UInt8>
  private let fieldStarts: UnsafePointer<UInt32>
  private let rowStarts: UnsafePointer<UInt32>

  /// Takes the fields of an indexed block.
  @inline(__always)
  init(of block: TextBlock) {
    unsafe bytes = UnsafePointer(block.bytes)
    unsafe fieldStarts = UnsafePointer(block.fieldStarts)
    unsafe rowStarts = UnsafePointer(block.rowStarts)
  }

  /// Returns the bytes of a field, quotes included; empty for a row shorter than that.
  @inline(__always)
  func field(_ column: Int, ofRow row: Int) -> UnsafeBufferPointer<UInt8> {
    // Bound: rows and fields were counted when the block was indexed.
    let first = unsafe Int(rowStarts[row])
    let next = unsafe Int(rowStarts[row + 1])
    guard column < next - first else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
    let start = unsafe Int(fieldStarts[first + column])
    var end = unsafe Int(fieldStarts[first + column + 1]) - 1
    if column == next - first - 1, end > start, unsafe bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
  }

  /// Returns whether a row has the bytes of a header, perhaps behind the byte-order mark of a file
  /// that was joined to another; false for no bytes.
  @inline(__always)
  func isRow(_ row: Int, _ header: Span<UInt8>) -> Bool {
    let start = unsafe Int(fieldStarts[Int(rowStarts[row])])
    let end = unsafe Int(fieldStarts[Int(rowStarts[row + 1])]) - 1
    let more = end - start - header.count
    // A carriage return and a mark are one and three bytes.
    guard more >= 0, more <= 4, !header.isEmpty else { return false }
    return isHeader(from: start, to: end, header)
  }

  @inline(never)
  private func isHeader(from start: Int, to end: Int, _ header: Span<UInt8>) -> Bool {
    var (start, end) = (start, end)
    // Bound: the row has at least as many bytes as the header.
    if end - start > header.count, unsafe bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end - start == header.count + 3, unsafe bytes[start] == 0xef,
      unsafe bytes[start + 1] == 0xbb, unsafe bytes[start + 2] == 0xbf
    {
      start += 3
    }
    guard end - start == header.count else { return false }
    for index in 0..<header.count where unsafe bytes[start + index] != header[index] {
      return false
    }
    return true
  }

  /// Returns whether all fields of a row are empty, as those are that a spreadsheet writes below its
  /// table.
  @inline(__always)
  func isEmpty(_ row: Int, count: Int) -> Bool {
    let start = unsafe Int(fieldStarts[Int(rowStarts[row])])
    let length = unsafe Int(fieldStarts[Int(rowStarts[row + 1])]) - 1 - start
    // As many bytes as there are separators, and perhaps a carriage return.
    if length != count { return length == count - 1 }
    return unsafe bytes[start + length - 1] == UInt8(ascii: "\r")
  }

  /// Returns whether the fields of a row from one on are empty.
  func isEmpty(_ row: Int, from first: Int, count: Int) -> Bool {
    (first..<count).allSatisfy { unsafe field($0, ofRow: row).isEmpty }
  }

  /// Returns how many fields a row has; 0 for a blank line.
  @inline(__always)
  func count(ofRow row: Int) -> Int {
    let first = unsafe Int(rowStarts[row])
    let count = unsafe Int(rowStarts[row + 1]) - first
    if count == 1 {
      let start = unsafe Int(fieldStarts[first])
      let length = unsafe Int(fieldStarts[first + 1]) - 1 - start
      if length == 0 { return 0 }
      if length == 1, unsafe bytes[start] == UInt8(ascii: "\r") { return 0 }
    }
    return count
  }
}
