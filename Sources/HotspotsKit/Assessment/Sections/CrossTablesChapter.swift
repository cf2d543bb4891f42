import Cartography
import Tasking
import HotspotAnalysis
import Tables

/// Incidents by two things at once: those asked for, else category by age and by month.
struct CrossTablesChapter: AssessmentChapter {
  private let tables: [MethodPass<Attempt<CrossTabulation>>]

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    let methods =
      plan.assessment.crossTables.isEmpty ? plan.usualCrossTables : plan.assessment.crossTables
    if methods.isEmpty { throw SectionAbsence.noCrossTable }
    tables = methods.map { passes.add(Attempt($0), to: .of(.period)) }
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let results = try tables.map { try $0.result.get() }
    var section = AssessedSection(.crossTables, of: results[0].reading)
    for result in results {
      let (rows, columns) = (result.crossTable.rowHeading, result.crossTable.columnHeading)
      let name = "crosstab-\(rows.pathPart)-by-\(columns.pathPart)"
      let found = AssessedSection(
        .crossTables, of: result.reading, choices: result.choices, findings: result.findings)
      section.choices += found.choices.map {
        Choice("\(name)/\($0.key)", $0.value, sentences: $0.sentences)
      }
      section.findings += found.findings.filter { !section.findings.contains($0) }
      section.sentences += result.sentences.dropFirst().map {
        "\(rows.pageHeading) by \(columns): \($0.dropFirst("cross table: ".count))."
      }
      section.leftOut +=
        (result.notRecordedSentences + [result.smallCellSentence].compactMap(\.self))
        .map { "\(rows.pageHeading) by \(columns): \($0)." }
      let table = result.table
      section.tables.append(
        AssessedTable(
          path: "\(name).csv", table: table, caption: "\(rows.pageHeading) by \(columns)",
          columns: table.columns.prefix(14).map {
            .init($0.name, $0.name.pageHeading, .fitting($0))
          }))
      let figure = CrossTableFigure(result)
      section.figures.append(
        AssessedFigure("maps/\(name).svg", title: "\(rows.pageHeading) by \(columns)") { use in
          var figure = figure
          (figure.title, figure.marking) = (use.title, use.marking)
          return figure.chart(identifierPrefix: use.prefix).svg()
        })
    }
    section.sources = [.haberman]
    section.method = [
      "Each incident counts once, in the cell of its two values. The cell named is that which holds most "
        + "above what its row and its column would give (Haberman's adjusted residual); it has ten "
        + "incidents or more."
    ]
    return section
  }
}

extension AssessmentPlan {
  /// The cross tables that are made where none is named.
  var usualCrossTables: [CrossTabulation] {
    guard hasCategories else { return [] }
    var tables: [CrossTabulation] = []
    if let age = survey.ageColumn {
      var table = CrossTabulation(rows: .category, across: .column(age))
      table.bands = [.init(Self.ageBands)]
      tables.append(table)
    }
    if dateAbsence == nil, survey.covered?.months.count ?? 0 > 1 {
      tables.append(CrossTabulation(rows: .category, across: .month))
    }
    return tables
  }

  /// The bands of ages where none are named: the young, and then by and large by halves of a life.
  private static var ageBands: NumberBands {
    guard let bands = NumberBands(bounds: [18, 25, 35, 50]) else {
      preconditionFailure("AssessmentPlan: bands that do not increase")
    }
    return bands
  }
}
