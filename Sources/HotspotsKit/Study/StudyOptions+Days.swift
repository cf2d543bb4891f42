import HotspotAnalysis

extension StudyOptions {
  /// Returns the options of the same study in other days, which may be without incidents.
  func of(_ days: DayRange) -> StudyOptions {
    var options = self
    // Nothing in an earlier period is a finding, not a fault.
    options.bounds = .none
    options.reportsAccuracy = false
    options.filter.periods = []
    let isMonth = days.months != nil
    options.filter.from = PeriodBound(
      text: days.first.description, isMonth: isMonth, first: days.first, next: days.first)
    options.filter.to = PeriodBound(
      text: days.next.description, isMonth: isMonth, first: days.next, next: days.next)
    return options
  }
}
