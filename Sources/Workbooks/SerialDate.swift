/// Writes the serial numbers of spreadsheets as dates and times of ISO 8601.
///
/// Day 1 of the 1900 system is 1900-01-01. It has a 29 February 1900, day 60, which never was, so
/// that later days count from 1899-12-30. Day 0 of the 1904 system is 1904-01-01 (ISO/IEC 29500-1,
/// section 18.17.4.1). Times are rounded to the second, because most of them have no exact binary
/// fraction.
enum SerialDate {
  /// The seconds of a day.
  private static let day = 86_400
  /// Day numbers of 1970-01-01 in both systems.
  private static let (epoch1900, epoch1904) = (25_569, 24_107)
  /// 9999-12-31 in the 1900 system, the last day that spreadsheets show.
  private static let last = 2_958_465

  /// Appends a number as its form shows it.
  ///
  /// - Returns: False where the form cannot show it: below zero or beyond the year 9999.
  static func append(
    _ serial: Double, as form: NumberForm, is1904: Bool, to bytes: inout [UInt8]
  ) -> Bool {
    guard serial >= 0, serial < Double(last + 1) else { return false }
    let seconds = Int((serial * Double(day)).rounded())
    let (days, clock) = (seconds / day, seconds % day)
    switch form {
    case .number: return false
    case .duration:
      appendClock(seconds, to: &bytes)
    case .time:
      appendClock(clock, to: &bytes)
    case .year, .month, .date:
      guard let date = date(days, is1904: is1904) else { return false }
      appendDigits(date.year, 4, to: &bytes)
      if form == .year { return true }
      bytes.append(UInt8(ascii: "-"))
      appendDigits(date.month, 2, to: &bytes)
      if form == .month { return true }
      bytes.append(UInt8(ascii: "-"))
      appendDigits(date.day, 2, to: &bytes)
      // A time that the format hides is kept: it was recorded.
      if form == .date(hasTime: true) || clock != 0 {
        bytes.append(UInt8(ascii: "T"))
        appendClock(clock, to: &bytes)
      }
    }
    return true
  }

  /// Returns the day of the calendar; `nil` beyond 9999.
  static func date(_ days: Int, is1904: Bool) -> (year: Int, month: Int, day: Int)? {
    if !is1904 {
      // What spreadsheets show for a day that is none, and for the one that never was.
      if days == 0 { return (1900, 1, 0) }
      if days == 60 { return (1900, 2, 29) }
    }
    let since1970 = is1904 ? days - epoch1904 : days - epoch1900 + (days < 60 ? 1 : 0)
    guard since1970 <= last - epoch1900 else { return nil }
    // Days since 0000-03-01, so that leap days end their year; an era has 400 years.
    let shifted = since1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1
    )
  }

  private static func appendClock(_ seconds: Int, to bytes: inout [UInt8]) {
    let hours = seconds / 3600
    if hours >= 100 {
      bytes.append(contentsOf: "\(hours)".utf8)
    } else {
      appendDigits(hours, 2, to: &bytes)
    }
    bytes.append(UInt8(ascii: ":"))
    appendDigits(seconds / 60 % 60, 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    appendDigits(seconds % 60, 2, to: &bytes)
  }

  private static func appendDigits(_ value: Int, _ count: Int, to bytes: inout [UInt8]) {
    var divisor = count == 4 ? 1000 : 10
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10))
      divisor /= 10
    }
  }
}
