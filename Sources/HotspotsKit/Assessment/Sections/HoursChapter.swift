import Tasking
import Cartography
import HotspotAnalysis
import Tables

/// The hours of the week.
struct HoursChapter: AssessmentChapter {
  private let hours: MethodPass<AoristicHours>

  init(_ plan: AssessmentPlan, _ passes: AssessmentPasses) throws {
    if let absence = HourAbsence(of: plan.input.sources) { throw SectionAbsence.noHours(absence) }
    hours = passes.add(plan.assessment.hours, to: .of(.period))
  }

  func section(_ plan: AssessmentPlan, beside others: [AssessedSection]) throws -> AssessedSection {
    let hours = hours.result
    if let absence = hours.absence { throw SectionAbsence.noHours(absence) }
    if hours.profile.incidents < SmallNumbers.fewest {
      throw SectionAbsence.fewIncidents(hours.profile.incidents, fewest: SmallNumbers.fewest)
    }
    var section = AssessedSection(
      .hours, of: hours.reading, choices: hours.choices, findings: hours.findings)
    section.sentences = hours.answers.sentences.map { $0.pageSentence() }
    section.summary = section.sentences.first { $0.hasPrefix("Night") } ?? section.sentences.first
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Total"]
    section.tables = [
      AssessedTable(
        path: "hours.csv", table: hours.table, caption: "Incidents by hour and weekday, estimated",
        columns: [.init("hour", "Hour", .words)]
          + days.map { .init($0, $0, .number(places: 1)) }, totals: 1),
      AssessedTable(
        path: "night.csv", table: hours.nightTable,
        caption: "Night and day, \(hours.method.night.words)",
        columns: hours.nightTable.columns.map { .init($0.name, $0.name.pageHeading, .fitting($0)) }),
    ]
    var figure = HourFigure(hours)
    // Sentences and tables of the section are of incidents.
    figure.countsOnly = true
    section.figures = [
      AssessedFigure("maps/hours.svg", title: "Incidents by hour and weekday") { [figure] use in
        var figure = figure
        (figure.title, figure.marking) = (use.title, use.marking)
        return figure.chart(identifierPrefix: use.prefix).svg()
      }
    ]
    section.sources = [.ratcliffe]
    section.method = [
      HourFigure.method(
        timeZone: hours.reading.options.filter.timeZone, notes: hours.timeNotes
      ).pageSentence()
    ]
    if hours.untimed > 0 {
      section.leftOut.append(
        "\(NumberWords.grouped(hours.untimed)) incidents without a time of day are in no hour.")
    }
    return section
  }
}
