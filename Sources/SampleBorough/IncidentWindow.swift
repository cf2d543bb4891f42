import Statistics

/// The span of time in which an incident may have happened.
struct IncidentWindow: Sendable, Equatable {
  /// The earliest time.
  var start: Int
  /// The latest time; the same as the start when the time is known.
  var end: Int

  /// Creates a window of no length.
  init(at time: Int) {
    start = time
    end = time
  }

  /// Creates a window from two wall times, moved where clocks never showed them.
  init(from start: Int, to end: Int) {
    self.start = CivilCalendar.shown(start)
    self.end = CivilCalendar.shown(end)
  }

  /// Returns the window of one incident.
  ///
  /// - Parameters:
  ///   - offence: The category, which decides how often which kind of window comes.
  ///   - pattern: When incidents with a known time happen.
  ///   - generator: The source of the draws.
  /// - Returns: The window; most have no length.
  static func draw(
    for offence: Offence, pattern: TimePattern, with generator: inout SplitMix64
  ) -> IncidentWindow {
    let windows = offence.windows
    var ticket = generator.below(1000)
    if ticket < windows.outing { return outing(pattern, &generator) }
    ticket -= windows.outing
    if ticket < windows.workingDay { return workingDay(&generator) }
    ticket -= windows.workingDay
    if ticket < windows.overnight { return overnight(&generator) }
    ticket -= windows.overnight
    if ticket < windows.away { return away(&generator) }
    return IncidentWindow(at: pattern.draw(with: &generator))
  }

  /// Returns the window of somebody who noticed within hours: ten minutes to four hours.
  private static func outing(
    _ pattern: TimePattern, _ generator: inout SplitMix64
  ) -> IncidentWindow {
    let start = pattern.draw(with: &generator)
    let longest = 3 + generator.below(46)
    return IncidentWindow(from: start, to: start + 5 * generator.draw(from: 2...longest))
  }

  /// Returns a window from the morning to the evening of a working day.
  private static func workingDay(_ generator: inout SplitMix64) -> IncidentWindow {
    let midnight =
      TimePattern.workingDays.drawDay(with: &generator) * CivilCalendar.minutesPerDay
    return IncidentWindow(
      from: midnight + 7 * 60 + 15 * generator.drawCentred(in: 0...12),
      to: midnight + 15 * 60 + 15 * generator.drawCentred(in: 0...18))
  }

  /// Returns a window from an evening to the next morning.
  private static func overnight(_ generator: inout SplitMix64) -> IncidentWindow {
    let midnight = TimePattern.anyDay.drawDay(with: &generator) * CivilCalendar.minutesPerDay
    return IncidentWindow(
      from: midnight + 17 * 60 + 15 * generator.drawCentred(in: 0...27),
      to: midnight + 30 * 60 + 15 * generator.drawCentred(in: 0...16))
  }

  /// Returns a window of some days, sometimes of weeks: a weekend away, a holiday.
  private static func away(_ generator: inout SplitMix64) -> IncidentWindow {
    let day = TimePattern.anyDay.drawDay(with: &generator)
    let ticket = generator.below(100)
    let nights: Int
    switch ticket {
    case ..<60: nights = generator.draw(from: 1...3)
    case ..<90: nights = generator.draw(from: 4...7)
    default: nights = generator.draw(from: 8...24)
    }
    return IncidentWindow(
      from: day * CivilCalendar.minutesPerDay + 7 * 60 + 30 * generator.drawCentred(in: 0...26),
      to: (day + nights) * CivilCalendar.minutesPerDay + 9 * 60
        + 30 * generator.drawCentred(in: 0...24))
  }
}
