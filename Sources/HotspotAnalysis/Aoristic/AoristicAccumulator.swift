package import Incidents

/// Spreads each incident over its window and sums the weights by hour of the week.
///
/// An incident that happened some time in [start, end) weighs 1 and gives each hour the part of its
/// window that lies in it: elapsed seconds, labelled by what the local clock shows. One that
/// happened at an instant gives its whole weight to that hour. A window over a week gives to an
/// hour each time it comes round, exactly.
///
///     var hours = AoristicAccumulator(rules: london)
///     hours.add(window)                 // Friday 10:55 to 11:55
///     hours.profile().weight(4 * 24 + 10)        // 0.0833
///
/// After Ratcliffe & McCullagh (1998), https://doi.org/10.1080/136588198241644, and Ratcliffe
/// (2002), https://doi.org/10.1023/A:1013240828824, with continuous time instead of whole units.
///
/// Weights are kept in units of ``Incidents/ExpectedCount``: whole numbers, so that the table is the
/// same bytes for any order of the incidents and any number of threads, and the weights of an
/// incident add up to exactly 1. What rounding down leaves of a weight, less than 10^-16 of it for
/// windows under thirty years, goes to the hour in which the window starts.
package struct AoristicAccumulator: Sendable {
  /// The zone whose clock labels the hours.
  package let rules: TimeZoneRules
  /// The number of incidents.
  package internal(set) var incidents = 0
  var fold = WeeklyFold()
  var uninformative: Int128 = 0

  /// Creates an empty table for a zone.
  package init(rules: TimeZoneRules) { self.rules = rules }

  /// Adds one incident.
  ///
  /// - Complexity: O(*c* + 1) for *c* clock changes within the window, whatever its length.
  package mutating func add(_ window: TimeWindow) {
    spread(from: window.start, to: window.end, rules.period(at: window.start))
  }

  /// Adds one incident where the period of the zone in which its window starts is known.
  package mutating func add(_ window: TimeWindow, startingIn period: TimeZoneRules.Period) {
    spread(from: window.start, to: window.end, period)
  }

  /// Adds the incidents of two columns.
  ///
  /// - Parameters:
  ///   - starts: The starts of the windows, in seconds since 1970-01-01T00:00:00Z.
  ///   - ends: The ends, not before the starts, in the same order.
  package mutating func add(starts: Span<Int64>, ends: Span<Int64>) {
    precondition(starts.count == ends.count, "AoristicAccumulator: the columns differ in length")
    for row in starts.indices {
      spread(from: starts[row], to: ends[row], rules.period(at: starts[row]))
    }
  }

  /// Adds the incidents of another table of the same zone.
  package mutating func merge(_ other: AoristicAccumulator) {
    precondition(other.rules.name == rules.name, "AoristicAccumulator: the zones differ")
    incidents += other.incidents
    uninformative += other.uninformative
    fold.merge(other.fold)
  }

  /// Returns the table so far.
  package func profile() -> HourProfile {
    HourProfile(units: fold.hourSums, incidents: incidents, uninformativeUnits: uninformative)
  }

  // MARK: -

  @inline(__always)
  private mutating func spread(
    from start: Int64, to end: Int64, _ first: TimeZoneRules.Period
  ) {
    precondition(start <= end, "AoristicAccumulator: a window ends before it starts")
    incidents += 1
    var period = first
    let length = end - start
    if length == 0 {
      fold.add(ExpectedCount.unitsPerIncident, at: start + period.offset)
      return
    }
    let perSecond = ExpectedCount.unitsPerSecond(of: length)
    let rest = ExpectedCount.unitsPerIncident - Int128(length) * perSecond
    fold.add(rest, at: start + period.offset)
    if length >= CivilTime.secondsPerWeek {
      uninformative +=
        Int128(length / CivilTime.secondsPerWeek * CivilTime.secondsPerWeek) * perSecond
    }
    var from = start
    while true {
      let to = min(end, period.end)
      fold.add(perSecond, from: from + period.offset, to: to + period.offset)
      if to == end { break }
      from = to
      period = rules.period(at: from)
    }
  }
}
