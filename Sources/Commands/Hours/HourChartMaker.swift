import Assignment
import Boundaries
import Cartography
import HotspotsKit
import Incidents
import Projections
import Tables

/// Draws the chart of hours, with what a chart must say of its making.
struct HourChartMaker {
  var hours: AoristicHours.Result
  /// The title that the user gave.
  var title: String?

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The chart.
  func chart(identifierPrefix: String = "") -> HourChart {
    var description = HourChartDescription(
      title: title ?? "Incidents by hour and weekday", subtitle: subtitle)
    description.grouping = hours.method.grouping?.rawValue
    let answers = hours.answers.sentences
    description.answers =
      (hours.groups.count > 1 && !answers.isEmpty ? ["All together"] : [])
      + answers.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    description.source = sourceNames
    description.projection = hours.reading.input?.plan.projection.summary.line
    let reasons = hours.reading.reconciliations[0].reasonWords
    description.reconciliation = [
      ReconciliationWords.sentence(for: hours.reading.reconciliations[0])
        + (reasons.isEmpty ? "" : " (\(reasons))")
    ]
    description.method = method
    description.identifierPrefix = identifierPrefix
    return HourChart(of: tables, description: description)
  }

  /// The tables under the names that people know: those of areas for their codes.
  private var tables: [HourTable] {
    var tables = hours.tables(dayStart: hours.method.dayStart)
    if hours.method.grouping == .area, let names = hours.reading.input?.boundaries.layers[0].names {
      for index in tables.indices { tables[index].name = names[index] }
    }
    return tables
  }

  private var filter: StudyFilter { hours.reading.options.filter }

  private var subtitle: String {
    let categories =
      filter.categories.isEmpty ? "all categories" : filter.categories.joined(separator: ", ")
    let without =
      filter.excludedCategories.isEmpty
      ? "" : " without \(filter.excludedCategories.joined(separator: ", "))"
    let grouping = hours.method.grouping.map { "by \($0.rawValue)" }
    return [hours.reading.period.words, grouping, categories + without].compactMap(\.self)
      .joined(separator: "; ")
  }

  private var method: String {
    Self.method(timeZone: filter.timeZone, notes: hours.timeNotes)
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
      hours.reading.sources.map(\.path) + (hours.reading.input?.boundaries.layers.map(\.path) ?? [])
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }
}
