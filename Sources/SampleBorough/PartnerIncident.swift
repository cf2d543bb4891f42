import Statistics

/// One made-up incident of a partner: when, where and of what kind.
struct PartnerIncident: Sendable {
  /// The time, in minutes of ``CivilCalendar``.
  let start: Int
  /// What it was, in the words of the partner.
  let kind: String
  /// Where it happened; `nil` where nobody wrote it down.
  let place: Place?

  /// The day, counted from 0 on 1 January.
  var day: Int { start / CivilCalendar.minutesPerDay }

  /// The time of day, such as `23:41`.
  var clock: String {
    let minute = start % CivilCalendar.minutesPerDay
    return CivilCalendar.twoDigits(minute / 60) + ":" + CivilCalendar.twoDigits(minute % 60)
  }

  /// The day as forms have it, such as `31/12/2025`.
  var slashedDate: String {
    let (year, month, day) = CivilCalendar.date(ofDay: day)
    return CivilCalendar.twoDigits(day) + "/" + CivilCalendar.twoDigits(month) + "/\(year)"
  }

  /// Returns incidents in the order of time.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - make: Makes the next one.
  /// - Returns: The incidents.
  static func year(_ count: Int, _ make: () -> PartnerIncident) -> [PartnerIncident] {
    let drawn = (0..<count).map { _ in make() }
    // Equal times keep the order of the draws.
    return drawn.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }
    .map(\.element)
  }

  /// Returns a number with leading zeros up to five digits.
  static func fiveDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}
