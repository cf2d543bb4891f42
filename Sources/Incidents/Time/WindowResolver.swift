/// Turns what the start and end fields of an incident say into a window on the line of time.
///
///     var notes = TimeNotes()
///     let resolver = WindowResolver(rules: london)
///     resolver.resolve(start: from, end: to, notes: &notes)     // .window(start..<end)
///
/// Local times are read by the rules of the zone, times with an offset are taken as they are:
/// - a time that the clock was put forward over is the first instant that exists after it;
/// - a time that occurs twice is the first, but an end that would then be before its start is the
///   second;
/// - without an end the incident happened at its start;
/// - a day without a time is the whole day: as a start its first instant, as an end its last. A day
///   as start without an end is the window of that day, so that its weekday counts and no hour is
///   made up;
/// - an hour alone is that whole hour, in the same way.
package struct WindowResolver: Sendable {
  /// What became of the times of one incident.
  package enum Outcome: Sendable, Equatable {
    /// The incident has a window.
    case window(TimeWindow)
    /// There is no start, or only a month: the incident has no usable time.
    case withoutTime
    /// The end is before the start, and such incidents are rejected.
    case reversed
    /// The window is longer than the longest allowed.
    case overLongest
  }

  /// The zone of local times.
  package var rules: TimeZoneRules
  /// What is done where the end is before the start.
  package var reversedRule: ReversedWindowRule
  /// The longest window that is used, in seconds; `nil` if each is.
  package var longest: Int64?

  /// Creates a resolver.
  package init(
    rules: TimeZoneRules, reversedRule: ReversedWindowRule = .start, longest: Int64? = nil
  ) {
    self.rules = rules
    self.reversedRule = reversedRule
    self.longest = longest
  }

  /// Returns the window of an incident and counts what was noticed.
  ///
  /// Fields that are not dates count as missing here; the caller has rejected their rows.
  package func resolve(
    start: ParsedTime, end: ParsedTime, notes: inout TimeNotes
  ) -> Outcome {
    guard let first = place(start, seconds: start.seconds) else {
      notes.withoutTime += 1
      return .withoutTime
    }
    var last: Placed?
    if end == start, start.kind != .day, start.kind != .hour {
      // Most incidents: the same instant again, there is nothing to look up.
      last = first
    } else {
      last = placeEnd(start: start, end: end)
    }

    if last == nil { notes.withoutEnd += 1 }
    if start.kind == .day || end.kind == .day { notes.wholeDays += 1 }
    if first.occurrence != .once || last.map({ $0.occurrence != .once }) ?? false {
      if first.occurrence == .never || last?.occurrence == .never { notes.nonexistent += 1 }
      if first.second != nil || last?.second != nil { notes.ambiguous += 1 }
    }
    var to = last?.instant ?? first.instant
    if to < first.instant, let second = last?.second { to = second }
    return finish(from: first.instant, to: to, notes: &notes)
  }

  // MARK: -

  private static let secondsPerHour: Int64 = 3600

  /// An instant and how the local time that gave it stands to the line of time.
  private struct Placed {
    var instant: Int64
    var occurrence: TimeZoneRules.Occurrence

    /// The second instant of a time that occurs twice.
    var second: Int64? {
      if case .twice(let second) = occurrence { second } else { nil }
    }
  }

  /// Orders the two instants and applies the limits.
  private func finish(from start: Int64, to end: Int64, notes: inout TimeNotes) -> Outcome {
    var (from, to) = (start, end)
    if to < from {
      notes.reversed += 1
      switch reversedRule {
      case .swap: (from, to) = (to, from)
      case .start: to = from
      case .reject: return .reversed
      }
    }
    if let longest, to - from > longest {
      notes.overLongest += 1
      return .overLongest
    }
    if to - from > CivilTime.secondsPerWeek { notes.overWeek += 1 }
    return .window(TimeWindow(start: from, end: to))
  }

  /// Returns the instant at which a window ends; `nil` for an incident that has a start only.
  private func placeEnd(start: ParsedTime, end: ParsedTime) -> Placed? {
    switch end.kind {
    case .local, .instant:
      return place(end, seconds: end.seconds)
    case .day:
      return place(end, seconds: end.seconds + CivilTime.secondsPerDay)
    case .hour:
      return place(end, seconds: end.seconds + Self.secondsPerHour)
    case .absent, .invalid, .contradictory, .undecided, .implausible, .month:
      switch start.kind {
      case .day: return place(start, seconds: start.seconds + CivilTime.secondsPerDay)
      case .hour: return place(start, seconds: start.seconds + Self.secondsPerHour)
      default: return nil
      }
    }
  }

  /// Returns the instant of a reading; `nil` if it has no use for hours.
  private func place(_ time: ParsedTime, seconds: Int64) -> Placed? {
    switch time.kind {
    case .instant:
      return Placed(instant: seconds, occurrence: .once)
    case .local, .hour, .day:
      let (instant, occurrence) = rules.instant(of: CivilTime(seconds: seconds))
      return Placed(instant: instant, occurrence: occurrence)
    case .absent, .invalid, .contradictory, .undecided, .implausible, .month:
      return nil
    }
  }
}
