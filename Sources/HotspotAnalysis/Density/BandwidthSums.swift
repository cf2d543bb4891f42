/// What the normal reference rule needs of incidents, in counts that can be added to others in any order:
/// the bandwidth of many parts is that of all their incidents together, to the last bit.
///
///     var sums = BandwidthSums(x: x, y: y)
///     sums.merge(BandwidthSums(x: otherX, y: otherY))
///     let choice = try sums.choice(kernel: .quartic)
///
/// Memory grows with the ground and not with the incidents: 262,144 bins at most for each doubling of the
/// distance from the origin of the system.
package struct BandwidthSums: Sendable, Equatable {
  /// The spread of the eastings.
  var east = AxisSpread()
  /// The spread of the northings.
  var north = AxisSpread()

  /// Creates counts of nothing.
  package init() {}

  /// Counts incidents.
  ///
  /// - Parameters:
  ///   - x: Eastings in metres; not-a-number is left out, and what lies 2^30 m from the origin or further.
  ///   - y: Northings in metres, in the same order.
  /// - Complexity: O(*n* log *n*).
  package init(x: [Double], y: [Double]) {
    let rows = x.indices.filter {
      abs(x[$0]) < AxisSpread.furthest && abs(y[$0]) < AxisSpread.furthest
    }
    east = AxisSpread(rows.map { x[$0] })
    north = AxisSpread(rows.map { y[$0] })
  }

  /// The number of incidents.
  package var count: Int { east.count }

  /// Adds other counts.
  package mutating func merge(_ other: BandwidthSums) {
    east.merge(other.east)
    north.merge(other.north)
  }

  /// Returns the bandwidth, with the numbers it came from; see ``BandwidthChoice/normalReference(x:y:kernel:)``.
  ///
  /// - Throws: ``KernelDensityError/noSpread(incidents:)``.
  package func choice(kernel: DensityKernel) throws(KernelDensityError) -> BandwidthChoice {
    try .normalReference(self, kernel: kernel)
  }
}
