import CommandLineKit
import HotspotsKit
import Incidents

extension HoursFilter {
  /// The options that are read here, of a command that has no other use for `--day-start`.
  static let specs =
    SharedOptions.hourFilters
    + [SharedOptions.dayStart.spec.adding(.needs("--hours", "--days"))]

  /// Reads the options; there is no filter where neither hours nor days are given.
  ///
  /// - Throws: ``UsageError`` for values that are not allowed.
  init?(_ arguments: Arguments) throws(UsageError) {
    let hoursText = try arguments.value(of: SharedOptions.hours)
    let daysText = try arguments.value(of: SharedOptions.days)
    let dayStartText = try arguments.value(of: SharedOptions.dayStart)
    if hoursText == nil && daysText == nil { return nil }
    do throws(WeekTextError) {
      self.init(
        hours: try hoursText.map(HoursOfDay.init), days: try daysText.map(WeekText.days),
        dayStart: try dayStartText.map(WeekText.dayStart) ?? 0)
    } catch {
      throw .invalid(error.description, help: error.help)
    }
  }
}
