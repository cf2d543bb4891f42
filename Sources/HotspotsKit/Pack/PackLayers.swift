import Assignment
import Cartography
import Projections
import Tables
import Tasking

/// The layers of a pack's GeoPackage, the uppermost first, with how QGIS draws them.
struct PackLayers {
  /// A layer.
  struct Layer {
    /// Its table; the name is that of the table in the file.
    var table: FeatureTable
    /// Its name for people.
    var title: String
    /// How it was made, in sentences.
    var description: String
    /// How it can be drawn, by name, the usual way first.
    var styles: [(name: String, style: QGISStyle)]
    /// Whether it is shown at first.
    var isShown: Bool
  }

  private let result: BriefingPack.Result
  private let writer: PackWriter

  /// Takes what a pack says.
  init(_ writer: PackWriter) { (result, self.writer) = (writer.result, writer) }

  /// Returns the layers.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func all() throws -> [Layer] {
    let layers =
      try [hotspots, density, significance, change].compactMap(\.self)
      + result.parts.layers.indices.reversed().map(areas)
    return layers.map(titled)
  }

  /// Returns a layer whose styles call the columns what they are called for people.
  private func titled(_ layer: Layer) -> Layer {
    var layer = layer
    let aliases = layer.table.columns.compactMap { column in
      words(for: column.name, in: layer.table).map {
        QGISStyle.Alias(column: column.name, title: $0.title)
      }
    }
    for index in layer.styles.indices { layer.styles[index].style.aliases = aliases }
    return layer
  }

  /// What a column of a table is called and holds; `nil` for one that says it itself.
  func words(for column: String, in table: FeatureTable) -> ColumnWords? {
    let list = result.areas.categories
    let categories = Dictionary(
      zip(list?.keys ?? [], list?.names ?? []), uniquingKeysWith: { first, _ in first })
    return ColumnWords(column, in: table.name, categories: categories)
  }

  /// The name of the style of borders alone.
  static let borders = "borders and names"

  /// The most areas of a layer whose names are written on it; those of more do not fit.
  private static let labelledAreas = 60

  private func areas(_ index: Int) throws -> Layer {
    let noun = result.noun(ofLayer: index)
    let figure = writer.areaFigure(ofLayer: index, isOnPage: true)
    var table = result.table(ofLayer: index)
    table.name = index == 0 ? "areas" : "areas-\(result.parts.layers[index])"
    var style = try figure.style(of: table, ofLayer: index)
    var borders = QGISStyle(rules: [.init(label: noun.plural, filter: nil, fill: Palette.paper)])
    borders.edge = .bare
    if table.rowCount <= Self.labelledAreas {
      style.labels = QGISLabels(column: "name", look: .names)
      borders.labels = style.labels
    }
    var styles: [(name: String, style: QGISStyle)] = [
      ("incidents", style), (Self.borders, borders),
    ]
    if let weighing = result.areas.reading.weighing {
      var weights = try writer.weightFigure(ofLayer: index, isOnPage: true)
        .style(of: table, ofLayer: index)
      weights.labels = style.labels
      styles.append((weighing.weights.name, weights))
    }
    let rates = index == 0 ? result.areas.rates : nil
    return Layer(
      table: table, title: title("\(rates == nil ? "incidents" : "rates") by \(noun.singular)"),
      description: description(
        "Incidents in each of \(NumberWords.grouped(table.rowCount)) \(noun.plural)",
        rates?.methodWords, layer: index), styles: styles, isShown: false)
  }

  private var density: Layer? {
    guard let density = result.density else { return nil }
    var table = density.requiredBands
    table.name = "density"
    var style = density.style
    (style.edge, style.opacity) = (.own, 0.8)
    return Layer(
      table: table, title: title("density of \(density.reading.options.amountWords)"),
      description: description(
        "Bands of equal density: \(density.methodWords), bandwidth "
          + "\(density.bandwidth.description), cells of "
          + "\(NumberWords.length(density.area.grid.cellSize)) m"),
      styles: [("density", style)], isShown: true)
  }

  private var hotspots: Layer? {
    guard let words = result.hotspotWords, var table = result.hotspots else { return nil }
    table.name = "hotspots"
    var style = QGISStyle(rules: [.init(label: "hotspot", filter: nil, fill: Palette.paper)])
    // The number on the maps and in lists is the place in the table; ranks can be shared.
    (style.edge, style.labels) = (.cased, QGISLabels(column: "fid", look: .badges))
    return Layer(
      table: table, title: title("hotspots"),
      description: description("A hotspot is \(words.rule)", words.surface?.sentence),
      styles: [("hotspots", style)], isShown: true)
  }

  private var significance: Layer? {
    guard let statistics = result.statistics else { return nil }
    var table = statistics.table
    table.name = "significance"
    return Layer(
      table: table, title: title("hot and cold spots by \(result.unitNoun.singular)"),
      description: description(
        statistics.methodWords, "Neighbours: \(statistics.neighbourWords)"),
      styles: [("significance", statistics.style)], isShown: false)
  }

  private var change: Layer? {
    guard let change = result.change else { return nil }
    let periods = change.periods
    var style = ChangeFigure(change).style
    let table = change.areaTable
    if table.rowCount <= Self.labelledAreas {
      style.labels = QGISLabels(column: "name", look: .names)
    }
    return Layer(
      table: table,
      title: result.pack.sheetTitle("change by \(result.noun(ofLayer: 0).singular)")
        + ", \(periods.now.words) against \(periods.earlier.words)",
      description: description(
        change.totalWords, change.evidenceWords(), change.caveat,
        "Classes are of the difference in incidents a day; hatched: evidence of change"),
      styles: [("change", style)], isShown: false)
  }

  /// Returns what is shown with the place and the period: `Marlowick: hotspots, May 2025`.
  private func title(_ words: String) -> String {
    ([result.pack.sheetTitle(words)] + [result.areas.period.words].compactMap(\.self)).joined(
      separator: ", ")
  }

  /// Returns how a layer was made, from what, and how it is marked.
  private func description(_ parts: String?..., layer: Int = 0) -> String {
    let reading = result.areas.reading
    let all =
      parts + [
        "Rows: \(ReconciliationWords.sentence(for: result.areas.reconciliations[layer]))",
        "Source: \(reading.sourceNames)",
        reading.requiredInput.plan.projection.summary.line,
        result.pack.marking.map { "Marking: \($0)" },
      ] + result.pack.credits
    return all.compactMap(\.self).map { part in
      "\(part.prefix(1).uppercased())\(part.dropFirst())" + (part.hasSuffix(".") ? "" : ".")
    }.joined(separator: " ")
  }
}
