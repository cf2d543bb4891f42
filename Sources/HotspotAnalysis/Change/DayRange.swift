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

  /// How many months there are; absent where the days are not whole months.
  package var months: Int? {
    let (from, to) = (first.parts, next.parts)
    guard from.day == 1 && to.day == 1 else { return nil }
    return (to.year - from.year) * 12 + to.month - from.month
  }

  /// The days just before, as many of them, or as many months.
  package var before: DayRange {
    if let months { return DayRange(first: first.adding(months: -months), next: first) }
    return DayRange(first: CivilDate(dayNumber: first.dayNumber - Int32(days)), next: first)
  }

  /// The same months of the year before, or as many days from the same date; absent where they would
  /// reach into these days.
  package var yearBefore: DayRange? {
    let start = first.adding(months: -12)
    let end =
      months == nil
      ? CivilDate(dayNumber: start.dayNumber + Int32(days)) : next.adding(months: -12)
    return end <= first ? DayRange(first: start, next: end) : nil
  }

  /// The days in words: `April 2016 to March 2017`, `3 May 2024 to 9 June 2024`.
  package var words: String {
    Period(first: first, last: CivilDate(dayNumber: next.dayNumber - 1), isMonthly: months != nil)
      .words
  }
}

extension CivilDate {
  /// Returns the same day of another month, or its last day where it has no such day.
  func adding(months: Int) -> CivilDate {
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
