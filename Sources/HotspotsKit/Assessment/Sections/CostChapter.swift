import Tasking
import Cartography
import HotspotAnalysis

/// What the recorded incidents cost.
struct CostChapter: AssessmentChapter {
  private let costs: MethodPass<Attempt<IncidentCosts>>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    guard let path = plan.assessment.unitCosts else { throw SectionAbsence.noUnitCosts }
    let method = try IncidentCosts(
      UnitCosts(path),
      groups: plan.assessment.components.map { try GroupFile($0, key: "component") },
      deflator: plan.assessment.deflator)
    try plan.requireCategories()
    costs = passes.add(Attempt(method), to: .of(.period))
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let costs: IncidentCosts.Result
    do {
      costs = try self.costs.result.get()
    } catch let error as CostError {
      if case .noCosts = error { throw SectionAbsence.cost(error) }
      throw error
    }
    var section = AssessedSection(
      .cost, of: costs.reading, choices: costs.choices, findings: costs.findings)
    if costs.costs.total.incidents >= SmallNumbers.fewest {
      section.sentences = [costs.sentence].compactMap { $0?.pageSentence(of: "cost") }
    }
    section.summary = section.sentences.first
    section.tablesRead =
      [(costs.method.unitCosts.path, costs.method.unitCosts.rows.count)]
      + [costs.method.groups?.rowsRead].compactMap(\.self)
    section.sources = [.heeks]
    let groups = costs.method.groups?.groups.map(\.name) ?? []
    let parts = groups.isEmpty ? costs.method.unitCosts.components : groups
    section.tables = [
      AssessedTable(
        path: "cost.csv", table: costs.table, caption: "What the recorded offences cost",
        columns: [
          .init("category", "Category", .words),
          .init("offences", "Offences", .number(places: 0)),
        ] + parts.prefix(3).map { .init($0, $0, .pounds) } + [
          .init("total", "Cost", .pounds), .init("share_of_cost", "of cost", .percentage),
          .init("share_of_volume", "of offences", .percentage),
        ], totals: 1)
    ]
    let figure = CostFigure(costs)
    section.figures = [
      AssessedFigure("maps/cost.svg", title: "Cost of offences by category") { use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    ]
    section.method = [
      "The number of offences of each category times what one costs on average, by "
        + "\(FileNames.name(of: costs.method.unitCosts.path))\(costs.deflatorWords), rounded once to whole "
        + "pounds; the total is that of the table's own column."
    ]
    section.leftOut = [
      "What is not recorded is not costed; costs are averages, not what would be saved."
    ]
    if !costs.uncosted.isEmpty {
      section.leftOut.append(CostError.words(costs.uncosted, naming: 6).pageSentence())
    }
    return section
  }
}
