import Cartography
import HotspotAnalysis
import Tasking

/// How few areas hold how much: the chart of it, the map of all incidents, and what an earlier period had.
struct ConcentrationChapter: AssessmentChapter {
  private let concentration: MethodPass<Concentration>
  private let earlier: MethodPass<Concentration>?
  private let areas: MethodPass<AreaCounts>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) {
    var method = Concentration(byCategory: plan.hasCategories)
    method.seed = plan.assessment.seed
    concentration = passes.add(method, to: .of(.period))
    areas = passes.areas
    method.resamples = 0
    earlier = (try? plan.periods.get()).map { _ in passes.add(method, to: .of(.earlier)) }
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    var result = concentration.result
    if let earlier, let periods = try? plan.periods.get() {
      result.earlier = Concentration.Earlier(
        days: periods.earlier, of: earlier.result, top: result.method.top)
    }
    var section = AssessedSection(
      .concentration, of: result.reading, choices: result.choices, findings: result.findings)
    section.sentences = result.answers.map { $0.pageSentence() }
    section.summary = section.sentences.first
    let (areas, nouns) = (areas.result, result.nouns)
    section.tables = [
      AssessedTable(
        path: "concentration.csv", table: result.table,
        caption: "How few \(nouns.plural) hold how much",
        columns: [
          .init("category", "Category", .words),
          .init("incidents", "Incidents", .number(places: 0)),
          .init("top_share", "Busiest \(result.method.top)", .percentage),
          .init("top_share_earlier", "Earlier", .percentage),
          .init("units_50", "Hold half", .number(places: 0), unit: nouns.plural),
          .init("gini_generalised", "Gini", .number(places: 2)),
          .init("gini_low", "from", .number(places: 2)),
          .init("gini_high", "to", .number(places: 2)),
        ]),
      AssessedTable(
        path: "areas.csv", layer: 0, of: areas, caption: "The busiest \(nouns.plural)",
        limit: 15),
    ]
    let figure = ConcentrationFigure(result)
    section.figures = [
      AssessedFigure(
        "maps/concentration.svg", title: "How few \(nouns.plural) hold how much"
      ) { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      },
      .map(of: areas, layer: 0, plan),
    ]
    section.sources = [.bernasco]
    section.method = [
      "Each \(nouns.singular) counts, also one without incidents. The share of the busiest says how much "
        + "of everything they hold; Gini's coefficient is 0 for an even spread and nears 1 where one holds "
        + "all, generalised for few incidents (Bernasco and Steenbeek 2017).",
      "The interval is that of \(NumberWords.grouped(result.method.resamples)) resamples of the "
        + "\(nouns.plural) (seed \(result.method.seed)).",
    ]
    section.leftOut = [
      "Many incidents are not a high risk: neither size nor people of an area are allowed for here.",
      earlier == nil ? plan.noComparisonSentence : nil,
    ].compactMap(\.self)
    return section
  }
}

extension Concentration.Earlier {
  /// Takes what the busiest held in an earlier period.
  init(days: DayRange, of result: Concentration.Result, top: Int) {
    self.init(
      days: days, reading: result.reading,
      topShares: Dictionary(
        uniqueKeysWithValues: result.rows.compactMap { row in
          row.group.amounts.share(ofTop: top).map { (row.group.name, $0) }
        }))
  }
}
