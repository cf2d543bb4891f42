import Cartography
import Tasking
import HotspotAnalysis

/// Which flags go together.
struct OverlapsChapter: AssessmentChapter {
  private let overlaps: MethodPass<Overlaps>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    let sets =
      plan.assessment.sets.isEmpty ? plan.survey.flags?.sets ?? [] : plan.assessment.sets
    if sets.isEmpty { throw SectionAbsence.noSets }
    overlaps = passes.add(Overlaps(of: sets), to: .of(.period))
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let overlaps = overlaps.result
    var section = AssessedSection(
      .overlaps, of: overlaps.reading, choices: overlaps.choices, findings: overlaps.findings)
    section.sentences = [overlaps.sentence, overlaps.setSentence]
      .map { $0.pageSentence(of: "overlaps") }
    section.tables = [
      AssessedTable(
        path: "overlaps.csv", table: overlaps.table,
        caption: "Each incident in exactly one combination",
        columns: [
          .init("combination", "Combination", .words),
          .init("incidents", "Incidents", .number(places: 0)),
          .init("share", "of all", .percentage),
        ]),
      AssessedTable(
        path: "overlaps-totals.csv", table: overlaps.totals,
        caption: "Each set, which must not be added up",
        columns: [
          .init("set", "Set", .words), .init("incidents", "Incidents", .number(places: 0)),
          .init("share", "of all", .percentage),
        ]),
    ]
    let figure = OverlapFigure(overlaps)
    section.figures = [
      AssessedFigure("maps/overlaps.svg", title: "Which flags go together") { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    ]
    section.sources = [.lex]
    section.method = [
      "Each incident is in exactly one combination of the sets, so that these add up."
    ]
    section.leftOut = [
      "A flag that nobody set is not known: an incident without one is in no set."
    ]
    return section
  }
}
