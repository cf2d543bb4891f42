import Incidents

/// One of the 168 hours of the week.
package struct HourOfWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The number from Monday 00:00, 0 to 167.
  package let number: Int

  /// Creates an hour from its number; numbers beyond Sunday go on with Monday.
  package init(_ number: Int) {
    precondition(number >= 0, "HourOfWeek: an hour before Monday 00:00")
    self.number = number % WeeklyFold.hours
  }

  /// The day, Monday 0 to Sunday 6.
  package var day: Int { number / 24 }
  /// The day's name, `Mon` to `Sun`.
  package var dayName: String { WeekText.days[day] }
  /// The hour of the day, 0 to 23.
  package var hour: Int { number % 24 }

  /// The day of an operation to which the hour belongs, where days start at another hour: the day
  /// before, while the clock reads less than that.
  ///
  /// - Parameter dayStart: The hour at which the day starts, 0 to 23.
  /// - Returns: The day, Monday 0 to Sunday 6.
  package func operationalDay(startingAt dayStart: Int) -> Int {
    hour < dayStart ? (day + 6) % 7 : day
  }

  /// The day and the hour, `Fri 22:00`.
  package var description: String {
    "\(dayName) \(hour < 10 ? "0" : "")\(hour):00"
  }

  /// Orders hours from Monday to Sunday.
  package static func < (left: HourOfWeek, right: HourOfWeek) -> Bool {
    left.number < right.number
  }
}
