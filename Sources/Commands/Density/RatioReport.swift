import Assignment
import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables

/// What a run of `density --relative-to` says to people, to its map and to its manifest.
struct RatioReport {
  let analysis: RatioAnalysis
  let options: StudyOptions
  let settings: RatioSettings

  /// Says what was read, chosen and found.
  func say(in console: Console) {
    console.say(analysis.incidents)
    console.say([options.weightChoice], analysis.incidents.reading.weightFindings)
    console.note(
      "compared with: \(ReconciliationWords.sentence(for: analysis.base.reconciliations[0]))")
    console.say(analysis.base.likeness, of: "of what is compared with, ")
    console.note("density: \(methodWords)")
    console.note("ratio: \(overallWords)")
    console.note("floor: \(floorWords)")
    if let toleranceWords { console.note("chance: \(toleranceWords)") }
    if analysis.ratio.bandwidth.metres < analysis.area.grid.cellSize {
      console.say(Finding.narrowBandwidth)
    }
    if analysis.ratio.surface.valueCount == 0 {
      console.warn("nowhere are there enough to compare with: there is no ratio anywhere")
    }
  }

  /// The method in words.
  var methodWords: String {
    "\(settings.density.kernel.rawValue) kernel, edge correction \(settings.density.edgeCorrection.rawValue), "
      + "bandwidth \(analysis.ratio.bandwidth.description), shared by both"
  }

  /// The ratio of all, in words.
  var overallWords: String {
    "\(number(analysis.overall)) over the study area, \(NumberWords.grouped(analysis.places.x.count)) "
      + "incidents to \(NumberWords.grouped(analysis.basePlaces.x.count)) they are compared with"
  }

  /// Where there is no ratio, in words.
  var floorWords: String {
    let (shown, all) = (analysis.ratio.surface.valueCount, analysis.area.insideCount)
    let below =
      switch analysis.ratio.floor {
      case .incidents(let count):
        "fewer than \(count) of the incidents compared with lie within the bandwidth"
      case .density(let lowest):
        "the density compared with is below \(number(lowest)) per square kilometre"
      }
    return "no ratio where \(below); \(NumberWords.grouped(shown)) of "
      + "\(NumberWords.grouped(all)) cells have one"
  }

  /// What is beyond chance, and how that was told, in words; absent where no labels were drawn.
  var toleranceWords: String? {
    guard let tolerance = analysis.tolerance, let contours = analysis.contours else { return nil }
    let more = contours.pieces.count(where: \.isMore)
    let fewer = contours.pieces.count - more
    func places(_ count: Int) -> String { "\(count) place\(count == 1 ? "" : "s")" }
    let found =
      contours.pieces.isEmpty
      ? "no place has more or fewer than chance would give"
      : "\(places(more)) with more and \(places(fewer)) with fewer than chance would give"
    return "\(found), by \(NumberWords.grouped(tolerance.labellings)) random labellings of "
      + (tolerance.isNested ? "the incidents compared with" : "both together")
      + ", seed \(settings.seed); noise would have any in one map of twenty"
  }

  /// Returns a number with about three digits.
  private func number(_ value: Double) -> String {
    NumberWords.decimal(value, places: value >= 100 ? 0 : value >= 1 ? 2 : 4)
  }

  /// The map, its classes around the ratio of all.
  func map(title: String?, look: MapLook) -> IsoplethMap {
    let words = analysis.incidents.reading
    var description = MapDescription(
      title: title ?? "Density of \(options.amountWords), relative", subtitle: words.subtitle(),
      value: MapValue(column: "ratio", label: options.amountWords, kind: .rate))
    description.legendHeading = "Times the ratio of the whole study area"
    description.placeNoun = options.amountWords
    let bands = analysis.bands
    guard case .areas(let outlines) = bands.geometry else {
      preconditionFailure("RatioReport: bands without ground")
    }
    let (numbers, counts) = (column("band"), column("incidents"))
    let names = analysis.base.input.sources.map { $0.path.split(separator: "/").last ?? "" }
    return IsoplethMap(
      bands: outlines, numbers: numbers, bandCount: RatioAnalysis.steps.count + 1,
      labels: numbers.map { Self.labels[analysis.overall > 0 ? $0 - 1 : 0] }, counts: counts,
      scheme: .aroundMiddle(
        uncovered: "too few to compare", count: analysis.places.x.count - counts.reduce(0, +)),
      areas: analysis.incidents.input.boundaries.layers[0].outlines,
      listHeading: analysis.contours == nil ? "Ratio" : "Beyond chance",
      hotspots: marks.list, hotspotOutlines: marks.outlines,
      summary: "\(overallWords.prefix(1).uppercased())\(overallWords.dropFirst()).",
      notes: [
        "Source: \(look.source(words.sourceNames)); compared with \(names.joined(separator: ", "))",
        "Rows: \(ReconciliationWords.sentence(for: analysis.incidents.reconciliations[0]))",
        "Compared with: \(ReconciliationWords.sentence(for: analysis.base.reconciliations[0]))",
        "Projection: \(analysis.incidents.input.plan.projection.summary.line)",
      ] + (analysis.incidents.likeness.sharedPlaces.map { ["Positions: \($0.words)."] } ?? []) + [
        "Method: \(methodWords); \(floorWords)."
      ] + (toleranceWords.map { ["Outlined: \($0)."] } ?? []) + [
        "Classes: a fifth, a third and a half fewer than over the whole study area, and as many "
          + "times more."
      ], description: look.applied(to: description), page: look.page)
  }

