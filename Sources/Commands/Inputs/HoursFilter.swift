import CommandLineKit
import Incidents

/// The hours of the week that `--hours`, `--days` and `--day-start` ask for.
struct HoursFilter: Sendable {
  /// The hours of each day; absent for all of them.
  let hours: HoursOfDay?
  /// The days, Monday 0; absent for all of them.
  let days: [Int]?
  /// The hour at which the day of the operation starts.
  let dayStart: Int

  /// The options that are read here.
  static let specs = SharedOptions.hourFilters + [SharedOptions.dayStart.spec]

  /// Reads the options; there is no filter where neither hours nor days are given.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - usesDayStart: Whether the command has another use for `--day-start`, so that it may stand
  ///     alone.
  /// - Throws: ``UsageError`` for values that are not allowed.
  init?(_ arguments: Arguments, usesDayStart: Bool = false) throws(UsageError) {
    let hoursText = try arguments.value(of: SharedOptions.hours)
    let daysText = try arguments.value(of: SharedOptions.days)
    let dayStartText = try arguments.value(of: SharedOptions.dayStart)
    if hoursText == nil && daysText == nil {
      if dayStartText == nil || usesDayStart { return nil }
      throw .dependent("--day-start", needs: "--hours HH-HH or --days DAY,...")
    }
    do throws(WeekTextError) {
      hours = try hoursText.map(HoursOfDay.init)
      days = try daysText.map(WeekText.days)
      dayStart = try dayStartText.map(WeekText.dayStart) ?? 0
    } catch {
      throw .invalid(error.description)
    }
  }

  /// The stretches of the week.
  var weekly: WeeklyHours {
    WeeklyHours(hours: hours, days: days ?? Array(0..<7), dayStart: dayStart)
  }

  /// The hours in words: `Fri, Sat 18:00 to 06:00`.
  var words: String {
    let names = days.map { $0.map { WeekText.days[$0] }.joined(separator: ", ") }
    let times = hours.map(\.words)
    let start =
      dayStart > 0 && days != nil
      ? " (days from \(HoursOfDay.label(dayStart)))" : ""
    return [names, times].compactMap(\.self).joined(separator: " ") + start
  }
}

extension HoursOfDay {
  /// The hours in words: `18:00 to 06:00`.
  var words: String { "\(Self.label(from)) to \(Self.label((from + length - 1) % 24 + 1))" }

  /// Returns an hour as a clock shows it; 24 is the end of the day.
  static func label(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
}
