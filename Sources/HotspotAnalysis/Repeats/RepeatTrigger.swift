package import Incidents

/// A rule that says when repeated incidents are looked at: so many within some time.
///
///     RepeatTrigger("3/6months")   // three incidents in any six months
///
/// A window begins on the day of an incident. One of days or weeks has that many days with the first.
/// One of months ends on the day before the same day so many months later, or where that month has no
/// such day on its last: a month from 15 January ends on 14 February, from 31 January on 28 February,
/// in a leap year on the 29th.
public struct RepeatTrigger: Sendable, Equatable {
  /// A length of time by the calendar.
  public enum Window: Sendable, Equatable {
    /// So many days.
    case days(Int)
    /// So many weeks.
    case weeks(Int)
    /// So many months.
    case months(Int)
  }

  /// How many incidents meet the rule; at least 2.
  public let count: Int
  /// Within what time.
  public let window: Window

  /// Creates a rule; `nil` for fewer than two incidents, and for no time or more than a century.
  public init?(_ count: Int, within window: Window) {
    let (length, most) =
      switch window {
      case .days(let days): (days, 36_525)
      case .weeks(let weeks): (weeks, 5_200)
      case .months(let months): (months, 1_200)
      }
    guard count >= 2, count <= 1_000_000, (1...most).contains(length) else { return nil }
    (self.count, self.window) = (count, window)
  }

  /// Reads a rule as people write it: `3/6months`, `2/28days`, `4/2weeks`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.filter { $0 != " " }.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = Self.number(parts[0]) else { return nil }
    let digits = parts[1].prefix { $0.isASCII && $0.isNumber }
    guard let length = Self.number(digits) else { return nil }
    let window: Window
    switch parts[1].dropFirst(digits.count).lowercased() {
    case "day", "days": window = .days(length)
    case "week", "weeks": window = .weeks(length)
    case "month", "months": window = .months(length)
    default: return nil
    }
    self.init(count, within: window)
  }

  private static func number(_ text: Substring) -> Int? {
    text.allSatisfy { $0.isASCII && $0.isNumber } ? Int(text) : nil
  }

  /// Whether windows are of whole months, which dates without days can be put into.
  package var isOfMonths: Bool { if case .months = window { true } else { false } }

  /// The rule in words: `3 incidents within 6 months`.
  public var words: String {
    let (length, unit) =
      switch window {
      case .days(let days): (days, "day")
      case .weeks(let weeks): (weeks, "week")
      case .months(let months): (months, "month")
      }
    return "\(count) incidents within \(length == 1 ? "a \(unit)" : "\(length) \(unit)s")"
  }

  /// The rule as it is written: `3/6months`.
  package var text: String {
    switch window {
    case .days(let days): "\(count)/\(days)days"
    case .weeks(let weeks): "\(count)/\(weeks)weeks"
    case .months(let months): "\(count)/\(months)months"
    }
  }

  /// Returns the day behind the last of the window that begins on a day.
  package func end(ofWindowFrom first: CivilDate) -> CivilDate {
    switch window {
    case .days(let days): return CivilDate(dayNumber: first.dayNumber + Int32(days))
    case .weeks(let weeks): return CivilDate(dayNumber: first.dayNumber + 7 * Int32(weeks))
    case .months(let months):
      let sameDay = first.adding(months: months)
      // Where the month has no such day, its last is in the window.
      let isShorter = sameDay.parts.day != first.parts.day
      return isShorter ? CivilDate(dayNumber: sameDay.dayNumber + 1) : sameDay
    }
  }

  /// Returns the day on which the rule was first met: that of the last incident of the earliest window
  /// with enough of them.
  ///
  /// - Parameter days: The numbers of the days of the incidents, ascending; a day with several stands
  ///   as often.
  /// - Returns: The number of the day; `nil` if the rule was never met.
  /// - Complexity: O(*n*).
  package func firstMet(on days: some RandomAccessCollection<Int32>) -> Int32? {
    var first = days.startIndex
    guard days.count >= count else { return nil }
    var last = days.index(first, offsetBy: count - 1)
    while last < days.endIndex {
      if days[last] < end(ofWindowFrom: CivilDate(dayNumber: days[first])).dayNumber {
        return days[last]
      }
      days.formIndex(after: &first)
      days.formIndex(after: &last)
    }
    return nil
  }
}
