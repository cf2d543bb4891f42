import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import Interchange
import Statistics
import Tables
import Tasking

/// The layers of a map to explore: areas, density, significance, hotspots and what lies below.
struct ExploreSurfaces {
  private let writer: PackWriter
  private var result: BriefingPack.Result { writer.result }
  private var boundaries: BoundaryInput { result.areas.input.boundaries }

  /// Takes what a pack says.
  init(_ writer: PackWriter) { self.writer = writer }

  /// The layers of areas, coloured as on their maps.
  ///
  /// - Throws: ``AreaMapError``, ``MapScaleError``.
  func layers() throws -> JSONValue {
    .array(
      try boundaries.layers.indices.map { index in
        let layer = boundaries.layers[index]
        let figure = writer.areaFigure(ofLayer: index, isOnPage: true)
        let table = result.areas.table(ofLayer: index)
        let breaks = try figure.map(ofLayer: index).breaks
        let values = table[column: figure.value(ofLayer: index).column]?.values
        let rules = try figure.style(of: table, ofLayer: index).rules
        let classes = layer.codes.indices.map { area in
          values?.number(at: area).map(breaks.classIndex) ?? rules.count - 1
        }
        let outlines = layer.outlines
        let noun = result.noun(ofLayer: index)
        return .object([
          .init("title", .text(Self.capitalised(noun.plural))),
          .init("heading", .text(figure.title ?? "")),
          .init("codes", .array(layer.codes.map(JSONValue.text))),
          .init("names", .array(result.knownAreas[index].map { .text($0.words) })),
          .init(
            "squareKilometres",
            ExploreNumbers.column(
              (0..<outlines.areaCount).map { outlines.area(of: $0) / 1e6 })),
          .init("classes", Self.classes(rules)), .init("classOf", ExploreNumbers.column(classes)),
          .init("shapes", ExploreShapes(outlines).json),
        ])
      })
  }

  /// The density in bands, and the units that stand out.
  var surfaces: JSONValue {
    .array([density, significance].compactMap(\.self))
  }

  private var density: JSONValue? {
    guard let density = result.density, let bands = density.bands,
      case .areas(let outlines) = bands.geometry
    else { return nil }
    return .object([
      .init("title", .text("Density")),
      .init("heading", .text("\(Self.capitalised(density.reading.options.amountLabel)) per km²")),
      .init("classes", Self.classes(density.style.rules)),
      .init("classOf", ExploreNumbers.column(Array(0..<outlines.areaCount))),
      .init("shapes", ExploreShapes(outlines).json),
    ])
  }

  private var significance: JSONValue? {
    guard let statistics = result.statistics, case .areas(let all) = statistics.table.geometry
    else { return nil }
    let key = SignificanceKey.hotAndCold
    var outlines = OutlineTable()
    var classes: [Int] = []
    for (unit, size) in statistics.scores.classes.enumerated() {
      // Of cells, which may be many, those that stand out are enough.
      guard let size, statistics.grid == nil || size != 0 else { continue }
      outlines.appendArea(unit, of: all)
      classes.append(3 - size)
    }
    return .object([
      .init("title", .text("Significance")), .init("heading", .text("Getis-Ord Gi*")),
      .init(
        "classes",
        .array(
          zip(key.labels, key.colours).reversed().map { Self.pair($0, $1) })),
      .init("classOf", ExploreNumbers.column(classes)),
      .init("shapes", ExploreShapes(outlines).json),
    ])
  }

  /// The hotspots with what their cards say; null if there is none.
  var hotspots: JSONValue {
    guard let table = result.hotspots, case .areas(let outlines) = table.geometry else {
      return .null
    }
    let contents = PackCloseUps(result).map { closeUps in
      closeUps.list.hotspots.indices.map { closeUps.contents(of: $0) }
    }
    guard let contents else { return .null }
    return .object([
      .init("shapes", ExploreShapes(outlines).json),
      .init("cards", .array(contents.map(Self.card))),
    ])
  }

  /// What lies below the data.
  var backdrops: JSONValue {
    let box = ExploreGathering.ground(of: boundaries)
    return .array(result.look.backdrops.map { ExploreShapes($0.layer, on: box).json })
  }

  // MARK: -

  /// What the card of a hotspot says beside its drawings.
  private static func card(_ contents: CloseUpContents) -> JSONValue {
    let incidents = NumberWords.decimal(contents.incidents, places: contents.isWeighted ? 1 : 0)
    var facts: [CloseUpContents.Fact] = [
      .init(
        label: "Incidents", value: "\(incidents), \(NumberWords.percent(contents.share)) of all")
    ]
    facts += contents.facts
    if !contents.placeLines.isEmpty {
      facts.append(.init(label: "Where", value: contents.placeLines.joined(separator: "; ")))
    }
    if let standing = contents.standing {
      facts.append(.init(label: standing.label, value: standing.sentence))
    }
    facts += contents.changes.map { .init(label: "Change", value: $0) }
    if let note = contents.hourNote { facts.append(.init(label: "Hours", value: note)) }
    facts += contents.streets.map {
      .init(label: $0.name, value: NumberWords.percent($0.share))
    }
    facts += contents.categories.map { category in
      let all = NumberWords.percent(category.studyAreaShare)
      return .init(
        label: category.name,
        value: "\(NumberWords.percent(category.share)), in the study area \(all)")
    }
    return .object([
      .init("name", .text(contents.name)),
      .init("facts", .array(facts.map { .array([.text($0.label), .text($0.value)]) })),
    ])
  }

  private static func classes(_ rules: [QGISStyle.Rule]) -> JSONValue {
    .array(rules.map { pair($0.label, $0.fill) })
  }

  private static func pair(_ label: String, _ colour: Colour) -> JSONValue {
    .object([.init("label", .text(label)), .init("colour", .text(colour.text))])
  }

  private static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
