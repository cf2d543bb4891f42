import Incidents

/// What the dates of a file's rows are like; adds up over rows in any order.
struct DateInspection: Sendable {
  /// Starts that tell the month only.
  var months = 0
  /// Starts that tell the day only.
  var days = 0
  /// Starts that tell the time of day.
  var times = 0
  /// Starts at midnight to the second, among those with a time of day.
  var midnights = 0
  /// Rows without a start.
  var absent = 0
  /// Rows whose start is not understood.
  var unreadable = 0
  /// Those among them that need an order of day and month which is not known.
  var undecided = 0
  /// Rows whose end is not understood.
  var unreadableEnds = 0
  /// What the windows are like.
  var notes = TimeNotes()
  /// The first start, on the local clock.
  var first: CivilTime?
  /// The last start, on the local clock.
  var last: CivilTime?
  /// The rows by month, the months counted from January of the year 0.
  var rowsByMonth: [Int: Int] = [:]

  /// Takes the times of a row.
  mutating func add(start: ParsedTime, end: ParsedTime, resolver: WindowResolver) {
    if end.isUnreadable { unreadableEnds += 1 }
    if start.kind == .undecided { undecided += 1 }
    _ = resolver.resolve(start: start, end: end, notes: &notes)
    guard let granularity = start.granularity else {
      if start.isUnreadable { unreadable += 1 } else { absent += 1 }
      return
    }
    let civil =
      start.kind == .instant
      ? resolver.rules.civilTime(at: start.seconds) : CivilTime(seconds: start.seconds)
    switch granularity {
    case .month: months += 1
    case .day: days += 1
    case .time:
      times += 1
      if civil.secondOfDay == 0 { midnights += 1 }
    }
    first = min(first ?? civil, civil)
    last = max(last ?? civil, civil)
    let (year, month, _) = civil.date.parts
    rowsByMonth[year * 12 + month - 1, default: 0] += 1
  }

  /// Adds what was found in other rows.
  mutating func merge(_ other: DateInspection) {
    months += other.months
    days += other.days
    times += other.times
    midnights += other.midnights
    absent += other.absent
    unreadable += other.unreadable
    undecided += other.undecided
    unreadableEnds += other.unreadableEnds
    notes.merge(other.notes)
    first = [first, other.first].compactMap(\.self).min()
    last = [last, other.last].compactMap(\.self).max()
    rowsByMonth.merge(other.rowsByMonth, uniquingKeysWith: +)
  }

  /// The finest that any start tells.
  var granularity: TimeGranularity? {
    times > 0 ? .time : days > 0 ? .day : months > 0 ? .month : nil
  }

  /// The first and the last start as ISO 8601 writes them, as finely as they are told.
  var range: (first: String, last: String)? {
    guard let first, let last else { return nil }
    func words(_ time: CivilTime) -> String {
      switch granularity {
      case .time: time.description
      case .day: time.date.description
      case .month, nil: String(time.date.description.prefix(7))
      }
    }
    return (words(first), words(last))
  }

  /// The months between the first and the last that have no row, as `2016-07`.
  var emptyMonths: [String] {
    guard let first = rowsByMonth.keys.min(), let last = rowsByMonth.keys.max() else { return [] }
    return (first...last).filter { rowsByMonth[$0] == nil }.map { month in
      "\(month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
    }
  }
}
