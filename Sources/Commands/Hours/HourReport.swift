import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Incidents
import Interchange
import Projections

/// What a run of `hours` says to people and to its manifest.
struct HourReport {
  var analysis: HourAnalysis
  var options: InputOptions
  var settings: HourSettings

  /// Says what was read, where every row went and what the hours answer.
  func say(in console: Console) {
    if let boundaries = analysis.places?.boundaries { RunReport.say(boundaries, in: console) }
    RunReport.say(analysis.sources, in: console)
    analysis.likeness.say(in: console)
    if let projection = analysis.places?.plan.projection.summary {
      console.note("projection: \(projection.line)")
      if let advice = projection.advice { console.note("projection: \(advice)") }
    }
    console.note(ReconciliationWords.sentence(for: analysis.reconciliation))
    let reasons = analysis.reconciliation.reasonWords
    if !reasons.isEmpty { console.note("  of these \(reasons)") }
    for example in analysis.rejectedExamples { console.note("  first rejected: \(example)") }
    console.note("times: local times are those of \(options.timeZone)")
    for note in analysis.times.words(rules: settings.reversed) { console.note("times: \(note)") }
    for sentence in HourAnswers(analysis, settings).sentences { console.note(sentence) }
    for warning in analysis.period.warnings { console.warn(warning) }
    CategoryWords.warn(of: options, met: analysis.metCategories, in: console)
    for shortfall in analysis.shortfalls { console.warn(shortfall.words) }
  }

  /// What was chosen and found, for the manifest.
  var chosen: [JSONValue.Member] {
    [
      .init("columns", RunReport.columns(of: analysis.sources)),
      .init("date_orders", RunReport.dateOrders(of: analysis.sources)),
      .init("period", analysis.period.json),
      .init("time_zone", .text(options.timeZone)),
      .init("day_start", .text(HoursOfDay.label(settings.dayStart))),
      .init("reversed", .text(settings.reversed.rawValue)),
      .init("max_window_hours", settings.longest.map(JSONValue.integer) ?? .null),
      .init("shift_hours", .integer(settings.shift)),
      .init("times", analysis.times.json),
      .init("answers", HourAnswers(analysis, settings).json),
    ] + analysis.likeness.chosen
  }
}
