/// Random rearrangements of values over places, in which one place at a time keeps its own.
///
/// For each place the question is how often a random draw of as many *other* places' values as it
/// has neighbours adds up to what its neighbours add up to, or more. That is the conditional
/// permutation of local statistics: a place's own value stays, the others are dealt anew.
///
///     let permutations = ConditionalPermutations(count: 999, seed: 1)
///     let tails = permutations.tails(of: values, sampleSizes: degrees, sums: neighbourSums)
///     tails[17].foldedP          // 0.004
///
/// Every draw is without replacement and equally likely. The same draws serve all places, as in
/// PySAL: each place's p-value is as good as with its own, but those of two places are not
/// independent of each other, which the adjustment for many tests tolerates. The draw of a place
/// with few neighbours is the beginning of the draw of one with more. Places with very many
/// neighbours get draws of their own, from a generator seeded by the seed and the place.
///
/// After Anselin (1995), https://doi.org/10.1111/j.1538-4632.1995.tb00338.x
package struct ConditionalPermutations: Sendable {
  /// The number of rearrangements, 999 where nothing else is said.
  package let count: Int
  /// What the draws follow from: the same seed gives the same draws on any machine.
  package let seed: UInt64

  /// Creates rearrangements.
  ///
  /// - Parameters:
  ///   - count: How many, at least 1.
  ///   - seed: What the draws follow from.
  package init(count: Int, seed: UInt64) {
    precondition(count >= 1, "ConditionalPermutations: no permutations")
    self.count = count
    self.seed = seed
  }

  /// Counts for each place the draws that reach the sum of its neighbours' values.
  ///
  /// Two sums that differ by no more than adding in another order can make them differ are a tie;
  /// whole numbers so tie exactly when they are equal.
  ///
  /// - Parameters:
  ///   - values: The places' values; finite.
  ///   - sampleSizes: How many values are drawn for each place; fewer than there are places.
  ///   - sums: The sum of the values of each place's neighbours.
  /// - Returns: The counts in the order of the places; for a sample size of 0 all draws tie.
  /// - Complexity: O(*n* *r* + *r* *k*²) for *n* places, *r* permutations and *k* neighbours at most;
  ///   where a few places have many more neighbours than others, the sum of theirs times *r* stands
  ///   for their part of it. Memory is O(*n* + *r* *k*).
  package func tails(
    of values: [Double], sampleSizes: [Int], sums: [Double]
  ) -> [PermutationTail] {
    let places = values.count
    precondition(
      sampleSizes.count == places && sums.count == places,
      "ConditionalPermutations: the columns differ in length")
    precondition(
      sampleSizes.allSatisfy { $0 >= 0 && $0 < max(places, 1) },
      "ConditionalPermutations: a sample larger than what it is drawn from")
    let largest = values.reduce(0.0) { max($0, abs($1)) }
    let shared = largestSharedSample(sampleSizes)
    var draws = SharedDraws(
      values: values, size: shared, count: count, generator: SplitMix64(seed: seed))
    return (0..<places).map { place in
      draws.moveOn(to: place)
      let size = sampleSizes[place]
      let observed = ObservedSum(sums[place], size: size, largest: largest)
      return size <= shared
        ? draws.tail(size: size, reaching: observed)
        : ownTail(of: values, place: place, size: size, reaching: observed)
    }
  }

  /// Returns the sample size up to which sharing the draws costs least.
  ///
  /// Keeping shared sums up to date costs half the square of the largest shared size for each
  /// permutation; a place with draws of its own costs about three times its sample size.
  private func largestSharedSample(_ sizes: [Int]) -> Int {
    let rising = sizes.sorted()
    var own = 3.0 * rising.reduce(0.0) { $0 + Double($1) }
    var best = (cost: own, size: 0)
    for size in rising {
      own -= 3 * Double(size)
      let cost = own + Double(size) * Double(size) / 2
      if cost <= best.cost { best = (cost, size) }
    }
    return best.size
  }

  /// Counts a place's draws from a generator of its own.
  private func ownTail(
    of values: [Double], place: Int, size: Int, reaching sum: ObservedSum
  ) -> PermutationTail {
    var mixer = SplitMix64(seed: seed)
    var generator = SplitMix64(seed: mixer.next() ^ UInt64(place))
    var others = values
    others.remove(at: place)
    var tail = PermutationTail(count: count, atLeast: 0, atMost: 0)
    for _ in 0..<count {
      var drawn = 0.0
      for position in 0..<size {
        others.swapAt(position, position + generator.nextIndex(below: others.count - position))
        drawn += others[position]
      }
      if drawn >= sum.low { tail.atLeast += 1 }
      if drawn <= sum.high { tail.atMost += 1 }
    }
    return tail
  }
}

/// What was observed, and the range of sums that are equal to it but for the order of adding.
struct ObservedSum {
  /// The least sum that counts as equal.
  let low: Double
  /// The largest sum that counts as equal.
  let high: Double

  /// Creates a range from the bound of what rounding can do to a sum of a number of terms.
  init(_ sum: Double, size: Int, largest: Double) {
    // Each of two sums is off by at most (k - 1) times u = 2^-53 of the sum of k sizes.
    let slack = Double(size) * Double(size) * largest * 0x1p-52
    low = sum - slack
    high = sum + slack
  }
}

/// How many of a number of random draws lie on either side of what was observed.
package struct PermutationTail: Sendable, Equatable {
  /// The number of draws.
  package var count: Int
  /// The draws that reach the observed sum or exceed it.
  package var atLeast: Int
  /// The draws that reach the observed sum or stay below it.
  package var atMost: Int

  /// Creates a count of draws.
  package init(count: Int, atLeast: Int, atMost: Int) {
    self.count = count
    self.atLeast = atLeast
    self.atMost = atMost
  }

  /// The folded one-sided p-value: (min(U, L) + 1) / (P + 1), where U of P draws reach at least what
  /// was observed and L at most.
  ///
  /// Without ties it is 0.5 at most: double it before calling it two-sided. Ties count on both sides.
  /// PySAL and GeoDa count them above only, which is the same where there are none; but in sparse
  /// counts a place among zeros, as most draws are, would be as rare as can be, because no draw is
  /// lower.
  package var foldedP: Double { Double(min(atLeast, atMost) + 1) / Double(count + 1) }

  /// The p-value of one side, chosen beforehand.
  ///
  /// - Parameter isHigh: Whether draws count that reach what was observed or exceed it; else those that
  ///   reach it or stay below.
  /// - Returns: (U + 1) / (P + 1) or (L + 1) / (P + 1).
  package func oneSidedP(isHigh: Bool) -> Double {
    Double((isHigh ? atLeast : atMost) + 1) / Double(count + 1)
  }
}

extension SplitMix64 {
  /// Returns a whole number that is at least 0 and below a bound, each equally likely to 2^-64.
  package mutating func nextIndex(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
