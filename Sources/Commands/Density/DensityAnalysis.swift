import Boundaries
import Cartography
import CommandLineKit
import Geometry
import HotspotAnalysis
import HotspotsKit
import Incidents
import Statistics
import Tables
import Topology

/// A density surface of incidents with its bands: what `density` writes.
struct DensityAnalysis {
  /// The incidents by area.
  let incidents: AreaAnalysis
  /// The incidents of the study area.
  let places: GatheredPlaces
  /// What the sum of weights is called in files.
  let weightColumn: String
  /// The cells of the study area.
  let area: StudyMask
  /// The surface and what was chosen on the way.
  let result: KernelDensityResult
  /// The bandwidth and where it came from.
  let bandwidth: BandwidthChoice
  /// How far the correction's integral may be off.
  let accuracy: EdgeCorrectionAccuracy
  /// The shares of the volume, where bands are cut by them.
  let volume: DensestGround?
  /// The bands fitted to the densities of cells, where they are cut neither by volume nor by hand.
  let fitted: SurfaceBreaks?
  /// The densities between the bands, ascending, as the key prints them.
  let breaks: [Double]
  /// The decimals with which they are printed.
  let breakPlaces: Int
  /// The hotspots, where they were asked for: the densest cells where they join and hold enough
  /// incidents.
  private(set) var hotspots: HotspotList?
  /// The scale of the surface on which hotspots are looked for.
  let hotspotScale: HotspotScale
  /// The hotspots with other bandwidths, where they were asked for.
  private(set) var trials: [BandwidthTrial] = []
  /// What is to be said of breaks that were given; absent where they were fitted.
  let scaleNote: String?
  /// The bands clipped to the study area, the lowest first; those without ground are left out.
  ///
  /// Clipping takes longer than the density itself, so it is done only where bands are asked for.
  var bands: FeatureTable {
    guard let drawnBands else { preconditionFailure("DensityAnalysis: no bands were asked for") }
    return drawnBands
  }
  private let drawnBands: FeatureTable?
  /// The sum of the incidents' weights in each band, the lowest first.
  private let amountsByBand: [Double]

  /// Reads and computes.
  ///
  /// - Parameters:
  ///   - options: What the user asked for of the inputs; one layer of areas.
  ///   - settings: What the user asked for of the method.
  ///   - reportsAccuracy: Whether to count the incidents that the projection's error could move.
  ///   - readsPeriod: Whether the period is needed.
  ///   - findsHotspots: Whether hotspots are wanted.
  ///   - drawsBands: Whether bands are needed.
  ///   - stages: The stages of the run.
  ///   - console: Where the work ahead is said and progress is drawn.
  /// - Returns: The surface and what it rests on.
  /// - Throws: What ``AreaAnalysis`` throws, ``SurfaceGridError``, ``KernelDensityError`` and
  ///   ``TopologyError``.
  static func run(
    _ options: StudyOptions, _ settings: DensitySettings, reportsAccuracy: Bool, readsPeriod: Bool,
    findsHotspots: Bool, drawsBands: Bool, stages: inout Stages, in console: Console
  ) async throws -> DensityAnalysis {
    let scale = try settings.scale.load(for: valueColumn)
    let method = KernelDensity(
      kernel: settings.kernel, bandwidth: settings.bandwidth,
      edgeCorrection: settings.edgeCorrection, threads: options.threads)
    var request = try PlaceRequest(options, keepsDetails: findsHotspots)
    request.keepsOutside = settings.edgeCorrection == .none
    var grid: SurfaceGrid?
    let (incidents, shares) = try await AreaAnalysis.run(
      options, reportsAccuracy: reportsAccuracy, readsPeriod: readsPeriod, extras: request.extras,
      in: console
    ) { input in
      let box = input.boundaries.layers[0].outlines.box
      let made = try SurfaceGrid(
        box: box, cellSize: settings.cellSize ?? SurfaceGrid.automaticCellSize(for: box))
      try method.checkBandwidth(on: made)
      console.note(
        DensityReport.work(
          on: made, method, keepsDetails: findsHotspots, isChosen: settings.cellSize == nil))
      if findsHotspots {
        console.note("hotspots: \(HotspotSurfaceWords.work(settings, on: made, over: box))")
      }
      grid = made
      request.nameAreas(of: input.boundaries.layers)
      return { [request] in PlaceGatherer(request) }
    }
    guard let grid else { preconditionFailure("DensityAnalysis: no grid was made") }
    let (inside, outside) = GatheredPlaces.joined(
      shares, request, categories: incidents.categories)
    stages.end("reading and counting")
    return try await evaluate(
      settings, scale, incidents: incidents, inside: inside, outside: outside,
      weightColumn: options.weightColumn, on: grid, findsHotspots: findsHotspots,
      drawsBands: drawsBands, threads: options.threads, stages: &stages)
  }

