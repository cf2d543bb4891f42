import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables
import Topology

/// The ratio of two densities with its bands: what `density --relative-to` writes.
struct RatioAnalysis {
  /// The incidents asked about.
  let incidents: AreaAnalysis
  /// The incidents they are compared with.
  let base: AreaAnalysis
  /// The incidents asked about that lie in the study area.
  let places: GatheredPlaces
  /// Those they are compared with.
  let basePlaces: GatheredPlaces
  /// The cells of the study area.
  let area: StudyMask
  /// The ratio and what was chosen on the way.
  let ratio: DensityRatio
  /// The ratio of all: the amounts of the study area divided.
  let overall: Double
  /// The bands, the lowest first; those without ground are left out.
  let bands: FeatureTable
  /// What chance would make of the ratio; absent where no labels were drawn.
  let tolerance: RatioTolerance?
  /// Where the ratio is beyond chance; absent where no labels were drawn.
  let contours: RatioContours?

  /// Where the bands begin, in times the ratio of all: fewer by a half, a third and a fifth, and the
  /// same upwards.
  static let steps = [0.5, 2.0 / 3, 0.8, 1.25, 1.5, 2]

  /// Reads both sets of incidents and divides their densities.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs; filters and weights are of the upper
  ///     incidents only.
  ///   - settings: What the user asked for of the method.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - stages: The stages of the run.
  ///   - console: Where the work ahead is said and progress is drawn.
  /// - Returns: The ratio and what it rests on.
  /// - Throws: As ``DensityAnalysis``; ``RatioError/nothingToCompareWith(path:)``.
  static func run(
    _ options: StudyOptions, _ settings: RatioSettings,
    reportsAccuracy: Bool, readsPeriod: Bool, stages: Stages, in console: Console
  ) async throws -> RatioAnalysis {
    let path = settings.path
    var density = settings.density
    density.findsHotspots = false
    var method = density.estimator(threads: options.threads)
    var request = try PlaceRequest(options, keepsDetails: false)
    request.keepsOutside = density.edgeCorrection == .none
    var grid: SurfaceGrid?
    let (upper, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, extras: request.extras,
      in: console
    ) { [request, method] input in
      let box = input.boundaries.layers[0].outlines.box
      let made = try SurfaceGrid(
        box: box, cellSize: density.cellSize ?? SurfaceGrid.automaticCellSize(for: box))
      try method.checkBandwidth(on: made)
      console.note(density.work(on: made).description)
      grid = made
      return { PlaceGatherer(request) }
    }
    guard let grid else { preconditionFailure("RatioAnalysis: no grid was made") }
    let baseOptions = options.whole(path)
    var baseRequest = try PlaceRequest(baseOptions, keepsDetails: false)
    baseRequest.keepsOutside = request.keepsOutside
    let (lower, baseShares) = try await AreaAnalysis.run(
      baseOptions, reportsAccuracy: false, in: console
    ) { [baseRequest] _ in
      { PlaceGatherer(baseRequest) }
    }
    stages.end("reading and counting")
    let (inside, outside) = GatheredPlaces.joined(shares, request, categories: nil)
    let (baseInside, baseOutside) = GatheredPlaces.joined(baseShares, baseRequest, categories: nil)
    if baseInside.x.isEmpty { throw RatioError.nothingToCompareWith(path: path) }
    let area = await StudyMask.make(
      of: upper.input.boundaries.layers[0].outlines, on: grid, threads: options.threads)
    stages.end("cells of the study area")
    let choice = try method.chosenBandwidth(x: inside.x, y: inside.y)
    method.bandwidth = .metres(choice.metres)
    let (all, baseAll) = (inside.appending(outside), baseInside.appending(baseOutside))
    var ratio = try await DensityRatio(
      of: (all.x, all.y, all.optionalWeights), to: (baseAll.x, baseAll.y, nil), over: area,
      density: method, floor: settings.floor.map { .density($0) } ?? .incidents(5))
    ratio.bandwidth.rule = choice.rule
    stages.end("both densities")
    var tolerance: RatioTolerance?
    if settings.labellings > 0 {
      tolerance = try await RatioTolerance(
        of: (all.x, all.y, all.optionalWeights), to: (baseAll.x, baseAll.y), ratio: ratio,
        over: area, density: method, labellings: settings.labellings, seed: settings.seed)
      stages.end("random labellings")
    }
    let analysis = try RatioAnalysis(
      incidents: upper, base: lower, places: inside, basePlaces: baseInside, area: area,
      ratio: ratio, tolerance: tolerance)
    stages.end("bands")
    return analysis
  }

