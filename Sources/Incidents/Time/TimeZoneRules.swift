/// When the clocks of a zone change, and by how much, from 1900 to 2200.
///
/// Built once for each run, then looked up by interval: neither direction asks the system anything,
/// allocates, or searches further than the few changes of six weeks.
package struct TimeZoneRules: Sendable, Equatable {
  /// A stretch of time in which the clock runs without a change.
  package struct Period: Sendable, Equatable {
    /// The first second, since 1970-01-01T00:00:00Z; far in the past for the first period.
    package var start: Int64
    /// The first second that no longer belongs to it; far in the future for the last period.
    package var end: Int64
    /// The seconds by which the clock is ahead of UTC.
    package var offset: Int64
  }

  /// How a time on the local clock stands to the line of time.
  package enum Occurrence: Sendable, Equatable {
    /// It occurs once.
    case once
    /// The clock was put forward over it.
    case never
    /// The clock was put back over it; the second instant is given.
    case twice(second: Int64)
  }

  /// The zone's name in the IANA database, `Europe/London`.
  package let name: String
  /// The periods, ascending.
  private let periods: [Period]
  /// The period that holds the first second of each bucket of 2^22 seconds (48 days).
  private let bucketPeriods: [Int32]
  /// The greatest offset.
  private let greatestOffset: Int64

  /// Before and after all times a ``DateColumnReader`` gives, with room for any offset.
  static let range: Range<Int64> = -2_209_075_200..<7_258_204_800

  /// Creates the rules of a zone.
  ///
  /// - Parameters:
  ///   - name: The zone's name.
  ///   - firstOffset: The offset before the first change, in seconds.
  ///   - changes: The instants of the changes, ascending, with the offset that holds from each on.
  ///     Those that keep the offset are left out.
  package init(
    name: String, firstOffset: Int64, changes: [(instant: Int64, offset: Int64)] = []
  ) {
    var periods = [Period(start: .min / 4, end: .max / 4, offset: firstOffset)]
    for change in changes where change.offset != periods[periods.count - 1].offset {
      precondition(
        change.instant > periods[periods.count - 1].start,
        "TimeZoneRules: the changes are not ascending")
      periods[periods.count - 1].end = change.instant
      periods.append(Period(start: change.instant, end: .max / 4, offset: change.offset))
    }
    var buckets: [Int32] = []
    var period = 0
    var instant = Self.range.lowerBound
    while instant < Self.range.upperBound {
      while periods[period].end <= instant { period += 1 }
      buckets.append(Int32(period))
      instant += 1 << Self.bucketShift
    }
    self.name = name
    self.periods = periods
    bucketPeriods = buckets
    greatestOffset = periods.reduce(firstOffset) { max($0, $1.offset) }
  }

  /// The zone whose clock shows UTC.
  package static let utc = TimeZoneRules(name: "UTC", firstOffset: 0)

  /// Finds the period that holds an instant.
  ///
  /// - Parameter instant: Seconds since 1970-01-01T00:00:00Z.
  /// - Returns: The period.
  /// - Complexity: O(1) for zones that change a few times a year.
  package func period(at instant: Int64) -> Period { periods[index(at: instant)] }

  /// Returns what the clock shows at an instant.
  package func civilTime(at instant: Int64) -> CivilTime {
    CivilTime(seconds: instant + period(at: instant).offset)
  }

  /// Returns the instant at which the local clock shows a time.
  ///
  /// A time that never occurs gives the first instant that exists after it, the instant of the
  /// change; a time that occurs twice gives the first. So times in order give instants in order.
  package func instant(of time: CivilTime) -> (instant: Int64, occurrence: Occurrence) {
    // No period that ends before this instant can show the time.
    var number = index(at: time.seconds - greatestOffset)
    var period = periods[number]
    while time.seconds - period.offset >= period.end {
      number += 1
      period = periods[number]
    }
    let instant = time.seconds - period.offset
    guard instant >= period.start else { return (period.start, .never) }
    guard number + 1 < periods.count else { return (instant, .once) }
    let next = time.seconds - periods[number + 1].offset
    return (instant, next >= period.end ? .twice(second: next) : .once)
  }

  // MARK: -

  /// A bucket spans 2^22 seconds.
  private static let bucketShift: Int64 = 22

  private func index(at instant: Int64) -> Int {
    let bucket = (instant - Self.range.lowerBound) >> Self.bucketShift
    var period =
      bucket < 0 ? 0 : Int(bucketPeriods[min(Int(bucket), bucketPeriods.count - 1)])
    // The last period ends behind all times, the first begins before them.
    while periods[period].end <= instant { period += 1 }
    return period
  }
}
