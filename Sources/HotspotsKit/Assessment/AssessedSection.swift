package import Tables
package import Tasking

/// A section of an assessment, as values: what it says, shows and lists.
package struct AssessedSection: Sendable {
  /// What it is of.
  package let kind: AssessmentKind
  /// What is to be known, most important first, each with its full stop.
  package var sentences: [String] = []
  /// What the summary says of it, with its full stop; `nil` for nothing.
  package var summary: String?
  /// Its tables.
  package var tables: [AssessedTable] = []
  /// Its maps and charts.
  package var figures: [AssessedFigure] = []
  /// How it was found: paragraphs.
  package var method: [String] = []
  /// What was left out, or must not be read into it, each with its full stop.
  package var leftOut: [String] = []
  /// What was chosen and found beyond the reading of the rows.
  package var choices: [Choice] = []
  /// What people should know of it.
  package var findings: [Finding] = []
  /// The tables that it reads beside the incidents, with the rows of each.
  var tablesRead: [(path: String, rows: Int)] = []
  /// What became of the rows of other datasets, by their names.
  package var accounts: [(name: String, reconciliation: Reconciliation)] = []
  /// The files of other datasets, with the rows of each.
  var incidentFiles: [(path: String, rows: Int)] = []
  /// The papers and standards that it follows.
  package var sources: [AssessmentSource] = []
  /// What became of the rows that it counts.
  package var reconciliation: Reconciliation

  /// Creates a section.
  ///
  /// - Parameters:
  ///   - kind: What it is of.
  ///   - reading: What it counts.
  ///   - choices: What was chosen and found; those of the reading are left out.
  ///   - findings: What people should know; those of the reading are left out.
  init(
    _ kind: AssessmentKind, of reading: StudyReading, choices: [Choice] = [],
    findings: [Finding] = []
  ) {
    self.kind = kind
    reconciliation = reading.reconciliations[0]
    let known = Set(reading.choices.map(\.key))
    self.choices = choices.filter { !known.contains($0.key) }
    self.findings = findings.filter { !reading.findings.contains($0) }
  }
}
