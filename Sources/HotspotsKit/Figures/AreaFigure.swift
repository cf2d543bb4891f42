import Assignment
import Boundaries
package import Cartography
import Interchange
import Projections
import Statistics
package import Tables

/// The map of incidents by area, with its period, sources and method.
///
///     let areas = try await study.run(AreaCounts(readsPeriod: true))
///     try AreaFigure(areas).write(to: "areas.svg")
///
/// Areas are coloured by their counts, in classes that hold about equal shares of the incidents unless
/// ``scale`` sets others.
/// Dark areas have many incidents, which is not a high rate if areas differ in size or population.
/// With ``AreaCounts/population`` the areas of the first layer are coloured by their rates.
/// Without ``AreaCounts/readsPeriod`` the map states no period.
public struct AreaFigure: Sendable {
  /// The counts.
  public var areas: AreaCounts.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The classes; of counts by equal shares, of rates by equal factors unless given.
  public var scale = ScaleChoice()
  /// The page, and the backdrop below the areas.
  public var look = MapLook()

  /// What the list beside the map may call each area in place of its name, the longest first; empty for
  /// names alone.
  package var listNames: [[String]] = []

  /// Whether what incidents weigh is drawn, and not their number.
  public var showsWeights: Bool
  /// Whether rates are drawn where there is a population, and not the number of incidents.
  public var showsRates = true

  /// Creates a map with a default title on A4, of weights if the study has a table of them.
  public init(_ areas: AreaCounts.Result) {
    self.areas = areas
    showsWeights = Self.showsWeights(areas.reading.options)
  }

  /// Returns the map as an SVG document in UTF-8, under a megabyte.
  ///
  /// - Parameter index: The position of the layer.
  /// - Returns: The bytes, the same for the same counts.
  /// - Throws: ``MapScaleError`` for classes that do not fit the values.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  public func svg(ofLayer index: Int = 0) throws -> [UInt8] { try map(ofLayer: index).svg() }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output.
  ///   - index: The position of the layer.
  /// - Throws: ``MapScaleError`` for classes that do not suit the values, ``Interchange/OutputError``.
  public func write(to path: String, ofLayer index: Int = 0) throws {
    try OutputFile.write(svg(ofLayer: index), to: path)
  }

  private var options: StudyOptions { areas.reading.options }

