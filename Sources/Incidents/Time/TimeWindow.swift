/// When an incident happened: some time from a start up to an end, on the line of time.
///
/// Half-open: the end is the first second that no longer belongs to it. A window without length is
/// an instant, and an incident with one happened then.
package struct TimeWindow: Sendable, Hashable {
  /// The start, in seconds since 1970-01-01T00:00:00Z.
  package var start: Int64
  /// The end, in seconds since 1970-01-01T00:00:00Z; not before the start.
  package var end: Int64

  /// Creates a window.
  package init(start: Int64, end: Int64) {
    precondition(start <= end, "TimeWindow: the end is before the start")
    self.start = start
    self.end = end
  }

  /// The elapsed seconds, clock changes counted.
  package var length: Int64 { end - start }
  /// Whether the window is an instant.
  package var isInstant: Bool { start == end }
}

/// What is done with an incident whose end is before its start.
public enum ReversedWindowRule: String, Sendable, CaseIterable {
  /// The start and the end are exchanged.
  case swap
  /// The end is left out, and the whole weight is at the start.
  case start
  /// The incident is rejected.
  case reject
}

/// How many incidents had something about their times that people must know.
///
/// Counts add up over blocks of rows in any order. An incident may be in several.
package struct TimeNotes: Sendable, Equatable {
  /// Incidents without a start, or with a month only: they have no usable time.
  package var withoutTime = 0
  /// Incidents with a start but no end; their whole weight is at the start.
  package var withoutEnd = 0
  /// Incidents whose end is before their start, whatever was then done with them.
  package var reversed = 0
  /// Incidents with a time that the clock was put forward over; the first instant after is used.
  package var nonexistent = 0
  /// Incidents with a time that the clock was put back over, and which occurs twice.
  package var ambiguous = 0
  /// Incidents with a start or an end that tells the day only; it stands for the whole day.
  package var wholeDays = 0
  /// Incidents whose window is longer than 168 hours.
  package var overWeek = 0
  /// Incidents set aside because their window is longer than the longest allowed.
  package var overLongest = 0

  /// Creates counts of nothing.
  package init() {}

  /// Adds the counts of other rows.
  package mutating func merge(_ other: TimeNotes) {
    withoutTime += other.withoutTime
    withoutEnd += other.withoutEnd
    reversed += other.reversed
    nonexistent += other.nonexistent
    ambiguous += other.ambiguous
    wholeDays += other.wholeDays
    overWeek += other.overWeek
    overLongest += other.overLongest
  }

  /// Takes back the counts of rows that were added and do not count after all.
  mutating func remove(_ other: TimeNotes) {
    withoutTime -= other.withoutTime
    withoutEnd -= other.withoutEnd
    reversed -= other.reversed
    nonexistent -= other.nonexistent
    ambiguous -= other.ambiguous
    wholeDays -= other.wholeDays
    overWeek -= other.overWeek
    overLongest -= other.overLongest
  }
}
