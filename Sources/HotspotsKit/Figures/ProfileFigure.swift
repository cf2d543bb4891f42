import Boundaries
package import Cartography
import HotspotAnalysis
public import Interchange
import Tasking

/// The chart of what is over-represented where: the highest location quotients of all areas, with their
/// intervals.
///
///     let profiles = try await study.run(AreaProfiles())
///     try ProfileFigure(profiles).write(to: "over-represented.svg")
public struct ProfileFigure: Sendable {
  /// The profiles.
  public var profiles: AreaProfiles.Result
  /// The title; `nil` for one that says what is shown.
  public var title: String?
  /// The protective marking, printed at the top and the bottom; `nil` for none.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ profiles: AreaProfiles.Result) { self.profiles = profiles }

  /// Returns the chart as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Writes the chart to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) { try OutputFile.write(svg(), to: path) }

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> QuotientChart {
    let noun = profiles.noun
    var description = profiles.reading.chartDescription(
      title: title ?? "What is over-represented in which \(noun.singular)")
    description.answers = profiles.sentences.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    description.method = ProfileFigure.method(profiles)
    description.marking = marking
    let rows = self.rows
    let room = description.room(prefix: identifierPrefix, height: 45 + 6 * Double(rows.count))
    return QuotientChart(
      of: rows, count: rows.count,
      noun: "\(rows.count == 1 ? "pair" : "pairs") of \(noun.singular) and category",
      description: description, page: room ?? .a4Portrait)
  }

  /// How quotients are computed, in a sentence without its full stop.
  static func method(_ profiles: AreaProfiles.Result) -> String {
    "location quotient: a category's share of the \(profiles.noun.singular)'s incidents over its share "
      + "of all incidents, with the 95% interval of its logarithm; over-represented are those whose whole "
      + "interval lies above 1, from ten incidents on"
  }

  /// Whether there is nothing to draw.
  var isEmpty: Bool { rows.isEmpty }

  /// The over-represented pairs, the highest quotient first, equal ones in the order of the areas.
  private var rows: [QuotientChart.Row] {
    let names = profiles.reading.requiredInput.boundaries.layers[0].names
    let found = profiles.mix.byArea.indices.flatMap { area in
      profiles.mix.overRepresented(in: area).compactMap { category, quotient in
        profiles.row(
          "\(names[area]): \(profiles.categories[category])", quotient,
          amount: profiles.mix.amounts[category][area])
      }
    }
    return found.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
  }
}

extension AreaProfiles.Result {
  /// Returns a quotient as it is drawn; `nil` without an interval.
  func row(_ name: String, _ quotient: LocationQuotient, amount: Double) -> QuotientChart.Row? {
    quotient.interval.map { interval in
      QuotientChart.Row(
        name: name, incidents: NumberWords.decimal(amount, places: usesHours ? 1 : 0),
        value: quotient.value, low: interval.low, high: interval.high, isAbove: quotient.isAbove)
    }
  }
}
