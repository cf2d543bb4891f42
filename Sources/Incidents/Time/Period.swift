/// A stretch of days or months.
package struct Period: Sendable, Equatable {
  /// The first day.
  package var first: CivilDate
  /// The last day.
  package var last: CivilDate
  /// Whether it is told in months: the days are then those of whole months.
  package var isMonthly: Bool

  /// Describes a period.
  package init(first: CivilDate, last: CivilDate, isMonthly: Bool) {
    self.first = first
    self.last = last
    self.isMonthly = isMonthly
  }

  /// The period in words: `April 2016 to March 2017`, `3 May 2024 to 9 June 2024`.
  package var words: String {
    let (from, to) = (words(of: first), words(of: last))
    return from == to ? from : "\(from) to \(to)"
  }

  private func words(of date: CivilDate) -> String {
    isMonthly ? date.monthWords : date.words
  }
}

extension CivilDate {
  /// The day in words: `3 May 2024`.
  package var words: String { "\(parts.day) \(monthWords)" }

  /// The month of the day in words: `May 2024`.
  package var monthWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let (year, month, _) = parts
    return "\(months[month - 1]) \(year)"
  }
}
