package import Geometry
package import Tables

/// The scale of the surface on which hotspots are looked for: one that a patrol can walk, whatever the
/// extent of the study area.
///
/// A surface is drawn for its extent. Over a force that is cells of 500 m and a bandwidth of 2 km, on
/// which a city centre is one hotspot. The densest places are therefore looked for on a surface whose
/// kernel reaches 150 to 300 m, on cells of at most a third of that; where the density is such a
/// surface it serves, else another is computed. What the user gave in metres is taken up to 300 m.
///
/// The lengths are this project's convention. Beats that were studied are smaller than its largest
/// hotspot: in Philadelphia 1.3 miles of streets on average (Ratcliffe et al. 2011,
/// https://doi.org/10.1111/j.1745-9125.2011.00240.x).
package struct HotspotScale: Sendable, Equatable {
  /// The bandwidth, in metres; the common one around which an adaptive one varies.
  package let bandwidth: Double
  /// The width of a cell, in metres.
  package let cellSize: Double
  /// Why the surface of the density does not serve; `nil` if it does.
  package let reason: Reason?

  /// Why a surface does not tell places apart that can be walked.
  package enum Reason: Sendable, Equatable {
    /// Its bandwidth is wider than a walk.
    case tooWide
    /// Its bandwidth is so narrow that single places stand alone.
    case tooNarrow
    /// Its cells are more than a third of the bandwidth.
    case coarseCells
  }

  /// The area of the largest hotspot; larger ones are split.
  package static let largestSquareKilometres = 1.0
  /// The narrowest and the widest bandwidth, for kernels that end at their bandwidth.
  package static let bandwidths = 150.0...300.0
  /// The bandwidth in place of one that is too wide and was not given: that of a borough on cells of
  /// 50 m.
  static let usualBandwidth = 200.0
  /// The narrowest bandwidth that is taken where the user gave one.
  static let narrowestGiven = 50.0
  /// How many cells a bandwidth has at least.
  static let leastCells = 3.0
  /// How many cells a bandwidth has at least where cells are chosen for it.
  static let chosenCells = 4.0

  /// Chooses the scale.
  ///
  /// - Parameters:
  ///   - bandwidth: The bandwidth of the density, in metres.
  ///   - isGiven: Whether the user gave it in metres.
  ///   - kernel: The kernel of the density. Of the Gaussian, which has no end, the standard deviation
  ///     of a quartic kernel is taken for its bandwidth.
  ///   - cellSize: The width of a cell of the density, in metres.
  ///   - extent: The box of the study area. Where that is no larger than the largest hotspot, all of it
  ///     can be walked and the density serves as it is.
  package init(
    bandwidth: Double, isGiven: Bool, kernel: DensityKernel, cellSize: Double, extent: Box
  ) {
    let unit =
      kernel == .gaussian ? 1 / DensityKernel.quartic.bandwidthPerStandardDeviation : 1
    let (narrowest, widest) = (Self.bandwidths.lowerBound * unit, Self.bandwidths.upperBound * unit)
    let hasFineCells = cellSize <= bandwidth / Self.leastCells * (1 + 1e-12)
    let isWalked = extent.width * extent.height <= Self.largestSquareKilometres * 1e6
    let isNarrow = !isGiven && bandwidth < narrowest
    if isWalked || (hasFineCells && !isNarrow && bandwidth <= widest) {
      (self.bandwidth, self.cellSize, reason) = (bandwidth, cellSize, nil)
      return
    }
    if bandwidth > widest {
      self.bandwidth = isGiven ? widest : Self.usualBandwidth * unit
      reason = .tooWide
    } else if isGiven {
      self.bandwidth = max(bandwidth, Self.narrowestGiven * unit)
      reason = .coarseCells
    } else {
      self.bandwidth = max(bandwidth, narrowest)
      reason = isNarrow ? .tooNarrow : .coarseCells
    }
    // The chosen cells are the density's own where these are fine enough, so that both line up.
    self.cellSize =
      cellSize <= self.bandwidth / Self.leastCells * (1 + 1e-12)
      ? cellSize : SurfaceGrid.roundCellSize(atMost: self.bandwidth / Self.chosenCells)
  }

  /// Returns the grid of the surface.
  ///
  /// - Parameter box: The box of the study area.
  /// - Returns: The grid, of which nothing is allocated.
  /// - Throws: ``SurfaceGridError`` where the grid has more cells than can be numbered.
  package func grid(over box: Box) throws(SurfaceGridError) -> SurfaceGrid {
    try SurfaceGrid(box: box, cellSize: cellSize, limit: Self.mostCells)
  }

  /// The most cells of the grid, few of which exist at a time.
  private static let mostCells = 1 << 50
}
