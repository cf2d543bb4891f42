import Glibc

/// How dictionaries of fields hash and compare bytes.
enum FieldBytes {
  /// Mixes the length, the first eight and the last eight bytes; the result has 24 bits.
  @inline(__always)
  static func hash(_ field: UnsafeBufferPointer<UInt8>) -> Int {
    var value = UInt64(field.count)
    if field.count >= 8, let base = unsafe UnsafeRawPointer(field.baseAddress) {
      // Bound: eight bytes from the start and eight up to the end lie in the field.
      value ^= unsafe base.loadUnaligned(as: UInt64.self)
      value = value &* 0x9E37_79B9_7F4A_7C15
      value ^= unsafe base.loadUnaligned(fromByteOffset: field.count - 8, as: UInt64.self)
    } else {
      for position in 0..<field.count { value = unsafe value << 8 ^ UInt64(field[position]) }
    }
    value = value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: value >> 40)
  }

  /// Returns whether a field is the spelling of the same length that begins at a position.
  @inline(__always)
  static func isSame(
    _ field: UnsafeBufferPointer<UInt8>, _ spellings: [UInt8], _ start: Int
  ) -> Bool {
    guard let first = field.baseAddress, !field.isEmpty else { return field.isEmpty }
    return unsafe spellings.withUnsafeBufferPointer { spellings in
      // Bound: the spelling lies within the bytes kept, and the field is as long.
      guard let kept = spellings.baseAddress else { return false }
      return unsafe memcmp(first, kept + start, field.count) == 0
    }
  }
}
