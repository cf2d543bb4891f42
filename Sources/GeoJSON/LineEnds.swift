import CKernels

/// Counts the line feeds of bytes.
///
/// - Returns: How many there are, and where the last of them is.
/// - Complexity: O(*n*) for *n* bytes, 64 at a step.
func lineEnds(in bytes: ArraySlice<UInt8>) -> (count: Int, last: Int?) {
  let feed = UInt8(ascii: "\n")
  let whole = bytes.count / 64 * 64
  var count = unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return 0 }
    // Bound: 64 bytes from each position on are within the buffer.
    return stride(from: 0, to: whole, by: 64).reduce(0) {
      unsafe $0 + hotspots_match64(start + $1, feed).nonzeroBitCount
    }
  }
  for byte in bytes.dropFirst(whole) where byte == feed { count += 1 }
  return (count, count > 0 ? bytes.lastIndex(of: feed) : nil)
}
