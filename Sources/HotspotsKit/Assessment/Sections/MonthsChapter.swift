import Tasking
import Cartography
import HotspotAnalysis

/// The months up to the end of the period, of all incidents and by category.
struct MonthsChapter: AssessmentChapter {
  private let months: CoveredCalendar
  private let all: MethodPass<CrossCounts>
  private let categories: MethodPass<CrossCounts>?

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    months = try plan.calendar.get()
    all = passes.add(CrossCounts(by: [.month]), to: .of(.months))
    categories =
      plan.hasCategories
      ? passes.add(CrossCounts(by: [.category, .month]), to: .of(.months)) : nil
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let all = MonthlyCounts.Result(method: MonthlyCounts(), counts: all.result, months: months)
    let categories = categories.map {
      MonthlyCounts.Result(
        method: MonthlyCounts(by: .category), counts: $0.result, months: months)
    }
    var section = AssessedSection(
      .months, of: all.reading, choices: all.choices, findings: all.findings)
    section.sentences = [all.sentence.pageSentence(of: "months")]
    section.summary = section.sentences[0]
    section.tables = [
      AssessedTable(
        path: "months.csv", table: all.table, caption: "Incidents by month",
        columns: [
          .init("month", "Month", .words), .init("days", "Days", .number(places: 0)),
          .init("incidents", "Incidents", .number(places: all.usesHours ? 1 : 0)),
          .init("per_day", "a day", .number(places: 1)),
          .init("per_day_12_months", "a day, 12 months", .number(places: 1)),
        ])
    ]
    if let categories {
      section.tables.append(
        AssessedTable(
          path: "months-categories.csv", table: categories.table,
          caption: "Incidents by month and category", columns: [], isOnPage: false))
    }
    section.figures = [Self.figure(all, "maps/months.svg", "Incidents a day by month")]
    if let categories {
      section.figures.append(
        Self.figure(
          categories, "maps/months-categories.svg", "Incidents a day by month and category"))
    }
    section.method = [
      "Incidents a day, because months differ in length. The average of twelve months holds each season "
        + "once, so that it rises and falls with the level alone."
    ]
    section.leftOut = all.findings.filter { !all.reading.findings.contains($0) }
      .map { $0.description.pageSentence() }
    return section
  }

  private static func figure(
    _ months: MonthlyCounts.Result, _ path: String, _ title: String
  ) -> AssessedFigure {
    let figure = MonthFigure(months)
    return AssessedFigure(path, title: title) { use in
      var figure = figure
      (figure.title, figure.marking) = (use.title, use.marking)
      return figure.chart(identifierPrefix: use.prefix).svg()
    }
  }
}
