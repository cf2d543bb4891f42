package import HotspotAnalysis
public import Incidents

/// Which incidents count, by when they happened and what they are.
public struct StudyFilter: Sendable {
  /// The first day or month of the period; `nil` for as early as the files go.
  public var from: PeriodBound?
  /// The last day or month of the period; `nil` for as late as the files go.
  public var to: PeriodBound?
  /// The periods that are compared; none if empty.
  ///
  /// They stand in place of ``from`` and ``to``: incidents that start in none of them are set aside.
  package var periods: [DayRange] = []
  /// The categories to include, regardless of case and punctuation; all if empty.
  public var categories: [String] = []
  /// The categories to exclude.
  public var excludedCategories: [String] = []
  /// The hours of the week to include; each incident then counts with its probability of having
  /// happened in them.
  public var hours: HoursFilter?
  /// How windows are made if only incidents with a time of day count; `nil` if those without one
  /// count too.
  ///
  /// If set, incidents without a time of day are filtered for every method of the study.
  public var windows: WindowOptions?
  /// What rows must say; `nil` for any.
  public var condition: Condition?
  /// Whether rows without a date are filtered, because methods rest on dates.
  public var requiresDate = false
  /// The zone of local dates and hours, by its name in the IANA database.
  public var timeZone = "Europe/London"

  /// Admits every incident.
  public init() {}

  /// What readers ask of each row.
  package var incidentFilter: IncidentFilter {
    var filter = IncidentFilter(
      categories: categories, excludedCategories: excludedCategories,
      from: from.map { CivilTime(date: $0.first) }, before: to.map { CivilTime(date: $0.next) },
      hours: hours?.weekly)
    guard !periods.isEmpty else { return filter }
    (filter.from, filter.before) = (nil, nil)
    filter.periods = periods.map { CivilTime(date: $0.first)..<CivilTime(date: $0.next) }
    return filter
  }

  /// The rules of the zone.
  ///
  /// - Throws: ``TimeZoneError`` for a zone that cannot be used.
  package func rules() throws(TimeZoneError) -> TimeZoneRules {
    try TimeZoneDatabase.system.rules(named: timeZone)
  }
}
