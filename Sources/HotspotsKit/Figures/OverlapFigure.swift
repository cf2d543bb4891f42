package import Cartography
import HotspotAnalysis
public import Interchange

/// The chart of overlapping sets (an UpSet plot), with its period, sources and method.
///
///     let overlaps = try await study.run(Overlaps(of: sets))
///     try OverlapFigure(overlaps).write(to: "overlaps.svg")
///
/// Of more combinations than have room the largest are drawn, and the chart says so.
public struct OverlapFigure: Sendable {
  /// The combinations.
  public var result: Overlaps.Result
  /// The title; `nil` for one that names the sets.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ result: Overlaps.Result) { self.result = result }

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
  package func chart(identifierPrefix: String = "") -> OverlapChart {
    let names = result.overlaps.names
    var description = result.reading.chartDescription(
      title: title
        ?? "How \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]) overlap")
    description.answers = [
      Self.sentence(result.sentence), Self.sentence(result.setSentence),
    ]
    description.method =
      "each incident is in exactly one combination; one whose fields say nothing is in no set that "
      + "asks them."
    description.marking = marking
    let room = description.room(prefix: identifierPrefix, height: 112)
    return OverlapChart(of: plot, description: description, page: room ?? .a4Landscape)
  }

  /// Returns a sentence as it stands alone.
  private static func sentence(_ text: String) -> String {
    let rest = text.replacing("overlaps: ", with: "")
    return rest.prefix(1).uppercased() + rest.dropFirst()
  }

  private var plot: OverlapPlot {
    let overlaps = result.overlaps
    return OverlapPlot(
      noun: result.usesHours ? "Expected incidents" : "Incidents",
      sets: overlaps.names.enumerated().map { set, name in
        let total = overlaps.total(ofSet: set).expected
        return OverlapPlot.Total(name: name, amount: total, text: result.counted(total))
      },
      combinations: overlaps.combinations.map { combination in
        OverlapPlot.Combination(
          members: Set(overlaps.names.indices.filter(combination.isIn)),
          amount: combination.expected, text: result.amount(combination.expected),
          share: result.share(combination.expected),
          title: "\(overlaps.name(of: combination)): \(result.counted(combination.expected)) of "
            + "\(result.amount(overlaps.expected)) incidents")
      })
  }
}
