package import Statistics

/// Scores each place by how alike it and its neighbours are in standing above or below the mean.
///
/// Positive values mark places among their like: high among high (a hotspot's core) or low among
/// low. Negative ones mark outliers: high among low or low among high. ``Quadrant`` says which.
///
///     let result = try LocalMoran(permutations: .init(count: 999, seed: 1))
///       .evaluate(rates, neighbours: .contiguity(of: outlines))
///     result.i[17]                   // 1.92
///     result.quadrants[17]           // high-high
///
/// What decides is as for ``GetisOrd``: the largest p-value of the score and of ``IncidentChance``, of
/// the neighbours given the place itself; or of the permutations in place of the score.
///
/// After Anselin (1995), https://doi.org/10.1111/j.1538-4632.1995.tb00338.x; its scores use the mean
/// and variance under conditional permutation of Sokal, Oden & Thomson (1998),
/// https://doi.org/10.1111/j.1538-4632.1998.tb00406.x
package struct LocalMoran: Sendable {
  /// The rearrangements of values for which p-values are counted.
  package var permutations: ConditionalPermutations
  /// Whether the permutations decide, not the standard score.
  package var permutationsDecide: Bool

  /// Creates the method.
  package init(permutations: ConditionalPermutations, permutationsDecide: Bool = false) {
    self.permutations = permutations
    self.permutationsDecide = permutationsDecide
  }

  /// A place's side of the mean, and its neighbours'.
  package enum Quadrant: String, Sendable {
    /// Above the mean among neighbours above it.
    case highHigh = "high-high"
    /// Below the mean among neighbours below it.
    case lowLow = "low-low"
    /// Above the mean among neighbours below it.
    case highLow = "high-low"
    /// Below the mean among neighbours above it.
    case lowHigh = "low-high"
  }

  /// The statistics of places, in the order given.
  package struct Result: Sendable {
    /// The values scored.
    package let values: [Double?]
    /// The number of neighbours with a value.
    package let neighbourCounts: [Int]
    /// Local Moran's I.
    package let i: [Double?]
    /// The standard scores of I and what follows from them.
    package let scores: LocalScores
    /// The folded one-sided p-values of I by conditional permutation.
    package let permutationP: [Double?]
    /// Where place and neighbours stand; `nil` if either is exactly at the mean.
    package let quadrants: [Quadrant?]
  }

  /// Scores places.
  ///
  /// I_i = (z_i / m2) × the mean of z_j over the neighbours, z = x - x̄ and m2 = Σ z² / n.
  /// PySAL and GeoDa divide by n - 1 there and so get (n - 1) / n of it.
  ///
  /// - Parameters:
  ///   - values: The value of each place; places without one (nil) are left out altogether.
  ///   - neighbours: The neighbours of the places in the same order.
  ///   - chance: What chance would give the places, where values are counts or follow from such.
  /// - Returns: One row for each place. A place without a neighbour has no statistic. One exactly
  ///   at the mean has an I of 0 whatever its neighbours; one that has all others for neighbours, or
  ///   whose others are all equal, the same I in any arrangement: these have no score and no p-value.
  /// - Throws: ``LocalStatisticError/noVariation(places:)`` when all values are equal,
  ///   ``LocalStatisticError/badValue(row:)`` for one that is no usable number,
  ///   ``LocalStatisticError/differingCounts(values:places:)`` for columns of different length.
  /// - Complexity: O(*m* + *n* log *n*) for *n* places and *m* pairs, and for permutations what
  ///   ``Statistics/ConditionalPermutations`` says.
  package func evaluate(
    _ values: [Double?], neighbours: Neighbours, chance: IncidentChance? = nil
  ) throws(LocalStatisticError) -> Result {
    let places = try UnitValues(values, neighbours: neighbours)
    let degrees = places.neighbours.degrees
    let lags = zip(places.neighbours.sums(of: places.deviations), degrees).map { sum, degree in
      degree > 0 ? sum / Double(degree) : nil
    }
    let i = zip(places.deviations, lags).map { deviation, lag in
      lag.map { deviation / places.variance * $0 }
    }
    let z = zip(i.indices, i).map { place, i in
      i.flatMap {
        score($0, deviation: places.deviations[place], degree: degrees[place], in: places)
      }
    }
    let drawn = permutations.tails(
      of: places.values, sampleSizes: degrees, sums: places.neighbours.sums(of: places.values))
    let tails = places.spread(zip(drawn, z).map { tail, z in z == nil ? nil : tail })
    let (scores, deviations) = (places.spread(z), places.spread(places.deviations))
    let quadrants = zip(places.deviations, lags).map { deviation, lag in
      lag.flatMap { quadrant(deviation: deviation, lag: places.cleared($0)) }
    }
    return Result(
      values: values, neighbourCounts: places.neighbourCounts, i: places.spread(i),
      scores: LocalScores(z: scores) { row, normal in
        // I rises with the neighbours' sum where the place is above the mean and falls where it is
        // below it.
        let isHigh = ((scores[row] ?? 0) > 0) == ((deviations[row] ?? 0) > 0)
        let drawn = permutationsDecide ? tails[row]?.oneSidedP(isHigh: isHigh) : nil
        let thrown = chance?.tail(beside: row, neighbours[row], isHigh: isHigh)
        return max(drawn ?? normal, thrown ?? 0)
      },
      permutationP: tails.map { $0?.foldedP }, quadrants: places.spread(quadrants))
  }

  /// Returns a place's I as a standard score, `nil` if I is the same in any arrangement.
  private func score(
    _ i: Double, deviation: Double, degree: Int, in places: UnitValues
  ) -> Double? {
    guard deviation != 0, degree < places.count - 1 else { return nil }
    let count = Double(places.count)
    let squared = deviation * deviation
    let expected = -squared / ((count - 1) * places.variance)
    // What is left for the other places; nothing when they are all equal.
    let rest = places.variance - squared / (count - 1)
    guard rest > 1e-12 * places.variance else { return nil }
    // The weights of a row add up to 1, and their squares to 1 / degree.
    let variance =
      squared / (places.variance * places.variance) * (count / (count - 2))
      * (1 / Double(degree) - 1 / (count - 1)) * rest
    return (i - expected) / variance.squareRoot()
  }

  /// Returns where a place and its neighbours stand.
  private func quadrant(deviation: Double, lag: Double) -> Quadrant? {
    if deviation == 0 || lag == 0 { return nil }
    return deviation > 0 ? (lag > 0 ? .highHigh : .highLow) : (lag > 0 ? .lowHigh : .lowLow)
  }
}
