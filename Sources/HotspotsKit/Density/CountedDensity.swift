import Boundaries
package import HotspotAnalysis
import Tables

/// A density without hotspots that is counted by cells, so that rows may be counted in parts.
///
/// The result is that of ``KernelDensity`` to the last bit. The bandwidth must be known before the first
/// incident is read, so it is given in metres or cells and does not vary by incident; ``CountedBandwidth``
/// finds an automatic one. Hotspots need the incidents themselves, and are not looked for.
package struct CountedDensity: StudyMethod {
  /// The density.
  package let density: KernelDensity

  /// Asks for a density by cells.
  ///
  /// - Throws: ``HotspotAnalysis/KernelDensityError/bandwidthOfParts(isAdaptive:)``.
  package init(_ density: KernelDensity) throws(KernelDensityError) {
    if density.bandwidthInCells == nil {
      switch density.bandwidth {
      case .metres: break
      case .automatic: throw .bandwidthOfParts(isAdaptive: false)
      case .adaptive: throw .bandwidthOfParts(isAdaptive: true)
      }
    }
    var density = density
    (density.findsHotspots, density.triesBandwidths) = (false, false)
    self.density = density
  }

  /// Areas, and weights where there are any.
  package var needs: StudyNeeds { density.needs }

  /// Chooses the cells and marks those of the study area.
  ///
  /// - Throws: As ``KernelDensity/plan(for:)``.
  package func plan(for study: OpenedStudy) throws -> Plan {
    let plan = try density.plan(for: study)
    let outlines = try study.requiredInput().boundaries.layers[0].outlines
    var estimator = density.estimator(threads: 1)
    if let cells = density.bandwidthInCells {
      estimator.bandwidth = .metres(cells * plan.grid.cellSize)
    }
    let choice = try estimator.chosenBandwidth(x: [], y: [])
    return Plan(
      choice: choice,
      counting: DensityCounter.Request(
        estimator: estimator, metres: choice.metres, area: StudyMask(of: outlines, on: plan.grid),
        gathering: plan.request), observer: plan.observer)
  }

  /// Makes the counter of one worker.
  package func sink(_ plan: Plan) -> DensityCounter { DensityCounter(plan.counting) }

  /// Makes the surface of the sums.
  ///
  /// - Throws: As ``KernelDensity/result(_:shares:reading:)``.
  package func result(
    _ plan: Plan, shares: [StudyShare<DensityCounter.Counts>], reading: StudyReading
  ) async throws -> KernelDensity.Result {
    let counts = plan.counting.joined(shares.map(\.value))
    if counts.isBeyondRange { throw KernelDensityError.beyondRange }
    let area = plan.counting.area
    var estimator = plan.counting.estimator
    estimator.threads = reading.options.threads
    let estimate = await estimator.estimate(of: counts.sums, bandwidth: plan.choice, over: area)
    plan.observer(.finished(stage: "density"))
    let edge = DensestGround.edgeGrid(for: area.grid)
    let outlines = reading.requiredInput.boundaries.layers[0].outlines
    let mask =
      edge == area.grid
      ? area : await StudyMask.make(of: outlines, on: edge, threads: estimator.threads)
    let result = try KernelDensity.Result(
      density, reading: reading, places: .counted(counts), area: area, mask: mask,
      estimate: estimate,
      rule: density.bandwidthInCells.map(BandwidthChoice.Rule.cells) ?? plan.choice.rule)
    plan.observer(.finished(stage: "bands"))
    return result
  }

  /// The cells and the bandwidth.
  package struct Plan: Sendable {
    let choice: BandwidthChoice
    let counting: DensityCounter.Request
    let observer: StudyObserver
  }
}

extension DensityCounter.Request {
  /// Adds up the counts of workers or parts, in canonical order.
  func joined(_ counts: [DensityCounter.Counts]) -> DensityCounter.Counts {
    var joined = empty
    for counts in counts { joined.merge(counts) }
    joined.places = joined.places.sorted()
    return joined
  }
}
