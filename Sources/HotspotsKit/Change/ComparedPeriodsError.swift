/// Why two periods cannot be compared.
public enum ComparedPeriodsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A text names no period.
  case notAPeriod(String)
  /// The study names no first day.
  case noBeginning
  /// The study names no last day, and the files tell none after the first.
  case noEnd
  /// The periods have days in common.
  case overlap(earlier: String, now: String)
  /// The files do not cover a period; `months` are those that they have.
  case uncovered(period: String, gap: ComparisonAbsence.Gap, months: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .notAPeriod(let text): "'\(text)' is not \(EarlierPeriod.allowed)"
    case .noBeginning:
      "cannot compare periods: no first day or month is named, and all incidents are of one period"
    case .noEnd:
      "cannot compare periods: no last day or month is named, and the files tell none after the first"
    case .overlap(let earlier, let now):
      "cannot compare \(now) with \(earlier): the periods have days in common, none is allowed"
    case .uncovered(let period, .everything, let months):
      "cannot compare \(period) with another period: the files do not cover it, they have \(months)"
    case .uncovered(let period, .beginning(let day), let months):
      "cannot compare \(period) with another period: the files begin on \(day) only, they have "
        + months
    case .uncovered(let period, .days(let days), let months):
      "cannot compare \(period) with another period: the files do not cover \(days), they have "
        + months
    }
  }
}
