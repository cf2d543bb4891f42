extension Int: PartCodable {
  /// Appends the number: 0, -1, 1, -2 as 0, 1, 2, 3.
  package func encode(into part: inout PartEncoder) {
    part.append(number: UInt64(bitPattern: Int64(self << 1 ^ self >> 63)))
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let number = try part.number()
    self = Int(truncatingIfNeeded: number >> 1) ^ -Int(truncatingIfNeeded: number & 1)
  }
}

extension Int64: PartCodable {
  package func encode(into part: inout PartEncoder) { Int(self).encode(into: &part) }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(try part.decode(Int.self))
  }
}

extension Int32: PartCodable {
  package func encode(into part: inout PartEncoder) { Int(self).encode(into: &part) }

  package init(from part: inout PartDecoder) throws(PartError) {
    guard let number = Int32(exactly: try part.decode(Int.self)) else {
      throw part.unreadable("a number of 32 bits")
    }
    self = number
  }
}

extension UInt8: PartCodable {
  package func encode(into part: inout PartEncoder) { part.append(self) }

  package init(from part: inout PartDecoder) throws(PartError) { self = try part.byte() }
}

extension UInt16: PartCodable {
  package func encode(into part: inout PartEncoder) { part.append(number: UInt64(self)) }

  package init(from part: inout PartDecoder) throws(PartError) {
    guard let number = UInt16(exactly: try part.number()) else {
      throw part.unreadable("a number of 16 bits")
    }
    self = number
  }
}

extension UInt32: PartCodable {
  package func encode(into part: inout PartEncoder) { part.append(number: UInt64(self)) }

  package init(from part: inout PartDecoder) throws(PartError) {
    guard let number = UInt32(exactly: try part.number()) else {
      throw part.unreadable("a number of 32 bits")
    }
    self = number
  }
}

extension UInt64: PartCodable {
  package func encode(into part: inout PartEncoder) { part.append(number: self) }

  package init(from part: inout PartDecoder) throws(PartError) { self = try part.number() }
}

extension Int128: PartCodable {
  package func encode(into part: inout PartEncoder) {
    part.append(wideNumber: UInt128(bitPattern: self << 1 ^ self >> 127))
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    let number = try part.wideNumber()
    self = Int128(truncatingIfNeeded: number >> 1) ^ -Int128(truncatingIfNeeded: number & 1)
  }
}

extension Double: PartCodable {
  /// Appends the bits, the lowest byte first.
  package func encode(into part: inout PartEncoder) {
    for byte in 0..<8 { part.append(UInt8(truncatingIfNeeded: bitPattern >> (8 * UInt64(byte)))) }
  }

  package init(from part: inout PartDecoder) throws(PartError) {
    self.init(bitPattern: try part.bytes(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
  }
}

extension Bool: PartCodable {
  package func encode(into part: inout PartEncoder) { part.append(self ? 1 : 0) }

  package init(from part: inout PartDecoder) throws(PartError) {
    switch try part.byte() {
    case 0: self = false
    case 1: self = true
    default: throw part.unreadable("yes or no")
    }
  }
}
