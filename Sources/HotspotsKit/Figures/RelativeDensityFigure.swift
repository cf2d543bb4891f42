import Assignment
import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
public import Interchange
import Projections
import Tables

/// The map of the ratio of two densities, in classes around that of the whole study area.
///
///     let ratio = try await burglary.run(RelativeDensity(to: all))
///     try RelativeDensityFigure(ratio).write(to: "ratio.svg")
///
/// The ground where the ratio is beyond chance is outlined, numbered and listed, the ten largest pieces
/// of either side; what differs outside it may be chance. The map states the period if another method
/// of the same pass reads it, such as ``AreaCounts/readsPeriod``.
public struct RelativeDensityFigure: Sendable {
  /// The ratio.
  public var ratio: RelativeDensity.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?
  /// The page, and the backdrop below the bands.
  public var look = MapLook()

  /// Creates a map with a default title on A4.
  public init(_ ratio: RelativeDensity.Result) { self.ratio = ratio }

  /// Writes the map to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Returns the map as an SVG document in UTF-8.
  ///
  /// - Returns: The bytes, the same for the same ratio.
  /// - Complexity: O(*n* log *n*) for *n* vertices of the bands and areas.
  public func svg() -> [UInt8] {
    let reading = ratio.reading
    let amounts = reading.options.amountWords
    var description = MapDescription(
      title: title ?? "Density of \(amounts), relative", subtitle: reading.subtitle(),
      value: MapValue(column: "ratio", label: amounts, kind: .rate))
    description.legendHeading = "Times the ratio of the whole study area"
    description.placeNoun = reading.options.amountNoun
    description.marking = marking
    guard case .areas(let outlines) = ratio.bands.geometry else {
      preconditionFailure("RelativeDensityFigure: bands without ground")
    }
    let counts = ratio.column("incidents")
    let summary = ratio.overallWords
    return IsoplethMap(
      bands: outlines, numbers: ratio.column("band"), bandCount: RatioBands.steps.count + 1,
      labels: ratio.bandLabels, counts: counts,
      scheme: .aroundMiddle(
        uncovered: "too few to compare", count: ratio.places.x.count - counts.reduce(0, +)),
      areas: reading.requiredInput.boundaries.layers[0].outlines,
      listHeading: ratio.ground == nil ? "Ratio" : "Beyond chance",
      hotspots: marks.list, hotspotOutlines: marks.outlines,
      summary: "\(summary.prefix(1).uppercased())\(summary.dropFirst()).", notes: notes,
      description: look.applied(to: description), page: look.page
    ).svg()
  }

  private var notes: [String] {
    let (reading, compared) = (ratio.reading, ratio.compared)
    let names = compared.sources.map { $0.path.split(separator: "/").last ?? "" }
    var notes = [
      "Source: \(look.source(reading.sourceNames)); compared with \(names.joined(separator: ", "))",
      "Rows: \(ReconciliationWords.sentence(for: reading.reconciliations[0]))",
      "Compared with: \(ReconciliationWords.sentence(for: compared.reconciliations[0]))",
      "Projection: \(reading.requiredInput.plan.projection.summary.line)",
    ]
    if let moved = reading.likeness.sourcePositions { notes.append("Positions: \(moved.words).") }
    notes.append("Method: \(ratio.methodWords); \(ratio.floorWords).")
    if let words = ratio.chanceWords { notes.append("Outlined: \(words).") }
    notes.append(
      "Classes: a fifth, a third and a half fewer than over the whole study area, and as many times "
        + "more.")
    return notes
  }

  /// The ground beyond chance that the map outlines and lists: the first ten of either side.
  private var marks: (list: [IsoplethMap.Hotspot], outlines: OutlineTable) {
    var (list, outlines): ([IsoplethMap.Hotspot], OutlineTable) = ([], OutlineTable())
    guard let ground = ratio.ground else { return (list, outlines) }
    let pieces = ground.pieces.indices
    let more = pieces.filter { ground.pieces[$0].isMore }.prefix(10)
    let fewer = pieces.filter { !ground.pieces[$0].isMore }.prefix(10)
    for position in more + fewer {
      let piece = ground.pieces[position]
      let area = NumberWords.decimal(piece.squareKilometres, places: 2)
      let times = piece.times(ratio.overall).map {
        " (\(NumberWords.decimal($0, places: 1)) times)"
      }
      let share = Double(piece.incidents) / Double(max(1, ratio.places.x.count))
      list.append(
        IsoplethMap.Hotspot(
          name: "\(piece.isMore ? "More" : "Fewer")\(times ?? ""), \(area) km²",
          incidents: NumberWords.grouped(piece.incidents), share: NumberWords.percent(share),
          peak: piece.middle))
      outlines.appendArea(position, of: ground.outlines)
    }
    return (list, outlines)
  }
}

extension RelativeDensity.Result {
  /// The bands of the map as a style.
  var style: QGISStyle {
    QGISStyle(
      rules: zip(column("band"), bandLabels).map { band, label in
        .init(label: label, filter: "\"band\" = \(band)", fill: Palette.diverging[band - 1])
      })
  }

  /// What the key says of each band that has ground, the lowest first.
  fileprivate var bandLabels: [String] {
    column("band").map { Self.labels[overall > 0 ? $0 - 1 : 0] }
  }

  private static let labels = [
    "under half", "half to under 2/3", "2/3 to under 0.8", "0.8 to under 1.25", "1.25 to under 1.5",
    "1.5 to under 2", "twice and over",
  ]

  /// Returns the whole numbers of a column of the bands.
  fileprivate func column(_ name: String) -> [Int] {
    let values = bands[column: name]?.values
    return (0..<bands.rowCount).map { Int(values?.number(at: $0) ?? 0) }
  }
}
