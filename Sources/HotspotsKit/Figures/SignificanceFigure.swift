import Assignment
import Boundaries
package import Cartography
import HotspotAnalysis
import Projections

/// The map of hot and cold spots, or of clusters and outliers, with its method and sources.
///
///     let statistics = try await study.run(LocalStatistics(units: .hexagon))
///     try SignificanceFigure(statistics).write(to: "significance.svg")
///
/// Units are coloured by their class. Hotspots are outlined, numbered and listed if the statistics have
/// them, else the units of class 2 and above. The map states the period if another method of the same
/// pass reads it, such as ``AreaCounts/readsPeriod``.
public struct SignificanceFigure: Sendable {
  /// The statistics.
  public var statistics: LocalStatistics.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// What the list beside the map may call each area in place of its name, the longest first; empty for
  /// names alone.
  package var listNames: [[String]] = []
  /// The page, and the backdrop below the units.
  public var look = MapLook()
  /// What is outlined, numbered and listed; `nil` for the significant high units.
  package var hotspots: HotspotMarks?

  /// Creates a map with a default title on A4.
  public init(_ statistics: LocalStatistics.Result) {
    self.statistics = statistics
    hotspots = statistics.hotspotWords?.marks(valueLabel: statistics.options.amountLabel)
  }

  /// Returns the map as an SVG document in UTF-8.
  ///
  /// - Returns: The bytes, the same for the same statistics.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  public func svg() throws -> [UInt8] { try map().svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws { try OutputFile.write(svg(), to: path) }

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - page: The page; that of the look if `nil`.
  ///   - identifierPrefix: A prefix for every identifier in the drawing.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  package func map(
    page: Page? = nil, identifierPrefix: String = ""
  ) throws(AreaMapError) -> SignificanceMap {
    let reading = statistics.reading
    var description = MapDescription(
      title: title ?? "\(isGetisOrd ? "Hot and cold spots" : "Clusters and outliers"): \(value)",
      subtitle: reading?.subtitle() ?? "",
      value: MapValue(column: "z", label: "standard score", kind: .rate))
    description.legendHeading = isGetisOrd ? "Getis-Ord Gi*" : "Local Moran"
    if statistics.grid != nil {
      description.codeColumn = "cell"
      description.placeNoun = "cells"
      description.mergesLargeClasses = true
      description.borders = statistics.boundaries.layers[0].outlines
    }
    description.method =
      "\(statistics.methodWords). Units: \(statistics.unitWords). Neighbours: "
      + "\(statistics.neighbourWords)."
    description.source = reading?.sourceNames ?? tableNames
    description.projection = reading?.input?.plan.projection.summary.line
    description.positions = reading?.likeness.sourcePositions?.words
    description.reconciliation = [ReconciliationWords.sentence(for: statistics.reconciliation)]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    description.listNames = listNames
    if let weighing = reading?.weighing, statistics.options.usesWeights {
      description.method? += " \(weighing.figureWords)"
    }
    for doubt in statistics.doubts { description.method? += " Note: \(doubt.description)." }
    return try SignificanceMap(
      of: statistics.table, key: isGetisOrd ? .hotAndCold : .quadrants, classOfUnit: classes,
      hotspots: hotspots, description: look.applied(to: description), page: page ?? look.page)
  }

  private var isGetisOrd: Bool { statistics.method.statistic == .getisOrd }

  /// What is compared, in words.
  private var value: String {
    if let file = statistics.values?.file { return file.column }
    return statistics.options.amountWords(per: statistics.method.value == .incidents ? nil : "km²")
  }

  /// The position of each unit's class in the key of the map.
  private var classes: [Int?] {
    let classes = statistics.scores.classes
    guard let quadrants = statistics.quadrants else { return classes.map { $0.map { $0 + 3 } } }
    return zip(classes, quadrants).map { size, quadrant in
      guard let size else { return nil }
      guard abs(size) >= 2, let quadrant else { return 2 }
      return switch quadrant {
      case .lowLow: 0
      case .lowHigh: 1
      case .highLow: 3
      case .highHigh: 4
      }
    }
  }

  /// The names of the table and of the boundary files, without their folders.
  private var tableNames: String {
    ([statistics.values?.file.path].compactMap(\.self) + statistics.boundaries.layers.map(\.path))
      .map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
  }
}

extension LocalStatistics.Result {
  /// The classes of the map as a style.
  package var style: QGISStyle {
    if method.statistic == .getisOrd {
      return QGISStyle(key: .hotAndCold, filters: (-3...3).map { "\"class\" = \($0)" })
    }
    func filter(_ quadrant: LocalMoran.Quadrant) -> String {
      "abs(\"class\") >= 2 AND \"quadrant\" = '\(quadrant.rawValue)'"
    }
    return QGISStyle(
      key: .quadrants,
      filters: [
        filter(.lowLow), filter(.lowHigh),
        "\"class\" IS NOT NULL AND (abs(\"class\") < 2 OR \"quadrant\" IS NULL)",
        filter(.highLow), filter(.highHigh),
      ])
  }
}
