package import Incidents

/// How long each hour of the week lasted in a period: what a rate for each hour is divided by.
///
/// In most weeks each lasts an hour. On the Sunday on which clocks are put forward one hour does not
/// exist, and on the Sunday on which they are put back one lasts two.
package struct HourExposure: Sendable, Equatable {
  /// The seconds of each hour of the week, Monday 00:00 first.
  package let seconds: [Int64]

  /// Measures a period.
  ///
  /// - Parameters:
  ///   - first: The first day.
  ///   - last: The last day, which belongs to the period; not before the first.
  ///   - rules: The zone whose clock labels the hours.
  package init(from first: CivilDate, through last: CivilDate, rules: TimeZoneRules) {
    precondition(first <= last, "HourExposure: the last day is before the first")
    let start = rules.instant(of: CivilTime(date: first)).instant
    let nextDay = CivilDate(dayNumber: last.dayNumber + 1)
    let end = rules.instant(of: CivilTime(date: nextDay)).instant
    var fold = WeeklyFold()
    var from = start
    while from < end {
      let period = rules.period(at: from)
      let to = min(end, period.end)
      fold.add(1, from: from + period.offset, to: to + period.offset)
      from = to
    }
    seconds = fold.hourSums.map { Int64($0) }
  }

  /// Returns the incidents of each hour of the week for each hour that it lasted; null where it
  /// never occurred.
  package func rates(of profile: HourProfile) -> [Double?] {
    zip(profile.weights, seconds).map { weight, seconds in
      seconds > 0 ? weight * 3600 / Double(seconds) : nil
    }
  }
}
