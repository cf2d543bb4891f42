package import Cartography
import HotspotAnalysis
public import Interchange

/// The chart of units and incidents by how often they repeat, with its period, sources and method.
///
///     let repeats = try await study.run(RepeatUnits(by: .column("Victim")))
///     try RepeatFigure(repeats).write(to: "repeats.svg")
public struct RepeatFigure: Sendable {
  /// What is drawn.
  public var result: RepeatUnits.Result
  /// The title; `nil` for one that names what repeats.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ result: RepeatUnits.Result) { self.result = result }

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
  package func chart(identifierPrefix: String = "") -> RepeatChart {
    var description = result.reading.chartDescription(title: title ?? result.title)
    description.answers = result.answers
    description.method = result.methodWords
    description.marking = marking
    let bands = result.distribution
    let room = description.room(
      prefix: identifierPrefix, height: 40 + 14 * Double(bands.bands.names.count))
    return RepeatChart(
      of: bands.bands.names.indices.map { band in
        RepeatChart.Band(
          name: bands.bands.names[band], units: bands.units[band],
          incidents: bands.incidents[band])
      }, noun: result.nouns.plural, description: description, page: room)
  }
}

extension RepeatUnits.Result {
  /// What the figures are called: `Repeat locations`, `Repeats by 'Victim'`.
  package var title: String {
    func name(_ unit: RepeatUnits.Unit) -> String {
      switch unit {
      case .location: "location"
      case .column(let name): "'\(name)'"
      }
    }
    if method.sides == [.location] { return "Repeat locations" }
    return "Repeats by \(method.sides.map(name).joined(separator: " and "))"
  }

  /// The sentences as figures have them, without what they are of before them.
  package var answers: [String] {
    (sentences + triggerSentences).map { sentence in
      let text = sentence.drop { $0 != ":" }.dropFirst(2)
      return text.prefix(1).uppercased() + text.dropFirst()
    }
  }

  /// How units were made and counted, for the foot of figures.
  package var methodWords: String {
    let recorded =
      notRecorded > 0
      ? " \(NumberWords.grouped(notRecorded)) incidents of which nothing is recorded are in no band."
      : ""
    let joined = joiningSentence.map { " \($0.prefix(1).uppercased() + $0.dropFirst())." } ?? ""
    return "incidents of each of the \(nouns.plural); shares are of all of these and of their "
      + "incidents.\(recorded)\(joined)"
  }
}
