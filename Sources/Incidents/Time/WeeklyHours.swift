/// The hours of the week that a question is about, such as Friday 18:00 to Saturday 06:00.
///
/// A set of half-open stretches of the week, as the local clock shows it. On the line of time they
/// come round each week: a window of several weeks meets them several times, and a clock that is
/// put back runs twice through the hour in question.
package struct WeeklyHours: Sendable, Equatable {
  /// The stretches in seconds since Monday 00:00: within one week, ascending, and apart.
  package let stretches: [Range<Int64>]
  /// The seconds of all stretches.
  package let secondsPerWeek: Int64
  /// The seconds of all stretches before each hour of the week, and the whole at the end; empty
  /// where a stretch begins or ends within an hour.
  private let secondsBeforeHours: [Int64]

  /// Creates the hours from stretches of the week.
  ///
  /// - Parameter stretches: In seconds since Monday 00:00, in any order. They may overlap, and run
  ///   on beyond Sunday by up to a week.
  package init(stretches: [Range<Int64>]) {
    let week = CivilTime.secondsPerWeek
    var pieces: [Range<Int64>] = []
    for stretch in stretches where !stretch.isEmpty {
      precondition(
        stretch.lowerBound >= 0 && stretch.lowerBound < week && stretch.upperBound <= 2 * week,
        "WeeklyHours: a stretch does not begin within the week or is too long")
      pieces.append(stretch.lowerBound..<min(stretch.upperBound, week))
      if stretch.upperBound > week { pieces.append(0..<stretch.upperBound - week) }
    }
    var joined: [Range<Int64>] = []
    for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, piece.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, min(piece.upperBound, week))
      } else {
        joined.append(piece.lowerBound..<min(piece.upperBound, week))
      }
    }
    self.stretches = joined
    secondsPerWeek = joined.reduce(0) { $0 + Int64($1.count) }
    let isWhole = joined.allSatisfy { $0.lowerBound % 3600 == 0 && $0.upperBound % 3600 == 0 }
    secondsBeforeHours =
      isWhole
      ? (0...week / 3600).map { hour in
        joined.reduce(0) { $0 + Int64($1.clamped(to: 0..<hour * 3600).count) }
      } : []
  }

  /// Creates the hours of days.
  ///
  /// Hours that wrap (18 to 6) belong to the day on which they begin. With a day that starts at 6,
  /// hours before 6 belong to the day before, and so does a day without hours.
  ///
  /// - Parameters:
  ///   - hours: The hours of each day; `nil` for all of them.
  ///   - days: The days, Monday 0 to Sunday 6.
  ///   - dayStart: The hour at which the day of the operation starts, 0 to 23.
  package init(hours: HoursOfDay? = nil, days: [Int] = Array(0..<7), dayStart: Int = 0) {
    let from = hours?.from ?? dayStart
    let length = hours?.length ?? 24
    let nextDay = from < dayStart ? 24 : 0
    self.init(
      stretches: days.map { day in
        let start = Int64((day * 24 + nextDay + from) % 168 * 3600)
        return start..<start + Int64(length * 3600)
      })
  }

  /// Whether the clock shows a time within these hours.
  package func contains(_ time: CivilTime) -> Bool {
    if !secondsBeforeHours.isEmpty {
      let hour = time.hourOfWeek
      return secondsBeforeHours[hour + 1] > secondsBeforeHours[hour]
    }
    let second = Int64(time.secondOfWeek)
    return stretches.contains { $0.contains(second) }
  }

  /// Returns how a window lies to these hours.
  ///
  /// - Complexity: O(*c* + 1) for *c* clock changes within the window, where all stretches are of
  ///   whole hours; else each of them is looked at.
  package func share(of window: TimeWindow, rules: TimeZoneRules) -> WindowShare {
    share(of: window, startingIn: rules.period(at: window.start), rules: rules)
  }

  /// Returns how a window lies to these hours, where the period of the zone in which it starts is
  /// known.
  package func share(
    of window: TimeWindow, startingIn first: TimeZoneRules.Period, rules: TimeZoneRules
  ) -> WindowShare {
    var period = first
    if window.isInstant {
      let time = CivilTime(seconds: window.start + period.offset)
      return WindowShare(overlap: contains(time) ? 1 : 0, length: 1)
    }
    var overlap: Int64 = 0
    var start = window.start
    while true {
      let end = min(window.end, period.end)
      overlap += seconds(before: end + period.offset) - seconds(before: start + period.offset)
      if end == window.end { break }
      start = end
      period = rules.period(at: start)
    }
    return WindowShare(overlap: overlap, length: window.length)
  }

  // MARK: -

  /// Returns the seconds of these hours from a fixed Monday up to a time on the clock.
  private func seconds(before time: Int64) -> Int64 {
    let sinceMonday = time + 3 * CivilTime.secondsPerDay
    let weeks = floorQuotient(sinceMonday, CivilTime.secondsPerWeek)
    let second = sinceMonday - weeks * CivilTime.secondsPerWeek
    var seconds = weeks * secondsPerWeek
    if !secondsBeforeHours.isEmpty {
      let (hour, rest) = Int(second).quotientAndRemainder(dividingBy: 3600)
      let before = secondsBeforeHours[hour]
      // An hour lies within the stretches as a whole or not at all.
      let isWithin = secondsBeforeHours[hour + 1] > before
      return seconds + before + (isWithin ? Int64(rest) : 0)
    }
    for stretch in stretches where stretch.lowerBound < second {
      seconds += min(second, stretch.upperBound) - stretch.lowerBound
    }
    return seconds
  }
}

/// How the window of one incident lies to hours of the week, in whole seconds.
///
/// For an instant the length is 1, and the overlap 1 or 0.
package struct WindowShare: Sendable, Equatable {
  /// The seconds of the window within the hours.
  package var overlap: Int64
  /// The seconds of the window, at least 1.
  package var length: Int64

  /// The share of an incident where no hours are asked for.
  package static let whole = WindowShare(overlap: 1, length: 1)

  /// The chance that the incident happened within the hours.
  package var chance: Double { Double(overlap) / Double(length) }
  /// Whether the incident must have happened within the hours.
  package var isCertain: Bool { overlap == length }
  /// Whether the incident could have happened within the hours.
  package var isPossible: Bool { overlap > 0 }
}
