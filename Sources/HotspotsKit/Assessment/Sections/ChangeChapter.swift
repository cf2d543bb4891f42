import Tasking
import Cartography
import HotspotAnalysis

/// The period beside an earlier one, by category and by area, and what of the difference chance does not
/// explain.
struct ChangeChapter: AssessmentChapter {
  /// The passes of one table.
  private struct Counting {
    let method: PeriodChange
    let periods: MethodPass<CrossCounts>
    let months: MethodPass<CrossCounts>?

    init(_ method: PeriodChange, isListed: Bool, _ plan: AssessmentPlan, _ passes: AssessmentPasses)
    {
      func rows(_ time: AssessmentRows.Time) -> AssessmentRows {
        isListed ? .listed(time, plan) : .of(time)
      }
      self.method = method
      let isWeighed = plan.options.weights != nil
      periods = passes.add(
        CrossCounts(by: method.dimensions(isWeighed: isWeighed) + [.period]), to: rows(.compared))
      months = plan.monthsBefore.map { _ in
        passes.add(CrossCounts(by: method.dimensions() + [.month]), to: rows(.monthsBefore))
      }
    }

    func result(_ periods: ComparedPeriods, _ plan: AssessmentPlan) -> PeriodChange.Result {
      PeriodChange.Result(
        method: method, periods: periods, counts: self.periods.result,
        history: PeriodChange.History(days: plan.monthsBefore, counts: months?.result))
    }
  }

  private let periods: ComparedPeriods
  private let categories: Counting?
  private let areas: Counting

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    periods = try plan.periods.get()
    let against = plan.assessment.against
    let groups = try plan.assessment.groups.map { try GroupFile($0, key: "category") }
    categories =
      plan.hasCategories
      ? Counting(
        PeriodChange(by: .category, against: against, groups: groups), isListed: false, plan,
        passes) : nil
    areas = Counting(PeriodChange(by: .area, against: against), isListed: true, plan, passes)
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let areas = areas.result(periods, plan)
    let categories = categories?.result(periods, plan)
    let first = categories ?? areas
    var section = AssessedSection(
      .change, of: first.reading, choices: first.choices, findings: first.findings)
    section.sentences = [first.totalWords.pageSentence(of: "change")]
    section.summary = section.sentences[0]
    if let categories {
      section.sentences.append(
        "By category, evidence is \(categories.evidenceWords().dropFirst("evidence: ".count)).")
    }
    section.sentences.append(
      "By area, evidence is \(areas.evidenceWords().dropFirst("evidence: ".count)).")
    section.tables =
      [categories.map { .init(of: $0, path: "change.csv") }].compactMap(\.self)
      + [.init(of: areas, path: "change-areas.csv")]
    section.figures = figures(categories, areas)
    section.method = [
      first.caveat.pageSentence(),
      "Differences and percentages are of counts, evidence is of incidents a day, so that periods of "
        + "different length compare.",
    ]
    section.leftOut = [
      "A change of recording, of patrols or of an area's bounds looks like a change of incidents."
    ]
    return section
  }

  private func figures(
    _ categories: PeriodChange.Result?, _ areas: PeriodChange.Result
  ) -> [AssessedFigure] {
    func chart(_ change: PeriodChange.Result, _ path: String) -> AssessedFigure {
      let figure = ChangeFigure(change)
      return AssessedFigure(path, title: "Change by \(change.method.grouping.rawValue)") { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    }
    let map = ChangeFigure(areas)
    return [categories.map { chart($0, "maps/change.svg") }].compactMap(\.self) + [
      AssessedFigure("maps/change-areas.svg", title: "Change of incidents a day by area") { use in
        var map = map
        (map.title, map.marking, map.look) = (use.title, use.marking, use.look)
        map.hasSentences = use.page == nil
        return try map.map(page: use.page, identifierPrefix: use.prefix).svg()
      }
    ]
  }
}

extension AssessedTable {
  /// Shows a change; its last row is the total.
  fileprivate init(of change: PeriodChange.Result, path: String) {
    let isOfAreas = change.method.grouping == .area
    self.init(
      path: path, table: change.table, caption: "Change by \(change.method.grouping.rawValue)",
      columns: [
        .init("group", "Group", .words), .init("category", "Category", .words),
        .init("code", "Code", .words), .init("name", "Name", .words),
        .init("earlier", "Earlier", .number(places: change.usesHours ? 1 : 0)),
        .init("now", "Now", .number(places: change.usesHours ? 1 : 0)),
        .init("difference", "Difference", .number(places: change.usesHours ? 1 : 0)),
        .init("percent", "Change", .change), .init("evidence", "Evidence", .words),
      ], totals: 1)
    rows = isOfAreas ? table.order(byFalling: "now", keepingLast: 1) : nil
  }
}
