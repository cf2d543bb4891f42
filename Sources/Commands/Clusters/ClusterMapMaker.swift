import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import HotspotsKit
import Projections

/// Draws the map of hot and cold spots, with what a map must say of its making.
struct ClusterMapMaker {
  let analysis: ClusterAnalysis
  let options: StudyOptions
  let report: ClusterReport
  /// What is outlined, numbered and listed; absent for the significant high places.
  var hotspots: HotspotMarks?
  /// The title that the user gave.
  let title: String?
  /// The protective marking.
  var marking: String?
  /// The page and the backdrops.
  var look = MapLook()

  /// Draws the map.
  ///
  /// - Parameters:
  ///   - page: The page; else that of the look.
  ///   - identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  func map(
    page: Page? = nil, identifierPrefix: String = ""
  ) throws(AreaMapError) -> SignificanceMap {
    let settings = report.settings
    let incidents = analysis.incidents?.reading
    let what =
      settings.table?.field
      ?? (settings.value == .incidents ? options.amountWords : "\(options.amountWords) per km²")
    var description = MapDescription(
      title: title
        ?? "\(settings.method == .getisOrd ? "Hot and cold spots" : "Clusters and outliers"): \(what)",
      subtitle: incidents?.subtitle() ?? "",
      value: MapValue(column: "z", label: "standard score", kind: .rate))
    description.legendHeading = settings.method == .getisOrd ? "Getis-Ord Gi*" : "Local Moran"
    if analysis.grid != nil {
      description.codeColumn = "cell"
      description.placeNoun = "cells"
      description.mergesLargeClasses = true
      description.borders = analysis.boundaries.layers[0].outlines
    }
    description.method =
      "\(report.methodWords). Places: \(report.placeWords). Neighbours: \(report.neighbourWords)."
    description.source = incidents?.sourceNames ?? tableNames
    description.projection = analysis.incidents?.input.plan.projection.summary.line
    description.positions = analysis.incidents?.likeness.sharedPlaces?.words
    description.reconciliation = [ReconciliationWords.sentence(for: analysis.reconciliation)]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    for warning in analysis.warnings {
      description.method? += " Note: \(warning.description)."
    }
    return try SignificanceMap(
      of: analysis.table, key: settings.method == .getisOrd ? .hotAndCold : .quadrants,
      classOfPlace: classes, hotspots: hotspots,
      description: look.applied(to: description),
      page: page ?? look.page)
  }

  /// The classes of the map as a style.
  var style: QGISStyle {
    let settings = report.settings
    if settings.method == .getisOrd {
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

  /// The position of each place's class in the key of the map.
  private var classes: [Int?] {
    let classes = analysis.scores.classes
    guard let quadrants = analysis.quadrants else { return classes.map { $0.map { $0 + 3 } } }
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

  private var tableNames: String {
    ([report.settings.table?.path].compactMap(\.self) + analysis.boundaries.layers.map(\.path))
      .map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
  }
}
