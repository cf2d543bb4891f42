import Glibc

/// The bandwidths incidents share or have of their own.
enum BandwidthValues: Sendable {
  case common(Double)
  case each([Double], largest: Double)

  /// The bandwidth all share, or the largest.
  var largest: Double {
    switch self {
    case .common(let value): value
    case .each(_, let largest): largest
    }
  }

  /// The incidents' own bandwidths; `nil` if they share one.
  var own: [Double]? {
    if case .each(let values, _) = self { values } else { nil }
  }
}

/// A bandwidth for each incident: narrow where incidents are many, wide where they are few.
///
/// With *f* the density of a fixed bandwidth *h* at the incidents themselves (each counts at its own
/// place too, edges not corrected), an incident gets *h* √(*g*/*f*), where *g* is the geometric mean of
/// *f* over the incidents, weighted as they are. It is trimmed to between a tenth and five times *h*:
/// many incidents at one place would else have next to no bandwidth, a lone one nearly all the ground.
/// Where incidents outside the study area reach in they are in *f*, as they are in the surface; *g*,
/// like *h*, is of the study area's own alone, however far the file goes beyond it.
///
/// After Abramson (1982), https://doi.org/10.1214/aos/1176345986
///
/// - Complexity: O(*n* *m*) for *n* incidents with *m* others within reach of each.
enum AbramsonBandwidths {
  /// The smallest and the largest bandwidth of an incident, by the common one.
  static let limits = 0.1...5.0

  /// Returns the bandwidths, with a description of how they vary.
  ///
  /// Incidents without a place or weight get the common bandwidth. The first `own` are those of the
  /// study area, of which the description is.
  static func values(
    x: [Double], y: [Double], weights: [Double]?, own: Int, kernel: DensityKernel,
    pilot bandwidth: Double, threads: Int
  ) async -> (BandwidthValues, BandwidthChoice.Adaptation) {
    let densities = await PilotDensity(
      x: x, y: y, weights: weights, kernel: kernel, bandwidth: bandwidth
    ).densities(threads: threads)
    var (sumOfLogarithms, sumOfWeights) = (0.0, 0.0)
    for incident in 0..<own where densities[incident] > 0 {
      let weight = weights?[incident] ?? 1
      sumOfLogarithms += weight * log(densities[incident])
      sumOfWeights += weight
    }
    let mean = sumOfWeights > 0 ? exp(sumOfLogarithms / sumOfWeights) : 0
    var trimmed = 0
    let values = densities.enumerated().map { incident, density in
      guard density > 0, mean > 0 else { return bandwidth }
      let factor = (mean / density).squareRoot()
      if incident < own, !limits.contains(factor) { trimmed += 1 }
      return bandwidth * min(max(factor, limits.lowerBound), limits.upperBound)
    }
    let described = (0..<own).filter { densities[$0] > 0 }.map { values[$0] }
    let (smallest, largest) = (described.min() ?? bandwidth, described.max() ?? bandwidth)
    return (
      .each(values, largest: values.max() ?? bandwidth),
      BandwidthChoice.Adaptation(
        smallest: smallest, largest: largest, trimmed: trimmed, meanPilotDensity: mean * 1_000_000)
    )
  }
}
