import Cartography
import HotspotAnalysis
import Tasking

/// Each listed area by itself: what it holds, what is over-represented in it, in what it leads.
struct ProfilesChapter: AssessmentChapter {
  private let profiles: MethodPass<AreaProfiles>
  private let changes: (counting: ChangeCounting, periods: ComparedPeriods)?

  /// How many areas have their paragraph on the page; the table has all.
  private static let described = 5

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    try plan.requireCategories()
    let assessment = plan.assessment
    profiles = passes.add(
      AreaProfiles(night: assessment.hours.night, residentColumn: assessment.residentColumn),
      to: .listed(.period, plan))
    changes = (try? plan.periods.get()).map { periods in
      (
        ChangeCounting(
          PeriodChange(by: .area, against: assessment.against), isListed: true, plan, passes),
        periods
      )
    }
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    var result = profiles.result
    result.datasets = plan.comparison
    if let changes { result = result.compared(changes.counting.result(changes.periods, plan)) }
    var section = AssessedSection(
      .profiles, of: result.reading, choices: result.choices, findings: result.findings)
    let noun = result.noun
    let busiest = result.table.order(byFalling: "incidents").prefix(Self.described)
      .map { result.profile(ofArea: $0) }.filter(\.isEnough)
    let first = busiest.first?.sentences.first?.pageSentence()
    section.sentences =
      [first].compactMap(\.self) + busiest.map(\.paragraph)
      + result.sentences.dropFirst().map { $0.pageSentence() }
    section.summary = first
    section.tables = [
      AssessedTable(
        path: "profiles.csv", table: result.table,
        caption: "\(noun.plural.pageHeading) by what is particular about them",
        columns: [
          .init("name", noun.heading, .words),
          .init("incidents", "Incidents", .number(places: 0)),
          .init("share", "of all", .percentage), .init("leading_1", "Leading", .words),
          .init("leading_weight", "By weight", .words),
          .init("over_represented", "Over-represented", .words),
          .init("resident_share", "Residents", .percentage),
          .init("night_share", "Night", .percentage), .init("change", "Change", .change),
        ], rows: result.table.order(byFalling: "incidents")),
      AssessedTable(
        path: "profiles-long.csv", table: result.longTable,
        caption: "Each category in each \(noun.singular)", columns: [], isOnPage: false),
      AssessedTable(
        path: "profiles-nights.csv", table: result.nightTable,
        caption: "Which \(noun.plural) hold which part of the nights", columns: [],
        isOnPage: false),
    ]
    section.figures = figures(result)
    section.sources = [.brantingham]
    section.method = [
      "A category is over-represented where its share of the \(noun.singular)'s incidents is above its "
        + "share of all, by a location quotient above 1 whose whole 95% interval is, with ten incidents or "
        + "more. Paragraphs are of the \(CountWords.lower(busiest.count)) \(noun.plural) with most "
        + "incidents.",
      result.nightSentence.pageSentence(),
    ]
    section.leftOut = [
      "Many categories in many \(noun.plural) are compared: some stand out by chance alone.",
      changes == nil ? plan.noComparisonSentence : nil,
    ].compactMap(\.self)
    return section
  }

  private func figures(_ profiles: AreaProfiles.Result) -> [AssessedFigure] {
    let figure = ProfileFigure(profiles)
    if figure.isEmpty { return [] }
    return [
      AssessedFigure("maps/profiles.svg", title: "What is over-represented where") { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    ]
  }
}
