/// Why a period is not compared with an earlier one.
public enum ComparisonAbsence: Error, Sendable, Equatable, CustomStringConvertible {
  /// The study names no first day, so that all incidents are of one period.
  case onePeriod
  /// The files have no row of the period.
  case emptyPeriod
  /// The incidents come through a pipe, which cannot be read twice.
  case pipe
  /// The files do not cover a period, which is described as in `the month before, April 2024`.
  case uncovered(period: String, Gap)

  /// What the files lack of a period.
  public enum Gap: Sendable, Equatable {
    /// All of it.
    case everything
    /// Its beginning: the files begin on a day such as `2024-04-11`.
    case beginning(String)
    /// Some of its days, such as `1 May 2024 to 9 June 2024`.
    case days(String)
  }

  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .onePeriod: "all incidents are of one period"
    case .emptyPeriod: "the data does not cover the period"
    case .pipe: "the incidents come through a pipe, which cannot be read twice"
    case .uncovered(let period, .everything): "\(period): the data does not cover it"
    case .uncovered(let period, .beginning(let day)): "\(period): the data begins on \(day) only"
    case .uncovered(let period, .days(let days)): "\(period): the data does not cover \(days)"
    }
  }
}
