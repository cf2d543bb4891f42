/// Returns where a run of characters that a JSON string holds as they are ends: at the first quote,
/// backslash or control character, or at the end of the bytes.
///
/// Eight bytes are looked at in one word; a byte of it that is below *n*, or zero, sets its highest
/// bit, and of these the lowest is never wrong (Warren 2013, Hacker's Delight, chapter 6).
///
/// - Complexity: O(*n*) for a run of *n* bytes.
func endOfPlainText(from start: Int, in bytes: [UInt8]) -> Int {
  unsafe bytes.withUnsafeBytes { buffer in
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highest: UInt64 = 0x8080_8080_8080_8080
    var position = start
    // Bound: eight bytes from the position on are within the buffer.
    while position + 8 <= buffer.count {
      let word = unsafe UInt64(
        littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let control = (word &- ones &* 0x20) & ~word
      let quote = word ^ ones &* UInt64(UInt8(ascii: "\""))
      let backslash = word ^ ones &* UInt64(UInt8(ascii: "\\"))
      let found =
        (control | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash) & highest
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < buffer.count {
      let byte = unsafe buffer[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { break }
      position += 1
    }
    return position
  }
}
