package import Incidents

/// Some days in a row, whole months or not.
package struct DayRange: Sendable, Hashable {
  /// The first day.
  package var first: CivilDate
  /// The day behind the last; after the first.
  package var next: CivilDate

  /// Describes days in a row.
  package init(first: CivilDate, next: CivilDate) {
    precondition(first < next, "DayRange: no day")
    self.first = first
    self.next = next
  }

  /// How many days there are.
  package var days: Int { Int(next.dayNumber - first.dayNumber) }

  /// How many months there are; `nil` if the days are not whole months.
  package var months: Int? {
    let (from, to) = (first.parts, next.parts)
    guard from.day == 1 && to.day == 1 else { return nil }
    return (to.year - from.year) * 12 + to.month - from.month
  }

  /// The first days of its months, and of the month behind the last; the days are whole months.
  package var monthBounds: [CivilDate] {
    guard let months else { preconditionFailure("DayRange: not whole months") }
    return (0...months).map { first.adding(months: $0) }
  }

  /// How many whole weeks ``before`` lies back; `nil` for months and for four weeks and more.
  ///
  /// The fewest that do not overlap, so that a weekend is compared with a weekend: weekdays differ
  /// more from each other than one week from the next.
  package var weeksBefore: Int? {
    months == nil && days < Self.fourWeeks ? (days + 6) / 7 : nil
  }

  /// The days to compare with first: as many months before; of fewer than four weeks the same
  /// weekdays, shifted by the fewest whole weeks; else as many days just before.
  package var before: DayRange {
    if let months { return DayRange(first: first.adding(months: -months), next: first) }
    return shifted(back: weeksBefore.map { 7 * $0 } ?? days)
  }

  /// The same months of the year before; of fewer than four weeks the same weekdays 52 weeks before;
  /// else as many days from the same date.
  ///
  /// `nil` if they would reach into these days.
  package var yearBefore: DayRange? {
    if weeksBefore != nil { return shifted(back: Self.weeksOfYear * 7) }
    let start = first.adding(months: -12)
    let end =
      months == nil
      ? CivilDate(dayNumber: start.dayNumber + Int32(days)) : next.adding(months: -12)
    return end <= first ? DayRange(first: start, next: end) : nil
  }

  /// How many of each weekday there are, Monday first.
  package var weekdays: [Int] {
    var counts = [Int](repeating: days / 7, count: 7)
    for day in 0..<days % 7 { counts[(first.weekday + day) % 7] += 1 }
    return counts
  }

  /// The days in words: `April 2016 to March 2017`, `3 May 2024 to 9 June 2024`.
  package var words: String {
    Period(first: first, last: CivilDate(dayNumber: next.dayNumber - 1), isMonthly: months != nil)
      .words
  }

  private static let fourWeeks = 28
  /// A year in whole weeks, 364 days.
  private static let weeksOfYear = 52

  private func shifted(back days: Int) -> DayRange {
    DayRange(
      first: CivilDate(dayNumber: first.dayNumber - Int32(days)),
      next: CivilDate(dayNumber: next.dayNumber - Int32(days)))
  }
}

extension CivilDate {
  /// Returns the same day of another month, or its last day where it has no such day.
  package func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    let length = CivilDate.days(inMonth: newMonth, of: newYear)
    guard let date = CivilDate(year: newYear, month: newMonth, day: min(day, length)) else {
      preconditionFailure("CivilDate: a month without the day")
    }
    return date
  }
}
