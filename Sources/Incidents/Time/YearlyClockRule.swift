/// The rule by which a zone changes its clocks in each year to come.
///
/// Written as the `TZ` variable of POSIX, `GMT0BST,M3.5.0/1,M10.5.0`, with the extension of RFC
/// 9636 that the hour of a change may be negative or above 24.
struct YearlyClockRule {
  /// The seconds by which the clock is ahead of UTC outside summer time.
  private(set) var standardOffset: Int64
  /// The summer time, where there is one.
  private var summer: (offset: Int64, start: Day, end: Day)?

  /// Reads a rule; `nil` if it cannot be understood.
  init?(_ text: [UInt8]) {
    var rest = text[...]
    guard Self.skipName(&rest), let behind = Self.readClock(&rest) else { return nil }
    // POSIX counts how far the clock is behind.
    standardOffset = -behind
    if rest.isEmpty { return }
    guard Self.skipName(&rest) else { return nil }
    var summerOffset = standardOffset + 3600
    if let first = rest.first, first != UInt8(ascii: ",") {
      guard let summerBehind = Self.readClock(&rest) else { return nil }
      summerOffset = -summerBehind
    }
    guard let start = Day(&rest), let end = Day(&rest), rest.isEmpty else { return nil }
    summer = (summerOffset, start, end)
  }

  /// Returns the changes of a year, ascending.
  func changes(in year: Int) -> [(instant: Int64, offset: Int64)] {
    guard let summer else { return [] }
    let start = (instant: summer.start.second(in: year) - standardOffset, offset: summer.offset)
    let end = (instant: summer.end.second(in: year) - summer.offset, offset: standardOffset)
    return start.instant < end.instant ? [start, end] : [end, start]
  }

  // MARK: -

  /// A day of the year and the second of it on the clock that is about to change.
  private struct Day {
    private enum Kind {
      /// `M3.5.0`: the month, the week of it (5 is the last) and the weekday, Sunday 0.
      case weekday(month: Int, week: Int, weekday: Int)
      /// `J60`: the day from 1 in a year without a leap day, which is never counted.
      case dayWithoutLeapDay(Int)
      /// `59`: the day from 0, leap days counted.
      case day(Int)
    }

    private var kind: Kind
    private var second: Int64 = 7200

    init?(_ rest: inout ArraySlice<UInt8>) {
      guard rest.popFirst() == UInt8(ascii: ","), let first = rest.first else { return nil }
      if first == UInt8(ascii: "M") {
        rest.removeFirst()
        guard let month = readNumber(&rest), rest.popFirst() == UInt8(ascii: "."),
          let week = readNumber(&rest), rest.popFirst() == UInt8(ascii: "."),
          let weekday = readNumber(&rest), (1...12).contains(month), (1...5).contains(week),
          weekday < 7
        else { return nil }
        kind = .weekday(month: month, week: week, weekday: weekday)
      } else if first == UInt8(ascii: "J") {
        rest.removeFirst()
        guard let day = readNumber(&rest), (1...365).contains(day) else { return nil }
        kind = .dayWithoutLeapDay(day)
      } else {
        guard let day = readNumber(&rest), day < 366 else { return nil }
        kind = .day(day)
      }
      if rest.first == UInt8(ascii: "/") {
        rest.removeFirst()
        guard let clock = readClock(&rest) else { return nil }
        second = clock
      }
    }

    /// Returns the second on the clock before the change, since 1970-01-01T00:00:00 on that clock.
    func second(in year: Int) -> Int64 {
      let newYear = Int(CivilDate.dayNumber(year: year, month: 1, day: 1))
      let day: Int
      switch kind {
      case .day(let number):
        day = newYear + number
      case .dayWithoutLeapDay(let number):
        let isLeapYear = CivilDate.days(inMonth: 2, of: year) == 29
        day = newYear + number - 1 + (isLeapYear && number >= 60 ? 1 : 0)
      case .weekday(let month, let week, let weekday):
        let first = CivilDate(dayNumber: CivilDate.dayNumber(year: year, month: month, day: 1))
        // Sunday is 0 here and 6 in the calendar.
        let untilWeekday = (weekday + 6 - first.weekday) % 7
        let length = CivilDate.days(inMonth: month, of: year)
        let dayOfMonth = untilWeekday + (week - 1) * 7
        day = Int(first.dayNumber) + (dayOfMonth < length ? dayOfMonth : dayOfMonth - 7)
      }
      return Int64(day) * CivilTime.secondsPerDay + second
    }
  }

  /// Moves behind a zone's abbreviation, letters or anything between angle brackets.
  private static func skipName(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "<") {
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
      rest = rest[(close + 1)...]
      return true
    }
    let length = rest.prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }.count
    rest = rest.dropFirst(length)
    return length >= 3
  }

  private static func readClock(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    guard var seconds = readNumber(&rest), seconds <= 167 else { return nil }
    seconds *= 3600
    var unit = 60
    while unit > 0, rest.first == UInt8(ascii: ":") {
      rest.removeFirst()
      guard let part = readNumber(&rest), part < 60 else { return nil }
      seconds += part * unit
      unit /= 60
    }
    return Int64(sign == UInt8(ascii: "-") ? -seconds : seconds)
  }

  private static func readNumber(_ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix { $0 &- 0x30 < 10 }.prefix(4)
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
