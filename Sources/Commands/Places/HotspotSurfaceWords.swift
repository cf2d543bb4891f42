import Cartography
import Geometry
import HotspotAnalysis
import Interchange
import Tables

/// What is said of the surface on which hotspots are looked for.
struct HotspotSurfaceWords {
  let scale: HotspotScale
  /// The bandwidth of the density, in metres.
  let densityBandwidth: Double
  /// The width of its cells, in metres.
  let densityCellSize: Double

  /// Which surface it is, and why: `on a surface of their own, bandwidth 200 m, cells of 50 m, because
  /// the density's bandwidth of 2,000 m is over 300 m`.
  var sentence: String {
    guard let reason = scale.reason else { return "on the surface of the density" }
    let bounds = HotspotScale.bandwidths
    let why =
      switch reason {
      case .tooWide:
        "bandwidth of \(Self.length(densityBandwidth)) is over \(Self.length(bounds.upperBound)) and "
          + "runs together what nobody can walk"
      case .tooNarrow:
        "bandwidth of \(Self.length(densityBandwidth)) is under "
          + "\(Self.length(bounds.lowerBound)) and leaves single places alone"
      case .coarseCells:
        "cells of \(Self.length(densityCellSize)) are more than a third of its bandwidth"
      }
    return "on a surface of their own, \(measures), because the density's \(why)"
  }

  /// The surface of their own in a few words: `bandwidth 200 m, cells of 50 m`.
  var measures: String { Self.measures(of: scale) }

  private static func measures(of scale: HotspotScale) -> String {
    "bandwidth \(length(scale.bandwidth)), cells of \(length(scale.cellSize))"
  }

  /// Whether hotspots have a surface of their own.
  var isOwn: Bool { scale.reason != nil }

  /// The surface as manifests carry it.
  var json: [JSONValue.Member] {
    [
      .init("surface", .text(sentence)), .init("bandwidth_m", .real(scale.bandwidth)),
      .init("cell_size_m", .real(scale.cellSize)),
    ]
  }

  /// Returns the work ahead in words, before memory is taken for it.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the density.
  ///   - grid: The cells of the density.
  ///   - box: The box of the study area.
  ///   - rows: How many incidents there are, where that is known.
  /// - Returns: The words.
  static func work(
    _ settings: DensitySettings, on grid: SurfaceGrid, over box: Box, rows: Int? = nil
  ) -> String {
    let (scale, isCertain) = expected(settings, on: grid, over: box)
    guard scale.reason != nil else {
      return isCertain ? "on the surface of the density" : "on that surface, \(measures(of: scale))"
    }
    let megabytes = Double(bytes(settings, on: grid, over: box, rows: rows)) / 1e6
    let bounds = HotspotScale.bandwidths
    return "\(measures(of: scale)), on a surface of their own"
      + (isCertain
        ? ""
        : " unless the bandwidth that is chosen lies within \(Int(bounds.lowerBound)) to "
          + length(bounds.upperBound))
      + "; at most \(NumberWords.decimal(max(1, megabytes.rounded(.up)), places: 0)) MB more"
  }

  /// Returns about how much memory hotspots take on a surface of their own, in bytes; none where they
  /// have none.
  ///
  /// - Parameters:
  ///   - settings: What the user asked for of the density.
  ///   - grid: The cells of the density.
  ///   - box: The box of the study area.
  ///   - rows: How many incidents there are; where it is not known, enough to reach all cells.
  /// - Returns: The bytes.
  static func bytes(
    _ settings: DensitySettings, on grid: SurfaceGrid, over box: Box, rows: Int?
  ) -> Int {
    let (scale, _) = expected(settings, on: grid, over: box)
    guard scale.reason != nil, let own = try? scale.grid(over: box) else { return 0 }
    let method = KernelDensity(
      kernel: settings.kernel, bandwidth: .metres(scale.bandwidth),
      edgeCorrection: settings.edgeCorrection)
    let everywhere = method.predictedSparseBytes(
      grid: own, incidents: rows ?? own.cellCount, bandwidth: scale.bandwidth)
    return rows == nil ? everywhere - own.cellCount * method.bytesPerIncident : everywhere
  }

  /// Returns the scale that is known before anything is read, or the one that is likely where the
  /// bandwidth is chosen from the incidents.
  private static func expected(
    _ settings: DensitySettings, on grid: SurfaceGrid, over box: Box
  ) -> (scale: HotspotScale, isCertain: Bool) {
    let (bandwidth, isCertain): (Double, Bool) =
      if let cells = settings.bandwidthInCells {
        (cells * grid.cellSize, true)
      } else if case .metres(let metres) = settings.bandwidth {
        (metres, true)
      } else {
        (.infinity, false)
      }
    return (
      HotspotScale(
        bandwidth: bandwidth, isGiven: isCertain && settings.bandwidthInCells == nil,
        kernel: settings.kernel, cellSize: grid.cellSize, extent: box), isCertain
    )
  }

  private static func length(_ metres: Double) -> String {
    "\(NumberWords.decimal(metres, places: metres < 10 ? NumberWords.places(of: metres) : 0)) m"
  }
}
