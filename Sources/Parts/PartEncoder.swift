/// Writes values one behind the other.
package struct PartEncoder: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates an empty part.
  package init() {}

  /// Returns the bytes of a value.
  package static func bytes(of value: some PartCodable) -> [UInt8] {
    var encoder = PartEncoder()
    encoder.encode(value)
    return encoder.bytes
  }

  /// Appends a value.
  package mutating func encode(_ value: some PartCodable) { value.encode(into: &self) }

  /// Appends a byte.
  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Appends bytes as they are, without their number.
  package mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends a whole number of at least zero: seven bits in each byte, the lowest first, and in the eighth
  /// whether more follow.
  package mutating func append(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a wide whole number of at least zero, in the same way.
  package mutating func append(wideNumber: UInt128) {
    var rest = wideNumber
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
