/// The days that the rows of files cover, before any filter.
///
/// A few dates far from all others are slips of the pen (2107 for 2017): they are told apart, so
/// that they do not turn a year into a century.
package struct CoveredDates: Sendable, Equatable {
  /// Rows whose dates lie far from the rest.
  package struct Strays: Sendable, Equatable {
    /// How many there are.
    package var rows: Int
    /// The first of their days.
    package var first: CivilDate
    /// The last of their days.
    package var last: CivilDate
  }

  /// The first day; of months, that of the first month.
  package let first: CivilDate
  /// The last day; of months, that of the last month.
  package let last: CivilDate
  /// Whether only months are known.
  package let isMonthly: Bool
  /// The rows from the first day to the last.
  package let rows: Int
  /// What lies far from these days; `nil` if nothing does.
  package let strays: Strays?
  /// The rows of each day from the first on.
  private let rowsByDay: ArraySlice<UInt32>

  /// Two stretches of days are apart when more days than these lie between them without a row: two
  /// years, since no export of incidents pauses for so long.
  static let longestPause = 731

  /// The years that dates are written of; whoever has rows in them has no others but by mistake.
  static let usualYears = 1970...2069

  /// Finds the days that rows cover; `nil` where no row has a date.
  init?(_ tally: DateTally) {
    let stretches = Self.stretches(of: tally)
    // The stretch with the most rows; of equal ones that of usual years, then the latest.
    guard
      let main = stretches.max(by: {
        ($0.rows, $0.isUsual ? 1 : 0, $0.last) < ($1.rows, $1.isUsual ? 1 : 0, $1.last)
      })
    else { return nil }
    let total = stretches.reduce(0) { $0 + $1.rows }
    let kept = stretches.filter { !$0.isStray(beside: main, of: total) }
    // What lies far from the rest, and what no incident can have as its date.
    var others = tally.implausible
    for stray in stretches where stray.isStray(beside: main, of: total) {
      others.add(DateTally.Beyond(rows: stray.rows, first: stray.first, last: stray.last))
    }
    strays =
      others.rows == 0
      ? nil
      : Strays(
        rows: others.rows, first: CivilDate(dayNumber: others.first),
        last: CivilDate(dayNumber: others.last))
    rows = kept.reduce(0) { $0 + $1.rows }
    isMonthly = tally.isMonthly
    let (from, to) = (
      CivilDate(dayNumber: kept[0].first), CivilDate(dayNumber: kept[kept.count - 1].last)
    )
    first = isMonthly ? from.firstOfMonth : from
    last = isMonthly ? to.lastOfMonth : to
    let base = Int(DateTally.counted.lowerBound)
    let places =
      (Int(first.dayNumber) - base..<Int(last.dayNumber) - base + 1)
      .clamped(to: tally.rows.indices)
    // Days that were not counted one by one, before 1800, are covered without telling how.
    rowsByDay =
      places.count == Int(last.dayNumber - first.dayNumber) + 1 ? tally.rows[places] : []
  }

  /// The first day behind the last.
  package var next: CivilDate { CivilDate(dayNumber: last.dayNumber + 1) }

  /// The days as a period.
  package var period: Period { Period(first: first, last: last, isMonthly: isMonthly) }

  /// The months that have rows, each by its first day, with their rows; empty where days are too
  /// far back to have been counted one by one.
  package var months: [(first: CivilDate, rows: Int)] {
    var months: [(first: CivilDate, rows: Int)] = []
    for (day, rows) in zip(first.dayNumber..., rowsByDay) where rows > 0 {
      let month = CivilDate(dayNumber: day).firstOfMonth
      if months.last?.first == month {
        months[months.count - 1].rows += Int(rows)
      } else {
        months.append((month, Int(rows)))
      }
    }
    return months
  }

  /// Returns how many rows start in some days, the last of which is not one of them.
  package func rows(from start: CivilDate, before end: CivilDate) -> Int {
    let (from, to) = (max(0, start.dayNumber - first.dayNumber), end.dayNumber - first.dayNumber)
    return rowsByDay.prefix(Int(max(0, to))).dropFirst(Int(from)).reduce(0) { $0 + Int($1) }
  }

  /// Returns the stretches of some days that the files do not cover: no row starts in them, and
  /// that is more than chance and weekends explain.
  ///
  /// Before the first day and after the last five rows would have been expected, of which none
  /// comes up less than once in a hundred (e^-5), in more days than ever pass without a row;
  /// between them, where a pause may be anywhere, ten rows in four weeks or more.
  ///
  /// - Parameters:
  ///   - start: The first of the days.
  ///   - end: The day behind the last.
  /// - Returns: The stretches, in the order of time.
  package func gaps(from start: CivilDate, before end: CivilDate) -> [Period] {
    let usual =
      pauses(from: first.dayNumber, before: next.dayNumber).map(\.count)
      .filter { $0 < Self.longPause }.max() ?? 0
    var gaps = pauses(
      from: max(start, first).dayNumber, before: min(end, next).dayNumber
    ).filter { $0.count >= Self.longPause && expects(10, in: $0.count, of: dayCount) }
    for edge in [
      (start.dayNumber, min(end, first).dayNumber), (max(start, next).dayNumber, end.dayNumber),
    ] where edge.0 < edge.1 {
      let days = edge.0..<edge.1
      if days.count > usual && expects(5, in: days.count, of: dayCount + days.count) {
        gaps.append(days)
      }
    }
    return gaps.sorted { $0.lowerBound < $1.lowerBound }.map { days in
      let (from, to) = (
        CivilDate(dayNumber: days.lowerBound), CivilDate(dayNumber: days.upperBound - 1)
      )
      return Period(
        first: from, last: to, isMonthly: from == from.firstOfMonth && to == to.lastOfMonth)
    }
  }

  /// The days of a pause that no week explains: four weeks.
  private static let longPause = 28

  /// How many days there are from the first to the last.
  private var dayCount: Int { Int(next.dayNumber - first.dayNumber) }

  /// Whether so many rows are expected in some days without one, were all rows spread over all
  /// days.
  ///
  /// Where *n* rows fall on any of *d* days alike, *g* of these stay empty with a chance of
  /// ((*d* - *g*) / *d*)^*n*; its logarithm is at most -2 *n* *g* / (2 *d* - *g*), so that one or
  /// two rows never prove anything.
  private func expects(_ rows: Int, in gap: Int, of days: Int) -> Bool {
    2 * self.rows * gap >= rows * (2 * days - gap)
  }

  /// Returns the days in a row without a row, between the first day covered and the last.
  private func pauses(from start: Int32, before end: Int32) -> [Range<Int32>] {
    var pauses: [Range<Int32>] = []
    var pause = start
    for day in stride(from: start, to: end, by: 1) where hasRows(ofDay: day) {
      if pause < day { pauses.append(pause..<day) }
      pause = day + (isMonthly ? CivilDate(dayNumber: day).daysOfMonth : 1)
    }
    if pause < end { pauses.append(pause..<end) }
    return pauses
  }

  /// Whether rows start on a day between the first and the last; also where that was not counted.
  private func hasRows(ofDay day: Int32) -> Bool {
    let place = Int(day - first.dayNumber)
    return place >= rowsByDay.count || rowsByDay[rowsByDay.startIndex + place] > 0
  }

  // MARK: -

  /// Days with rows that no long pause parts.
  private struct Stretch {
    var rows: Int
    var first: Int32
    var last: Int32

    var isUsual: Bool {
      CoveredDates.usualYears.contains(CivilDate(dayNumber: first).parts.year)
        && CoveredDates.usualYears.contains(CivilDate(dayNumber: last).parts.year)
    }

    /// Whether these rows are so few beside the main ones, or of such years, that they are slips:
    /// at most one in a hundred, one of at least ten, or unusual years where the main ones are not.
    func isStray(beside main: Stretch, of total: Int) -> Bool {
      guard first != main.first else { return false }
      return rows * 100 <= total || (rows == 1 && total >= 10) || (main.isUsual && !isUsual)
    }
  }

  /// Returns the stretches in the order of time.
  private static func stretches(of tally: DateTally) -> [Stretch] {
    var stretches: [Stretch] = []
    func add(_ rows: Int, _ first: Int32, _ last: Int32) {
      if let previous = stretches.last, Int(first) - Int(previous.last) <= longestPause {
        stretches[stretches.count - 1].rows += rows
        stretches[stretches.count - 1].last = last
      } else {
        stretches.append(Stretch(rows: rows, first: first, last: last))
      }
    }
    if tally.earlier.rows > 0 { add(tally.earlier.rows, tally.earlier.first, tally.earlier.last) }
    for (place, rows) in tally.rows.enumerated() where rows > 0 {
      let day = DateTally.counted.lowerBound + Int32(truncatingIfNeeded: place)
      add(Int(rows), day, day)
    }
    if tally.later.rows > 0 { add(tally.later.rows, tally.later.first, tally.later.last) }
    return stretches
  }
}

extension CivilDate {
  /// The first day of its month.
  package var firstOfMonth: CivilDate {
    CivilDate(dayNumber: dayNumber - Int32(parts.day) + 1)
  }

  /// The last day of its month.
  package var lastOfMonth: CivilDate {
    CivilDate(dayNumber: firstOfMonth.dayNumber + daysOfMonth - 1)
  }

  /// How many days its month has.
  fileprivate var daysOfMonth: Int32 {
    let (year, month, _) = parts
    return Int32(Self.days(inMonth: month, of: year))
  }
}
