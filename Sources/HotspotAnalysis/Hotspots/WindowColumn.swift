package import Incidents

/// When incidents happened, in eight bytes for each.
///
/// A window that begins in 1970 to 2106 and is no longer than 136 years takes two short numbers; any other
/// is kept beside them as it is.
package struct WindowColumn: Sendable, Equatable {
  /// The seconds from 1970 to the start of each window; ``absent`` without a window, ``unusual`` for one
  /// that is kept beside.
  private var starts: [UInt32] = []
  /// The seconds from the start of each window to its end.
  private var lengths: [UInt32] = []
  /// The windows that do not fit, by the positions of their incidents.
  private var others: [Int: TimeWindow] = [:]

  private static let absent = UInt32.max
  private static let unusual = UInt32.max - 1

  /// The memory that an incident takes.
  package static let bytesPerIncident = 4 + 4

  /// Creates a column of no incident.
  package init() {}

  /// How many incidents there are.
  package var count: Int { starts.count }

  /// Whether there is no incident.
  package var isEmpty: Bool { starts.isEmpty }

  /// The window of an incident; `nil` for one without.
  package subscript(incident: Int) -> TimeWindow? {
    let start = starts[incident]
    if start < Self.unusual {
      return TimeWindow(start: Int64(start), end: Int64(start) + Int64(lengths[incident]))
    }
    return start == Self.absent ? nil : others[incident]
  }

  /// Whether an incident has a window.
  package func hasWindow(_ incident: Int) -> Bool { starts[incident] != Self.absent }

  /// Adds an incident; `nil` for one without a window.
  package mutating func append(_ window: TimeWindow?) {
    guard let window else {
      starts.append(Self.absent)
      lengths.append(0)
      return
    }
    let (start, length) = (UInt32(exactly: window.start), UInt32(exactly: window.length))
    if let start, let length, start < Self.unusual {
      starts.append(start)
      lengths.append(length)
    } else {
      others[starts.count] = window
      starts.append(Self.unusual)
      lengths.append(0)
    }
  }

  /// Adds the incidents of another column.
  package mutating func append(contentsOf column: WindowColumn) {
    for (incident, window) in column.others { others[starts.count + incident] = window }
    starts.append(contentsOf: column.starts)
    lengths.append(contentsOf: column.lengths)
  }

  /// Makes room for a number of incidents.
  package mutating func reserveCapacity(_ count: Int) {
    starts.reserveCapacity(count)
    lengths.reserveCapacity(count)
  }
}
