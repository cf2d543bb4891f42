import Glibc

extension BandwidthChoice {
  /// Chooses a bandwidth from how far the incidents spread.
  ///
  /// The best bandwidth for a two-dimensional normal cloud of *n* incidents is its standard
  /// deviation times *n*^(-1/6). Real clouds have many centres, so the spread is the robust one: for
  /// each axis the smaller of the standard deviation (divisor *n* - 1) and the interquartile range
  /// over 1.349 (the standard deviation alone when the range is zero, as with snapped positions); of
  /// the two axes the geometric mean. Other kernels get the bandwidth of equal variance,
  /// ``DensityKernel/bandwidthPerStandardDeviation`` times as wide. Weights do not matter.
  ///
  /// After Scott (1992), *Multivariate Density Estimation*, section 6.3.1, and Silverman (1986),
  /// section 4.3.2, whose rules are the same in two dimensions. Quartiles as R's type 7, of positions that
  /// ``AxisSpread`` tells apart.
  ///
  /// - Parameters:
  ///   - x: Eastings in metres; not-a-number is left out, and what lies 2^30 m from the origin or further.
  ///   - y: Northings in metres, in the same order.
  ///   - kernel: The kernel the bandwidth is for.
  /// - Returns: The bandwidth, with the numbers it came from.
  /// - Throws: ``KernelDensityError/noSpread(incidents:)`` when there are less than two incidents or
  ///   they do not spread along both axes.
  /// - Complexity: O(*n* log *n*).
  package static func normalReference(
    x: [Double], y: [Double], kernel: DensityKernel
  ) throws(KernelDensityError) -> BandwidthChoice {
    try normalReference(BandwidthSums(x: x, y: y), kernel: kernel)
  }

  /// Chooses a bandwidth from counts of incidents.
  static func normalReference(
    _ sums: BandwidthSums, kernel: DensityKernel
  ) throws(KernelDensityError) -> BandwidthChoice {
    let (spreadX, spreadY) = (sums.east.robust, sums.north.robust)
    guard spreadX > 0, spreadY > 0 else { throw .noSpread(incidents: sums.count) }
    let deviation = (spreadX * spreadY).squareRoot() * pow(Double(sums.count), -1.0 / 6)
    return BandwidthChoice(
      metres: deviation * kernel.bandwidthPerStandardDeviation,
      rule: .normalReference(
        NormalReference(
          count: sums.count, spreadX: spreadX, spreadY: spreadY, standardDeviation: deviation)))
  }
}
