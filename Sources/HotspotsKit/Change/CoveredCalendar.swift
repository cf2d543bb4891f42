package import HotspotAnalysis
package import Incidents

/// The months of a period, with the days of each that files cover.
package struct CoveredCalendar: Sendable, Equatable {
  /// The days of the period.
  package let period: DayRange
  /// The first day of each month.
  package let firsts: [CivilDate]
  /// How many days of the period each month has that files cover; 0 for a month that they do not.
  package let days: [Int]
  /// The months of which the files or the period have a part only, by their positions.
  package let parts: [Int]

  /// Finds the months.
  ///
  /// - Parameters:
  ///   - filter: Says the period; what it does not say is as far as the files go.
  ///   - covered: The days that the files cover.
  /// - Throws: ``MonthlyCountsError/uncovered(period:days:months:)`` for a whole month at the
  ///   beginning or the end of the period that the files do not cover.
  package init(of filter: StudyFilter, _ covered: CoveredDates) throws(MonthlyCountsError) {
    let first = filter.from?.first ?? covered.first
    let next = filter.to?.next ?? covered.next
    guard first < next else {
      throw .uncovered(
        period: (filter.from ?? filter.to)?.text ?? "", days: "it", months: covered.monthWords)
    }
    period = DayRange(first: first, next: next)
    var (firsts, days, parts): ([CivilDate], [Int], [Int]) = ([], [], [])
    let gaps = covered.gaps(from: first, before: next)
    var month = first.firstOfMonth
    while month < next {
      let end = CivilDate(dayNumber: month.lastOfMonth.dayNumber + 1)
      let (from, to) = (max(month, first), min(end, next))
      let missing = gaps.reduce(0) { sum, gap in
        sum
          + max(
            0,
            Int(min(to.dayNumber, gap.last.dayNumber + 1))
              - Int(max(from.dayNumber, gap.first.dayNumber)))
      }
      let length = Int(to.dayNumber - from.dayNumber) - missing
      // A day or two that a gap leaves at its edge are no month.
      let hasRows = covered.rows(from: from, before: to) > 0
      let isCovered = length > 0 && (missing == 0 || hasRows)
      firsts.append(month)
      days.append(isCovered ? length : 0)
      if isCovered && length < Int(end.dayNumber - month.dayNumber) {
        parts.append(firsts.count - 1)
      }
      month = end
    }
    for (isEdge, gap) in [
      (days.first == 0, gaps.first), (days.last == 0, gaps.last),
    ] where isEdge {
      throw .uncovered(
        period: period.words, days: gap?.words ?? "it", months: covered.monthWords)
    }
    (self.firsts, self.days, self.parts) = (firsts, days, parts)
  }

  /// The first day of each month, and of the month behind the last.
  package var bounds: [CivilDate] {
    firsts + [CivilDate(dayNumber: firsts[firsts.count - 1].lastOfMonth.dayNumber + 1)]
  }

  /// Returns the position of a month, given in months since the year 0; `nil` for one that is not in
  /// the period.
  package func month(of months: Int) -> Int? {
    let (year, month, _) = firsts[0].parts
    let place = months - (year * 12 + month - 1)
    return firsts.indices.contains(place) ? place : nil
  }
}
