import HotspotAnalysis
package import Incidents

/// Why incidents say nothing of the hours of the week.
public enum HourAbsence: Error, Sendable, Equatable, CustomStringConvertible {
  /// The files have no dates.
  case noDates
  /// The files tell months only.
  case monthsOnly
  /// Nothing tells the order of day and month in the dates.
  case unknownDateOrder
  /// No incident has a time of day.
  case noTimes
  /// All incidents start on a day without a time.
  case daysOnly
  /// Fewer than two areas have incidents with a time of day, so that there is nothing to compare.
  case fewAreas

  /// What was found.
  public var description: String {
    switch self {
    case .noDates: "the incidents have no dates"
    case .monthsOnly: "the dates give months only, not hours"
    case .unknownDateOrder: "the order of day and month in the dates is not known"
    case .noTimes: "no incident has a time of day"
    case .daysOnly: "the dates give days only, not hours"
    case .fewAreas: "fewer than two areas have incidents with a time of day"
    }
  }

  /// Finds why files cannot tell hours, before any incident is read; `nil` if they can.
  package init?(of sources: [IncidentSource]) {
    if sources.contains(where: { $0.columns.time == nil }) {
      self = .noDates
    } else if sources.contains(where: { $0.columns.time?.isMonth ?? false }) {
      self = .monthsOnly
    } else if sources.contains(where: { $0.dateOrderProblem != nil }) {
      self = .unknownDateOrder
    } else {
      return nil
    }
  }
}

extension AoristicHours.Result {
  /// Why the table says nothing, although there are dates; `nil` if it says something.
  public var absence: HourAbsence? {
    if profile.incidents == 0 { return .noTimes }
    return wholeDays == profile.incidents ? .daysOnly : nil
  }

  /// Why the groups say nothing beside all incidents; `nil` if they do.
  public var absenceOfGroups: HourAbsence? {
    absence ?? (groups.count { $0.profile.incidents > 0 } < 2 ? .fewAreas : nil)
  }
}
