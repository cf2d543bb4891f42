/// How far long work has come.
package struct ProgressReport: Sendable, Equatable {
  /// What is being done, in a few words: "reading incidents".
  package let phase: String
  /// How much of it is done, in any unit.
  package let completed: Int
  /// How much there is in all, where it is known.
  package let total: Int?

  /// Creates a report.
  package init(phase: String, completed: Int, total: Int? = nil) {
    self.phase = phase
    self.completed = completed
    self.total = total
  }

  /// The report in one line: "reading incidents 42 %", or the plain count where no total is known.
  var summary: String {
    guard let total, total > 0 else { return "\(phase) \(completed)" }
    let percent = Int((Double(completed) / Double(total) * 100).rounded(.down))
    return "\(phase) \(min(max(percent, 0), 100)) %"
  }
}

/// The line of a terminal on which progress is drawn over and over.
struct ProgressLine {
  private var lastDrawn: ContinuousClock.Instant?
  private var phase: String?

  /// The least time between two drawings of one phase.
  static let interval = Duration.milliseconds(100)

  /// Returns what to send to the terminal for a report, or nothing when the last one is too recent.
  mutating func text(
    for report: ProgressReport, at now: ContinuousClock.Instant, width: Int
  ) -> String? {
    if let lastDrawn, report.phase == phase, now - lastDrawn < Self.interval { return nil }
    lastDrawn = now
    phase = report.phase
    return Self.wipe + String(report.summary.prefix(width - 1))
  }

  /// Returns what wipes the line, or nothing when nothing is drawn on it.
  mutating func erasure() -> String? {
    guard phase != nil else { return nil }
    phase = nil
    return Self.wipe
  }

  /// To the start of the line, then erase to its end (ECMA-48, CR and EL).
  private static let wipe = "\r\u{1B}[K"
}
