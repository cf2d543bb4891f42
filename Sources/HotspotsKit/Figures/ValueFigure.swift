import Boundaries
package import Cartography
import Interchange
import Statistics
import Tasking
package import Tables

/// The map of values by area from a ready table, with its sources.
///
///     let survey = try await study.areas(with: ValueFile("survey.csv", column: "unsafe"))
///     try ValueFigure(survey).write(to: "survey.svg")
///
/// Areas are coloured by their values, in natural breaks unless ``scale`` sets other classes; areas
/// without a value are hatched. Where values lie below zero, colours part at zero: blue below, orange
/// above.
public struct ValueFigure: Sendable {
  /// The areas.
  public var areas: ValuedAreas
  /// The title; `nil` for one that names the column.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The classes; fitted to the values unless given.
  public var scale = ScaleChoice()
  /// The page, and the backdrop below the areas.
  public var look = MapLook()

  /// Creates a map with a default title on A4.
  public init(_ areas: ValuedAreas) { self.areas = areas }

  /// Returns the map as an SVG document in UTF-8.
  ///
  /// - Returns: The bytes, the same for the same values.
  /// - Throws: ``MapScaleError`` for classes that do not suit the values.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  public func svg() throws -> [UInt8] { try map().svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``MapScaleError`` for classes that do not suit the values, ``Interchange/OutputError``.
  public func write(to path: String) throws { try OutputFile.write(svg(), to: path) }

  /// Draws the map.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  package func map() throws -> AreaMap {
    let table = areas.table
    var description = MapDescription(
      title: title ?? "\(value.heading) by \(areas.noun.singular)", subtitle: "", value: value)
    description.source = ([areas.values.fileName] + areas.boundaries.layers.map(\.path))
      .map { $0.split(separator: "/").last.map(String.init) ?? $0 }.joined(separator: ", ")
    description.reconciliation = [areas.values.words]
    description.method = areas.correlation.map { "\($0.sentence)." }
    description.marking = marking
    description.showsAll = true
    let given = try givenScale(of: table)
    description.classNote = given?.note
    return try AreaMap(
      of: table, description: look.applied(to: description),
      classification: scale.classification(given, of: value, usual: Self.usual), page: look.page)
  }

  /// Returns the classes as a style.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  package func style(of table: FeatureTable) throws -> QGISStyle {
    try QGISStyle(
      areasOf: table, value: value,
      classification: scale.classification(
        givenScale(of: table), of: value, usual: Self.usual))
  }

  /// Returns the scale of a drawn map, for later maps.
  package func scale(of map: AreaMap) -> MapScale {
    MapScale(
      layer: areas.boundaries.layers[0].name, value: areas.columnName, classes: map.breaks,
      method: scale.source(of: value, usual: Self.usual))
  }

  /// Scores and shares of answers are spread about a middle, which natural breaks tell best.
  private static let usual = AreaClasses.natural

  /// What the map shows.
  package var value: MapValue {
    let name = areas.values.column
    let words = name.split(separator: "_").joined(separator: " ")
    return MapValue(
      column: areas.columnName,
      label: areas.values.arePercentages && !name.contains("%") ? "\(words) (%)" : words,
      kind: .rate)
  }

  private func givenScale(of table: FeatureTable) throws(MapScaleError) -> ScaleChoice.Given? {
    let present = areas.values.values.compactMap(\.self)
    let lowestBreak = scale.breaks?.first ?? 1
    return try scale.given(
      value: areas.columnName, layer: areas.boundaries.layers[0].name, values: present,
      separatesZero: present.contains(0) && present.allSatisfy { $0 >= 0 } && lowestBreak > 0)
  }
}