  /// Draws the map of a layer.
  ///
  /// - Parameters:
  ///   - index: The position of the layer.
  ///   - page: The page; that of the look if `nil`.
  ///   - identifierPrefix: A prefix for every identifier in the drawing.
  ///   - parts: Alternatives to all incidents: those of some categories, with the number in each
  ///     area.
  /// - Returns: The map, with a view for each part.
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  package func map(
    ofLayer index: Int, page: Page? = nil, identifierPrefix: String = "",
    parts: [(name: String, values: [Double])] = []
  ) throws -> AreaMap {
    var table = areas.table(ofLayer: index)
    let value = value(ofLayer: index)
    var description = MapDescription(
      title: title ?? "\(isRate(index) || showsWeights ? value.heading : "Incidents") by area",
      subtitle: areas.reading.subtitle(), value: value)
    if let hours = options.filter.hours {
      description.method =
        "Each incident counts with its chance of having happened in these hours (\(hours.words)): "
        + "the part of the time between its start and end that lies in them."
    }
    if isRate(index) { describeRates(on: &description) }
    if index == 0, let correlation = areas.correlation {
      description.method = [description.method, "\(correlation.sentence)."].compactMap(\.self)
        .joined(separator: " ")
    }
    if showsWeights, let words = areas.reading.weighing?.figureWords {
      description.method = [description.method, words].compactMap(\.self).joined(separator: " ")
    }
    let tables = index == 0 ? areas.valueFileNames : []
    description.source = ([areas.reading.sourceNames] + tables).joined(separator: ", ")
    description.projection = areas.input.plan.projection.summary.line
    description.positions = areas.likeness.sourcePositions?.words
    description.reconciliation = [
      ReconciliationWords.sentence(for: areas.reconciliations[index])
    ]
    description.marking = marking
    description.identifierPrefix = identifierPrefix
    description.listNames = listNames
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
      of: table, description: applied, classification: scale.classification(given, of: value),
      page: page ?? look.page, views: views)
  }

  /// Returns the words of a map that shows a part of the incidents.
  private func view(
    of map: MapDescription, _ part: (name: String, values: [Double]), column: String
  ) -> MapDescription {
    var view = map
    let total = part.values.reduce(0, +)
    view.title = "\(map.title): \(part.name)"
    view.subtitle = areas.reading.subtitle(categories: part.name)
    view.value.column = column
    view.legendHeading = "\(map.legendHeading ?? map.value.heading): \(part.name)"
    let amount = NumberWords.decimal(total, places: options.filter.hours == nil ? 0 : 1)
    view.reconciliation = map.reconciliation.map {
      "\($0); of those assigned this map shows \(amount) \(map.value.label)"
    }
    view.classNote = nil
    return view
  }

  /// Returns the classes of a layer as a style.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  package func style(of table: FeatureTable, ofLayer index: Int) throws -> QGISStyle {
    let value = value(ofLayer: index)
    return try QGISStyle(
      areasOf: table, value: value,
      classification: scale.classification(givenScale(of: table, ofLayer: index), of: value))
  }

  private func givenScale(
    of table: FeatureTable, ofLayer index: Int
  ) throws(MapScaleError) -> ScaleChoice.Given? {
    let value = value(ofLayer: index)
    let column = table[column: value.column]?.values
    return try scale.given(
      value: value.column, layer: areas.input.boundaries.layers[index].name,
      values: (0..<table.rowCount).compactMap { column?.number(at: $0) }, separatesZero: true,
      madeWith: isRate(index) ? areas.rates?.madeWith : nil)
  }

  /// Returns the scale of a drawn map, for later maps.
  package func scale(of map: AreaMap, ofLayer index: Int) -> MapScale {
    let value = value(ofLayer: index)
    return MapScale(
      layer: areas.input.boundaries.layers[index].name, value: value.column, classes: map.breaks,
      method: scale.source(of: value), shares: map.classShares,
      madeWith: isRate(index) ? areas.rates?.madeWith : nil)
  }

  /// Whether the map of a layer shows rates; weights go before them.
  private func isRate(_ index: Int) -> Bool {
    index == 0 && areas.rates != nil && showsRates && !showsWeights
  }

  /// Says what rates are of, over which time, and what makes them mean less than they seem to.
  private func describeRates(on description: inout MapDescription) {
    guard let rates = areas.rates else { return }
    let period = areas.period.words.map { " over \($0)" } ?? ""
    description.legendHeading = "\(description.value.heading)\(period)"
    description.extentColumn = Self.value(of: options).column
    let words = areas.rateFindings.map { "Note: \($0.description)." }
    description.method = ([description.method, rates.methodWords].compactMap(\.self) + words)
      .joined(separator: " ")
  }

  /// Returns what the map of a layer shows: of the first its rates, if there are any.
  package func value(ofLayer index: Int) -> MapValue {
    let amounts = Self.value(of: options, showsWeights: showsWeights)
    guard isRate(index), let rates = areas.rates else { return amounts }
    return MapValue(
      column: "rate", label: "\(amounts.label) \(rates.unit)", shortLabel: rates.unit, kind: .rate)
  }

  /// Returns whether a map of a study shows what incidents weigh.
  package static func showsWeights(_ options: StudyOptions) -> Bool {
    options.weights?.weighsPlaces ?? false
  }

  /// Returns what a map of a study shows.
  package static func value(of options: StudyOptions) -> MapValue {
    value(of: options, showsWeights: showsWeights(options))
  }

  /// Returns what a map of incidents or of weights shows.
  package static func value(of options: StudyOptions, showsWeights: Bool) -> MapValue {
    if showsWeights, let weights = options.weights {
      return MapValue(column: "weight", label: weights.name, kind: .count)
    }
    return options.filter.hours == nil
      ? MapValue(column: "incidents", label: "incidents", kind: .count)
      : MapValue(
        column: "expected", label: "incidents (\(EstimateWords.full))",
        shortLabel: "incidents (\(EstimateWords.short))", kind: .count)
  }
}
