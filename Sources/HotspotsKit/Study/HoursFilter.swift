public import Incidents

/// The hours of the week in which incidents count.
public struct HoursFilter: Sendable {
  /// The hours of each day; `nil` for all of them.
  public let hours: HoursOfDay?
  /// The days, Monday 0; `nil` for all of them.
  public let days: [Int]?
  /// The hour at which an operational day starts.
  public let dayStart: Int

  /// Creates a filter.
  ///
  /// - Parameters:
  ///   - hours: The hours of each day; `nil` for all of them. Hours past midnight belong to the day
  ///     on which they begin.
  ///   - days: The days, Monday 0; `nil` for all of them.
  ///   - dayStart: The hour at which an operational day starts.
  public init(hours: HoursOfDay? = nil, days: [Int]? = nil, dayStart: Int = 0) {
    (self.hours, self.days, self.dayStart) = (hours, days, dayStart)
  }

  /// The stretches of the week.
  package var weekly: WeeklyHours {
    WeeklyHours(hours: hours, days: days ?? Array(0..<7), dayStart: dayStart)
  }

  /// The hours in words: `Fri, Sat 18:00 to 06:00`.
  public var words: String {
    let names = days.map { $0.map { WeekText.days[$0] }.joined(separator: ", ") }
    let times = hours.map(\.words)
    let start =
      dayStart > 0 && days != nil
      ? " (days from \(HoursOfDay.label(dayStart)))" : ""
    return [names, times].compactMap(\.self).joined(separator: " ") + start
  }
}

extension HoursOfDay {
  /// The hours in words: `18:00 to 06:00`.
  package var words: String { "\(Self.label(from)) to \(Self.label((from + length - 1) % 24 + 1))" }

  /// Returns an hour as a clock shows it; 24 is the end of the day.
  package static func label(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
}
