/// Reads values in the order in which they were written.
///
/// The bytes may be anything: what they cannot be gives a ``PartError``.
package struct PartDecoder: Sendable {
  private let bytes: [UInt8]
  private var position = 0
  private var known: [ObjectIdentifier: any Sendable] = [:]

  /// Starts at the first of some bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes have not been read.
  package var bytesLeft: Int { bytes.count - position }

  /// Reads a value.
  package mutating func decode<Value: PartCodable>(
    _ type: Value.Type = Value.self
  ) throws(PartError) -> Value {
    try Value(from: &self)
  }

  /// Checks that all bytes have been read.
  package func finish() throws(PartError) {
    if bytesLeft > 0 { throw .bytesLeft(bytesLeft) }
  }

  // MARK: - What is known beside the bytes

  /// Tells what values refer to and do not hold, such as the rules of the time zone.
  package mutating func provide<Value: Sendable>(_ value: Value) {
    known[ObjectIdentifier(Value.self)] = value
  }

  /// Returns what was provided; a missing one is an error of the program, and said as one.
  package func provided<Value: Sendable>(_ type: Value.Type) throws(PartError) -> Value {
    guard let value = known[ObjectIdentifier(type)] as? Value else {
      throw .inconsistent("no \(type) is known")
    }
    return value
  }

  // MARK: - Numbers and bytes

  /// Reads a byte.
  package mutating func byte() throws(PartError) -> UInt8 {
    guard position < bytes.count else { throw .cutShort(at: position) }
    defer { position += 1 }
    return bytes[position]
  }

  /// Reads some bytes.
  package mutating func bytes(_ count: Int) throws(PartError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytesLeft else { throw .cutShort(at: bytes.count) }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads a whole number of at least zero, in the fewest bytes that it takes.
  package mutating func number() throws(PartError) -> UInt64 {
    let start = position
    var (number, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = try byte()
      // The tenth byte has one bit left; a last byte of zero would be another way to write the same.
      guard shift < 63 || byte <= 1, byte != 0 || shift == 0 else {
        throw .unreadable("a number", at: start)
      }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// Reads a wide whole number of at least zero.
  package mutating func wideNumber() throws(PartError) -> UInt128 {
    let start = position
    var (number, shift): (UInt128, UInt128) = (0, 0)
    while true {
      let byte = try byte()
      // The nineteenth byte has two bits left.
      guard shift < 126 || byte <= 3, byte != 0 || shift == 0 else {
        throw .unreadable("a number", at: start)
      }
      number |= UInt128(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  /// Reads how many elements follow, each of at least one byte.
  package mutating func elementCount() throws(PartError) -> Int {
    let start = position
    guard let count = Int(exactly: try number()) else { throw .unreadable("a count", at: start) }
    guard count <= bytesLeft else { throw .cutShort(at: bytes.count) }
    return count
  }

  /// Reads a count of things: zero to ``largestCount``.
  package mutating func count() throws(PartError) -> Int {
    let start = position
    let count = try decode(Int.self)
    guard (0...Self.largestCount).contains(count) else { throw .unreadable("a count", at: start) }
    return count
  }

  /// Reads counts of things.
  package mutating func counts() throws(PartError) -> [Int] {
    let counts = try decode([Int].self)
    guard counts.allSatisfy({ (0...Self.largestCount).contains($0) }) else {
      throw .unreadable("counts", at: position)
    }
    return counts
  }

  /// The largest count that is believed, which a thousand times has room in 64 bits.
  package static let largestCount = 1 << 53

  /// Throws that a value is not what it should be.
  package func unreadable(_ expected: String) -> PartError { .unreadable(expected, at: position) }
}
