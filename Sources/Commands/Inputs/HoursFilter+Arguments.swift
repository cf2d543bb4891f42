import CommandLineKit
import HotspotsKit
import Incidents

extension HoursFilter {
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
      self.init(
        hours: try hoursText.map(HoursOfDay.init), days: try daysText.map(WeekText.days),
        dayStart: try dayStartText.map(WeekText.dayStart) ?? 0)
    } catch {
      throw .invalid(error.description)
    }
  }
}
