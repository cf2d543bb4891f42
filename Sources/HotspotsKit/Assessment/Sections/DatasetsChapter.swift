import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import Tasking

/// Other datasets over the same areas: on which areas and hours they agree with the first, on which not.
struct DatasetsChapter: AssessmentChapter {
  private let comparison: DatasetComparison

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    guard let comparison = plan.comparison else { throw SectionAbsence.noDatasets }
    self.comparison = comparison
  }

  func section(
    _ plan: AssessmentPlan, beside others: [AssessedSection]
  ) throws -> AssessedSection {
    let reading = comparison.datasets[0].areas.reading
    var section = AssessedSection(
      .datasets, of: reading, choices: comparison.choices, findings: comparison.findings)
    section.sentences = comparison.sentences.map { $0.pageSentence() }
    section.summary = section.sentences.first
    section.tables = [
      AssessedTable(
        path: "agreement.csv", table: comparison.agreementTable,
        caption: "How far the datasets agree",
        columns: [
          .init("dataset_1", "Dataset", .words), .init("dataset_2", "and", .words),
          .init("of", "by", .words), .init("spearman", "Rank correlation", .number(places: 2)),
          .init("first_in_both", "First in both", .words),
          .init("furthest_apart", "Furthest apart", .words),
        ])
    ]
    let figure = DatasetsFigure(comparison)
    section.figures = [
      AssessedFigure("maps/datasets.svg", title: "The datasets beside each other") { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    ]
    section.sources = [.spearman, .benjamini]
    section.method = [
      "Each dataset is read and reconciled by itself, in the same areas and the same period. Agreement is "
        + "Spearman's rank correlation of their incidents by area, and by hour of the day."
    ]
    section.leftOut = [
      "One event may be in several datasets, so that they are compared and never added up."
    ]
    section.accounts = comparison.datasets.dropFirst().map { dataset in
      (dataset.name.pageHeading, dataset.areas.reading.reconciliations[0])
    }
    section.incidentFiles = comparison.otherFiles
    return section
  }
}
