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
  /// section 4.3.2, whose rules are the same in two dimensions. Quartiles as R's type 7.
  ///
  /// - Parameters:
  ///   - x: Eastings in metres; not-a-number is left out.
  ///   - y: Northings in metres, in the same order.
  ///   - kernel: The kernel the bandwidth is for.
  /// - Returns: The bandwidth, with the numbers it came from.
  /// - Throws: ``KernelDensityError/noSpread(incidents:)`` when there are less than two incidents or
  ///   they do not spread along both axes.
  /// - Complexity: O(*n* log *n*).
  package static func normalReference(
    x: [Double], y: [Double], kernel: DensityKernel
  ) throws(KernelDensityError) -> BandwidthChoice {
    let rows = x.indices.filter { x[$0].isFinite && y[$0].isFinite }
    let spreadX = robustSpread(rows.map { x[$0] })
    let spreadY = robustSpread(rows.map { y[$0] })
    guard spreadX > 0, spreadY > 0 else { throw .noSpread(incidents: rows.count) }
    let deviation = (spreadX * spreadY).squareRoot() * pow(Double(rows.count), -1.0 / 6)
    return BandwidthChoice(
      metres: deviation * kernel.bandwidthPerStandardDeviation,
      rule: .normalReference(
        NormalReference(
          count: rows.count, spreadX: spreadX, spreadY: spreadY, standardDeviation: deviation)))
  }

  /// Returns the smaller of the standard deviation and the interquartile range over 1.349.
  static func robustSpread(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count - 1)).squareRoot()
    let sorted = values.sorted()
    let range = quantile(0.75, of: sorted) - quantile(0.25, of: sorted)
    // Positions that are all equal may have a mean that rounds away from them.
    guard sorted.first != sorted.last else { return 0 }
    return range > 0 ? min(deviation, range / 1.349) : deviation
  }

  /// Returns a quantile by linear interpolation between order statistics (R's type 7).
  private static func quantile(_ part: Double, of sorted: [Double]) -> Double {
    let position = part * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
