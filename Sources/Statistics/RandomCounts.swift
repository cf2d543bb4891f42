import Glibc

extension SplitMix64 {
  /// Returns how many of a number of independent trials succeed.
  ///
  /// By inversion: a part of all possible outcomes is drawn, and the outcomes are gone through until
  /// they reach it, from none upwards where few succeed, else from the likeliest outwards.
  ///
  /// - Parameters:
  ///   - trials: How many there are.
  ///   - chance: How often each succeeds, from 0 to 1.
  /// - Returns: The successes.
  /// - Complexity: O(√*m*) where *m* succeed on average.
  package mutating func nextSuccesses(of trials: Int, chance: Double) -> Int {
    precondition(trials >= 0 && chance >= 0 && chance <= 1, "SplitMix64: no such trials")
    if chance > 0.5 { return trials - nextSuccesses(of: trials, chance: 1 - chance) }
    if trials == 0 || chance == 0 { return 0 }
    let odds = chance / (1 - chance)
    var rest = nextUnit()
    guard Double(trials) * chance > Self.fewSuccesses else {
      var term = exp(Double(trials) * log1p(-chance))
      var count = 0
      while rest >= term && count < trials {
        rest -= term
        term *= Double(trials - count) / Double(count + 1) * odds
        count += 1
      }
      return count
    }
    let likeliest = min(trials, Int(Double(trials + 1) * chance))
    let most = BinomialDistribution(trials: trials, chance: chance).exactly(likeliest)
    var (up, down) = (likeliest, likeliest)
    var (above, below) = (most, most)
    rest -= most
    // The terms fall to nothing on both sides: what rounding leaves of the rest goes to the likeliest.
    while rest >= 0 && (above > 0 || below > 0) {
      above *= Double(trials - up) / Double(up + 1) * odds
      up += 1
      rest -= above
      if rest < 0 { return up }
      below *= Double(down) / (Double(trials - down + 1) * odds)
      down -= 1
      rest -= below
      if rest < 0 { return down }
    }
    return likeliest
  }

  /// Deals a number of things at random to groups, each thing by itself with chances in proportion to
  /// the groups' sizes.
  ///
  /// - Parameters:
  ///   - things: How many there are.
  ///   - sizes: The sizes of the groups, not negative; one at least is not 0.
  /// - Returns: How many things each group gets, a draw of the multinomial distribution.
  /// - Complexity: That of as many draws of ``nextSuccesses(of:chance:)`` as there are groups.
  package mutating func nextCounts(of things: Int, sizes: [Int]) -> [Int] {
    var size = sizes.reduce(0, +)
    var left = things
    return sizes.map { part in
      guard left > 0, part > 0 else { return 0 }
      let count =
        part == size ? left : nextSuccesses(of: left, chance: Double(part) / Double(size))
      size -= part
      left -= count
      return count
    }
  }

  /// Where so few succeed on average, going up from none takes fewer steps than computing the
  /// likeliest takes.
  private static var fewSuccesses: Double { 16 }
}
