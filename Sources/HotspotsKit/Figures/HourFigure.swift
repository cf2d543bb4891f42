import Assignment
import Boundaries
package import Cartography
public import Interchange
import Projections
import Tables

/// The chart of incidents by hour and weekday, with its period, sources and method.
///
///     let hours = try await study.run(AoristicHours())
///     try HourFigure(hours).write(to: "hours.svg")
///
/// With groups the chart has a panel for each of the largest groups, on a common scale.
public struct HourFigure: Sendable {
  /// The hours.
  public var hours: AoristicHours.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// Whether incidents are drawn also where they are weighed.
  public var countsOnly = false

  /// Creates a chart with a default title.
  public init(_ hours: AoristicHours.Result) { self.hours = hours }

  /// Returns the chart as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Writes the chart to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing, for a page that says the
  ///   rest; empty for a sheet.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> HourChart {
    var description = hours.reading.chartDescription(
      title: title ?? "\(noun.prefix(1).uppercased() + noun.dropFirst()) by hour and weekday",
      subtitle: hours.reading.subtitle(grouping: hours.method.grouping.map { "by \($0.rawValue)" }))
    let weighed = showsWeights ? hours.weightChoices.flatMap(\.sentences) : []
    let answers = weighed + hours.answers.sentences
    description.answers =
      (hours.groups.count > 1 && !answers.isEmpty ? ["All together"] : [])
      + answers.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    description.method = [method, weightWords].compactMap(\.self).joined(separator: " ")
    description.marking = marking
    let room = description.room(
      prefix: identifierPrefix, height: hours.groups.count > 1 ? 205 : 170)
    return HourChart(
      of: tables, grouping: hours.method.grouping?.rawValue, noun: noun, description: description,
      page: room ?? .a4Portrait)
  }

  /// The tables with names for people: the names of areas instead of their codes.
  private var tables: [HourTable] {
    let weighed = showsWeights ? hours.weightTables(dayStart: hours.method.dayStart) : []
    if !weighed.isEmpty { return weighed }
    var tables = hours.tables(dayStart: hours.method.dayStart)
    if hours.method.grouping == .area, let names = hours.reading.input?.boundaries.layers[0].names {
      for index in tables.indices { tables[index].name = names[index] }
    }
    return tables
  }

  /// Whether what incidents weigh is drawn, and not their number.
  private var showsWeights: Bool {
    !countsOnly && hours.reading.weighing != nil && hours.method.grouping != .area
  }

  /// What is added up.
  private var noun: String {
    showsWeights ? hours.reading.weighing?.weights.name ?? "incidents" : "incidents"
  }

  /// What the weights are, and how counts differ.
  private var weightWords: String? {
    guard showsWeights, let weighing = hours.reading.weighing else { return nil }
    return weighing.figureWords
  }

  private var filter: StudyFilter { hours.reading.options.filter }

  private var method: String {
    Self.method(timeZone: filter.timeZone, notes: hours.timeNotes)
  }

  /// Returns a description of how hours are computed.
  ///
  /// - Parameters:
  ///   - timeZone: The zone whose clock labels the hours.
  ///   - notes: What was noticed about windows.
  /// - Returns: One or two sentences.
  package static func method(timeZone: String, notes: [String]) -> String {
    "aoristic: each incident is spread evenly over the time between its start and its end, in "
      + "the local time of \(timeZone); without an end it counts at its start."
      + (notes.isEmpty ? "" : " Windows: \(notes.joined(separator: "; ")).")
  }
}
