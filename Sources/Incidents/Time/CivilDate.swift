/// A day of the Gregorian calendar, carried on into the past, without a time zone.
///
/// Kept as the number of days since 1970-01-01, so that days compare and subtract as numbers.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  package var dayNumber: Int32

  /// Creates a day from its number.
  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// Creates a day from its parts; `nil` if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard month >= 1, month <= 12, day >= 1, day <= Self.days(inMonth: month, of: year) else {
      return nil
    }
    self.dayNumber = Self.dayNumber(year: year, month: month, day: day)
  }

  /// The weekday, Monday 0 to Sunday 6.
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return sinceMonday < 0 ? sinceMonday + 7 : sinceMonday
  }

  /// The year, the month from 1 and the day from 1.
  ///
  /// After Howard Hinnant, "chrono-compatible low-level date algorithms" (`civil_from_days`),
  /// https://howardhinnant.github.io/date_algorithms.html
  package var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Orders days by time.
  package static func < (left: CivilDate, right: CivilDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Returns the number of days of a month from 1 to 12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    if month == 2 {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    }
    // 31 in odd months up to July and in even ones from August on.
    return 30 + ((month ^ (month >> 3)) & 1)
  }

  /// Returns the day number of a day that exists; the caller has checked the parts.
  @inline(__always)
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let place = (year - firstYear) * 12 + month - 1
    guard firstDays.indices.contains(place) else {
      return countedDayNumber(year: year, month: month, day: day)
    }
    return firstDays[place] + Int32(truncatingIfNeeded: day) - 1
  }

  private static let firstYear = 1900

  /// The first day of each month from 1900 to 2199, in which nearly all dates of files lie.
  private static let firstDays = (0..<300 * 12).map {
    countedDayNumber(year: firstYear + $0 / 12, month: $0 % 12 + 1, day: 1)
  }

  /// After Howard Hinnant (`days_from_civil`), as ``parts``.
  private static func countedDayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let yearFromMarch = month <= 2 ? year - 1 : year
    let era = (yearFromMarch >= 0 ? yearFromMarch : yearFromMarch - 399) / 400
    let yearOfEra = yearFromMarch - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The day as ISO 8601 writes it, `2017-03-31`.
  package var description: String {
    let (year, month, day) = parts
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// Returns a number that is not negative with leading zeros up to a width.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
