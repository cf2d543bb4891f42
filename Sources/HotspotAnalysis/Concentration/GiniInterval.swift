package import Statistics

/// How sure the generalised coefficient of some units is, where others like them might have been drawn.
package enum GiniInterval {
  /// How many resamples there are where nothing else is said.
  package static let resamples = 999

  /// Returns the interval of the generalised coefficient at 95 %: BCa over units, see
  /// ``Statistics/BootstrapInterval``.
  ///
  /// In each resample as many units are drawn with replacement, and incidents and units are counted
  /// anew; one without incidents is drawn again, because it has no coefficient. Each has a generator of
  /// its own, so that the number of threads does not matter.
  ///
  /// - Parameters:
  ///   - amounts: The units.
  ///   - seed: What the draws follow from.
  ///   - resamples: How many there are.
  ///   - threads: How many are drawn at a time.
  /// - Returns: `nil` for fewer than two units with incidents, and where all resamples give the same:
  ///   no unit has a second incident, or all have as many.
  /// - Complexity: O(*r* *d*) draws for *r* resamples of *d* different amounts; never more than *r* *n*
  ///   for *n* units.
  package static func of(
    _ amounts: AmountDistribution, seed: UInt64, resamples: Int = resamples, threads: Int = 1
  ) async -> BootstrapInterval? {
    guard let estimate = amounts.generalisedGini,
      let acceleration = amounts.generalisedGiniLeavingOut.flatMap(
        BootstrapInterval.acceleration(leavingOut:))
    else { return nil }
    let draws = UnitResampling(of: amounts, seed: seed)
    let pieces = OrderedWork.ranges(of: resamples, size: 37)
    let values = await OrderedWork.map(pieces: pieces.count, threads: threads) { piece in
      pieces[piece].map { draws.generalisedGini(ofResample: $0) }
    }
    return BootstrapInterval(
      of: estimate, resamples: values.flatMap(\.self), acceleration: acceleration)
  }
}

/// Draws of as many units as there are, with replacement.
struct UnitResampling: Sendable {
  private let amounts: AmountDistribution
  private let seed: UInt64
  /// The place of each unit's amount, where there are so many amounts that drawing unit by unit takes
  /// less time than dealing the units to the amounts; empty otherwise.
  private let places: [Int32]

  /// One draw from the binomial distribution takes about as long as so many units do.
  private static let unitsPerDraw = 12

  /// Prepares draws.
  init(of amounts: AmountDistribution, seed: UInt64) {
    self.amounts = amounts
    var mixer = SplitMix64(seed: seed)
    self.seed = mixer.next()
    places =
      amounts.amounts.count * Self.unitsPerDraw < amounts.units
      ? []
      : amounts.counts.enumerated().flatMap { [Int32](repeating: Int32($0), count: $1) }
  }

  /// Returns how many units of each amount a resample has; they have incidents.
  func counts(ofResample number: Int) -> [Int] {
    var generator = SplitMix64(seed: seed ^ UInt64(number))
    while true {
      var counts: [Int]
      if places.isEmpty {
        counts = generator.nextCounts(of: amounts.units, sizes: amounts.counts)
      } else {
        counts = [Int](repeating: 0, count: amounts.counts.count)
        for _ in 0..<amounts.units {
          counts[Int(places[generator.nextIndex(below: places.count)])] += 1
        }
      }
      // Of n units at least one has incidents, so that a resample has some more often than not.
      if zip(amounts.amounts, counts).contains(where: { $0 > 0 && $1 > 0 }) { return counts }
    }
  }

  /// Returns the generalised coefficient of a resample.
  func generalisedGini(ofResample number: Int) -> Double {
    let counts = counts(ofResample: number)
    let total = zip(amounts.amounts, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
    guard
      let gini = AmountDistribution.gini(
        of: amounts.amounts, counts: counts, units: amounts.units, total: total)
    else { preconditionFailure("UnitResampling: a resample without incidents") }
    return AmountDistribution.generalised(gini, units: amounts.units, total: total)
  }
}
