extension DateColumnReader {
  /// Reads `2017-03-31T18:00` and `2017-03-31 18:00:05`, the layouts of most columns, in words of
  /// eight bytes; absent for any other text, which is then read step by step.
  ///
  /// Measured at a third of the time of reading step by step.
  @inline(__always)
  static func readWords(_ text: Span<UInt8>) -> ParsedTime? {
    guard text.count == 16 || text.count == 19 else { return nil }
    // Both loads end at byte 16, the least count there is; the span checks them as well. Any bytes
    // are a whole number.
    let bytes = unsafe text.bytes
    let date = unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self))
    let time = unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: 8, as: UInt64.self))

    // Taking the digit 0 and the marks away leaves the values of the digits, and 0 at the marks.
    let dateDigits = date ^ 0x2D30_302D_3030_3030  // 0000-00-
    let separator = UInt8(truncatingIfNeeded: time >> 16)
    guard separator == UInt8(ascii: "T") || separator == UInt8(ascii: " ") else { return nil }
    let timeDigits = (time ^ 0x3030_3A30_3000_3030) & 0xFFFF_FFFF_FF00_FFFF  // 00.00:00
    guard isDigits(dateDigits), isDigits(timeDigits), dateDigits & 0xFF00_00FF_0000_0000 == 0,
      timeDigits & 0x0000_FF00_0000_0000 == 0
    else { return nil }

    // Each byte times ten and the one behind it: two digits as a number of at most 99.
    let datePairs = dateDigits &* 10 &+ dateDigits >> 8
    let timePairs = timeDigits &* 10 &+ timeDigits >> 8
    let year = Int(datePairs & 0xFF) * 100 + Int(datePairs >> 16 & 0xFF)
    let month = Int(datePairs >> 40 & 0xFF)
    let day = Int(timePairs & 0xFF)
    let hour = Int(timePairs >> 24 & 0xFF)
    let minute = Int(timePairs >> 48 & 0xFF)
    var second = 0
    if text.count == 19 {
      let tens = Int(text[17] &- 0x30)
      let units = Int(text[18] &- 0x30)
      guard text[16] == UInt8(ascii: ":"), tens < 6, units < 10 else { return nil }
      second = tens * 10 + units
    }
    guard year >= years.lowerBound, year <= years.upperBound, month >= 1, month <= 12, day >= 1,
      day <= CivilDate.days(inMonth: month, of: year), hour < 24, minute < 60
    else { return nil }
    let midnight =
      Int64(CivilDate.dayNumber(year: year, month: month, day: day)) * CivilTime.secondsPerDay
    return ParsedTime(.local, seconds: midnight + Int64(hour * 3600 + minute * 60 + second))
  }

  /// Whether each byte is at most 9.
  @inline(__always)
  private static func isDigits(_ word: UInt64) -> Bool {
    (word | (word &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0
  }
}
