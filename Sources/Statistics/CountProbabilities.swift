import Glibc

/// Poisson's probabilities of the counts around a mean, as far out as they matter.
struct CountProbabilities {
  /// The count of the first probability.
  let first: Int
  /// The probabilities of this and the following counts.
  let values: [Double]
  /// The sums of the probabilities before each count, and the whole at the end.
  let below: [Double]
  /// The sums of the probabilities of each count and all after it, and 0 at the end.
  let from: [Double]

  /// Computes the probabilities.
  ///
  /// - Parameters:
  ///   - mean: The mean, above zero.
  ///   - rarest: Counts that are rarer than this, beside the most probable one, are left out.
  init(mean: Double, downTo rarest: Double) {
    // Near the smallest number nothing can be multiplied further.
    let rarest = max(rarest, 1024 * Double.leastNonzeroMagnitude)
    let mode = Int(mean)
    // From the most probable count outwards, each from its neighbour.
    var fewer: [Double] = []
    var value = 1.0
    while fewer.count < mode {
      value *= Double(mode - fewer.count) / mean
      if value < rarest { break }
      fewer.append(value)
    }
    var more = [1.0]
    value = 1
    while true {
      value *= mean / Double(mode + more.count)
      if value < rarest { break }
      more.append(value)
    }
    first = mode - fewer.count
    let shape = fewer.reversed() + more
    let total = shape.reduce(0, +)
    let values = shape.map { $0 / total }
    // Each tail from its far end, so that its small sums keep their digits.
    var below = [0.0]
    for value in values { below.append(below[below.count - 1] + value) }
    var from = [0.0]
    for value in values.reversed() { from.append(from[from.count - 1] + value) }
    self.values = values
    self.below = below
    self.from = from.reversed()
  }

  /// Returns the logarithm of the probability of a count.
  static func logarithm(of count: Int, mean: Double) -> Double {
    Double(count) * log(mean) - mean - lgamma(Double(count) + 1)
  }
}
