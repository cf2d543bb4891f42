/// What a clock on the wall and a calendar beside it show: a day and a second of it, without a
/// zone.
///
/// Kept as the seconds since 1970-01-01T00:00:00 on a clock that is never changed.
package struct CivilTime: Hashable, Comparable, Sendable {
  /// The seconds of a day.
  package static let secondsPerDay: Int64 = 86_400
  /// The seconds of a week, 168 hours.
  package static let secondsPerWeek: Int64 = 604_800

  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  package var seconds: Int64

  /// Creates a time from its seconds.
  package init(seconds: Int64) { self.seconds = seconds }

  /// Creates a time from a day and the seconds since its midnight.
  package init(date: CivilDate, secondOfDay: Int = 0) {
    seconds = Int64(date.dayNumber) * Self.secondsPerDay + Int64(secondOfDay)
  }

  /// The day.
  package var date: CivilDate {
    CivilDate(dayNumber: Int32(truncatingIfNeeded: floorQuotient(seconds, Self.secondsPerDay)))
  }

  /// The seconds since midnight, from 0 to 86,399.
  package var secondOfDay: Int { Int(floorRemainder(seconds, Self.secondsPerDay)) }

  /// The seconds since Monday 00:00, from 0 to 604,799.
  package var secondOfWeek: Int {
    // 1970-01-01 was a Thursday.
    Int(floorRemainder(seconds + 3 * Self.secondsPerDay, Self.secondsPerWeek))
  }

  /// The hour of the week, Monday 00:00 is 0 and Sunday 23:00 is 167.
  package var hourOfWeek: Int { secondOfWeek / 3600 }

  /// Orders times as the clock shows them.
  package static func < (left: CivilTime, right: CivilTime) -> Bool { left.seconds < right.seconds }
}

extension CivilTime: CustomStringConvertible {
  /// The time as ISO 8601 writes it, `2017-03-31T18:00:00`.
  package var description: String {
    let second = secondOfDay
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(date)T" + clock.joined(separator: ":")
  }
}

/// Returns the quotient rounded towards the past; the divisor is positive.
func floorQuotient(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  dividend >= 0 ? dividend / divisor : (dividend + 1) / divisor - 1
}

/// Returns the remainder from 0 up to the positive divisor.
func floorRemainder(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  dividend - floorQuotient(dividend, divisor) * divisor
}
