import Boundaries
import HotspotAnalysis
import Tables

/// Divides the density of a study's incidents by that of others: where these are frequent relative to
/// those, and whether chance explains it.
///
///     let year = Study(boundaries: ["lsoa.shp"], incidents: ["2025.csv"])
///     let before = Study(boundaries: ["lsoa.shp"], incidents: ["2024.csv"])
///     let ratio = try await year.run(RelativeDensity(to: before))
///     ratio.contours      // the ground where the ratio is beyond chance
///
/// Both densities have the same kernel, bandwidth and edge correction; an automatic bandwidth is chosen
/// for the incidents asked about. There is no ratio where too few of the others lie, see ``floor``. A
/// high ratio outside the contours may be chance. See <doc:ComparingDensities>.
///
/// After Kelsall & Diggle (1995), https://doi.org/10.1002/sim.4780142106
public struct RelativeDensity: StudyMethod {
  /// The study of the incidents that are compared with, over the same areas in the same system.
  ///
  /// Its filter holds; each of its incidents counts for one. It is read when the method's own study has
  /// been.
  public var base: Study
  /// The kernel, the bandwidth, the cells and the edge correction of both densities; its bands and
  /// hotspots are not looked at.
  public var density: KernelDensity
  /// Where there are enough incidents to divide by.
  public var floor = Floor.incidents(5)
  /// How often it is drawn at random which incidents are those asked about, to tell what is beyond
  /// chance: 39 or more, or 0 not to tell.
  public var labellings = 99
  /// The seed of the draws; the same seed gives the same result.
  public var seed: UInt64 = 1

  /// Where there are enough incidents to divide by.
  public enum Floor: Sendable, Equatable {
    /// So many lie within the bandwidth of a cell's middle.
    case incidents(Int)
    /// Their density is no lower, in incidents per square kilometre.
    case perSquareKilometre(Double)
  }

  /// The fewest draws that can tell what is beyond chance.
  package static let fewestLabellings = RatioTolerance.fewestLabellings

  /// Asks for a ratio.
  ///
  /// - Parameters:
  ///   - base: The study of the incidents that are compared with.
  ///   - density: The kernel, the bandwidth, the cells and the edge correction of both.
  public init(to base: Study, density: KernelDensity = KernelDensity()) {
    self.base = base
    self.density = density
    self.density.findsHotspots = false
  }

  /// Areas, and weights where there are any.
  public var needs: StudyNeeds {
    var needs = StudyNeeds(weight: true)
    needs.areas = true
    return needs
  }

  /// Chooses the cells, and reports the memory that they and the incidents take.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``HotspotAnalysis/KernelDensityError/ratioOfAdaptive``;
  ///   ``HotspotAnalysis/KernelDensityError/bandwidthTooWide(_:limit:)``;
  ///   ``Tables/SurfaceGridError`` for cells that cannot be.
  public func plan(for study: OpenedStudy) throws -> Plan {
    try study.requirePositions()
    let box = try study.requiredInput().boundaries.layers[0].outlines.box
    if case .adaptive = density.bandwidth { throw KernelDensityError.ratioOfAdaptive }
    let grid = try SurfaceGrid(
      box: box, cellSize: density.cellSize ?? SurfaceGrid.automaticCellSize(for: box))
    try density.estimator(threads: 1).checkBandwidth(on: grid)
    study.observer(.planned(density.work(on: grid)))
    return Plan(
      grid: grid, request: try request(study.options), observer: study.observer)
  }

  /// Makes the gatherer of one worker.
  public func sink(_ plan: Plan) -> IncidentGatherer { IncidentGatherer(plan.request) }

  /// Reads the incidents that are compared with, and divides.
  ///
  /// - Throws: What ``Study/run(_:)`` throws for the other study; ``RelativeDensityError``;
  ///   ``HotspotAnalysis/KernelDensityError`` if the incidents do not spread enough to choose a
  ///   bandwidth; `TopologyError` if bands cannot be clipped.
  /// - Complexity: That of as many densities as draws.
  public func result(
    _ plan: Plan, shares: [StudyShare<IncidentGatherer.Gathered>], reading: StudyReading
  ) async throws -> Result {
    let (inside, outside) = GatheredIncidents.joined(shares, plan.request, categories: nil)
    let (compared, baseInside, baseOutside) = try await readBase()
    let system = reading.requiredInput.boundaries.crs
    guard compared.requiredInput.boundaries.crs == system else {
      throw RelativeDensityError.otherSystem(
        compared.requiredInput.boundaries.crs, ofStudy: system)
    }
    if baseInside.x.isEmpty {
      throw RelativeDensityError.nothingToCompareWith(
        path: base.options.incidents.paths.joined(separator: "', '"))
    }
    plan.observer(.finished(stage: "reading what is compared with"))
    let threads = reading.options.threads
    let area = await StudyMask.make(
      of: reading.requiredInput.boundaries.layers[0].outlines, on: plan.grid, threads: threads)
    plan.observer(.finished(stage: "cells of the study area"))
    var estimator = density.estimator(threads: threads)
    if let cells = density.bandwidthInCells {
      estimator.bandwidth = .metres(cells * plan.grid.cellSize)
    }
    // The study area's own incidents decide, not those that happen to be in the files beside them.
    let choice = try estimator.chosenBandwidth(x: inside.x, y: inside.y)
    estimator.bandwidth = .metres(choice.metres)
    let (all, baseAll) = (inside.appending(outside), baseInside.appending(baseOutside))
    var ratio = try await DensityRatio(
      of: (all.x, all.y, all.optionalWeights), to: (baseAll.x, baseAll.y, nil), over: area,
      density: estimator, floor: floor.lowest)
    ratio.bandwidth.rule = choice.rule
    plan.observer(.finished(stage: "both densities"))
    var tolerance: RatioTolerance?
    if labellings > 0 {
      tolerance = try await RatioTolerance(
        of: (all.x, all.y, all.optionalWeights), to: (baseAll.x, baseAll.y), ratio: ratio,
        over: area, density: estimator, labellings: labellings, seed: seed)
      plan.observer(.finished(stage: "random labellings"))
    }
    let result = try Result(
      self, reading: reading, compared: compared, places: inside, basePlaces: baseInside,
      area: area, ratio: ratio, tolerance: tolerance)
    plan.observer(.finished(stage: "bands"))
    return result
  }

  /// Reads the incidents that are compared with.
  private func readBase() async throws -> (StudyReading, GatheredIncidents, GatheredIncidents) {
    let opened = try await base.open(needs)
    let request = try request(base.options)
    let (reading, shares) = try await base.read(opened) { IncidentGatherer(request) }
    let places = GatheredIncidents.joined(shares, request, categories: nil)
    return (reading, places.inside, places.outside)
  }

  /// Returns what is kept of each incident; without edge correction those outside reach in.
  private func request(_ options: StudyOptions) throws -> GatheringRequest {
    var request = try GatheringRequest(options, keepsDetails: false)
    request.keepsOutside = density.edgeCorrection == .none
    return request
  }

  /// The cells, and what is kept of each incident.
  public struct Plan: Sendable {
    let grid: SurfaceGrid
    let request: GatheringRequest
    let observer: StudyObserver
  }
}

extension RelativeDensity.Floor {
  /// The floor as the analysis knows it.
  fileprivate var lowest: DensityRatio.Floor {
    switch self {
    case .incidents(let count): .incidents(count)
    case .perSquareKilometre(let density): .density(density)
    }
  }
}
