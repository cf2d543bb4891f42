import Assignment
import Boundaries
import Cartography
import Incidents
import Projections
import Tables

/// Draws the chart of hours, with what a chart must say of its making.
struct HourChartMaker {
  var analysis: HourAnalysis
  var options: InputOptions
  var settings: HourSettings
  /// The title that the user gave.
  var title: String?

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The chart.
  func chart(identifierPrefix: String = "") -> HourChart {
    var description = HourChartDescription(
      title: title ?? "Incidents by hour and weekday", subtitle: subtitle)
    description.grouping = settings.grouping?.rawValue
    let answers = HourAnswers(analysis, settings).sentences
    description.answers =
      (analysis.groups.count > 1 && !answers.isEmpty ? ["All together"] : [])
      + answers.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    description.source = sourceNames
    description.projection = analysis.places?.plan.projection.summary.line
    let reasons = analysis.reconciliation.reasonWords
    description.reconciliation = [
      ReconciliationWords.sentence(for: analysis.reconciliation)
        + (reasons.isEmpty ? "" : " (\(reasons))")
    ]
    description.method = method
    description.identifierPrefix = identifierPrefix
    return HourChart(of: tables, description: description)
  }

  /// The tables under the names that people know: those of areas for their codes.
  private var tables: [HourTable] {
    var tables = analysis.tables(dayStart: settings.dayStart)
    if settings.grouping == .area, let names = analysis.places?.boundaries.layers[0].names {
      for index in tables.indices { tables[index].name = names[index] }
    }
    return tables
  }

  private var subtitle: String {
    let categories =
      options.categories.isEmpty ? "all categories" : options.categories.joined(separator: ", ")
    let without =
      options.excludedCategories.isEmpty
      ? "" : " without \(options.excludedCategories.joined(separator: ", "))"
    let grouping = settings.grouping.map { "by \($0.rawValue)" }
    return [analysis.period.words, grouping, categories + without].compactMap(\.self)
      .joined(separator: "; ")
  }

  private var method: String {
    Self.method(
      timeZone: options.timeZone, notes: analysis.times.words(rules: settings.reversed))
  }

  /// Returns how hours are found, in words.
  ///
  /// - Parameters:
  ///   - timeZone: The zone whose clock labels the hours.
  ///   - notes: What was noticed about windows.
  /// - Returns: One or two sentences.
  static func method(timeZone: String, notes: [String]) -> String {
    "aoristic: each incident is spread evenly over the time between its start and its end, in "
      + "the local time of \(timeZone); without an end it counts at its start."
      + (notes.isEmpty ? "" : " Windows: \(notes.joined(separator: "; ")).")
  }

  private var sourceNames: String {
    let paths =
      analysis.sources.map(\.path) + (analysis.places?.boundaries.layers.map(\.path) ?? [])
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }
}
