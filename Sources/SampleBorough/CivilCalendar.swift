/// Civil dates and times of Europe/London in 2025, without the help of any library.
///
/// A time is the number of minutes that a wall calendar shows since midnight of 1 January 2025,
/// every day having 1,440 of them.
package enum CivilCalendar {
  /// The year of the samples.
  package static let year = 2025
  /// The number of its days.
  package static let daysInYear = 365
  /// The minutes of a day on the wall.
  package static let minutesPerDay = 1440
  /// The day on which clocks go forward at 01:00: 30 March.
  package static let springDay = 88
  /// The day on which clocks go back at 02:00: 26 October.
  package static let autumnDay = 298

  /// Returns the month, 1 to 12, of a day counted from 0 on 1 January 2025.
  package static func month(ofDay day: Int) -> Int { date(ofDay: day).month }

  /// Returns the weekday of a day, 0 for Monday: 1 January 2025 was a Wednesday.
  package static func weekday(ofDay day: Int) -> Int { (day % 7 + 9) % 7 }

  /// Returns a time moved by an hour where clocks never showed it.
  package static func shown(_ minute: Int) -> Int {
    let skipped = springDay * minutesPerDay + 60
    return (skipped..<skipped + 60).contains(minute) ? minute + 60 : minute
  }

  /// Returns a time as ISO 8601 writes it, such as `2025-03-30T02:10:00`.
  package static func text(_ minute: Int) -> String {
    let day = minute / minutesPerDay
    let rest = minute % minutesPerDay
    let (year, month, dayOfMonth) = date(ofDay: day)
    return "\(year)-\(twoDigits(month))-\(twoDigits(dayOfMonth))"
      + "T\(twoDigits(rest / 60)):\(twoDigits(rest % 60)):00"
  }

  /// Returns the date of a day counted from 0 on 1 January 2025.
  ///
  /// Counts years from March, so that the leap day is the last, as in Howard Hinnant's
  /// `civil_from_days`, https://howardhinnant.github.io/date_algorithms.html
  static func date(ofDay day: Int) -> (year: Int, month: Int, day: Int) {
    // 1 January 2025 is day 9,072 of the 400 years that began on 1 March 2000.
    let dayOfEra = day + 9_072
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
      2000 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1
    )
  }

  static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
