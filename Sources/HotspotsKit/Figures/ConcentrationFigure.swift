package import Cartography
import HotspotAnalysis
public import Interchange
import Statistics

/// The chart of how few units hold how much: curves of Lorenz of all incidents and of the categories
/// with the most, with what chance alone would give.
///
///     let concentration = try await study.run(Concentration(byCategory: true))
///     try ConcentrationFigure(concentration).write(to: "concentration.svg")
public struct ConcentrationFigure: Sendable {
  /// How unevenly the incidents are spread.
  public var concentration: Concentration.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ concentration: Concentration.Result) { self.concentration = concentration }

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
  package func chart(identifierPrefix: String = "") -> LorenzChart {
    let rows = concentration.rows
    let count = rows[0].group.amounts.units
    let nouns = concentration.nouns
    var description = concentration.reading.chartDescription(
      title: title ?? "How few \(nouns.plural) hold how much")
    description.answers = concentration.answers
    description.marking = marking
    description.method = method
    let room = description.room(prefix: identifierPrefix, height: 175)
    // Categories with as many keep the order of the table.
    let categories = rows.dropFirst().enumerated().sorted {
      ($1.element.group.amounts.total, $0.offset) < ($0.element.group.amounts.total, $1.offset)
    }.map(\.element).filter { $0.group.amounts.total > 0 }
    return LorenzChart(
      of: (rows.prefix(1) + categories).map(curve), chance: rows[0].chance?.curve ?? [],
      chanceShare: rows[0].chance?.topShare,
      units: LorenzUnits(
        count: count, top: concentration.method.top,
        noun: count == 1 ? nouns.singular : nouns.plural),
      description: description, page: room ?? .a4Portrait)
  }

  private func curve(of row: Concentration.Row) -> LorenzCurve {
    let amounts = row.group.amounts
    return LorenzCurve(
      name: row.group.name, incidents: amounts.total,
      topShare: amounts.share(ofTop: concentration.method.top),
      half: amounts.fewest(holding: 50), gini: amounts.generalisedGini,
      interval: row.interval.map { ($0.low, $0.high) }, points: amounts.curve)
  }

  private var method: String {
    let method = concentration.method
    let units = concentration.nouns.plural
    let empty =
      method.units == .locations
      ? "only \(units) with incidents are known" : "\(units) without incidents count"
    return
      "\(empty). Gini's coefficient is generalised for fewer incidents than \(units) (Bernasco "
      + "& Steenbeek 2017); its interval is that of \(method.resamples) resamples of the \(units) "
      + "(BCa), and the curve of chance the mean of \(method.resamples) in which as many incidents "
      + "fall on any of them with equal chance (seed \(method.seed))."
  }
}
