/// How finely a date tells the time.
package enum TimeGranularity: UInt8, Sendable, Comparable, CaseIterable {
  /// A month: says nothing of days, weekdays or hours.
  case month
  /// A day: says nothing of hours.
  case day
  /// A time of day.
  case time

  /// Orders from the coarsest to the finest.
  package static func < (left: TimeGranularity, right: TimeGranularity) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What one field of a date column says; 16 bytes, without references.
package struct ParsedTime: Equatable, Sendable {
  /// What was understood.
  package enum Kind: UInt8, Sendable {
    /// The field is empty, or a word that people write for nothing (`NULL`, `N/A`).
    case absent
    /// The field is not a date.
    case invalid
    /// The field is a date only if day and month are read the other way round than the column's.
    case contradictory
    /// The field is day-first or month-first, and the column is not settled yet.
    case undecided
    /// The field is a date of a year in which no incident of a file can have happened (0025, 20225);
    /// the seconds are those of its first midnight.
    case implausible
    /// A month; the seconds are those of its first midnight.
    case month
    /// A day; the seconds are those of its first midnight.
    case day
    /// An hour on the local clock; the seconds are those of its first instant.
    case hour
    /// A time on the local clock.
    case local
    /// A time with its offset; the seconds count from 1970-01-01T00:00:00Z.
    case instant
  }

  /// What was understood.
  package var kind: Kind
  /// Seconds since 1970-01-01T00:00:00, on the local clock or in UTC as the kind says; else 0.
  package var seconds: Int64

  /// Creates a reading.
  package init(_ kind: Kind, seconds: Int64 = 0) {
    self.kind = kind
    self.seconds = seconds
  }

  /// Whether the field holds something that cannot be used as a date.
  @inline(__always)
  package var isUnreadable: Bool {
    kind == .invalid || kind == .contradictory || kind == .undecided || kind == .implausible
  }

  /// How finely the field tells the time; `nil` if it is not a date.
  package var granularity: TimeGranularity? {
    switch kind {
    case .absent, .invalid, .contradictory, .undecided, .implausible: nil
    case .month: .month
    case .day: .day
    case .hour, .local, .instant: .time
    }
  }
}
