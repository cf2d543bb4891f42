import HotspotAnalysis
package import Incidents
package import Interchange

/// The period of a study: the one asked for, otherwise the days that the files cover before any
/// filter.
///
/// It never depends on filters: the first and last incident of a rare category say nothing about
/// the period that was examined.
package struct StudyPeriod: Sendable {
  /// The period; `nil` if it is unknown.
  package let period: Period?
  /// The days that the files cover, if dates were read.
  package let covered: CoveredDates?
  /// Parts of the period that are not covered, and dates that were left out.
  package let findings: [Finding]

  /// Determines the period.
  ///
  /// - Parameters:
  ///   - options: The options.
  ///   - covered: The days that the files cover, if dates were read.
  package init(_ options: StudyOptions, covered: CoveredDates?) {
    self.covered = covered
    period = Self.period(options, covered)
    findings = Self.findings(options, covered)
  }

  /// The period in words; `nil` if it is unknown.
  package var words: String? { period?.words }

  /// The period and what the files cover, for the manifest.
  package var json: JSONValue {
    .object([
      .init("first_day", .optional(period?.first.description)),
      .init("last_day", .optional(period?.last.description)),
      .init("files_first_day", .optional(covered?.first.description)),
      .init("files_last_day", .optional(covered?.last.description)),
      .init("stray_dates", .integer(covered?.strays?.rows ?? 0)),
    ])
  }

  // MARK: -

  private static func period(_ options: StudyOptions, _ covered: CoveredDates?) -> Period? {
    guard options.filter.from != nil || options.filter.to != nil else { return covered?.period }
    guard let first = options.filter.from?.first ?? covered?.first,
      let next = options.filter.to?.next ?? covered?.next, first < next
    else { return nil }
    let days = DayRange(first: first, next: next)
    return Period(
      first: first, last: CivilDate(dayNumber: next.dayNumber - 1), isMonthly: days.months != nil)
  }

  private static func findings(_ options: StudyOptions, _ covered: CoveredDates?) -> [Finding] {
    guard let covered else { return [] }
    var findings: [Finding] = []
    let (from, to) = (options.filter.from, options.filter.to)
    func words(_ date: CivilDate) -> String { covered.isMonthly ? date.monthWords : date.words }
    if let from, !covered.gaps(from: from.first, before: covered.first).isEmpty {
      findings.append(.beginsLate(asked: from, first: words(covered.first)))
    }
    if let to, !covered.gaps(from: covered.next, before: to.next).isEmpty {
      findings.append(.endsEarly(asked: to, last: words(covered.last)))
    }
    let (first, next) = (
      max(from?.first ?? covered.first, covered.first), min(to?.next ?? covered.next, covered.next)
    )
    findings += covered.gaps(from: first, before: next).map { .gap($0.words) }
    if let strays = covered.strays, from == nil || to == nil {
      findings.append(
        .strayDates(
          .init(
            rows: strays.rows, total: covered.rows + strays.rows,
            days: strays.first == strays.last
              ? "on \(strays.first)" : "between \(strays.first) and \(strays.last)",
            period: covered.period.words)))
    }
    return findings
  }
}
