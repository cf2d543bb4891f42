import Boundaries
public import HotspotAnalysis
package import Tables

/// Estimates the density of incidents as a surface, with its bands and its hotspots.
///
/// Each incident is spread over the ground around it, and each cell of a grid over the first layer's
/// areas, whose union is the study area, holds the sum of what reaches its middle.
///
///     let density = try await study.run(KernelDensity(bandwidth: .metres(300)))
///     density.surface.range       // incidents per square kilometre
///     density.hotspots            // a row for each hotspot, by rank
///
/// A high value means many incidents near by. It says nothing of chance, nor of how many people were
/// there. Where the study names a column of weights, an incident counts by its own; with hours asked
/// for, by its chance of having happened in them.
///
/// After Silverman (1986), *Density Estimation for Statistics and Data Analysis*, chapter 4; the edge
/// correction after Diggle (1985), https://doi.org/10.2307/2347366
public struct KernelDensity: StudyMethod {
  /// The shape by which an incident is spread.
  public var kernel: DensityKernel
  /// How far it is spread.
  public var bandwidth: Bandwidth
  /// How many cells the bandwidth is wide, in place of ``bandwidth``; `nil` for that.
  public var bandwidthInCells: Double?
  /// The width of a cell, in metres; `nil` for the smallest round one not below a 150th of the study
  /// area's shorter side.
  public var cellSize: Double?
  /// What is done at the edge of the study area; without a correction incidents outside reach in.
  public var edgeCorrection: EdgeCorrection
  /// How the surface is cut into bands.
  public var bands = DensityBands.volume
  /// How many bands are wanted, where they are not shares of the volume: from 2 to 12.
  public var classCount = 5
  /// The bands that are asked for, in place of those that ``bands`` finds.
  public var scale = ScaleChoice()
  /// Whether bands are drawn and clipped to the study area, which takes longer than the surface.
  public var drawsBands = true
  /// Whether hotspots are looked for.
  public var findsHotspots = true
  /// Whether hotspots are looked for with half and double the bandwidth too.
  public var triesBandwidths = false

  /// Asks for a surface, its bands by volume, and its hotspots.
  ///
  /// - Parameters:
  ///   - bandwidth: How far incidents are spread. The default is the normal reference rule, made for
  ///     one smooth hump: over a town it joins streets that 150 to 300 m tell apart.
  ///   - kernel: The shape by which they are spread.
  ///   - cellSize: The width of a cell, in metres; `nil` for one chosen for the extent.
  ///   - edgeCorrection: What is done at the edge of the study area.
  public init(
    bandwidth: Bandwidth = .automatic, kernel: DensityKernel = .quartic, cellSize: Double? = nil,
    edgeCorrection: EdgeCorrection = .diggle
  ) {
    self.bandwidth = bandwidth
    self.kernel = kernel
    self.cellSize = cellSize
    self.edgeCorrection = edgeCorrection
  }

  /// Areas, categories and weights where there are any, and for hotspots times and names of
  /// locations.
  public var needs: StudyNeeds {
    var needs = StudyNeeds(times: findsHotspots, location: findsHotspots, weight: true)
    needs.areas = true
    needs.outlines = true
    needs.category = .whereKnown
    return needs
  }

  /// Chooses the cells, and reports the memory that they and the incidents take.
  ///
  /// - Throws: ``InputError/noBoundaries``; ``Tables/SurfaceGridError`` for cells that cannot be;
  ///   ``HotspotAnalysis/KernelDensityError/bandwidthTooWide(_:limit:)``.
  public func plan(for study: OpenedStudy) throws -> Plan {
    try study.requirePositions()
    let layers = try study.requiredInput().boundaries.layers
    let box = layers[0].outlines.box
    let grid = try SurfaceGrid(
      box: box, cellSize: cellSize ?? SurfaceGrid.automaticCellSize(for: box))
    try estimator(threads: 1).checkBandwidth(on: grid)
    study.observer(.planned(work(on: grid)))
    if findsHotspots {
      study.observer(.planned(HotspotSurfaceWords.workAhead(self, on: grid, over: box)))
    }
    var request = try GatheringRequest(study.options, keepsDetails: findsHotspots)
    request.keepsOutside = edgeCorrection == .none
    request.nameAreas(of: layers)
    return Plan(grid: grid, request: request, observer: study.observer)
  }

  /// Makes the gatherer of one worker.
  public func sink(_ plan: Plan) -> IncidentGatherer { IncidentGatherer(plan.request) }

  /// Computes the surface of what was gathered.
  ///
  /// - Throws: ``HotspotAnalysis/KernelDensityError`` if the incidents do not spread enough to choose
  ///   a bandwidth; `TopologyError` if bands cannot be clipped; ``MapScaleError``.
  /// - Complexity: O(*n* (*h*/*c*)² + *k*) for *n* incidents, the bandwidth *h*, the cell size *c* and
  ///   *k* cells.
  public func result(
    _ plan: Plan, shares: [StudyShare<IncidentGatherer.Gathered>], reading: StudyReading
  ) async throws -> Result {
    let (inside, outside) = GatheredIncidents.joined(
      shares, plan.request, categories: reading.categories)
    return try await evaluate(
      inside, outside: outside, on: plan.grid, reading: reading, observer: plan.observer)
  }

  /// The cells, and what is kept of each incident.
  public struct Plan: Sendable {
    let grid: SurfaceGrid
    let request: GatheringRequest
    let observer: StudyObserver
  }

  /// The method as the analysis knows it.
  package func estimator(threads: Int) -> KernelEstimator {
    KernelEstimator(
      kernel: kernel, bandwidth: bandwidth, edgeCorrection: edgeCorrection, threads: threads)
  }

  /// Returns the work ahead, before memory is taken for it.
  package func work(on grid: SurfaceGrid) -> WorkAhead {
    let estimator = estimator(threads: 1)
    // Details are held twice while the workers' batches are joined.
    let each =
      estimator.predictedBytes(grid: grid, incidents: 1_000_000) / 1_000_000
      + (findsHotspots ? 2 * IncidentDetails.bytesPerIncident : 0)
    return WorkAhead(
      cellsOf: grid, isChosen: cellSize == nil,
      bytes: estimator.predictedBytes(grid: grid, incidents: 0), bytesPerIncident: each)
  }
}
