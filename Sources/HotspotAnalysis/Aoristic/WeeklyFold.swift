import Incidents

/// Stretches of civil time summed by the hour of the week they fall in.
///
/// Each stretch costs the same whatever its length: the two hours it only partly covers are added
/// directly, the full hours between them are a step up at the first and a step down behind the
/// last, and whole weeks count for every hour alike. The steps are summed once, at the end.
///
/// The sums are whole numbers of 128 bits, so that they do not depend on the order of addition.
struct WeeklyFold: Sendable, Equatable {
  /// The hours of a week.
  static let hours = 168

  /// First the sums of the single hours, then the steps between them.
  private var sums = [Int128](repeating: 0, count: 2 * hours)
  /// What each hour of the week has from whole weeks.
  private var everyHour: Int128 = 0

  /// Creates a fold of nothing.
  init() {}

  /// Creates a fold of the sums of the hours of the week, Monday 00:00 first.
  init(hourSums: [Int128]) {
    precondition(hourSums.count == Self.hours, "WeeklyFold: a week has 168 hours")
    sums.replaceSubrange(0..<Self.hours, with: hourSums)
  }

  /// The sum of each hour of the week, Monday 00:00 first.
  var hourSums: [Int128] {
    var step: Int128 = 0
    return (0..<Self.hours).map { hour in
      step += sums[Self.hours + hour]
      return sums[hour] + step + everyHour
    }
  }

  /// Adds an amount to the hour that holds a time.
  ///
  /// - Parameters:
  ///   - amount: What is added.
  ///   - time: Seconds since 1970-01-01T00:00:00 on the local clock, from 1900 on.
  @inline(__always)
  mutating func add(_ amount: Int128, at time: Int64) {
    sums[Self.hourOfWeek(Self.hour(of: Self.sinceMonday(time)))] += amount
  }

  /// Adds an amount for each second of a stretch in which the clock is not changed.
  ///
  /// - Parameters:
  ///   - perSecond: What is added for each second.
  ///   - start: The first second on the local clock, from 1900 on.
  ///   - end: The first second behind the stretch; after the start.
  @inline(__always)
  mutating func add(_ perSecond: Int128, from start: Int64, to end: Int64) {
    let from = Self.sinceMonday(start)
    let to = Self.sinceMonday(end)
    let firstHour = Self.hour(of: from)
    let lastHour = Self.hour(of: to - 1)
    if firstHour == lastHour {
      sums[Self.hourOfWeek(firstHour)] += Int128(to - from) * perSecond
      return
    }
    sums[Self.hourOfWeek(firstHour)] += Int128((firstHour + 1) * 3600 - from) * perSecond
    sums[Self.hourOfWeek(lastHour)] += Int128(to - lastHour * 3600) * perSecond
    let fullHours = Int(lastHour - firstHour - 1)
    if fullHours > 0 { addHours(3600 * perSecond, from: Self.hourOfWeek(firstHour + 1), fullHours) }
  }

  /// Adds the sums of another fold.
  mutating func merge(_ other: WeeklyFold) {
    for index in sums.indices { sums[index] += other.sums[index] }
    everyHour += other.everyHour
  }

  // MARK: -

  /// Adds an amount to a number of hours in a row.
  @inline(__always)
  private mutating func addHours(_ amount: Int128, from first: Int, _ count: Int) {
    let (weeks, rest) = count.quotientAndRemainder(dividingBy: Self.hours)
    if weeks > 0 { everyHour += Int128(weeks) * amount }
    guard rest > 0 else { return }
    let end = first + rest
    sums[Self.hours + first] += amount
    if end < Self.hours {
      sums[Self.hours + end] -= amount
    } else if end > Self.hours {
      sums[Self.hours] += amount
      sums[Self.hours + end - Self.hours] -= amount
    }
  }

  /// Returns a time as seconds since Monday 1799-12-30, which is before any time there is.
  @inline(__always)
  private static func sinceMonday(_ time: Int64) -> UInt64 {
    // 1970-01-01, a Thursday, is 8,870 weeks and three days later.
    UInt64(time + 8870 * 604_800 + 3 * 86_400)
  }

  @inline(__always)
  private static func hour(of second: UInt64) -> UInt64 { second / 3600 }

  @inline(__always)
  private static func hourOfWeek(_ hour: UInt64) -> Int { Int(hour % UInt64(hours)) }
}
