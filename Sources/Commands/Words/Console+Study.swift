import Cartography
import CommandLineKit
import HotspotsKit
import Tables

extension Console {
  /// What a study reports, drawn and said.
  var observer: StudyObserver { observer(nil) }

  /// What a study reports, drawn and said, and the stages that it ends.
  func observer(_ stages: Stages?) -> StudyObserver {
    { event in
      switch event {
      case .read(let bytes): progress(ProgressReport(phase: "reading", completed: bytes))
      case .planned(let work):
        note(work.description)
        if let finding = work.finding { say(finding) }
      case .finished(let stage): stages?.end(stage)
      }
    }
  }

  /// Says what was read, how it was projected, where every row went and what else was chosen.
  ///
  /// - Parameters:
  ///   - reading: What was read.
  ///   - choices: What was chosen on the way to the result.
  ///   - findings: What people should know before they read it.
  func say(_ reading: StudyReading, choices: [Choice], findings: [Finding]) {
    let first = Set(reading.choices.map(\.key))
    for choice in choices where first.contains(choice.key) { say(choice) }
    if let conversion = reading.conversion {
      note("projection: \(conversion.line)")
      if let approximation = conversion.approximation { detail("projection: \(approximation)") }
    }
    for reconciliation in reading.reconciliations { say(reconciliation) }
    for example in reading.rejectedExamples { note("  first rejected: \(example.words)") }
    for choice in choices where !first.contains(choice.key) { say(choice) }
    for finding in findings { say(finding) }
  }

  /// Says where every row went, and why.
  func say(_ reconciliation: Reconciliation) {
    note(ReconciliationWords.sentence(for: reconciliation))
    let reasons = reconciliation.reasonWords
    if !reasons.isEmpty { note("  of these \(reasons)") }
  }

  /// Says what was read for counts by area, and what people should know before they read them.
  func say(_ areas: AreaCounts.Result) {
    say(areas.reading, choices: areas.choices, findings: areas.findings)
  }

  /// Says what a method chose and found beyond what was read.
  func say(_ choices: [Choice], _ findings: [Finding]) {
    for choice in choices { say(choice) }
    for finding in findings { say(finding) }
  }

  /// Says what was chosen.
  func say(_ choice: Choice) {
    for sentence in choice.sentences { note(sentence) }
  }

  /// Warns of what was found, or says it if it is no more than worth knowing.
  func say(_ finding: Finding) {
    if finding.isWarning { warn(finding.words) } else { note(finding.words) }
  }

  /// Says how boundaries were understood, and what was left out of them or put right in them.
  func say(_ boundaries: BoundaryInput) {
    for finding in boundaries.findings { say(finding) }
    for sentence in boundaries.notes { note(sentence) }
  }
}
