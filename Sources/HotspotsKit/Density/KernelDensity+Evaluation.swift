import Cartography
import Boundaries
import Geometry
import HotspotAnalysis
import Statistics
package import Tables

extension KernelDensity {
  /// Computes the density of incidents that were read.
  ///
  /// - Parameters:
  ///   - places: The incidents of the study area.
  ///   - outside: Those around it, which reach in where no edge is corrected.
  ///   - grid: The cells.
  ///   - reading: What was read; the first layer is the study area.
  ///   - observer: Told of each stage that ends.
  /// - Returns: The surface and what it rests on.
  /// - Throws: ``KernelDensityError``, ``TopologyError`` and ``MapScaleError``.
  package func evaluate(
    _ places: GatheredIncidents, outside: GatheredIncidents?, on grid: SurfaceGrid,
    reading: StudyReading, observer: StudyObserver = { _ in }
  ) async throws -> Result {
    let threads = reading.options.threads
    let outlines = reading.requiredInput.boundaries.layers[0].outlines
    let area = await StudyMask.make(of: outlines, on: grid, threads: threads)
    var estimator = estimator(threads: threads)
    if let cells = bandwidthInCells { estimator.bandwidth = .metres(cells * grid.cellSize) }
    // The study area's own incidents decide, not those that happen to be in the files beside them.
    let choice = try estimator.chosenBandwidth(x: places.x, y: places.y)
    estimator.bandwidth = estimator.bandwidth.around(choice.metres)
    var all = places
    if let outside { all.append(outside) }
    observer(.finished(stage: "cells of the study area"))
    let estimate = try await estimator.evaluate(
      x: all.x, y: all.y, weights: all.optionalWeights, own: places.x.count, over: area)
    FreedMemory.giveBack(of: places.x.count)
    observer(.finished(stage: "density"))
    let edge = DensestGround.edgeGrid(for: grid)
    let mask =
      edge == grid ? area : await StudyMask.make(of: outlines, on: edge, threads: threads)
    var result = try Result(
      self, reading: reading, places: .gathered(places), area: area, mask: mask,
      estimate: estimate, rule: bandwidthInCells.map(BandwidthChoice.Rule.cells) ?? choice.rule)
    observer(.finished(stage: "bands"))
    guard findsHotspots else { return result }
    result.hotspotList = try await result.hotspots(of: all, places, estimator)
    FreedMemory.giveBack(of: places.x.count)
    observer(.finished(stage: "hotspots"))
    guard triesBandwidths else { return result }
    for factor in BandwidthTrial.factors {
      result.trials.append(
        BandwidthTrial(
          factor: factor, metres: factor * result.hotspotScale.bandwidth,
          list: try await result.hotspots(of: all, places, estimator, widened: factor)))
    }
    observer(.finished(stage: "other bandwidths"))
    return result
  }

  /// What decides whether two densities compare, in words.
  func comparisonWords(bandwidth: BandwidthChoice, grid: SurfaceGrid) -> String {
    "the \(kernel.rawValue) kernel, bandwidth \(NumberWords.length(bandwidth.metres.rounded())) m, "
      + "cells of \(NumberWords.length(grid.cellSize)) m, edge correction "
      + edgeCorrection.rawValue
  }

  /// The column that maps of densities show.
  package static let valueColumn = "per_km2"
}

extension Bandwidth {
  /// Returns the bandwidth of so many metres, varying around them where this one varies.
  fileprivate func around(_ metres: Double) -> Bandwidth {
    if case .adaptive = self { .adaptive(metres: metres) } else { .metres(metres) }
  }
}

extension KernelDensity.Result {
  init(
    _ method: KernelDensity, reading: StudyReading, places: DensityPlaces, area: StudyMask,
    mask: StudyMask, estimate: KernelEstimate, rule: BandwidthChoice.Rule
  ) throws {
    self.method = method
    self.reading = reading
    (total, isWeighted) = (places.total, places.isWeighted)
    self.area = area
    self.estimate = estimate
    var bandwidth = estimate.bandwidth
    bandwidth.rule = rule
    self.bandwidth = bandwidth
    let boundaries = reading.requiredInput.boundaries
    let outlines = boundaries.layers[0].outlines
    hotspotScale = HotspotScale(
      bandwidth: bandwidth.metres, isGiven: rule == .given, kernel: method.kernel,
      cellSize: area.grid.cellSize, extent: outlines.box)
    accuracy = EdgeCorrectionAccuracy(
      kernel: method.kernel, bandwidth: bandwidth.metres, cellSize: area.grid.cellSize)
    let given = try method.scale.given(
      value: KernelDensity.valueColumn, layer: nil, values: estimate.surface.presentValues,
      separatesZero: false,
      madeWith: method.comparisonWords(bandwidth: bandwidth, grid: area.grid))
    scaleNote = given?.note
    if let breaks = given?.classes.thresholds {
      // What a person chose is not rounded.
      cut = KernelDensity.Cut(
        breaks: breaks, places: breaks.map(NumberWords.places).max() ?? 0)
    } else {
      cut = method.cut(estimate.margin, inside: estimate.surface, within: mask)
    }
    let counts = places.counts(on: estimate.margin, breaks: cut.breaks)
    amountsByBand = counts.amounts
    bands =
      try method.drawsBands
      ? counts.table(
        of: estimate.margin, cut,
        weightColumn: places.isWeighted ? reading.options.weightColumn : nil,
        clippedTo: outlines, crs: boundaries.crs)
      : nil
  }

  /// Finds the hotspots on a surface that tells apart what a patrol can walk.
  ///
  /// - Parameters:
  ///   - all: The incidents that make the surface.
  ///   - places: Those of the study area.
  ///   - estimator: How the density was found.
  ///   - factor: How many times the bandwidth to take; the lists of other factors than one have no
  ///     details.
  /// - Returns: The hotspots.
  /// - Throws: ``KernelDensityError`` and ``SurfaceGridError``.
  fileprivate func hotspots(
    of all: GatheredIncidents, _ places: GatheredIncidents, _ estimator: KernelEstimator,
    widened factor: Double = 1
  ) async throws -> HotspotList {
    let surface: SparseSurface
    if hotspotScale.reason == nil && factor == 1 {
      surface = SparseSurface(estimate.surface)
    } else {
      var estimator = estimator
      estimator.bandwidth = estimator.bandwidth.around(factor * hotspotScale.bandwidth)
      let outlines = reading.requiredInput.boundaries.layers[0].outlines
      surface = try await estimator.sparse(
        x: all.x, y: all.y, weights: all.optionalWeights, own: places.x.count, over: outlines,
        on: hotspotScale.grid(over: outlines.box))
      FreedMemory.giveBack(of: all.x.count)
    }
    return .densest(
      on: surface, x: places.x, y: places.y, weights: places.optionalWeights,
      details: factor == 1 ? places.details : nil,
      studyAreaSquareKilometres: area.areaSquareKilometres)
  }
}
