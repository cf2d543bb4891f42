import Tasking
import Cartography
import HotspotAnalysis

/// The period beside an earlier one, by category and by area, and what of the difference chance does not
/// explain.
struct ChangeChapter: AssessmentChapter {
  private let periods: ComparedPeriods
  private let categories: ChangeCounting?
  private let areas: ChangeCounting
  private let groups: GroupFile?

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    periods = try plan.periods.get()
    let against = plan.assessment.against
    groups = try plan.assessment.groups.map { try GroupFile($0, key: "category") }
    categories =
      plan.hasCategories
      ? ChangeCounting(
        PeriodChange(by: .category, against: against, groups: groups), isListed: false, plan,
        passes) : nil
    areas = ChangeCounting(PeriodChange(by: .area, against: against), isListed: true, plan, passes)
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let areas = areas.result(periods, plan)
    let categories = categories?.result(periods, plan)
    let first = categories ?? areas
    var section = AssessedSection(
      .change, of: first.reading, choices: first.choices, findings: first.findings)
    section.sentences = [first.totalWords.pageSentence(of: "change")]
    section.summary = section.sentences[0]
    section.tablesRead = [groups?.rowsRead].compactMap(\.self)
    section.sources = [.krishnamoorthy, .benjamini]
    if let categories {
      section.sentences.append(Self.evidence(categories))
    }
    section.sentences.append(Self.evidence(areas))
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

  /// Where there is evidence of change: `Evidence by area: none of change in 16 of 18 wards; ...`.
  private static func evidence(_ change: PeriodChange.Result) -> String {
    let words = change.evidenceWords().dropFirst("evidence: ".count)
    return "Evidence by \(change.method.grouping.rawValue): \(words)."
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
