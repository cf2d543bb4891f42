package import Tables

/// Divides one density by another: where some incidents are many for the others that happen there.
///
/// Both densities share kernel, bandwidth and edge correction, because a difference in smoothness
/// would look like a difference in place. The ratio of nothing to next to nothing means nothing, so
/// there is no value where the lower density is below a floor.
///
/// After Kelsall & Diggle (1995),
/// https://doi.org/10.1002/sim.4780142106
package struct DensityRatio: Sendable {
  /// The ratio, without value outside the study area and where the lower density is below the floor.
  package let surface: Surface
  /// The same, one cell beyond the study area, for isopleths.
  package let margin: Surface
  /// The density of the incidents asked about.
  package let upper: Surface
  /// The density of those they are compared with.
  package let lower: Surface
  /// The bandwidth both densities share.
  package var bandwidth: BandwidthChoice
  /// The floor, in incidents per square kilometre.
  package let floor: Double

  /// Computes a ratio.
  ///
  /// - Parameters:
  ///   - upper: The incidents asked about: eastings, northings and weights. An automatic bandwidth is
  ///     chosen for them, the rarer ones as a rule.
  ///   - lower: The incidents they are compared with.
  ///   - area: The study area.
  ///   - density: The method of both densities.
  ///   - floor: The lowest density of the lower incidents that is divided by, per square kilometre;
  ///     absent for the height of the kernel of one incident.
  /// - Throws: ``KernelDensityError``; ``KernelDensityError/ratioOfAdaptive`` when the bandwidth is
  ///   adaptive, which two sets of incidents cannot share.
  package init(
    of upper: (x: [Double], y: [Double], weights: [Double]?),
    to lower: (x: [Double], y: [Double], weights: [Double]?),
    over area: StudyMask, density: KernelDensity, floor: Double? = nil
  ) async throws(KernelDensityError) {
    if case .adaptive = density.bandwidth { throw .ratioOfAdaptive }
    var density = density
    let choice = try density.chosenBandwidth(x: upper.x, y: upper.y)
    density.bandwidth = .metres(choice.metres)
    let above = try await density.evaluate(
      x: upper.x, y: upper.y, weights: upper.weights, over: area)
    let below = try await density.evaluate(
      x: lower.x, y: lower.y, weights: lower.weights, over: area)
    let lowest =
      floor ?? density.kernel.value(distance: 0, bandwidth: choice.metres) * 1_000_000
    surface = Self.ratio(above.surface, below.surface, floor: lowest)
    margin = Self.ratio(above.margin, below.margin, floor: lowest)
    (self.upper, self.lower) = (above.surface, below.surface)
    bandwidth = choice
    self.floor = lowest
  }

  /// Returns one surface divided by another on the same grid; without value where either has none
  /// and where the lower is below the floor or zero.
  package static func ratio(_ upper: Surface, _ lower: Surface, floor: Double) -> Surface {
    precondition(upper.grid == lower.grid, "DensityRatio: the grids differ")
    return Surface(
      grid: upper.grid,
      values: zip(upper.values, lower.values).map {
        $1 >= floor && $1 > 0 ? $0 / $1 : .nan
      })
  }
}