  /// Computes the density of incidents that were read.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the method.
  ///   - scale: The classes asked for.
  ///   - incidents: The incidents by area; the first layer is the study area.
  ///   - inside: The incidents of the study area.
  ///   - outside: Those around it, which reach in where no edge is corrected.
  ///   - weightColumn: What the sum of weights is called.
  ///   - grid: The cells.
  ///   - findsHotspots: Whether hotspots are wanted.
  ///   - drawsBands: Whether bands are needed.
  ///   - threads: How many threads work.
  ///   - stages: The stages of the run.
  /// - Returns: The surface and what it rests on.
  /// - Throws: ``KernelDensityError``, ``TopologyError`` and ``MapScaleError``.
  static func evaluate(
    _ settings: DensitySettings, _ scale: ScaleChoice, incidents: AreaAnalysis,
    inside: GatheredPlaces, outside: GatheredPlaces?, weightColumn: String,
    on grid: SurfaceGrid, findsHotspots: Bool, drawsBands: Bool, threads: Int,
    stages: inout Stages
  ) async throws -> DensityAnalysis {
    var method = KernelDensity(
      kernel: settings.kernel, bandwidth: settings.bandwidth,
      edgeCorrection: settings.edgeCorrection, threads: threads)
    let area = await StudyMask.make(
      of: incidents.input.boundaries.layers[0].outlines, on: grid, threads: threads)
    if let cells = settings.bandwidthInCells { method.bandwidth = .metres(cells * grid.cellSize) }
    // The study area's own incidents decide, not those that happen to be in the files beside them.
    let choice = try method.chosenBandwidth(x: inside.x, y: inside.y)
    if case .adaptive = method.bandwidth {
      method.bandwidth = .adaptive(metres: choice.metres)
    } else {
      method.bandwidth = .metres(choice.metres)
    }
    var all = inside
    if let outside { all.append(outside) }
    stages.end("cells of the study area")
    let result = try await method.evaluate(
      x: all.x, y: all.y, weights: all.optionalWeights, own: inside.x.count, over: area)
    stages.end("density")
    let edge = DensestGround.edgeGrid(for: grid)
    let edgeMask =
      edge == grid
      ? area
      : await StudyMask.make(
        of: incidents.input.boundaries.layers[0].outlines, on: edge, threads: threads)
    var analysis = try DensityAnalysis(
      settings, scale, incidents: incidents, places: inside, weightColumn: weightColumn,
      area: area, edgeMask: edgeMask, result: result, drawsBands: drawsBands,
      rule: settings.bandwidthInCells.map(BandwidthChoice.Rule.cells) ?? choice.rule)
    stages.end("bands")
    guard findsHotspots else { return analysis }
    analysis.hotspots = try await analysis.hotspots(of: all, method)
    stages.end("hotspots")
    if settings.triesBandwidths {
      for factor in BandwidthTrial.factors {
        analysis.trials.append(
          BandwidthTrial(
            factor: factor, metres: factor * analysis.hotspotScale.bandwidth,
            list: try await analysis.hotspots(of: all, method, widened: factor)))
      }
      stages.end("other bandwidths")
    }
    return analysis
  }

  /// Finds the hotspots on a surface that tells apart what a patrol can walk.
  ///
  /// - Parameters:
  ///   - all: The incidents that make the surface.
  ///   - method: How the density was found.
  ///   - factor: How many times the bandwidth to take; the lists of other factors than one have no
  ///     details.
  /// - Returns: The hotspots.
  /// - Throws: ``KernelDensityError`` and ``SurfaceGridError``.
  private func hotspots(
    of all: GatheredPlaces, _ method: KernelDensity, widened factor: Double = 1
  ) async throws -> HotspotList {
    let surface: SparseSurface
    if hotspotScale.reason == nil && factor == 1 {
      surface = SparseSurface(result.surface)
    } else {
      var method = method
      let metres = factor * hotspotScale.bandwidth
      if case .adaptive = method.bandwidth {
        method.bandwidth = .adaptive(metres: metres)
      } else {
        method.bandwidth = .metres(metres)
      }
      let outlines = incidents.input.boundaries.layers[0].outlines
      surface = try await method.sparse(
        x: all.x, y: all.y, weights: all.optionalWeights, own: places.x.count, over: outlines,
        on: hotspotScale.grid(over: outlines.box))
    }
    return .densest(
      on: surface, x: places.x, y: places.y, weights: places.optionalWeights,
      details: factor == 1 ? places.details : nil,
      studyAreaSquareKilometres: area.areaSquareKilometres)
  }

