package import Incidents

/// A run of hours of the week and what is expected in it.
package struct Shift: Sendable, Equatable {
  /// The hour in which it starts.
  package var start: HourOfWeek
  /// How many hours it lasts.
  package var hours: Int
  /// The incidents expected in it.
  package var expected: Double

  /// Describes a run of hours.
  package init(start: HourOfWeek, hours: Int, expected: Double) {
    self.start = start
    self.hours = hours
    self.expected = expected
  }

  /// The hour behind the last.
  package var end: HourOfWeek { HourOfWeek(start.number + hours) }

  /// Returns from when to when it lasts: `Fri 22:00 to Sat 06:00 (counted to Fri)`.
  ///
  /// - Parameter dayStart: The hour at which the day of the operation starts, 0 to 23.
  /// - Returns: The words, with the days to which its hours are counted where these are not those of
  ///   the clock.
  package func words(startingAt dayStart: Int) -> String {
    "\(start) to \(end)" + (countedDays(startingAt: dayStart).map { " (counted to \($0))" } ?? "")
  }

  /// Returns the days to which its hours are counted where days start at another hour: `Fri`, `Fri
  /// and Sat`, `Fri to Sun`.
  ///
  /// - Parameter dayStart: The hour at which the day of the operation starts, 0 to 23.
  /// - Returns: The days; `nil` if they are those of the clock.
  package func countedDays(startingAt dayStart: Int) -> String? {
    let run = (0..<hours).map { HourOfWeek(start.number + $0) }
    guard run.contains(where: { $0.hour < dayStart }) else { return nil }
    var days: [String] = []
    for hour in run {
      let day = WeekText.days[hour.operationalDay(startingAt: dayStart)]
      if days.last != day { days.append(day) }
    }
    if days.count > 2 { return "\(days[0]) to \(days[days.count - 1])" }
    return days.joined(separator: " and ")
  }
}

extension HourProfile {
  /// The hour with the most weight, the earliest of the week where several have it; none without
  /// incidents.
  package var peak: HourOfWeek? {
    guard incidents > 0 else { return nil }
    return units.indices.max { (units[$0], -$0) < (units[$1], -$1) }.map(HourOfWeek.init)
  }

  /// Finds the shift of a length that holds the most incidents.
  ///
  /// A shift may run over midnight and from Sunday into Monday.
  ///
  /// - Parameters:
  ///   - hours: The length, 1 to 168.
  ///   - within: The hours of the week that count; `nil` if all do.
  ///   - startsBusy: Whether a shift that begins with empty hours is moved on to its first other one.
  /// - Returns: The shift, the earliest of the week where several hold as much; none without
  ///   incidents in the hours that count.
  package func busiestShift(
    hours: Int, within: WeeklyHours? = nil, startsBusy: Bool = false
  ) -> Shift? {
    precondition((1...WeeklyFold.hours).contains(hours), "HourProfile: no shift of that length")
    var units = units
    if let within {
      for hour in units.indices {
        // 1970-01-05 was a Monday.
        let time = CivilTime(
          date: CivilDate(dayNumber: 4 + Int32(hour / 24)), secondOfDay: hour % 24 * 3600)
        if !within.contains(time) { units[hour] = 0 }
      }
    }
    guard units.contains(where: { $0 > 0 }) else { return nil }
    var sum = units[..<hours].reduce(0, +)
    var best = (start: 0, sum: sum)
    for start in 1..<WeeklyFold.hours {
      sum += units[(start + hours - 1) % WeeklyFold.hours] - units[start - 1]
      if sum > best.sum { best = (start, sum) }
    }
    // No shift holds more: dropping an empty hour changes nothing.
    while startsBusy && units[best.start % WeeklyFold.hours] == 0 { best.start += 1 }
    return Shift(
      start: HourOfWeek(best.start), hours: hours,
      expected: ExpectedCount.incidents(ofUnits: best.sum))
  }

  /// Finds the fewest hours of the week that together hold half of all incidents.
  ///
  /// The heaviest hours are taken first, the earlier of the week among equal ones, until half is
  /// reached; no smaller set can hold half. The hours need not follow each other.
  ///
  /// - Returns: The hours from Monday to Sunday and what they hold; none without incidents.
  package func hoursHoldingHalf() -> (hours: [HourOfWeek], expected: Double) {
    let half = Int128(incidents) * (ExpectedCount.unitsPerIncident / 2)
    var sum: Int128 = 0
    var hours: [HourOfWeek] = []
    for hour in units.indices.sorted(by: { (units[$1], $0) < (units[$0], $1) }) {
      if sum >= half { break }
      sum += units[hour]
      hours.append(HourOfWeek(hour))
    }
    return (hours.sorted(), ExpectedCount.incidents(ofUnits: sum))
  }
}
