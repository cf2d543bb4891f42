import Assignment
import Boundaries
import Cartography
import Incidents
import Interchange
import Projections
import Tables

/// Draws the map of incidents by area, with what a map must say of its making.
struct AreaMapMaker {
  var analysis: AreaAnalysis
  var options: InputOptions
  /// The title that the user gave.
  var title: String?
  /// The protective marking.
  var marking: String?

  /// Draws the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - page: The page; else A4, the way round that shows the areas larger.
  ///   - identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``.
  func map(
    ofLayer index: Int, page: Page? = nil, identifierPrefix: String = ""
  ) throws(AreaMapError) -> AreaMap {
    let table = analysis.table(ofLayer: index)
    var description = MapDescription(
      title: title ?? "Incidents by area", subtitle: subtitle, value: value)
    if let hours = options.hours {
      description.method =
        "Each incident counts with its chance of having happened in these hours (\(hours.words)): "
        + "the part of the time between its start and end that lies in them."
    }
    description.source = sourceNames
    description.projection = analysis.input.plan.projection.summary.line
    description.reconciliation = [
      ReconciliationWords.sentence(for: analysis.reconciliations[index])
    ]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    return try AreaMap(of: table, description: description, page: page)
  }

  /// What the map shows.
  var value: MapValue {
    options.hours == nil
      ? MapValue(column: "incidents", label: "incidents", kind: .count)
      : MapValue(column: "expected", label: "expected incidents", kind: .count)
  }

  /// The period, hours and categories.
  var subtitle: String {
    let period = analysis.period.words
    let categories =
      options.categories.isEmpty ? "all categories" : options.categories.joined(separator: ", ")
    let without =
      options.excludedCategories.isEmpty
      ? "" : " without \(options.excludedCategories.joined(separator: ", "))"
    return [period, options.hours?.words, categories + without].compactMap(\.self).joined(
      separator: "; ")
  }

  /// The names of the files read.
  var sourceNames: String {
    let paths = analysis.input.sources.map(\.path) + analysis.input.boundaries.layers.map(\.path)
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }
}
