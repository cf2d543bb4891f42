import Cartography
import HotspotAnalysis
import Incidents
import Interchange

/// The period of a study: what was asked for, else what the files cover before any filter.
///
/// Never what is left of the filters: of a rare category the first and last incident say nothing of
/// the days that were looked at.
struct StudyPeriod: Sendable {
  /// The period; absent where nothing tells one.
  let period: Period?
  /// The days that the files cover, where dates were read.
  let covered: CoveredDates?
  /// What was asked for and is not covered, and dates that were left out.
  let warnings: [String]

  /// Settles the period.
  ///
  /// - Parameters:
  ///   - options: What the user asked for.
  ///   - covered: The days that the files cover, where dates were read.
  init(_ options: InputOptions, covered: CoveredDates?) {
    self.covered = covered
    period = Self.period(options, covered)
    warnings = Self.warnings(options, covered)
  }

  /// The period in words; absent where nothing tells one.
  var words: String? { period?.words }

  /// The period and what the files cover, for the manifest.
  var json: JSONValue {
    .object([
      .init("first_day", .optional(period?.first.description)),
      .init("last_day", .optional(period?.last.description)),
      .init("files_first_day", .optional(covered?.first.description)),
      .init("files_last_day", .optional(covered?.last.description)),
      .init("stray_dates", .integer(covered?.strays?.rows ?? 0)),
    ])
  }

  // MARK: -

  private static func period(_ options: InputOptions, _ covered: CoveredDates?) -> Period? {
    guard options.from != nil || options.to != nil else { return covered?.period }
    guard let first = options.from?.first ?? covered?.first,
      let next = options.to?.next ?? covered?.next, first < next
    else { return nil }
    let days = DayRange(first: first, next: next)
    return Period(
      first: first, last: CivilDate(dayNumber: next.dayNumber - 1), isMonthly: days.months != nil)
  }

  private static func warnings(_ options: InputOptions, _ covered: CoveredDates?) -> [String] {
    guard let covered else { return [] }
    var warnings: [String] = []
    func words(_ date: CivilDate) -> String { covered.isMonthly ? date.monthWords : date.words }
    if let from = options.from, !covered.gaps(from: from.first, before: covered.first).isEmpty {
      warnings.append(
        "the period was asked for from \(from.text), and the files begin with "
          + "\(words(covered.first)): nothing is known of the time before")
    }
    if let to = options.to, !covered.gaps(from: covered.next, before: to.next).isEmpty {
      warnings.append(
        "the period was asked for to \(to.text), and the files end with \(words(covered.last)): "
          + "nothing is known of the time after")
    }
    let (first, next) = (
      max(options.from?.first ?? covered.first, covered.first),
      min(options.to?.next ?? covered.next, covered.next)
    )
    for gap in covered.gaps(from: first, before: next) {
      warnings.append(
        "the files have nothing of \(gap.words), which lies in the period: its days count as days "
          + "without incidents")
    }
    if let strays = covered.strays, options.from == nil || options.to == nil {
      let days =
        strays.first == strays.last
        ? "on \(strays.first)" : "between \(strays.first) and \(strays.last)"
      warnings.append(
        "\(NumberWords.grouped(strays.rows)) of \(NumberWords.grouped(covered.rows + strays.rows)) "
          + "dates \(strays.rows == 1 ? "lies" : "lie") \(days), far from the rest "
          + "(\(covered.period.words)), and not in the period; --from and --to leave such incidents out"
      )
    }
    return warnings
  }
}
