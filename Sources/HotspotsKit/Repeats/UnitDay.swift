/// A unit and a day as one number, which orders by the unit and then by the day.
enum UnitDay {
  @inline(__always)
  static func packed(unit: Int, day: Int32) -> UInt64 {
    UInt64(unit) << 32 | UInt64(UInt32(bitPattern: day) ^ 0x8000_0000)
  }

  @inline(__always)
  static func unit(of day: UInt64) -> Int { Int(day >> 32) }

  @inline(__always)
  static func day(of day: UInt64) -> Int32 {
    Int32(bitPattern: UInt32(truncatingIfNeeded: day) ^ 0x8000_0000)
  }
}
