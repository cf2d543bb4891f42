import Cartography
package import Geometry
package import HotspotAnalysis
package import Interchange
package import Tables

/// What is said of the surface on which hotspots are looked for.
package struct HotspotSurfaceWords: Sendable {
  /// The scale.
  package let scale: HotspotScale
  /// The bandwidth of the density, in metres.
  package let densityBandwidth: Double
  /// The width of its cells, in metres.
  package let densityCellSize: Double

  /// Which surface it is, and why: `on a surface of their own, bandwidth 200 m, cells of 50 m, because
  /// the density's bandwidth of 2,000 m is over 300 m`.
  package var sentence: String {
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
  package var measures: String { Self.measures(of: scale) }

  private static func measures(of scale: HotspotScale) -> String {
    "bandwidth \(length(scale.bandwidth)), cells of \(length(scale.cellSize))"
  }

  /// Whether hotspots have a surface of their own.
  package var isOwn: Bool { scale.reason != nil }

  /// The surface as manifests carry it.
  package var json: [JSONValue.Member] {
    [
      .init("surface", .text(sentence)), .init("bandwidth_m", .real(scale.bandwidth)),
      .init("cell_size_m", .real(scale.cellSize)),
    ]
  }

  /// Returns the work ahead in words, before memory is taken for it.
  ///
  /// - Parameters:
  ///   - method: What is asked of the density.
  ///   - grid: The cells of the density.
  ///   - box: The box of the study area.
  ///   - rows: How many incidents there are, where that is known.
  /// - Returns: The words.
  package static func work(
    _ method: KernelDensity, on grid: SurfaceGrid, over box: Box, rows: Int? = nil
  ) -> String {
    let (scale, isCertain) = expected(method, on: grid, over: box)
    // So it is on a square kilometre at most, whatever the bandwidth will be.
    guard scale.reason != nil else { return "on the surface of the density" }
    let megabytes = WorkAhead.megabytes(bytes(method, on: grid, over: box, rows: rows))
    let bounds = HotspotScale.bandwidths
    return "\(measures(of: scale)), on a surface of their own"
      + (isCertain
        ? ""
        : " unless the bandwidth that is chosen lies within \(Int(bounds.lowerBound)) to "
          + length(bounds.upperBound))
      + "; at most \(megabytes) MB more"
  }

  /// Returns the work ahead, before memory is taken for it.
  ///
  /// - Parameters:
  ///   - method: What is asked of the density.
  ///   - grid: The cells of the density.
  ///   - box: The box of the study area.
  /// - Returns: The work.
  static func workAhead(_ method: KernelDensity, on grid: SurfaceGrid, over box: Box) -> WorkAhead {
    WorkAhead(
      "hotspots: \(work(method, on: grid, over: box))",
      bytes: bytes(method, on: grid, over: box, rows: nil))
  }

  /// Returns about how much memory hotspots take on a surface of their own, in bytes; none where they
  /// have none.
  ///
  /// - Parameters:
  ///   - method: What is asked of the density.
  ///   - grid: The cells of the density.
  ///   - box: The box of the study area.
  ///   - rows: How many incidents there are; where it is not known, enough to reach all cells.
  /// - Returns: The bytes.
  package static func bytes(
    _ method: KernelDensity, on grid: SurfaceGrid, over box: Box, rows: Int?
  ) -> Int {
    let (scale, _) = expected(method, on: grid, over: box)
    guard scale.reason != nil, let own = try? scale.grid(over: box) else { return 0 }
    let estimator = KernelEstimator(
      kernel: method.kernel, bandwidth: .metres(scale.bandwidth),
      edgeCorrection: method.edgeCorrection)
    let everywhere = estimator.predictedSparseBytes(
      grid: own, incidents: rows ?? own.cellCount, bandwidth: scale.bandwidth)
    return rows == nil ? everywhere - own.cellCount * estimator.bytesPerIncident : everywhere
  }

  /// Returns the scale that is known before anything is read, or the one that is likely where the
  /// bandwidth is chosen from the incidents.
  private static func expected(
    _ method: KernelDensity, on grid: SurfaceGrid, over box: Box
  ) -> (scale: HotspotScale, isCertain: Bool) {
    let (bandwidth, isCertain): (Double, Bool) =
      if let cells = method.bandwidthInCells {
        (cells * grid.cellSize, true)
      } else if case .metres(let metres) = method.bandwidth {
        (metres, true)
      } else {
        (.infinity, false)
      }
    return (
      HotspotScale(
        bandwidth: bandwidth, isGiven: isCertain && method.bandwidthInCells == nil,
        kernel: method.kernel, cellSize: grid.cellSize, extent: box), isCertain
    )
  }

  private static func length(_ metres: Double) -> String {
    "\(NumberWords.decimal(metres, places: metres < 10 ? NumberWords.places(of: metres) : 0)) m"
  }
}
