package import Statistics

/// Scores each place by how much it and its neighbours together differ from the mean of all places.
///
/// A high score marks a place in the middle of high values: a hotspot. A low one marks a cold spot. A
/// single high value among low neighbours does not score high. The statistic is Gi*, whose
/// neighbourhood holds the place itself, with every member weighing the same.
///
///     let result = try GetisOrd().evaluate(counts, neighbours: grid.neighbours)
///     result.scores.z[17]            // 3.41
///     result.scores.classes[17]      // 3
///
/// The standard score is normal where many values of about one size are added. Where few incidents
/// are expected it is not, and takes noise for a hotspot: so the p-value that decides is the largest
/// of the score's own and of those of ``IncidentChance``, which hold at any count. Where permutations
/// are asked for, theirs takes the place of the score's.
///
/// After Getis & Ord (1992), https://doi.org/10.1111/j.1538-4632.1992.tb00261.x, and Ord & Getis
/// (1995), https://doi.org/10.1111/j.1538-4632.1995.tb00912.x
package struct GetisOrd: Sendable {
  /// The rearrangements of values for which p-values are counted, none where nil.
  package var permutations: ConditionalPermutations?

  /// Creates the method.
  package init(permutations: ConditionalPermutations? = nil) { self.permutations = permutations }

  /// The scores of places, in the order given.
  package struct Result: Sendable {
    /// The values scored.
    package let values: [Double?]
    /// The number of neighbours with a value, the place itself not counted.
    package let neighbourCounts: [Int]
    /// The scores and what follows from them.
    package let scores: LocalScores
    /// The folded one-sided p-values by permutation, where asked for; they keep the place's own
    /// value and permute the others.
    package let permutationP: [Double?]?
  }

  /// Scores places.
  ///
  /// z_i = (Σ_j x_j - x̄ W_i) / (S √((n W_i - W_i²) / (n - 1))) with j over the place and its
  /// neighbours, W_i their number, x̄ and S the mean and the standard deviation of all *n* places.
  ///
  /// - Parameters:
  ///   - values: The value of each place: a count, a rate, a weight. Places without one (nil) are
  ///     left out altogether.
  ///   - neighbours: The neighbours of the places in the same order.
  ///   - chance: What chance would give the places, where values are counts or follow from such; nil
  ///     leaves the decision to the score, or to the permutations.
  /// - Returns: One row for each place. A place without a neighbour has no score, nor has one
  ///   whose neighbours are all other places; both count in *n*, the mean and the deviation.
  /// - Throws: ``LocalStatisticError/noVariation(places:)`` when all values are equal,
  ///   ``LocalStatisticError/badValue(row:)`` for one that is no usable number,
  ///   ``LocalStatisticError/differingCounts(values:places:)`` for columns of different length.
  /// - Complexity: O(*m* + *n* log *n*) for *n* places and *m* pairs, and for permutations what
  ///   ``Statistics/ConditionalPermutations`` says.
  package func evaluate(
    _ values: [Double?], neighbours: Neighbours, chance: IncidentChance? = nil
  ) throws(LocalStatisticError) -> Result {
    let places = try UnitValues(values, neighbours: neighbours)
    let count = Double(places.count)
    let deviation = places.variance.squareRoot()
    let sums = places.neighbours.sums(of: places.deviations)
    let z = (0..<places.count).map { place -> Double? in
      let degree = places.neighbours.degree(of: place)
      guard degree > 0, degree < places.count - 1 else { return nil }
      let weight = Double(degree + 1)
      let spread = ((count * weight - weight * weight) / (count - 1)).squareRoot()
      return (places.deviations[place] + sums[place]) / (deviation * spread)
    }
    let scores = places.spread(z)
    let tails = permutations.map { permutations in
      places.spread(countedTails(of: places, tested: z, permutations))
    }
    return Result(
      values: values, neighbourCounts: places.neighbourCounts,
      scores: LocalScores(z: scores) { row, normal in
        let isHigh = (scores[row] ?? 0) > 0
        let own = tails?[row]?.oneSidedP(isHigh: isHigh) ?? normal
        let thrown = chance?.tail(around: row, neighbours[row], isHigh: isHigh)
        return max(own, thrown ?? 0)
      },
      permutationP: tails.map { $0.map { $0?.foldedP } })
  }

  /// Counts the permutations on either side of the places that have a score.
  private func countedTails(
    of places: UnitValues, tested: [Double?], _ permutations: ConditionalPermutations
  ) -> [PermutationTail?] {
    // The place's own value is in both sums and in all draws, and so is left out.
    let tails = permutations.tails(
      of: places.values, sampleSizes: places.neighbours.degrees,
      sums: places.neighbours.sums(of: places.values))
    return zip(tails, tested).map { tail, z in z == nil ? nil : tail }
  }
}
