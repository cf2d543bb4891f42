import Assignment
import Boundaries
package import Cartography
import HotspotAnalysis
import Incidents
public import Interchange
import Statistics

/// The chart of incidents a day by month, with the average of twelve months and what random variation
/// would do.
///
///     let months = try await MonthlyCounts(by: .category).run(on: study)
///     try MonthFigure(months).write(to: "months.svg")
///
/// With categories or areas the chart has a panel for each of the largest, on a common scale. From twelve
/// months on, what random variation would do allows for how much the months vary from one to the next.
public struct MonthFigure: Sendable {
  /// The months.
  public var months: MonthlyCounts.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ months: MonthlyCounts.Result) { self.months = months }

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
  package func chart(identifierPrefix: String = "") -> MonthChart {
    let calendar = months.months
    var description = months.reading.chartDescription(title: title ?? "Incidents a day by month")
    description.subtitle = [
      calendar.period.words, months.method.grouping.map { "by \($0.rawValue)" },
      months.reading.options.filter.hours?.words, months.reading.options.filter.categoryWords,
      months.reading.options.filter.conditionWords,
    ].compactMap(\.self).joined(separator: "; ")
    description.answers = [
      String(months.sentence.prefix(1).uppercased() + months.sentence.dropFirst())
    ]
    description.marking = marking
    let room = description.room(
      prefix: identifierPrefix, height: months.series.count > 1 ? 190 : 112)
    let names = names
    // One area has too few incidents to tell how much it varies: all are taken to vary alike.
    let common =
      months.method.grouping == .area ? CountDispersion(of: months.series, in: calendar) : nil
    let series = months.series.enumerated().map { place, series in
      MonthChart.Series(
        series, name: names?[place], months: calendar,
        dispersion: common ?? CountDispersion(of: [series], in: calendar))
    }
    let first = calendar.firsts[0].parts
    return MonthChart(
      of: series.isEmpty ? [Self.empty(calendar.days.count)] : series,
      from: (first.year, first.month), noun: months.noun, description: description,
      page: room ?? .a4Landscape)
  }

  private var names: [String]? {
    switch months.method.grouping {
    case nil: nil
    case .category: months.reading.categories?.labels
    case .area: months.reading.requiredInput.boundaries.layers[0].names
    }
  }

  /// Returns the series of no category.
  private static func empty(_ months: Int) -> MonthChart.Series {
    MonthChart.Series(
      months: Array(repeating: MonthChart.Month(incidents: 0, perDay: 0), count: months))
  }
}
