package import Incidents

extension CoveredDates {
  /// The months before a period from which it is told how much counts vary are five years at most:
  /// those before tell of other times.
  package static let longestHistory = 60

  /// Whether the files cover some days: they have rows of them, and no gap in them.
  package func covers(_ days: DayRange) -> Bool {
    rows(from: days.first, before: days.next) > 0
      && gaps(from: days.first, before: days.next).isEmpty
  }

  /// Finds the whole months in a row that the files cover before the month of a day.
  ///
  /// - Parameter day: The day.
  /// - Returns: The latest five years of them; `nil` where there is none.
  package func wholeMonths(before day: CivilDate) -> DayRange? {
    let end = day.firstOfMonth
    var first = end
    for _ in 0..<Self.longestHistory {
      let earlier = first.adding(months: -1)
      guard covers(DayRange(first: earlier, next: first)) else { break }
      first = earlier
    }
    return first < end ? DayRange(first: first, next: end) : nil
  }
}

extension CoveredDates {
  /// Finds the last calendar months that end by a day.
  ///
  /// - Parameters:
  ///   - count: How many months are looked at.
  ///   - end: The day behind the last; a month that goes on after it is not one of them.
  /// - Returns: Those of them that the files cover whole, the earliest first.
  package func coveredMonths(_ count: Int, before end: CivilDate) -> [DayRange] {
    let last = end.firstOfMonth
    return (1...count).reversed().map { back in
      DayRange(first: last.adding(months: -back), next: last.adding(months: 1 - back))
    }.filter(covers)
  }
}
