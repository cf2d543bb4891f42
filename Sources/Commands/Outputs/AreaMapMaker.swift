import Assignment
import Boundaries
import Cartography
import Incidents
import Interchange
import Projections
import Statistics
import Tables

/// Draws the map of incidents by area, with what a map must say of its making.
struct AreaMapMaker {
  var analysis: AreaAnalysis
  var options: InputOptions
  /// The title that the user gave.
  var title: String?
  /// The protective marking.
  var marking: String?
  /// The classes that the user asked for; fitted to the values without any.
  var scale = ScaleChoice()
  /// The page and the backdrops.
  var look = MapLook()

  /// Draws the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - page: The page; else that of the look.
  ///   - identifierPrefix: What stands before every identifier of the drawing.
  /// - Returns: The map.
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func map(
    ofLayer index: Int, page: Page? = nil, identifierPrefix: String = ""
  ) throws -> AreaMap {
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
    let given = try givenScale(of: table, ofLayer: index)
    description.classNote = given?.note
    return try AreaMap(
      of: table, description: look.applied(to: description),
      classification: Self.classification(given), page: page ?? look.page)
  }

  /// Returns the classes of a layer as a style.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func style(of table: FeatureTable, ofLayer index: Int) throws -> QGISStyle {
    try QGISStyle(
      areasOf: table, value: value,
      classification: Self.classification(givenScale(of: table, ofLayer: index)))
  }

  private func givenScale(
    of table: FeatureTable, ofLayer index: Int
  ) throws(MapScaleError) -> ScaleChoice.Given? {
    let column = table[column: value.column]?.values
    return try scale.given(
      value: value.column, layer: analysis.input.boundaries.layers[index].name,
      values: (0..<table.rowCount).compactMap { column?.number(at: $0) }, separatesZero: true)
  }

  private static func classification(_ given: ScaleChoice.Given?) -> Classification {
    given.map { .given($0.classes) } ?? .fitted(.naturalBreaks, classes: 5)
  }

  /// Returns the scale of a map that was drawn, for the maps to come.
  func scale(of map: AreaMap, ofLayer index: Int) -> MapScale {
    MapScale(
      layer: analysis.input.boundaries.layers[index].name, value: value.column,
      classes: map.breaks)
  }

  /// What the map shows.
  var value: MapValue { Self.value(of: options) }

  /// What the map shows.
  static func value(of options: InputOptions) -> MapValue {
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