  private init(
    _ settings: DensitySettings, _ scale: ScaleChoice, incidents: AreaAnalysis,
    places: GatheredPlaces, weightColumn: String, area: StudyMask, edgeMask: StudyMask,
    result: KernelDensityResult, drawsBands: Bool, rule: BandwidthChoice.Rule
  ) throws {
    self.incidents = incidents
    self.weightColumn = weightColumn
    self.places = places
    self.area = area
    self.result = result
    var bandwidth = result.bandwidth
    bandwidth.rule = rule
    self.bandwidth = bandwidth
    hotspotScale = HotspotScale(
      bandwidth: bandwidth.metres, isGiven: rule == .given, kernel: settings.kernel,
      cellSize: area.grid.cellSize, extent: incidents.input.boundaries.layers[0].outlines.box)
    accuracy = EdgeCorrectionAccuracy(
      kernel: settings.kernel, bandwidth: bandwidth.metres, cellSize: area.grid.cellSize)
    let given = try scale.given(
      value: Self.valueColumn, layer: nil, values: result.surface.presentValues,
      separatesZero: false,
      madeWith: Self.methodWords(settings, bandwidth: bandwidth, grid: area.grid))
    scaleNote = given?.note
    if let given {
      (volume, fitted) = (nil, nil)
      breaks = given.classes.thresholds
      // What a person chose is not rounded.
      breakPlaces = breaks.map(NumberWords.places).max() ?? 0
    } else if let classification = settings.bands.classification {
      let found = SurfaceBreaks(
        of: result.surface.presentValues, method: classification, classes: settings.classCount)
      (volume, fitted) = (nil, found)
      (breaks, breakPlaces) = (found.breaks, found.places.count)
    } else {
      let classes = DensestGround(of: result.margin, within: edgeMask)
      (volume, fitted) = (classes, nil)
      // A plateau can give two shares one level.
      breaks = Set(classes.classes.map(\.level)).sorted()
      breakPlaces = classes.places.count
    }
    let boundaries = incidents.input.boundaries
    let counts = BandCounts(
      x: places.x, y: places.y, weights: places.optionalWeights, on: result.margin,
      breaks: breaks)
    amountsByBand = counts.amounts
    drawnBands =
      try drawsBands
      ? Self.bands(
        of: result.margin, breaks: breaks, volume: volume, counts: counts,
        weightColumn: places.optionalWeights == nil ? nil : weightColumn,
        clippedTo: boundaries.layers[0].outlines, crs: boundaries.crs)
      : nil
  }

  /// The column that maps of densities show.
  static let valueColumn = "per_km2"

  /// What decides whether two densities compare, in words.
  static func methodWords(
    _ settings: DensitySettings, bandwidth: BandwidthChoice, grid: SurfaceGrid
  ) -> String {
    "the \(settings.kernel.rawValue) kernel, bandwidth \(DensityReport.length(bandwidth.metres.rounded())) m, "
      + "cells of \(DensityReport.length(grid.cellSize)) m, edge correction "
      + settings.edgeCorrection.rawValue
  }

  /// Returns the ground of a class of the volume, in square kilometres: that of its polygons where
  /// they were drawn.
  func squareKilometres(of found: DensestGround.Class) -> Double {
    guard let drawnBands, let from = drawnBands[column: "from_per_km2"]?.values,
      let area = drawnBands[column: "area_km2"]?.values
    else { return found.squareKilometres }
    return (0..<drawnBands.rowCount).reduce(0) { sum, row in
      from.number(at: row) ?? 0 >= found.level ? sum + (area.number(at: row) ?? 0) : sum
    }
  }

  /// Returns the sum of the weights of the incidents that lie in a class of the volume.
  func amount(in found: DensestGround.Class) -> Double {
    amountsByBand[IsoplethBands.band(of: found.level, breaks: breaks)...].reduce(0, +)
  }

  private static func bands(
    of surface: Surface, breaks: [Double], volume: DensestGround?, counts: BandCounts,
    weightColumn: String?, clippedTo area: OutlineTable, crs: String
  ) throws(TopologyError) -> FeatureTable {
    let drawn = IsoplethBands(of: surface, breaks: breaks)
    let clipped = try Overlay.intersection(drawn.outlines, area)
    let kept = (0..<clipped.areaCount).filter { !clipped.polygons(of: $0).isEmpty }
    var outlines = OutlineTable()
    for band in kept { outlines.appendArea(band, of: clipped) }
    let lower = kept.map { $0 == 0 ? 0 : breaks[$0 - 1] }
    var columns = [
      Column("band", .integers(kept.map { $0 + 1 })),
      Column("from_per_km2", .reals(lower)),
      Column("to_per_km2", .reals(kept.map { $0 < breaks.count ? breaks[$0] : nil })),
      Column("area_km2", .reals(kept.map { clipped.area(of: $0) / 1e6 })),
      Column("incidents", .integers(kept.map { counts.incidents[$0] })),
    ]
    if let weightColumn {
      columns.append(Column(weightColumn, .reals(kept.map { counts.amounts[$0] })))
    }
    if let volume {
      // The share of the surface over the study area that this band and the denser ones hold.
      columns.append(
        Column(
          "volume_share",
          .reals(
            lower.map { level in
              volume.classes.last { $0.level == level && level > 0 }?.reached ?? 1
            })))
    }
    return FeatureTable(
      name: "density", columns: columns, geometry: .areas(outlines), crs: crs)
  }

  /// The cells of the study area, row by row from the south: `x` and `y` of their middles and
  /// `per_km2`.
  var cells: FeatureTable {
    let grid = result.surface.grid
    let present = (0..<grid.cellCount).filter { result.surface.hasValue(at: $0) }
    let middles = present.map { grid.centre(of: $0) }
    return FeatureTable(
      name: "density",
      columns: [
        Column("x", .reals(middles.map(\.x))), Column("y", .reals(middles.map(\.y))),
        Column("per_km2", .reals(present.map { result.surface.values[$0] })),
      ])
  }
}
