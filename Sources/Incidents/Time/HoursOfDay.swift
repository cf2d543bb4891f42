/// Hours of a day, from one hour up to another; they wrap past midnight where the second is not
/// later.
public struct HoursOfDay: Sendable, Hashable {
  /// The hour at which they begin, 0 to 23.
  public let from: Int
  /// How many hours they are, 1 to 24.
  public let length: Int

  /// Creates hours from their first and the one at which they end.
  ///
  /// - Parameters:
  ///   - from: The hour at which they begin, 0 to 23.
  ///   - to: The hour at which they end, 0 to 24. The same as `from` for a whole day.
  public init(from: Int, to: Int) {
    precondition((0..<24).contains(from) && (0...24).contains(to), "HoursOfDay: no such hour")
    self.from = from
    let length = (to - from + 24) % 24
    self.length = length == 0 ? 24 : length
  }

  /// Reads hours as people write them, `18-06`, `18:00-06:00` or `0-24`.
  ///
  /// - Parameter text: The first hour and the one at which they end.
  /// - Throws: ``WeekTextError/hours(_:)`` for any other text.
  public init(_ text: String) throws(WeekTextError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = WeekText.hour(parts[0]), let to = WeekText.hour(parts[1]),
      from < 24
    else { throw .hours(text) }
    self.init(from: from, to: to)
  }
}

/// Reads the words for hours and days of the week.
package enum WeekText {
  /// The abbreviations of the weekdays, Monday first.
  package static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Reads a list of weekdays, `fri,sat` or `Mon-Thu`; a range may wrap.
  ///
  /// - Parameter text: Names or their first three letters or more, in any case.
  /// - Returns: The days, Monday 0, ascending and each once.
  /// - Throws: ``WeekTextError/days(_:)`` for any other text.
  package static func days(_ text: String) throws(WeekTextError) -> [Int] {
    var days: Set<Int> = []
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = item.split(separator: "-", omittingEmptySubsequences: false).map(day)
      guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
        throw .days(text)
      }
      for step in 0...((last - first + 7) % 7) { days.insert((first + step) % 7) }
    }
    return days.sorted()
  }

  /// Reads the hour at which the day of an operation starts, `06:00` or `6`.
  ///
  /// - Parameter text: A whole hour.
  /// - Returns: The hour, 0 to 23.
  /// - Throws: ``WeekTextError/dayStart(_:)`` for any other text.
  package static func dayStart(_ text: String) throws(WeekTextError) -> Int {
    guard let hour = hour(text[...]), hour < 24 else { throw .dayStart(text) }
    return hour
  }

  /// Reads a length of time, `8h` or `3d`.
  ///
  /// - Parameter text: A whole number of hours or days, from 1 hour to 9,999 days.
  /// - Returns: The hours.
  /// - Throws: ``WeekTextError/length(_:)`` for any other text.
  package static func hours(lasting text: String) throws(WeekTextError) -> Int {
    let digits = text.dropLast()
    guard let unit = text.last, unit == "h" || unit == "d", (1...4).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(digits), number > 0
    else { throw .length(text) }
    return unit == "d" ? number * 24 : number
  }

  // MARK: -

  /// Returns a whole hour of the day, 24 included.
  static func hour(_ text: Substring) -> Int? {
    let digits = text.hasSuffix(":00") ? text.dropLast(3) : text
    guard (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let hour = Int(digits), hour <= 24
    else { return nil }
    return hour
  }

  private static func day(_ text: Substring) -> Int? {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let wanted = String(text).lowercased()
    guard wanted.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(wanted) }
  }
}

/// Why text is not about hours or days of the week.
public enum WeekTextError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The text is not a pair of hours.
  case hours(String)
  /// The text is not a list of weekdays.
  case days(String)
  /// The text is not an hour at which a day can start.
  case dayStart(String)
  /// The text is not a length of time.
  case length(String)

  /// What was found and what is allowed.
  public var description: String {
    switch self {
    case .hours(let text):
      "cannot read hours '\(text)': two whole hours of the day are allowed"
    case .days(let text):
      "cannot read days '\(text)': names of weekdays are allowed"
    case .dayStart(let text):
      "cannot start the day at '\(text)': a whole hour from 00:00 to 23:00 is allowed"
    case .length(let text):
      "cannot read length '\(text)': a whole number of hours or days is allowed"
    }
  }
}
