/// The progress of long work.
package struct ProgressReport: Sendable, Equatable {
  /// The phase, in a few words: "reading incidents".
  package let phase: String
  /// How much of it is done, in any unit.
  package let completed: Int
  /// How much there is in total, if known.
  package let total: Int?

  /// Creates a report.
  package init(phase: String, completed: Int, total: Int? = nil) {
    self.phase = phase
    self.completed = completed
    self.total = total
  }

  /// The report in one line: "reading incidents 42 %", or the count if no total is known.
  var summary: String {
    guard let total, total > 0 else { return "\(phase) \(completed)" }
    let percent = Int((Double(completed) / Double(total) * 100).rounded(.down))
    return "\(phase) \(min(max(percent, 0), 100)) %"
  }
}

/// The terminal line on which progress is redrawn.
struct ProgressLine {
  private var lastDrawn: ContinuousClock.Instant?
  private var phase: String?

  /// The minimum time between two drawings of one phase.
  static let interval = Duration.milliseconds(100)

  /// Returns what to send to the terminal for a report; `nil` if the last one is too recent.
  mutating func text(
    for report: ProgressReport, at now: ContinuousClock.Instant, width: Int
  ) -> String? {
    if let lastDrawn, report.phase == phase, now - lastDrawn < Self.interval { return nil }
    lastDrawn = now
    phase = report.phase
    return Self.wipe + String(report.summary.prefix(width - 1))
  }

  /// Returns what erases the line; `nil` if it is empty.
  mutating func erasure() -> String? {
    guard phase != nil else { return nil }
    phase = nil
    return Self.wipe
  }

  /// To the start of the line, then erase to its end (ECMA-48, CR and EL).
  private static let wipe = "\r\u{1B}[K"
}
