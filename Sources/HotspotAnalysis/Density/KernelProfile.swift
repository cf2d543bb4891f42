import Glibc

/// A kernel taken apart for speed: a term of the distance north, computed once for each row of
/// cells, and a term of the distance east, computed once for each column.
///
/// The two are combined for each cell without a division or a root, eight columns at a time. Values
/// are multiplied by ``DensityKernel/scale(bandwidth:)`` to become densities.
protocol KernelProfile: SendableMetatype {
  /// Returns the term of a distance north or south.
  static func rowTerm(_ distance: Double, bandwidth: Double) -> Double
  /// Returns the terms of eight distances east or west.
  static func columnTerm(_ distance: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double>
  /// Returns the kernel at eight cells, from the terms of their row and columns.
  static func combine(
    row: Double, column: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double>
  /// Returns the kernel at eight offsets.
  static func values(
    dx: SIMD8<Double>, dy: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double>
  /// Returns how far east and west a kernel reaches at a distance north or south, from how far it
  /// reaches along the axes.
  static func halfWidth(_ reach: Double, at distance: Double) -> Double
}

/// A kernel that is zero beyond its bandwidth: a function of the rest *t* = *h*² - *d*².
protocol CompactKernelProfile: KernelProfile {
  /// Returns the kernel for eight rests, which are negative beyond the bandwidth.
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double>
}

extension CompactKernelProfile {
  @inline(__always)
  static func rowTerm(_ distance: Double, bandwidth: Double) -> Double {
    bandwidth * bandwidth - distance * distance
  }

  @inline(__always)
  static func columnTerm(_ distance: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    distance * distance
  }

  static func halfWidth(_ reach: Double, at distance: Double) -> Double {
    max(0, reach * reach - distance * distance).squareRoot()
  }

  @inline(__always)
  static func combine(
    row: Double, column: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double> {
    height(row - column, bandwidth: bandwidth)
  }

  @inline(__always)
  static func values(
    dx: SIMD8<Double>, dy: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double> {
    height(bandwidth * bandwidth - dx * dx - dy * dy, bandwidth: bandwidth)
  }

  /// Returns the rests with those beyond the bandwidth set to zero.
  @inline(__always)
  static func clamped(_ rest: SIMD8<Double>) -> SIMD8<Double> {
    rest.replacing(with: 0, where: rest .< 0)
  }
}

/// (1 - *u*²)².
enum QuarticProfile: CompactKernelProfile {
  @inline(__always)
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    let rest = clamped(rest)
    return rest * rest
  }
}

/// 1, the rim included.
enum UniformProfile: CompactKernelProfile {
  @inline(__always)
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    SIMD8(repeating: 1).replacing(with: 0, where: rest .< 0)
  }
}

/// 1 - *u*.
enum TriangularProfile: CompactKernelProfile {
  @inline(__always)
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    // Rounding may take the squared distance at the incident itself below zero.
    let square = bandwidth * bandwidth
    return bandwidth - clamped(square - clamped(rest)).squareRoot()
  }
}

/// 1 - *u*².
enum EpanechnikovProfile: CompactKernelProfile {
  @inline(__always)
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    clamped(rest)
  }
}

/// (1 - *u*²)³.
enum TriweightProfile: CompactKernelProfile {
  @inline(__always)
  static func height(_ rest: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    let rest = clamped(rest)
    return rest * rest * rest
  }
}

/// The Gaussian, which is the product of one factor for each axis.
enum GaussianProfile: KernelProfile {
  @inline(__always)
  static func rowTerm(_ distance: Double, bandwidth: Double) -> Double {
    exp(-distance * distance / (2 * bandwidth * bandwidth))
  }

  @inline(__always)
  static func columnTerm(_ distance: SIMD8<Double>, bandwidth: Double) -> SIMD8<Double> {
    var terms = SIMD8<Double>.zero
    for lane in terms.indices { terms[lane] = rowTerm(distance[lane], bandwidth: bandwidth) }
    return terms
  }

  static func halfWidth(_ reach: Double, at distance: Double) -> Double { reach }

  @inline(__always)
  static func combine(
    row: Double, column: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double> {
    row * column
  }

  @inline(__always)
  static func values(
    dx: SIMD8<Double>, dy: SIMD8<Double>, bandwidth: Double
  ) -> SIMD8<Double> {
    columnTerm(dx, bandwidth: bandwidth) * columnTerm(dy, bandwidth: bandwidth)
  }
}
