/// Why incidents cannot be counted by month.
public enum MonthlyCountsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// No row has a date.
  case noDates
  /// The files do not cover the beginning or the end of the period; `months` are those that they
  /// have.
  case uncovered(period: String, days: String, months: String)
  /// Some incidents lie far from the months of the rest, and the files cannot be read again.
  case strays(Int, months: String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .noDates: "cannot count by month: no row has a date"
    case .strays(let count, let months):
      "cannot count by month: \(count) incidents lie far from the rest, \(months), and a pipe cannot be "
        + "read again without them"
    case .uncovered(let period, let days, let months):
      "cannot count the months of \(period): the files do not cover \(days), they have \(months)"
    }
  }
}
