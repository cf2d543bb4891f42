/// How many of each side of pairs have two incidents or more.
struct PairSides {
  /// Of the first side those with two or more, and all.
  let first: (repeated: Int, all: Int)
  /// The same of the second side.
  let second: (repeated: Int, all: Int)
  /// The incidents of which both sides have two or more.
  let incidents: Int

  /// Counts.
  ///
  /// - Complexity: O(*n*) for *n* pairs.
  init(of tally: RepeatTally) {
    var sums: [[UInt32: Int]] = [[:], [:]]
    let pairs = tally.counts.pairs.keys
    func parts(_ pair: UInt64) -> [UInt32] {
      [UInt32(pair >> 32), UInt32(truncatingIfNeeded: pair)]
    }
    for (pair, count) in zip(pairs, tally.incidents) {
      for (side, value) in parts(pair).enumerated() { sums[side][value, default: 0] += count }
    }
    func amount(_ sums: [UInt32: Int]) -> (repeated: Int, all: Int) {
      (sums.values.count { $0 >= 2 }, sums.count)
    }
    (first, second) = (amount(sums[0]), amount(sums[1]))
    incidents = zip(pairs, tally.incidents).reduce(0) { sum, pair in
      let isRepeated = parts(pair.0).enumerated().allSatisfy { sums[$0][$1] ?? 0 >= 2 }
      return sum + (isRepeated ? pair.1 : 0)
    }
  }
}
