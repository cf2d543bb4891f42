import Assignment
import Boundaries
import Cartography
import Incidents
import Tasking
import WorkbookWriting

extension AssessmentWriter {
  private var reading: StudyReading { result.areas.reading }
  private var assessment: Assessment { result.assessment }

  /// The heading of the page.
  var heading: String { assessment.title ?? "Strategic assessment" }

  /// Returns what the page says.
  ///
  /// - Throws: The errors of figures.
  func contents() throws -> AssessmentContents {
    let names = fileNames
    var contents = AssessmentContents(title: heading)
    contents.place = result.titles.title == nil ? assessment.place : result.titles.placeBesideTitle
    contents.period = result.areas.period.words
    contents.selection = selection
    contents.data = reading.dataWords
    contents.marking = assessment.marking
    contents.credits = assessment.credits
    contents.summary = result.summary
    contents.sections = try result.sections.map { try page($0, names) }
    contents.absences = result.absences.map { kind, reason in
      // What an option would mend is for who makes the report, not for who reads it.
      AssessmentAbsence(kind.title, names.shortened(reason.description).pageSentence())
    }
    contents.accounts = accounts.map { AssessmentAccount($0.name, $0.reconciliation) }
    contents.rowReasons = Dictionary(
      uniqueKeysWithValues: RowReason.allCases.map { ($0.name, $0.explanation) })
    contents.rejectedExamples = reading.rejectedExamples.map(\.message).map(names.shortened)
    contents.warnings = warnings.map(names.shortened)
    contents.choices = choices.map { PackChoice($0.name, names.shortened($0.value)) }
    for source in result.sections.flatMap(\.sources) where !contents.sources.contains(source) {
      contents.sources.append(source)
    }
    contents.files = result.parts.dropFirst().map { PackFile($0.path, $0.content) }
    return contents
  }

  private func page(_ section: AssessedSection, _ names: FileNames) throws -> AssessmentSection {
    AssessmentSection(
      identifier: section.kind.rawValue, title: section.kind.title,
      sentences: section.sentences.map(names.shortened),
      figures: try section.figures.map { figure in
        AssessmentFigure(
          svg: try figure.draw(pageUse), title: figure.title, caption: figure.caption,
          file: figure.path)
      }, tables: section.tables.filter(\.isOnPage).map(\.contents),
      method: section.method.map(names.shortened), leftOut: section.leftOut.map(names.shortened))
  }

  /// What narrows the incidents; `nil` where nothing does.
  private var selection: String? {
    let filter = reading.options.filter
    let parts = [
      filter.hours?.words,
      filter.categories.isEmpty && filter.excludedCategories.isEmpty ? nil : filter.categoryWords,
      filter.conditionWords,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// What became of the rows: for each layer in the period, and for sections that count others.
  var accounts: [(name: String, reconciliation: Reconciliation)] {
    var accounts: [(name: String, reconciliation: Reconciliation)] = []
    for (index, reconciliation) in result.areas.reconciliations.enumerated() {
      accounts.append((result.plan.noun(ofLayer: index).plural.pageHeading, reconciliation))
    }
    for section in result.sections
    where !accounts.contains(where: { $0.reconciliation == section.reconciliation }) {
      accounts.append((section.kind.title, section.reconciliation))
    }
    for section in result.sections { accounts += section.accounts }
    return accounts
  }

  /// The warnings for the page and the manifest.
  var warnings: [String] {
    result.findings.filter(\.isWarning).map { assessment.words(.finding($0)) }
  }

  /// What was chosen of the whole, named: `Columns`, `Projection`.
  private var choices: [PackChoice] {
    result.areas.reading.choices.flatMap(\.sentences).map { sentence in
      let parts = sentence.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].count < 30 else { return PackChoice("Note", sentence) }
      return PackChoice(parts[0].pageHeading, parts[1].trimmingPrefix(" ").description)
    }
  }

  /// The files that were read, which the page names without their folders.
  private var fileNames: FileNames {
    let areas = result.areas
    return FileNames(
      areas.files.map(\.path) + areas.input.boundaries.files.map(\.path)
        + result.look.inputs.map(\.path) + reading.weightFiles.map(\.path)
        + areas.valueFiles.map(\.path) + reading.options.incidents.paths + assessment.otherInputs)
  }

  /// The first sheet of the workbook: what the tables are of, and how they were made.
  var about: SheetNotes {
    let names = fileNames
    return SheetNotes(
      title: heading,
      sections: [
        SheetNotes.Section(
          "What this is",
          [
            ("Marking", assessment.marking), ("Place", assessment.place),
            ("Period", result.areas.period.words), ("Incidents", selection),
            ("Data", reading.dataWords),
          ].compactMap { name, words in words.map { (name, .text($0)) } }),
        SheetNotes.Section("Summary", result.summary.map { ($0.section, .text($0.text)) }),
      ]
        + accounts.map { account in
          SheetNotes.Section(
            "Rows: \(account.name)",
            [
              ("Read", .count(account.reconciliation.read)),
              ("Rejected", .count(account.reconciliation.rejectedCount)),
              ("Filtered", .count(account.reconciliation.filteredCount)),
              ("Without coordinates", .count(account.reconciliation.withoutCoordinatesCount)),
              ("Outside", .count(account.reconciliation.outsideCount)),
              ("Assigned", .count(account.reconciliation.assigned)),
            ])
        } + [
          SheetNotes.Section("Credits", assessment.credits.map { ("Credit", .text($0)) }),
          SheetNotes.Section(
            "Warnings", warnings.map { ("Warning", .text(names.shortened($0))) }),
          SheetNotes.Section(
            "Chosen", choices.map { ($0.name, .text(names.shortened($0.value))) }),
          SheetNotes.Section(
            "Absent",
            result.absences.map {
              ($0.kind.title, .text(assessment.words(.noSection($0.reason))))
            }),
        ])
  }
}
