import Assignment
import Boundaries
import Cartography
import HotspotsKit
import Incidents
import Interchange
import Projections
import Statistics
import Tables

/// Draws the map of incidents by area, with what a map must say of its making.
struct AreaMapMaker {
  var analysis: AreaAnalysis
  var options: StudyOptions
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
  ///   - parts: What the map may show in place of all incidents: those of some categories, with the
  ///     number in each area.
  /// - Returns: The map, with a view for each part.
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func map(
    ofLayer index: Int, page: Page? = nil, identifierPrefix: String = "",
    parts: [(name: String, values: [Double])] = []
  ) throws -> AreaMap {
    var table = analysis.table(ofLayer: index)
    var description = MapDescription(
      title: title ?? "Incidents by area", subtitle: subtitle, value: value)
    if let hours = options.filter.hours {
      description.method =
        "Each incident counts with its chance of having happened in these hours (\(hours.words)): "
        + "the part of the time between its start and end that lies in them."
    }
    description.source = sourceNames
    description.projection = analysis.input.plan.projection.summary.line
    description.positions = analysis.likeness.sharedPlaces?.words
    description.reconciliation = [
      ReconciliationWords.sentence(for: analysis.reconciliations[index])
    ]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    let given = try givenScale(of: table, ofLayer: index)
    description.classNote = given?.note
    let applied = look.applied(to: description)
    let views = parts.enumerated().map { place, part in
      let column = "part_\(place + 1)"
      table.columns.append(
        Column(
          column,
          options.filter.hours == nil
            ? .integers(part.values.map { Int($0) }) : .reals(part.values)))
      return view(of: applied, part, column: column)
    }
    return try AreaMap(
      of: table, description: applied, classification: Self.classification(given),
      page: page ?? look.page, views: views)
  }

  /// Returns what a map says while it shows a part of the incidents.
  private func view(
    of map: MapDescription, _ part: (name: String, values: [Double]), column: String
  ) -> MapDescription {
    var view = map
    let total = part.values.reduce(0, +)
    view.title = "\(map.title): \(part.name)"
    view.subtitle = subtitle(of: part.name)
    view.value.column = column
    view.legendHeading = "\(map.legendHeading ?? value.heading): \(part.name)"
    let amount = NumberWords.decimal(total, places: options.filter.hours == nil ? 0 : 1)
    view.reconciliation = map.reconciliation.map {
      "\($0); of those assigned this map shows \(amount) \(value.label)"
    }
    view.classNote = nil
    return view
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
  static func value(of options: StudyOptions) -> MapValue {
    options.filter.hours == nil
      ? MapValue(column: "incidents", label: "incidents", kind: .count)
      : MapValue(column: "expected", label: "expected incidents", kind: .count)
  }

  /// The period, hours and categories.
  var subtitle: String {
    let categories =
      options.filter.categories.isEmpty
      ? "all categories" : options.filter.categories.joined(separator: ", ")
    let without =
      options.filter.excludedCategories.isEmpty
      ? "" : " without \(options.filter.excludedCategories.joined(separator: ", "))"
    return subtitle(of: categories + without)
  }

  /// The period, hours and what is shown of the incidents.
  private func subtitle(of categories: String) -> String {
    [analysis.period.words, options.filter.hours?.words, categories].compactMap(\.self).joined(
      separator: "; ")
  }

  /// The names of the files read.
  var sourceNames: String {
    let paths = analysis.input.sources.map(\.path) + analysis.input.boundaries.layers.map(\.path)
    return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      .joined(separator: ", ")
  }
}
