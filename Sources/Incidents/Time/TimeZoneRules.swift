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
  /// The first second of each period, ascending.
  private let starts: [Int64]
  /// The offset of each period.
  private let offsets: [Int64]
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
    var starts = [Int64.min / 4]
    var offsets = [firstOffset]
    for change in changes where change.offset != offsets[offsets.count - 1] {
      precondition(
        change.instant > starts[starts.count - 1], "TimeZoneRules: the changes are not ascending")
      starts.append(change.instant)
      offsets.append(change.offset)
    }
    var buckets: [Int32] = []
    var period = 0
    var instant = Self.range.lowerBound
    while instant < Self.range.upperBound {
      while period + 1 < starts.count, starts[period + 1] <= instant { period += 1 }
      buckets.append(Int32(period))
      instant += 1 << Self.bucketShift
    }
    self.name = name
    self.starts = starts
    self.offsets = offsets
    bucketPeriods = buckets
    greatestOffset = offsets.max() ?? firstOffset
  }

  /// The zone whose clock shows UTC.
  package static let utc = TimeZoneRules(name: "UTC", firstOffset: 0)

  /// Finds the period that holds an instant.
  ///
  /// - Parameter instant: Seconds since 1970-01-01T00:00:00Z.
  /// - Returns: The period.
  /// - Complexity: O(1) for zones that change a few times a year.
  package func period(at instant: Int64) -> Period { period(numbered: index(at: instant)) }

  /// Returns what the clock shows at an instant.
  package func civilTime(at instant: Int64) -> CivilTime {
    CivilTime(seconds: instant + offsets[index(at: instant)])
  }

  /// Returns the instant at which the local clock shows a time.
  ///
  /// A time that never occurs gives the first instant that exists after it, the instant of the
  /// change; a time that occurs twice gives the first. So times in order give instants in order.
  package func instant(of time: CivilTime) -> (instant: Int64, occurrence: Occurrence) {
    // No period that ends before this instant can show the time.
    var period = index(at: time.seconds - greatestOffset)
    while period + 1 < starts.count, time.seconds - offsets[period] >= starts[period + 1] {
      period += 1
    }
    let instant = time.seconds - offsets[period]
    guard instant >= starts[period] else { return (starts[period], .never) }
    guard period + 1 < starts.count else { return (instant, .once) }
    let next = time.seconds - offsets[period + 1]
    return (instant, next >= starts[period + 1] ? .twice(second: next) : .once)
  }

  // MARK: -

  /// A bucket spans 2^22 seconds.
  private static let bucketShift: Int64 = 22

  private func index(at instant: Int64) -> Int {
    let bucket = (instant - Self.range.lowerBound) >> Self.bucketShift
    var period = Int(bucketPeriods[Int(min(max(bucket, 0), Int64(bucketPeriods.count - 1)))])
    if bucket < 0 { period = 0 }
    while period + 1 < starts.count, starts[period + 1] <= instant { period += 1 }
    return period
  }

  private func period(numbered index: Int) -> Period {
    Period(
      start: starts[index], end: index + 1 < starts.count ? starts[index + 1] : Int64.max / 4,
      offset: offsets[index])
  }
}
