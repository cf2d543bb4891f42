/// How closely two columns of numbers go together: from -1 over 0 to 1.
package struct Correlation: Sendable, Equatable {
  /// How many pairs have both numbers.
  package let pairs: Int
  /// Pearson's coefficient: how close the pairs lie to a line.
  package let pearson: Double
  /// Spearman's coefficient: Pearson's of the ranks, equal numbers sharing their mean rank.
  package let spearman: Double

  /// Why there is no coefficient.
  package enum Absence: Error, Sendable, Equatable {
    /// Fewer than three pairs have both numbers.
    case tooFewPairs(Int)
    /// All numbers of the first column are equal.
    case firstIsConstant
    /// All numbers of the second column are equal.
    case secondIsConstant
  }

  /// The fewest pairs: two always lie on a line.
  package static let fewestPairs = 3

  /// Computes the coefficients of the pairs that have both numbers.
  ///
  /// - Parameters:
  ///   - first: The first column; `nil` where there is no number.
  ///   - second: The second column, as long.
  /// - Throws: ``Absence``.
  /// - Complexity: O(*n* log *n*).
  package init(_ first: [Double?], _ second: [Double?]) throws(Absence) {
    precondition(first.count == second.count, "Correlation: columns differ in length")
    let both = zip(first, second).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    let (x, y) = (both.map(\.0), both.map(\.1))
    guard both.count >= Self.fewestPairs else { throw .tooFewPairs(both.count) }
    if x.allSatisfy({ $0 == x[0] }) { throw .firstIsConstant }
    if y.allSatisfy({ $0 == y[0] }) { throw .secondIsConstant }
    pairs = both.count
    pearson = Self.coefficient(x, y)
    spearman = Self.coefficient(Self.meanRanks(x), Self.meanRanks(y))
  }

  /// Returns Pearson's coefficient of columns that vary.
  private static func coefficient(_ x: [Double], _ y: [Double]) -> Double {
    let (a, b) = (deviations(x), deviations(y))
    func product(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let result = product(a, b) / (product(a, a) * product(b, b)).squareRoot()
    return min(1, max(-1, result))
  }

  /// Returns how far numbers lie from their mean, in units of the farthest, so that squares neither
  /// overflow nor vanish.
  private static func deviations(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
    let rough = values.map { $0 - mean }
    // The mean is rounded; what it is off shows in the sum of the deviations.
    let rest = rough.reduce(0, +) / Double(values.count)
    let exact = rough.map { $0 - rest }
    let largest = exact.reduce(0) { max($0, abs($1)) }
    return largest > 0 ? exact.map { $0 / largest } : exact
  }

  /// Returns each number's place from the smallest up; equal numbers share the mean of theirs.
  package static func meanRanks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
