/// Why a pack has no months.
public enum TrendAbsence: Sendable, Equatable, CustomStringConvertible {
  /// No row has a date.
  case noDates
  /// The incidents come through a pipe, which cannot be read twice.
  case pipe
  /// The files have one month only, such as `March 2024`.
  case oneMonth(String)
  /// The files do not cover some days at the end of the period.
  case uncovered(period: String, days: String)

  /// What was found, as a sentence without a full stop.
  public var description: String {
    switch self {
    case .noDates: "no row has a date"
    case .pipe: "the incidents come through a pipe, which cannot be read twice"
    case .oneMonth(let month): "the files have one month only up to the period's end, \(month)"
    case .uncovered(let period, let days): "of \(period) the files do not cover \(days)"
    }
  }
}
