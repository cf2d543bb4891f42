/// How many rows of the files start on each day, whatever the filters ask for.
///
/// Gathered while rows are parsed, wherever their starts are read: of every row whose start is
/// understood, also of those that are then filtered or have no place.
struct DateTally: Sendable, Equatable {
  /// The days counted one by one: 1800 to 2199, 400 years of the calendar in 584 KB.
  static let counted =
    CivilDate.dayNumber(
      year: 1800, month: 1, day: 1)..<CivilDate.dayNumber(year: 2200, month: 1, day: 1)

  /// The rows of days that are not counted one by one.
  struct Beyond: Sendable, Equatable {
    var rows = 0
    var first = Int32.max
    var last = Int32.min

    mutating func add(_ other: Beyond) {
      rows += other.rows
      first = min(first, other.first)
      last = max(last, other.last)
    }
  }

  /// The rows of each counted day; empty before there is one.
  var rows: [UInt32] = []
  /// The rows before the counted days.
  var earlier = Beyond()
  /// The rows after the counted days.
  var later = Beyond()
  /// The rows of years in which no incident of a file can have happened; not among the others.
  var implausible = Beyond()
  /// Whether some start tells its month only.
  var isMonthly = false

  /// Counts a row by its start on the local clock.
  @inline(__always)
  mutating func add(_ start: CivilTime, isMonth: Bool) {
    if isMonth { isMonthly = true }
    let day = start.date.dayNumber
    let place = Int(day) - Int(Self.counted.lowerBound)
    if place >= 0, place < rows.count { rows[place] &+= 1 } else { addUnusual(day) }
  }

  /// Counts a row of a year in which no incident can have happened.
  mutating func addImplausible(_ start: CivilTime) {
    let day = start.date.dayNumber
    implausible.add(Beyond(rows: 1, first: day, last: day))
  }

  @inline(never)
  private mutating func addUnusual(_ day: Int32) {
    if Self.counted.contains(day) {
      rows = [UInt32](repeating: 0, count: Self.counted.count)
      rows[Int(day - Self.counted.lowerBound)] = 1
    } else if day < Self.counted.lowerBound {
      earlier.add(Beyond(rows: 1, first: day, last: day))
    } else {
      later.add(Beyond(rows: 1, first: day, last: day))
    }
  }

  /// Adds the rows of another tally.
  mutating func merge(_ other: DateTally) {
    isMonthly = isMonthly || other.isMonthly
    earlier.add(other.earlier)
    later.add(other.later)
    implausible.add(other.implausible)
    if rows.isEmpty {
      rows = other.rows
    } else {
      for place in other.rows.indices { rows[place] &+= other.rows[place] }
    }
  }
}
