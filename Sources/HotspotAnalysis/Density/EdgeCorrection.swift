import Tables

/// What is done about the part of a kernel that lies outside the study area, where no incident
/// could be recorded.
///
/// With *e*(v) the kernel around v summed over the study area's cells, times the area of a cell:
public enum EdgeCorrection: String, CaseIterable, Sendable {
  /// Nothing: density leaks out, and leaks in from incidents outside.
  case none
  /// Each density is divided by *e* at the cell: right on average where the rate is constant; the
  /// number of incidents is not kept.
  case uniform
  /// Each incident is divided by *e* at its place: the surface adds up to the incidents, which is
  /// Diggle's (1985) https://doi.org/10.2307/2347366 correction, the default.
  case diggle
}

/// How far the edge correction's *e* may be from the integral over the true study area.
///
/// *e* is a sum over whole cells. Within the area it is off because cell centres sample the kernel;
/// near the edge also because the edge runs along cells, at worst half a cell from the true one.
package struct EdgeCorrectionAccuracy: Sendable, Equatable {
  /// The largest error of *e* away from the edge, where it should be 1.
  package var sampling: Double
  /// The largest further error of *e* at a straight edge along the cells.
  package var staircase: Double

  /// Computes the accuracy of a kernel and bandwidth on cells of a size.
  ///
  /// The sampling error is the largest over 6 by 6 places in a quarter of a cell; the staircase is
  /// half a cell times the kernel's integral along a line through its middle.
  package init(kernel: DensityKernel, bandwidth: Double, cellSize: Double) {
    let reach = Int((bandwidth * kernel.reachInBandwidths / cellSize).rounded(.up)) + 1
    // Beyond 40 cells within the bandwidth the sampling error is below 1e-5 for every kernel but
    // the uniform, whose error still falls; its bound at 40 serves.
    let size = max(cellSize, bandwidth * kernel.reachInBandwidths / 40)
    let cells = min(reach, 41)
    var worst = 0.0
    for placeY in 0...5 {
      for placeX in 0...5 {
        var sum = 0.0
        for row in -cells...cells {
          for column in -cells...cells {
            let dx = (Double(column) - Double(placeX) / 10) * size
            let dy = (Double(row) - Double(placeY) / 10) * size
            sum += kernel.value(
              distance: (dx * dx + dy * dy).squareRoot(), bandwidth: bandwidth)
          }
        }
        worst = max(worst, abs(sum * size * size - 1))
      }
    }
    sampling = worst
    staircase = min(1, cellSize / 2 * kernel.lineDensity / bandwidth)
  }
}

extension DensityKernel {
  /// The integral of a kernel of bandwidth 1 along a line through its middle.
  var lineDensity: Double {
    switch self {
    case .quartic: 16 / (5 * .pi)
    case .uniform: 2 / .pi
    case .triangular: 3 / .pi
    case .epanechnikov: 8 / (3 * .pi)
    case .triweight: 128 / (35 * .pi)
    case .gaussian: 1 / (2 * Double.pi).squareRoot()
    }
  }
}
