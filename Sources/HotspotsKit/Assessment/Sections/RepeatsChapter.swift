import Cartography
import HotspotAnalysis
import Tables
import Tasking

/// Where, or to whom, incidents happen again and again: by location, and by the columns that are named.
struct RepeatsChapter: AssessmentChapter {
  private let repeats: [MethodPass<Attempt<RepeatUnits>>]

  /// How many units the page lists.
  private static let listed = 15

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    let asked = plan.assessment.repeats
    let hasDates = plan.dateAbsence == nil && plan.survey.covered != nil
    var methods = asked
    if asked.isEmpty, plan.options.incidents.areaColumn == nil {
      methods = [RepeatUnits(by: .location)]
    }
    if methods.isEmpty { throw SectionAbsence.noRepeats }
    repeats = methods.map { method in
      var method = method
      // Three in six months is the rule of the Safer Westminster Partnership's review.
      if method.trigger == nil && hasDates {
        method.trigger = RepeatTrigger(3, within: .months(6))
      }
      return passes.add(Attempt(method), to: .of(.period))
    }
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let results = try repeats.map { try $0.result.get() }
    var section = AssessedSection(.repeats, of: results[0].reading)
    for result in results {
      let name = "repeats-\(result.unitWords.pathPart)"
      let found = AssessedSection(
        .repeats, of: result.reading, choices: result.choices, findings: result.findings)
      section.choices += found.choices.map {
        Choice("\(name)/\($0.key)", $0.value, sentences: $0.sentences)
      }
      section.findings += found.findings.filter { !section.findings.contains($0) }
      section.sentences += result.sentences.map { $0.pageSentence(of: "repeats") }
      section.tables += [
        AssessedTable(
          path: "\(name).csv", table: result.table,
          caption: "How often the same \(result.unitWords) has incidents",
          columns: [
            .init("band", "Incidents each", .words),
            .init("units", result.unitWords.pageHeading, .number(places: 0)),
            .init("unit_share", "of all", .percentage),
            .init("incidents", "Incidents", .number(places: 0)),
            .init("incident_share", "of all", .percentage),
          ]),
        worklist(of: result, path: "\(name)-worklist.csv"),
      ]
      section.figures.append(chart(of: result, path: "maps/\(name).svg"))
      if result.crs != nil {
        section.figures.append(map(of: result, path: "maps/\(name)-map.svg"))
      }
    }
    section.summary = section.sentences.dropFirst().first ?? section.sentences.first
    section.sources = [.sherman]
    section.method = [
      "A location is a position to the centimetre; a column tells apart what it says, and the list numbers "
        + "it. A unit is triggered on the first day on which it had so many incidents within the time that "
        + "the rule names."
    ]
    section.leftOut = [
      results[0].reading.likeness.sourcePositions.map { $0.words.pageSentence() }
    ].compactMap(\.self)
    if results.contains(where: { $0.notRecorded > 0 }) {
      section.leftOut.append("Incidents of which a column says nothing are in no unit.")
    }
    return section
  }

  private func worklist(of result: RepeatUnits.Result, path: String) -> AssessedTable {
    var table = AssessedTable(
      path: path, table: result.worklist, caption: "The \(result.unitWords) with the most",
      columns: [
        .init("rank", "Rank", .number(places: 0)), .init("unit", "Unit", .words),
        .init("location", "Place", .words), .init("incidents", "Incidents", .number(places: 0)),
        .init("first", "First", .words), .init("last", "Last", .words),
        .init("days_since_last", "Days since", .number(places: 0)),
        .init("triggered", "Triggered", .words),
      ])
    table.limit = Self.listed
    return table
  }

  private func chart(of result: RepeatUnits.Result, path: String) -> AssessedFigure {
    let figure = RepeatFigure(result)
    return AssessedFigure(path, title: "Repeats by \(result.unitWords)") { use in
      var figure = figure
      (figure.title, figure.marking) = (use.title, use.marking)
      return figure.chart(identifierPrefix: use.prefix).svg()
    }
  }

  private func map(of result: RepeatUnits.Result, path: String) -> AssessedFigure {
    let figure = RepeatMapFigure(result)
    return AssessedFigure(path, title: "Where the same \(result.unitWords) has incidents again") {
      use in
      var figure = figure
      (figure.title, figure.marking, figure.look) = (use.title, use.marking, use.look)
      return figure.map(page: use.page, identifierPrefix: use.prefix).svg()
    }
  }
}

extension RepeatUnits.Result {
  /// What units are, in a word or two: `location`, `Victim`, `Victim and Suspect`.
  var unitWords: String {
    func words(_ unit: RepeatUnits.Unit) -> String {
      switch unit {
      case .location: "location"
      case .column(let name): name
      }
    }
    return [method.unit, method.partner].compactMap { $0.map(words) }.joined(separator: " and ")
  }
}
