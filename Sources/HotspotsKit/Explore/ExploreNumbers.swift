import FoundationEssentials
import Interchange

/// Numbers as text that a script turns into typed arrays: little-endian bytes in base 64.
enum ExploreNumbers {
  /// Returns whole numbers from 0 in the narrowest type that holds all of them.
  static func column(_ values: [Int]) -> JSONValue {
    switch values.max() ?? 0 {
    case ...0xff: column("u8", values.map(UInt8.init))
    case ...0xffff: column("u16", bytes(values.map(UInt16.init)))
    case ...0xffff_ffff: column("u32", bytes(values.map(UInt32.init)))
    default: column(values.map(Double.init))
    }
  }

  /// Returns whole numbers with a sign, in 32 bits where these hold them.
  static func signed(_ values: [Int]) -> JSONValue {
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    guard low >= Int32.min, high <= Int32.max else { return column(values.map(Double.init)) }
    return column("i32", bytes(values.map { UInt32(bitPattern: Int32($0)) }))
  }

  /// Returns numbers, every bit of them.
  static func column(_ values: [Double]) -> JSONValue {
    column("f64", bytes(values.map(\.bitPattern)))
  }

  /// Returns numbers to seven digits.
  static func single(_ values: [Double]) -> JSONValue {
    column("f32", bytes(values.map { Float($0).bitPattern }))
  }

  /// Returns whole numbers as steps from one to the next, seven bits to a byte, the lowest first and
  /// the sign in the lowest bit: text of few letters where neighbours are alike.
  static func steps(_ values: [Int]) -> JSONValue {
    var bytes: [UInt8] = []
    var last = 0
    for value in values {
      let step = value - last
      last = value
      var rest = UInt(bitPattern: (step << 1) ^ (step >> (Int.bitWidth - 1)))
      while rest > 127 {
        bytes.append(UInt8(rest & 127) | 128)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return .text(Data(bytes).base64EncodedString())
  }

  private static func column(_ type: String, _ bytes: [UInt8]) -> JSONValue {
    .object([
      .init("type", .text(type)), .init("data", .text(Data(bytes).base64EncodedString())),
    ])
  }

  private static func bytes<Number: FixedWidthInteger>(_ values: [Number]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * Number.bitWidth / 8)
    for value in values {
      for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: value >> shift))
      }
    }
    return bytes
  }
}
