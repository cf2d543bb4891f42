/// Why nothing is said of the hours of a dataset.
package enum DatasetHourAbsence: Sendable, Equatable, CustomStringConvertible {
  /// The data do not tell them.
  case data(HourAbsence)
  /// Some hours are asked for, and all others are left out.
  case hoursChosen
  /// Rows stand for several incidents.
  case counted

  /// Finds why; `nil` if hours are told.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - hours: The incidents by hour; `nil` if rows stand for several.
  init?(_ reading: StudyReading, _ hours: AoristicHours.Result?) {
    if reading.options.filter.hours != nil {
      self = .hoursChosen
    } else if let hours {
      guard let absence = HourAbsence(of: reading.sources) ?? hours.absence else { return nil }
      self = .data(absence)
    } else {
      self = .counted
    }
  }

  /// What was found, as a clause.
  package var description: String {
    switch self {
    case .data(let absence): absence.description
    case .hoursChosen: "incidents of certain hours are asked for"
    case .counted: "its rows stand for several incidents"
    }
  }
}
