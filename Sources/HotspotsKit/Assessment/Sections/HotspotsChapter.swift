import Boundaries
import Tasking
import Cartography
import HotspotAnalysis

/// Where incidents lie closest, and the places that can be walked.
struct HotspotsChapter: AssessmentChapter {
  private let density: MethodPass<Attempt<KernelDensity>>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    var method = plan.assessment.density
    method.drawsBands = true
    method.findsHotspots = true
    density = passes.add(Attempt(method), to: .of(.period))
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let density: KernelDensity.Result
    do {
      density = try self.density.result.get()
    } catch KernelDensityError.noSpread {
      throw SectionAbsence.noSpread
    }
    guard let words = density.hotspotWords, let figure = DensityFigure(density) else {
      preconditionFailure("HotspotsChapter: a density without hotspots that were asked for")
    }
    var section = AssessedSection(
      .hotspots, of: density.reading, choices: density.choices, findings: density.findings)
    section.sentences = [words.summary] + words.sentences(first: 3)
    section.summary = words.leading
    section.tables = [
      AssessedTable(
        path: "hotspots.csv",
        table: words.table(weightColumn: density.reading.options.weightColumn),
        caption: "The hotspots, by their incidents",
        columns: [
          .init("rank", "Rank", .number(places: 0)), .init("location", "Place", .words),
          .init("grid_reference", "Grid reference", .words),
          .init("incidents", "Incidents", .number(places: 0)),
          .init("share", "of all", .percentage), .init("area_km2", "km²", .number(places: 3)),
          .init("concentration_ratio", "times the average", .number(places: 1)),
        ])
    ]
    section.figures = [
      AssessedFigure("maps/density.svg", title: "Density of incidents, and the hotspots") { use in
        var figure = figure
        (figure.title, figure.marking, figure.look) = (use.title, use.marking, use.look)
        return figure.map(page: use.page, identifierPrefix: use.prefix).svg()
      }
    ]
    section.sources = [.silverman]
    section.method = [
      "Each incident is spread over the ground around it: \(density.methodWords), bandwidth "
        + "\(density.bandwidth.description).",
      "A hotspot is \(words.rule).",
    ]
    section.leftOut = [
      "Dense ground has many incidents near by, which is no high risk for those who are there.",
      density.reading.likeness.sourcePositions.map { $0.words.pageSentence() },
    ].compactMap(\.self)
    return section
  }
}
