package import Geometry
import Tables

/// The frame of a hotspot's close-up and the scale of the surface inside it.
///
/// The frame is the box of the hotspot's outline with 200 m on each side. Its cells are the smallest of
/// 10, 20 and 25 m of which the frame has at most ``mostCells``; of larger frames the smallest round ones.
/// The bandwidth is five cells, and at most that of the surface on which hotspots are looked for: a
/// close-up tells street corners apart, which that surface joins.
///
/// The lengths are this project's convention.
package struct CloseUpScale: Sendable, Equatable {
  /// The frame, in the system of the study.
  package let frame: Box
  /// The width of a cell, in metres.
  package let cellSize: Double
  /// The bandwidth, in metres.
  package let bandwidth: Double

  /// How far the frame reaches beyond the hotspot, in metres.
  package static let margin = 200.0
  /// How many cells the bandwidth is wide, for kernels that end at their bandwidth.
  package static let bandwidthInCells = 5.0
  /// The most cells of a frame.
  package static let mostCells = 10_000
  /// The widths of cells, in metres, for frames that may have them.
  package static let cellSizes = [10.0, 20, 25]

  /// Chooses the scale.
  ///
  /// - Parameters:
  ///   - box: The box of the hotspot's outline.
  ///   - kernel: The kernel. Of the Gaussian, which has no end, the standard deviation of a quartic kernel
  ///     is taken for its bandwidth.
  ///   - widest: The bandwidth of the surface on which hotspots are looked for, in metres; `nil` if there
  ///     is none.
  package init(of box: Box, kernel: DensityKernel, widest: Double?) {
    frame = box.padded(by: Self.margin)
    let least = (frame.width * frame.height / Double(Self.mostCells)).squareRoot()
    cellSize =
      Self.cellSizes.first { $0 >= least } ?? SurfaceGrid.roundCellSize(atLeast: least)
    let unit = kernel == .gaussian ? 1 / DensityKernel.quartic.bandwidthPerStandardDeviation : 1
    bandwidth = min(Self.bandwidthInCells * cellSize * unit, widest ?? .infinity)
  }
}
