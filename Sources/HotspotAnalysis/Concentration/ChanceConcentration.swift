/// How concentrated incidents are that fall on units by equal chance.
///
/// They are uneven too, the more so the fewer there are; what incidents have beyond that is theirs.
package struct ChanceConcentration: Sendable, Equatable {
  /// The mean of Gini's coefficient.
  package let gini: Double
  /// The mean part of the incidents that the busiest units hold.
  package let topShare: Double
  /// The mean of the curves of Lorenz, the busiest units first: the part of the incidents that each
  /// hundredth of the units holds with those before it, from 0 to 100 hundredths.
  package let curve: [Double]

  /// How many allocations there are where nothing else is said.
  package static let allocations = 999

  /// Lets incidents fall, again and again.
  ///
  /// - Parameters:
  ///   - incidents: How many fall; more than none.
  ///   - units: On how many units; at least one.
  ///   - top: How many of the busiest ``topShare`` is of.
  ///   - seed: What the draws follow from.
  ///   - allocations: How often they fall.
  ///   - threads: How many allocations are made at a time; the result does not depend on it.
  /// - Complexity: O(*a* √*c* *k*) for *a* allocations of *c* incidents, where units have up to *k*
  ///   different numbers of them; at most the same for as many draws as there are units.
  package init(
    of incidents: Int, over units: Int, top: Int, seed: UInt64,
    allocations: Int = Self.allocations, threads: Int = 1
  ) async {
    precondition(
      incidents > 0 && units > 0 && allocations > 0, "ChanceConcentration: nothing falls")
    let draws = RandomAllocation(of: incidents, over: units, seed: seed)
    let pieces = OrderedWork.ranges(of: allocations, size: 37)
    let found = await OrderedWork.map(pieces: pieces.count, threads: threads) { piece in
      pieces[piece].map { number in
        let spread = draws.allocation(number)
        return (spread.gini ?? 0, spread.share(ofTop: top) ?? 0, Self.hundredths(of: spread))
      }
    }.flatMap(\.self)
    let count = Double(allocations)
    gini = found.reduce(0) { $0 + $1.0 } / count
    topShare = found.reduce(0) { $0 + $1.1 } / count
    curve = (0...100).map { place in found.reduce(0) { $0 + $1.2[place] } / count }
  }

  /// Returns the curve at each hundredth of the units.
  private static func hundredths(of spread: AmountDistribution) -> [Double] {
    let curve = spread.curve
    var piece = 1
    return (0...100).map { hundredth in
      let place = Double(hundredth) / 100
      while piece < curve.count - 1 && curve[piece].units < place { piece += 1 }
      let (from, to) = (curve[piece - 1], curve[piece])
      return from.share + (to.share - from.share) * (place - from.units) / (to.units - from.units)
    }
  }
}
