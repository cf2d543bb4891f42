import Boundaries
import HotspotAnalysis
import Incidents

/// The incidents of a pack by month, up to the end of its period.
package struct PackTrend: Sendable {
  /// The months, by category if the incidents have categories.
  package let months: MonthlyCounts.Result
  /// The months of all incidents together.
  package let all: MonthlyCounts.Series
  /// The areas that have a line of their own; `nil` for none.
  package let lines: MonthLines?
  /// Their months, in their order.
  package let series: [MonthlyCounts.Series]

  /// The most areas that have a line of their own: what a page has room for.
  static let mostLines = 24

  /// Takes what was counted.
  ///
  /// - Parameters:
  ///   - counts: The counts.
  ///   - calendar: The months that were counted.
  ///   - lines: The areas that were counted by themselves.
  init(_ counts: HistoryCounts.Result, in calendar: CoveredCalendar, lines: MonthLines?) {
    let days = calendar.days
    precondition(
      counts.reading.categories == nil || counts.reading.options.filter.hours != nil
        || counts.categories.joined().reduce(0, +) == counts.all.reduce(0, +),
      "PackTrend: the incidents of the categories and those of all months differ")
    months = MonthlyCounts.Result(
      method: MonthlyCounts(by: counts.reading.categories == nil ? nil : .category),
      reading: counts.reading, months: calendar,
      sums: counts.reading.categories == nil ? [counts.all] : counts.categories)
    all = MonthlyCounts.Series(counts: counts.all, days: days)
    self.lines = lines
    series = counts.lines.map { MonthlyCounts.Series(counts: $0, days: days) }
  }

  /// Finds the months that files have up to the end of a study's period.
  ///
  /// - Parameters:
  ///   - options: Say the period.
  ///   - covered: The days that the files cover; `nil` if no row has a date.
  /// - Returns: The months; at least two.
  /// - Throws: ``TrendAbsence`` where there are fewer than two.
  static func months(
    of options: StudyOptions, _ covered: CoveredDates?
  ) throws(TrendAbsence) -> CoveredCalendar {
    guard let covered else { throw .noDates }
    guard options.incidents.canBeReadAgain else { throw .pipe }
    var filter = StudyFilter()
    // A period that goes on after the files ends with them.
    if let to = options.filter.to, to.next < covered.next { filter.to = to }
    let months: CoveredCalendar
    do throws(MonthlyCountsError) {
      months = try CoveredCalendar(of: filter, covered)
    } catch {
      guard case .uncovered(let period, let days, _) = error else { throw .noDates }
      throw .uncovered(period: period, days: days)
    }
    if months.firsts.count == 1 { throw .oneMonth(months.firsts[0].monthWords) }
    return months
  }
}

extension TrendAbsence: Error {}
