import Assignment
import CommandLineKit
import Incidents

/// Everything a pack says of its incidents, read in one pass.
struct TaskingAnalysis {
  /// The incidents by area.
  let areas: AreaAnalysis
  /// When they happened; absent where the data cannot tell.
  let hours: HourFindings?
  /// Why the data cannot tell when.
  let hoursAbsence: String?

  /// Reads and counts.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs.
  ///   - settings: What the user asked for of the parts of the pack.
  ///   - console: Where progress is drawn.
  /// - Returns: The counts.
  /// - Throws: What ``AreaAnalysis`` throws.
  static func run(
    _ options: InputOptions, _ settings: TaskingSettings, in console: Console
  ) async throws -> TaskingAnalysis {
    let rules = try TimeZoneDatabase.system.rules(named: options.timeZone)
    let hasWindows = options.hours != nil
    let (areas, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: true, readsPeriod: true, extras: IncidentExtras(times: true),
      in: console
    ) { _ in
      { PackHourCounter(settings: settings.hours, rules: rules, hasWindows: hasWindows) }
    }
    var absence = HourFindings.absence(of: areas.input.sources)
    var hours: HourFindings?
    if absence == nil {
      let found = HourFindings(shares, of: areas, settings: settings.hours, rules: rules)
      absence = found.absence
      if absence == nil { hours = found }
    }
    return TaskingAnalysis(areas: areas, hours: hours, hoursAbsence: absence)
  }
}