  /// The places beyond chance that the map outlines and lists: the first ten of either side.
  private var marks: (list: [IsoplethMap.Hotspot], outlines: OutlineTable) {
    var (list, outlines): ([IsoplethMap.Hotspot], OutlineTable) = ([], OutlineTable())
    guard let contours = analysis.contours else { return (list, outlines) }
    let pieces = contours.pieces.indices
    let more = pieces.filter { contours.pieces[$0].isMore }.prefix(10)
    let fewer = pieces.filter { !contours.pieces[$0].isMore }.prefix(10)
    for position in more + fewer {
      let piece = contours.pieces[position]
      let area = NumberWords.decimal(piece.squareKilometres, places: 2)
      let times = piece.times(analysis.overall).map {
        " (\(NumberWords.decimal($0, places: 1)) times)"
      }
      let share = Double(piece.incidents) / Double(max(1, analysis.places.x.count))
      list.append(
        IsoplethMap.Hotspot(
          name: "\(piece.isMore ? "More" : "Fewer")\(times ?? ""), \(area) km²",
          incidents: NumberWords.grouped(piece.incidents), share: NumberWords.percent(share),
          peak: piece.middle))
      outlines.appendArea(position, of: contours.outlines)
    }
    return (list, outlines)
  }

  /// The bands of the map as a style.
  var style: QGISStyle {
    QGISStyle(
      rules: column("band").map { band in
        .init(
          label: Self.labels[analysis.overall > 0 ? band - 1 : 0], filter: "\"band\" = \(band)",
          fill: Palette.diverging[band - 1])
      })
  }

  /// What the key says of each band, the lowest first.
  private static let labels = [
    "under half", "half to under 2/3", "2/3 to under 0.8", "0.8 to under 1.25", "1.25 to under 1.5",
    "1.5 to under 2", "twice and over",
  ]

  private func column(_ name: String) -> [Int] {
    let values = analysis.bands[column: name]?.values
    return (0..<analysis.bands.rowCount).map { Int(values?.number(at: $0) ?? 0) }
  }

  private var toleranceChosen: [JSONValue.Member] {
    guard let tolerance = analysis.tolerance, let contours = analysis.contours else { return [] }
    let more = contours.pieces.count(where: \.isMore)
    return [
      .init("labellings", .integer(tolerance.labellings)),
      .init("seed", .text("\(settings.seed)")),
      .init("labels_drawn_from", .text(tolerance.isNested ? "compared_with" : "both")),
      .init("places_with_more", .integer(more)),
      .init("places_with_fewer", .integer(contours.pieces.count - more)),
    ]
  }

  private var floorIncidents: Int? {
    if case .incidents(let count) = analysis.ratio.floor { count } else { nil }
  }

  private var floorDensity: Double? {
    if case .density(let lowest) = analysis.ratio.floor { lowest } else { nil }
  }

  /// What the program chose and computed, for the manifest.
  var chosen: [JSONValue.Member] {
    let grid = analysis.area.grid
    return analysis.incidents.choices.members + [
      .init("weight_column", .optional(options.incidents.weightName)),
      .init("kernel", .text(settings.density.kernel.rawValue)),
      .init("bandwidth_m", .real(analysis.ratio.bandwidth.metres)),
      .init("bandwidth", .text(analysis.ratio.bandwidth.description)),
      .init("edge_correction", .text(settings.density.edgeCorrection.rawValue)),
      .init("cell_size_m", .real(grid.cellSize)),
      .init("grid_columns", .integer(grid.columns)),
      .init("grid_rows", .integer(grid.rows)),
      .init("cells_inside", .integer(analysis.area.insideCount)),
      .init("cells_with_ratio", .integer(analysis.ratio.surface.valueCount)),
      .init("floor_incidents", floorIncidents.map { .integer($0) } ?? .null),
      .init("floor_per_km2", .optional(floorDensity)),
      .init("ratio_of_all", .real(analysis.overall)),
      .init("relative_to", .text(settings.path)),
      .init("relative_to_reconciliation", analysis.base.reconciliations[0].json),
      .init("relative_to_likeness", .object(analysis.base.likeness.choices.members)),
    ] + toleranceChosen
  }
}
