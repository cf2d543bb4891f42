import Boundaries
import Interchange
import Tasking

extension AssessmentWriter {
  /// Writes the manifest.
  ///
  /// - Throws: ``OutputError``.
  func writeManifest() throws(OutputError) {
    let areas = result.areas
    let written = result.parts.dropLast().map(\.path)
    let locations = written.map { (folder.final($0), folder.working($0)) }
    try Manifest(
      command: command, options: recorded,
      incidents: areas.files + result.sections.flatMap(\.incidentFiles),
      boundaries: areas.input.boundaries.files + result.look.inputs + areas.valueFiles
        + areas.reading.weightFiles + result.tablesRead,
      digests: digests, chosen: areas.choices.members + chosen,
      projection: areas.reading.projection, reconciliations: areas.reconciliations,
      outputs: written.map(folder.final), warnings: warnings,
      locations: Dictionary(uniqueKeysWithValues: locations)
    ).write(to: folder.working(AssessmentPart.manifest.path))
  }

  private var chosen: [JSONValue.Member] {
    let assessment = result.assessment
    return [
      .init("place", .optional(assessment.place)),
      .init("credits", .array(assessment.credits.map(JSONValue.text))),
      .init(
        "suggested_credits",
        .array(
          assessment.credits.isEmpty
            ? SuggestedCredits.lines(of: result.areas.reading).map(JSONValue.text) : [])),
      .init("settings", AssessmentSettings(result.plan).json),
      .init("seed", .text("\(assessment.seed)")),
      .init(
        "summary",
        .array(
          result.summary.map { sentence in
            .object([
              .init("section", .text(sentence.section)), .init("sentence", .text(sentence.text)),
            ])
          })),
      .init("sections", .array(result.sections.map(json))),
      .init(
        "absent",
        .array(
          result.absences.map { kind, reason in
            .object([
              .init("section", .text(kind.rawValue)),
              .init("reason", .text(assessment.words(.noSection(reason)))),
            ])
          }
            + (result.workbookAbsence.map { reason in
              [
                .object([
                  .init("path", .text(AssessmentPart.workbook.path)),
                  .init("reason", .text(reason)),
                ])
              ]
            } ?? []))),
      .init("not_chosen", .array(result.notChosen.map { .text($0.rawValue) })),
    ]
  }

  private func json(_ section: AssessedSection) -> JSONValue {
    .object([
      .init("section", .text(section.kind.rawValue)), .init("title", .text(section.kind.title)),
      .init("sentences", .array(section.sentences.map(JSONValue.text))),
      .init("tables", .array(section.tables.map { .text($0.path) })),
      .init("figures", .array(section.figures.map { .text($0.path) })),
      .init("left_out", .array(section.leftOut.map(JSONValue.text))),
      .init("reconciliation", section.reconciliation.json),
      .init("chosen", .object(section.choices.members)),
    ])
  }
}

extension Assessment.Result {
  /// The tables that sections read beside the incidents, with the rows of each.
  var tablesRead: [(path: String, rows: Int)] {
    var paths: Set<String> = []
    return sections.flatMap(\.tablesRead).filter { paths.insert($0.path).inserted }
  }
}
