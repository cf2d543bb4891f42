import Boundaries
package import Cartography
import HotspotAnalysis
public import Interchange
import Tables
import Tasking

/// The maps and hours of several datasets side by side, each on one scale.
///
///     let comparison = try await datasets.compare()
///     try DatasetsFigure(comparison).write(to: "datasets.svg")
///
/// Areas are coloured by their share of each dataset. Of a dataset with fewer than ten incidents nothing
/// is drawn.
public struct DatasetsFigure: Sendable {
  /// The datasets.
  public var comparison: DatasetComparison
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a figure with a default title.
  public init(_ comparison: DatasetComparison) { self.comparison = comparison }

  /// Returns the figure as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Writes the figure to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Draws the figure.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> DatasetsChart {
    let reading = comparison.datasets[0].areas.reading
    let layer = comparison.layer
    let noun = AreaNoun(codeField: layer.codeField, layer: layer.name)
    var description = reading.chartDescription(
      title: title
        ?? "\(Self.upper(CountWords.list(comparison.names))) by \(noun.singular) and hour")
    if comparison.names.count > 4 && title == nil {
      description.title =
        "\(CountWords.upper(comparison.names.count)) datasets by \(noun.singular) and hour"
    }
    description.subtitle = [reading.period.words, reading.options.filter.hours?.words]
      .compactMap(\.self).joined(separator: "; ")
    description.answers = comparison.extremes.map { "\(Self.upper($0))." }
    description.source = sources
    description.projection = nil
    description.reconciliation = rows
    description.marking = marking
    let room = description.room(
      prefix: identifierPrefix, height: comparison.datasets.count > 4 ? 190 : 112)
    return DatasetsChart(
      of: comparison.datasets.map(panel), over: layer.outlines,
      names: (0..<layer.areaCount).map { comparison.name(of: $0, .areas) }, noun: noun.plural,
      description: description, page: room)
  }

  private func panel(_ dataset: CountedDataset) -> DatasetsChart.Panel {
    let (amounts, total) = (dataset.amounts, dataset.total)
    let count =
      total == total.rounded()
      ? NumberWords.grouped(Int(total)) : "an estimated \(NumberWords.decimal(total, places: 1))"
    var detail = "\(count) \(total == 1 ? "incident" : "incidents")"
    let isEnough = total >= Double(SmallNumbers.fewest)
    if isEnough, let most = amounts.max(), most >= Double(SmallNumbers.fewest),
      let area = amounts.firstIndex(of: most)
    {
      detail +=
        "; most in \(comparison.name(of: area, .areas)), \(NumberWords.percent(most / total))"
    }
    let timed = dataset.hoursOfDay?.reduce(0, +) ?? 0
    let hours =
      timed >= Double(SmallNumbers.fewest)
      ? dataset.hoursOfDay.map { $0.map { $0 / timed } } : nil
    return DatasetsChart.Panel(
      name: Self.upper(dataset.name), detail: detail,
      shares: isEnough ? amounts.map { $0 / total } : nil, hours: hours,
      hourAbsence: dataset.hourAbsence.map { "\($0)" }
        ?? "fewer than ten incidents have a time of day")
  }

  /// Where the rows of each dataset went, four datasets to a note so that none is cut.
  private var rows: [String] {
    let all = comparison.datasets.map { dataset in
      "\(dataset.name): "
        + ReconciliationWords.sentence(for: dataset.areas.reading.reconciliations[0])
    }
    return stride(from: 0, to: all.count, by: 4).map { start in
      all[start..<min(start + 4, all.count)].joined(separator: "; ")
    }
  }

  /// The names of all files, without their folders.
  private var sources: String {
    let paths =
      comparison.datasets.flatMap { $0.areas.reading.files.map(\.path) }
      + (comparison.datasets[0].areas.input.boundaries.files.map(\.path))
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }

  private static func upper(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}

extension DatasetComparison {
  /// What is said of the pairs with the highest and the lowest coefficient, by area and by hour.
  var extremes: [String] {
    // Beside many small maps there is room for two sentences only.
    let subjects: [DatasetPair.Subject] = datasets.count > 4 ? [.areas] : [.areas, .hours]
    return subjects.flatMap { subject -> [String] in
      let ranked = pairs.filter { $0.subject == subject && $0.agreement?.spearman != nil }
      func coefficient(_ pair: DatasetPair) -> Double { pair.agreement?.spearman ?? 0 }
      // The first of equals, both times.
      guard let highest = ranked.max(by: { coefficient($0) < coefficient($1) }) else { return [] }
      let lowest = ranked.min { coefficient($0) < coefficient($1) }
      return [highest, lowest].compactMap(\.self).prefix(ranked.count > 1 ? 2 : 1).map(sentence)
    }
  }
}
