import Parts
import Statistics
import Testing

@Suite("PartCodable")
struct PartCodableTests {
  @Test(
    "Whole numbers take the bytes that the zig-zag numbers of Protocol Buffers take",
    arguments: [
      (0, [0]), (-1, [1]), (1, [2]), (-2, [3]), (63, [126]), (64, [0x80, 1]), (150, [0xAC, 2]),
    ] as [(Int, [UInt8])])
  func numbers(number: Int, bytes: [UInt8]) throws {
    #expect(encoded(number) == bytes)
    #expect(try decoded(Int.self, encoded(number)) == number)
  }

  @Test("Every value comes back as it was")
  func roundTrips() throws {
    try check([Int.min, -1, 0, 1, Int.max])
    try check([Int32.min, 0, Int32.max])
    try check([Int64.min, Int64.max])
    try check([UInt8.max, 0])
    try check([UInt16.max, 0, 300])
    try check([UInt32.max, 0])
    try check([UInt64.max, 0, 1 << 63])
    try check([Int128.min, -1, 0, 1, Int128.max])
    try check([0.1, -0.0, .infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude])
    try check([true, false])
    try check(["", "Croydon 001A", "Llanfairpwll", "é\u{0}☂"])
    try check([Optional([1, 2]), nil, []])
    #expect(encoded(1.0) == [0, 0, 0, 0, 0, 0, 0xF0, 0x3F])
    #expect(encoded("é") == [2, 0xC3, 0xA9])
    #expect(encoded([7, 8] as [UInt8]) == [2, 7, 8])
  }

  @Test("What cannot be is an error that says what is wrong")
  func faults() {
    #expect(throws: PartError.cutShort(at: 0)) { try decoded(Int.self, []) }
    #expect(throws: PartError.unreadable("a number", at: 0)) { try decoded(Int.self, [0x80, 0]) }
    #expect(throws: PartError.unreadable("a number", at: 0)) {
      try decoded(Int.self, [UInt8](repeating: 0xFF, count: 11))
    }
    #expect(throws: PartError.bytesLeft(1)) { try decoded(Int.self, [0, 0]) }
    #expect(throws: PartError.unreadable("a text in UTF-8", at: 3)) {
      try decoded(String.self, [2, 0xC3, 0x28])
    }
    #expect(throws: PartError.unreadable("yes or no", at: 1)) { try decoded(Bool.self, [2]) }
    #expect(throws: PartError.cutShort(at: 10)) {
      try decoded([Double].self, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0])
    }
    #expect(throws: PartError.unreadable("a number of 32 bits", at: 5)) {
      try decoded(Int32.self, [0x80, 0x80, 0x80, 0x80, 0x10])
    }
    #expect(throws: PartError.unreadable("a count", at: 0)) {
      var part = PartDecoder(encoded(-1))
      _ = try part.count()
    }
  }

  @Test(
    "Random, cut and changed bytes are errors or values, never a trap",
    arguments: 0..<40 as Range<UInt64>)
  func hostileBytes(seed: UInt64) {
    typealias Value = [Optional<[String]>]
    let whole = encoded([["Brixton", "Hackney"], nil, [], ["x"]] as Value)
    var random = SplitMix64(seed: seed)
    for _ in 0..<500 {
      var bytes = whole
      switch random.next() % 3 {
      case 0: bytes.removeLast(Int(random.next() % UInt64(bytes.count + 1)))
      case 1:
        bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
      default:
        bytes = (0..<random.next() % 64).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      }
      // What is read at all is written as it was.
      if let value = try? decoded(Value.self, bytes) { #expect(encoded(value) == bytes) }
      if let value = try? decoded([Int128].self, bytes) { #expect(encoded(value) == bytes) }
      if let value = try? decoded([UInt16].self, bytes) { #expect(encoded(value) == bytes) }
      if let value = try? decoded([Double].self, bytes) { #expect(encoded(value) == bytes) }
    }
  }

  private func check<Value: PartCodable & Equatable>(_ value: Value) throws {
    #expect(try decoded(Value.self, encoded(value)) == value)
  }

  private func encoded(_ value: some PartCodable) -> [UInt8] {
    var part = PartEncoder()
    part.encode(value)
    return part.bytes
  }

  private func decoded<Value: PartCodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    var part = PartDecoder(bytes)
    let value = try part.decode(type)
    try part.finish()
    return value
  }
}
