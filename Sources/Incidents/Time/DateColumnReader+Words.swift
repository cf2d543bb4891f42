extension DateColumnReader {
  /// Reads `2017-03-31T18:00`, `31/03/2017 18:00` and the like, with or without seconds, in words
  /// of eight bytes; `nil` for any other text and for what is no date, which are read step by
  /// step.
  ///
  /// These are the layouts of most columns, and this takes less than half the time of
  /// ``readSteps(_:)``.
  @inline(__always)
  func readWords(_ text: Span<UInt8>) -> ParsedTime? {
    guard text.count == 16 || text.count == 19 else { return nil }
    // Both loads end at byte 16, the least count there is; the span checks them as well. Any bytes
    // are a whole number.
    let bytes = unsafe text.bytes
    let head = unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    let tail = unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))

    // The tail is `31T18:00` or `17 18:00`. Taking the digit 0 and the marks away leaves the values
    // of the digits, and 0 at the marks.
    let separator = UInt8(truncatingIfNeeded: tail >> 16)
    let tailDigits = (tail ^ 0x3030_3A30_3000_3030) & 0xFFFF_FFFF_FF00_FFFF
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " "),
      Self.areDigits(tailDigits), tailDigits & 0x0000_FF00_0000_0000 == 0
    else { return nil }
    let tailPairs = Self.pairs(tailDigits)
    let hour = Int(tailPairs >> 24 & 0xFF)
    let minute = Int(tailPairs >> 48 & 0xFF)

    var (year, month, day) = (0, 0, Int(tailPairs & 0xFF))
    let mark = UInt8(truncatingIfNeeded: head >> 16)
    if UInt8(truncatingIfNeeded: head >> 32) == UInt8(ascii: "-") {
      // The head is `2017-03-`.
      let headDigits = head ^ 0x2D30_302D_3030_3030
      guard Self.areDigits(headDigits), headDigits & 0xFF00_00FF_0000_0000 == 0 else { return nil }
      let headPairs = Self.pairs(headDigits)
      year = Int(headPairs & 0xFF) * 100 + Int(headPairs >> 16 & 0xFF)
      month = Int(headPairs >> 40 & 0xFF)
    } else {
      // The head is `31/03/20`.
      let headDigits = (head ^ 0x3030_0030_3000_3030) & 0xFFFF_00FF_FF00_FFFF
      guard
        mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "."),
        mark == UInt8(truncatingIfNeeded: head >> 40), Self.areDigits(headDigits)
      else { return nil }
      let headPairs = Self.pairs(headDigits)
      year = Int(headPairs >> 48 & 0xFF) * 100 + day
      switch order {
      case .dayFirst: (day, month) = (Int(headPairs & 0xFF), Int(headPairs >> 24 & 0xFF))
      case .monthFirst: (month, day) = (Int(headPairs & 0xFF), Int(headPairs >> 24 & 0xFF))
      case .yearFirst, nil: return nil
      }
    }

    var second = 0
    if text.count == 19 {
      let tens = Int(text[17] &- 0x30)
      let units = Int(text[18] &- 0x30)
      guard text[16] == UInt8(ascii: ":"), tens < 6, units < 10 else { return nil }
      second = tens * 10 + units
    }
    // The first year holds a day that stands for none, which the steps tell.
    guard year > Self.years.lowerBound, year <= Self.years.upperBound, month >= 1, month <= 12,
      day >= 1, day <= CivilDate.days(inMonth: month, of: year), hour < 24, minute < 60
    else { return nil }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: day)) * CivilTime.secondsPerDay
    return ParsedTime(.local, seconds: midnight + Int64(hour * 3600 + minute * 60 + second))
  }

  /// Whether each byte is at most 9.
  @inline(__always)
  private static func areDigits(_ word: UInt64) -> Bool {
    (word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
  }

  /// Returns each digit times ten and the one behind it: two digits as a number of at most 99,
  /// which a byte holds.
  @inline(__always)
  private static func pairs(_ digits: UInt64) -> UInt64 { digits &* 10 &+ digits >> 8 }
}
