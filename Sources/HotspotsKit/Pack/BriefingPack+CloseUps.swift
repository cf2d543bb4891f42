import Boundaries
import Cartography
import Geometry
import HotspotAnalysis
import Tables

extension BriefingPack.Result {
  /// Looks closer at each listed hotspot: what its incidents are like, and where they lie on its ground.
  ///
  /// - Parameters:
  ///   - places: The incidents of the study area.
  ///   - observer: Told of each stage that ends.
  /// - Throws: The errors of ``HotspotAnalysis/KernelEstimator``.
  mutating func lookCloser(
    at places: GatheredIncidents, _ observer: @escaping StudyObserver
  ) async throws {
    guard let list = hotspotList, !list.hotspots.isEmpty else { return }
    let options = areas.reading.options
    let ground = HotspotGround(of: list, units: try hotspotUnits)
    // Positions of a list show the list, however finely they are spread.
    let isMoved = areas.likeness.sourcePositions != nil
    closeUps = try await HotspotCloseUp.all(
      of: list, on: ground, places,
      estimator: isMoved ? nil : pack.density.estimator(threads: options.threads),
      kernel: pack.density.kernel, widest: density?.hotspotScale.bandwidth,
      drawn: CloseUpMap.ground, input: areas.input, snap: options.boundaries.snap,
      threads: options.threads)
    hotspotGround = ground
    observer(.finished(stage: "close-ups"))
  }

  /// Returns what is counted of earlier periods and months on the grounds of hotspots, and keeps why
  /// nothing is; `nil` for no hotspot.
  mutating func recordPlan(_ comparison: PeriodComparison) -> HotspotRecordPlan? {
    guard let hotspotList, let hotspotGround else { return nil }
    do throws(HotspotRecordAbsence) {
      return try HotspotRecordPlan(hotspotGround, of: hotspotList, areas, comparison)
    } catch {
      recordAbsence = error
      return nil
    }
  }

  /// What hotspots are made of.
  private var hotspotUnits: HotspotGround.Units {
    get throws {
      switch pack.hotspotsFrom {
      case .density:
        guard let density else {
          preconditionFailure("BriefingPack: hotspots of a density that there is not")
        }
        return .surface(try density.hotspotGrid)
      case .clusters: return grid.map(HotspotGround.Units.cells) ?? .areas
      }
    }
  }
}

extension KernelDensity.Result {
  /// The cells of the surface on which hotspots are looked for.
  fileprivate var hotspotGrid: SurfaceGrid {
    get throws {
      hotspotScale.reason == nil
        ? surface.grid
        : try hotspotScale.grid(over: reading.requiredInput.boundaries.layers[0].outlines.box)
    }
  }
}
