package import Statistics

// The standard library does not promise that its own draws stay the same between versions, so the
// few that the samples need are written out, in whole numbers only.
extension SplitMix64 {
  /// Returns a whole number that is at least 0 and below a bound.
  ///
  /// The bias of the multiplication is below bound / 2^64, which no sample can show.
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "SplitMix64.below: the bound is not positive")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Returns a whole number of a range, each as likely as the others.
  package mutating func draw(from range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.count)
  }

  /// Returns whether an event of so many chances in a thousand happens.
  package mutating func happens(perThousand chances: Int) -> Bool { below(1000) < chances }

  /// Returns a number of a range, the middle likelier than the ends: the mean of three draws.
  package mutating func drawCentred(in range: ClosedRange<Int>) -> Int {
    let sum = draw(from: range) + draw(from: range) + draw(from: range)
    return sum / 3
  }
}

/// A choice among numbered alternatives, some likelier than others.
package struct WeightedChoice: Sendable {
  private var cumulative: [Int]

  /// Creates a choice in which each alternative is as likely as its weight says.
  ///
  /// - Parameter weights: Whole numbers, none negative, not all zero.
  package init(weights: [Int]) {
    var sum = 0
    cumulative = weights.map { weight in
      precondition(weight >= 0, "WeightedChoice: a negative weight")
      sum += weight
      return sum
    }
    precondition(sum > 0, "WeightedChoice: no weight is positive")
  }

  /// Returns the position of one alternative.
  ///
  /// - Complexity: O(log *n*) for *n* alternatives.
  package func draw(with generator: inout SplitMix64) -> Int {
    let target = generator.below(cumulative[cumulative.count - 1])
    var (low, high) = (0, cumulative.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
