import Glibc

/// The shape by which an incident is spread around its place.
///
/// All are true densities of the plane: an incident gives 1 in all. With *d* the distance, *h* the
/// bandwidth and *u* = *d* / *h*, they are zero beyond *u* = 1 but for the Gaussian, whose bandwidth
/// is its standard deviation along each axis.
///
/// After Silverman (1986), *Density Estimation for Statistics and Data Analysis*, section 4.2.
public enum DensityKernel: String, CaseIterable, Sendable {
  /// 3/(π*h*²) (1 - *u*²)².
  case quartic
  /// 1/(π*h*²).
  case uniform
  /// 3/(π*h*²) (1 - *u*).
  case triangular
  /// 2/(π*h*²) (1 - *u*²).
  case epanechnikov
  /// 4/(π*h*²) (1 - *u*²)³.
  case triweight
  /// exp(-*d*²/2*h*²) / (2π*h*²).
  case gaussian

  /// How many bandwidths the kernel reaches.
  ///
  /// For the Gaussian 9, along each axis: what lies beyond is below 2.6e-18 of the kernel's height,
  /// and a million such terms below 3e-12 of it.
  package var reachInBandwidths: Double { self == .gaussian ? 9 : 1 }

  /// The kernel's bandwidth over the standard deviation along each axis: a Gaussian of a standard
  /// deviation and another kernel of this many have the same spread.
  package var bandwidthPerStandardDeviation: Double {
    switch self {
    case .quartic: 8.0.squareRoot()
    case .uniform: 2
    case .triangular: (20.0 / 3).squareRoot()
    case .epanechnikov: 6.0.squareRoot()
    case .triweight: 10.0.squareRoot()
    case .gaussian: 1
    }
  }

  /// Returns the kernel's value at a distance, per square metre for lengths in metres.
  package func value(distance: Double, bandwidth: Double) -> Double {
    let t = bandwidth * bandwidth - distance * distance
    guard t >= 0 || self == .gaussian else { return 0 }
    return scale(bandwidth: bandwidth)
      * (self == .gaussian
        ? exp(-distance * distance / (2 * bandwidth * bandwidth)) : height(t, bandwidth))
  }

  /// What a ``KernelProfile`` is at the incident itself, its highest value.
  func height(bandwidth h: Double) -> Double { height(h * h, h) }

  private func height(_ t: Double, _ h: Double) -> Double {
    switch self {
    case .quartic: t * t
    case .uniform, .gaussian: 1
    case .triangular: h - max(0, h * h - t).squareRoot()
    case .epanechnikov: t
    case .triweight: t * t * t
    }
  }

  /// What a ``KernelProfile`` is multiplied by to become a density, per square metre.
  func scale(bandwidth h: Double) -> Double {
    let area = Double.pi * h * h
    let square = h * h
    return switch self {
    case .quartic: 3 / (area * square * square)
    case .uniform: 1 / area
    case .triangular: 3 / (area * h)
    case .epanechnikov: 2 / (area * square)
    case .triweight: 4 / (area * square * square * square)
    case .gaussian: 1 / (2 * area)
    }
  }
}
