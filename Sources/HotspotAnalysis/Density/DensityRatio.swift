package import Tables

/// Divides one density by another: where some incidents are many for the others that happen there.
///
/// Both densities share kernel, bandwidth and edge correction, because a difference in smoothness
/// would look like a difference in place. The ratio of nothing to next to nothing means nothing, so
/// there is no value where the incidents compared with are too few, see ``Floor``.
///
/// After Kelsall & Diggle (1995),
/// https://doi.org/10.1002/sim.4780142106
package struct DensityRatio: Sendable {
  /// Where there are enough of the incidents compared with to divide by.
  package enum Floor: Sendable, Equatable {
    /// So many within the bandwidth of the cell's middle.
    case incidents(Int)
    /// So high a density, in incidents per square kilometre.
    case density(Double)
  }

  /// The ratio, without value outside the study area and where there are too few to divide by.
  package let surface: Surface
  /// The same, one cell beyond the study area, for isopleths.
  package let margin: Surface
  /// The density of the incidents asked about.
  package let upper: Surface
  /// The same, one cell beyond the study area.
  let upperMargin: Surface
  /// The density of those they are compared with.
  package let lower: Surface
  /// The bandwidth both densities share.
  package var bandwidth: BandwidthChoice
  /// Where there are enough to divide by.
  package let floor: Floor

  /// Computes a ratio.
  ///
  /// - Parameters:
  ///   - upper: The incidents asked about: eastings, northings and weights. An automatic bandwidth is
  ///     chosen for them, the rarer ones as a rule.
  ///   - lower: The incidents they are compared with.
  ///   - area: The study area.
  ///   - density: The method of both densities.
  ///   - floor: How many of the lower incidents are needed.
  /// - Throws: ``KernelDensityError``; ``KernelDensityError/ratioOfAdaptive`` when the bandwidth is
  ///   adaptive, which two sets of incidents cannot share.
  package init(
    of upper: (x: [Double], y: [Double], weights: [Double]?),
    to lower: (x: [Double], y: [Double], weights: [Double]?),
    over area: StudyMask, density: KernelEstimator, floor: Floor = .incidents(5)
  ) async throws(KernelDensityError) {
    if case .adaptive = density.bandwidth { throw .ratioOfAdaptive }
    var density = density
    let choice = try density.chosenBandwidth(x: upper.x, y: upper.y)
    density.bandwidth = .metres(choice.metres)
    let above = try await density.evaluate(
      x: upper.x, y: upper.y, weights: upper.weights, over: area)
    let below = try await density.evaluate(
      x: lower.x, y: lower.y, weights: lower.weights, over: area)
    switch floor {
    case .density(let lowest):
      surface = Self.ratio(above.surface, below.surface, to: below.surface, from: lowest)
      margin = Self.ratio(above.margin, below.margin, to: below.margin, from: lowest)
    case .incidents(let count):
      // A uniform kernel counts what lies within its bandwidth.
      let near = try await KernelEstimator(
        kernel: .uniform, bandwidth: density.bandwidth, edgeCorrection: .none,
        threads: density.threads
      ).evaluate(x: lower.x, y: lower.y, over: area)
      let one = DensityKernel.uniform.value(distance: 0, bandwidth: choice.metres) * 1_000_000
      let lowest = (Double(count) - 0.5) * one
      surface = Self.ratio(above.surface, below.surface, to: near.surface, from: lowest)
      margin = Self.ratio(above.margin, below.margin, to: near.margin, from: lowest)
    }
    (self.upper, self.lower) = (above.surface, below.surface)
    upperMargin = above.margin
    bandwidth = choice
    self.floor = floor
  }

  /// Returns one surface divided by another on the same grid.
  ///
  /// - Parameters:
  ///   - upper: What is divided.
  ///   - lower: What it is divided by.
  ///   - enough: What says where there is enough to divide by.
  ///   - floor: The lowest value of this that is enough.
  /// - Returns: The ratio, without value where either has none, where there is not enough, and where
  ///   the lower is zero.
  package static func ratio(
    _ upper: Surface, _ lower: Surface, to enough: Surface, from floor: Double
  ) -> Surface {
    precondition(
      upper.grid == lower.grid && enough.grid == lower.grid, "DensityRatio: the grids differ")
    return Surface(
      grid: upper.grid,
      values: upper.values.indices.map { cell in
        enough.values[cell] >= floor && lower.values[cell] > 0
          ? upper.values[cell] / lower.values[cell] : .nan
      })
  }
}