  private init(
    incidents: AreaAnalysis, base: AreaAnalysis, places: GatheredPlaces, basePlaces: GatheredPlaces,
    area: StudyMask, ratio: DensityRatio, tolerance: RatioTolerance?
  ) throws {
    (self.incidents, self.base) = (incidents, base)
    (self.places, self.basePlaces, self.area, self.ratio) = (places, basePlaces, area, ratio)
    let amount = places.optionalWeights?.reduce(0, +) ?? Double(places.x.count)
    overall = amount / Double(basePlaces.x.count)
    let boundaries = incidents.input.boundaries
    bands = try Self.bands(
      of: ratio.margin, overall: overall, places: places, basePlaces: basePlaces,
      clippedTo: boundaries.layers[0].outlines, crs: boundaries.crs)
    self.tolerance = tolerance
    if let tolerance {
      contours = try RatioContours(
        of: tolerance, places: places, basePlaces: basePlaces,
        clippedTo: boundaries.layers[0].outlines)
    } else {
      contours = nil
    }
  }

  private static func bands(
    of surface: Surface, overall: Double, places: GatheredPlaces, basePlaces: GatheredPlaces,
    clippedTo area: OutlineTable, crs: String
  ) throws(TopologyError) -> FeatureTable {
    // Without incidents to compare every ratio is zero, and one band holds all of them.
    let breaks = overall > 0 ? steps.map { $0 * overall } : []
    let drawn = IsoplethBands(of: surface, breaks: breaks)
    let clipped = try Overlay.intersection(drawn.outlines, area)
    func counts(_ places: GatheredPlaces) -> [Int] {
      var counts = [Int](repeating: 0, count: breaks.count + 1)
      for place in places.x.indices {
        guard let value = surface.interpolated(x: places.x[place], y: places.y[place]) else {
          continue
        }
        counts[IsoplethBands.band(of: value, breaks: breaks)] += 1
      }
      return counts
    }
    let (incidents, compared) = (counts(places), counts(basePlaces))
    let kept = (0..<clipped.areaCount).filter { !clipped.polygons(of: $0).isEmpty }
    var outlines = OutlineTable()
    for band in kept { outlines.appendArea(band, of: clipped) }
    func limit(_ band: Int, _ values: [Double]) -> Double? {
      values.indices.contains(band) ? values[band] : nil
    }
    return FeatureTable(
      name: "ratio",
      columns: [
        Column("band", .integers(kept.map { $0 + 1 })),
        Column("from_ratio", .reals(kept.map { limit($0 - 1, breaks) ?? 0 })),
        Column("to_ratio", .reals(kept.map { limit($0, breaks) })),
        Column("from_times", .reals(kept.map { breaks.isEmpty ? nil : limit($0 - 1, steps) ?? 0 })),
        Column("to_times", .reals(kept.map { breaks.isEmpty ? nil : limit($0, steps) })),
        Column("area_km2", .reals(kept.map { clipped.area(of: $0) / 1e6 })),
        Column("incidents", .integers(kept.map { incidents[$0] })),
        Column("compared_with", .integers(kept.map { compared[$0] })),
      ], geometry: .areas(outlines), crs: crs)
  }

  /// The cells with a ratio, row by row from the south: `x` and `y` of their middles, both densities,
  /// `ratio`, how many times the ratio of all it is and, where labels were drawn, how often chance alone
  /// would make some cell stray as far.
  var cells: FeatureTable {
    let grid = ratio.surface.grid
    let present = (0..<grid.cellCount).filter { ratio.surface.hasValue(at: $0) }
    let middles = present.map { grid.centre(of: $0) }
    let values = present.map { ratio.surface.values[$0] }
    let chances = tolerance.map { tolerance in
      present.map { cell in
        let (row, column) = cell.quotientAndRemainder(dividingBy: grid.columns)
        // The margin has a cell more on each side.
        return tolerance.score[column + 1, row + 1].map(tolerance.adjustedP)
      }
    }
    return FeatureTable(
      name: "ratio",
      columns: [
        Column("x", .reals(middles.map(\.x))), Column("y", .reals(middles.map(\.y))),
        Column("per_km2", .reals(present.map { ratio.upper.values[$0] })),
        Column("compared_with_per_km2", .reals(present.map { ratio.lower.values[$0] })),
        Column("ratio", .reals(values)),
        Column("times", .reals(values.map { overall > 0 ? $0 / overall : nil })),
      ] + (chances.map { [Column("p_adjusted", .reals($0))] } ?? []))
  }
}

extension StudyOptions {
  /// Returns the options for reading another file of incidents as a whole: no filter, no weights,
  /// and of the columns named only those of coordinates and of what counts once.
  fileprivate func whole(_ path: String) -> StudyOptions {
    var other = self
    other.incidents.paths = [path]
    other.incidents.columns = incidents.columns.filter {
      [.longitude, .latitude, .easting, .northing].contains($0.key)
        || $0.key.rawValue == incidents.uniqueKey
    }
    let timeZone = filter.timeZone
    other.filter = StudyFilter()
    other.filter.timeZone = timeZone
    return other
  }
}

/// Why two densities cannot be compared.
enum RatioError: Error, Equatable, CustomStringConvertible, ExitStatusConvertible {
  /// No incident to compare with lies in the study area.
  case nothingToCompareWith(path: String)

  var description: String {
    switch self {
    case .nothingToCompareWith(let path):
      "cannot compare with '\(path)': none of its incidents lies in the study area, at least one is "
        + "needed"
    }
  }

  var exitStatus: ExitStatus { .badData }
}
