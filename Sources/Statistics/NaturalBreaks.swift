/// Returns the upper bounds of the classes that differ least inside (Fisher–Jenks natural breaks).
///
/// Among all ways of cutting the sorted values into so many classes, the one with the smallest sum
/// of squared distances to the class means, found exactly. Where several are equally good, the one
/// whose cuts lie lowest, the last cut first.
///
///     naturalBreaks(of: [1, 2, 3, 10, 11, 50], classes: 3)  // [3, 11, 50]
///
/// After Fisher (1958), https://doi.org/10.1080/01621459.1958.10501479. Equal values are merged
/// into one with a weight, and each row of the table is filled by divide and conquer, because the
/// best last cut never moves left as the values are extended to the right.
///
/// - Parameters:
///   - values: Finite values in any order.
///   - classes: How many classes are wanted, at least 1; fewer come back when fewer values differ.
/// - Returns: The largest value of each class, increasing; empty without values.
/// - Complexity: O(*n* log *n* + *k* *m* log *m*) for *k* classes of *n* values, *m* of them
///   different, with a table of *k* *m* whole numbers.
package func naturalBreaks(of values: [Double], classes: Int) -> [Double] {
  precondition(classes >= 1, "naturalBreaks: fewer than one class")
  guard !values.isEmpty else { return [] }
  let runs = SortedRuns(of: values)
  let count = min(classes, runs.values.count)
  var best = (0..<runs.values.count).map { runs.squaredDeviations(from: 0, through: $0) }
  var cuts: [[Int]] = []
  for classIndex in 1..<max(count, 1) {
    var row = BestCuts(runs: runs, shorter: best, firstEnd: classIndex)
    row.fill()
    best = row.costs
    cuts.append(row.cuts)
  }
  var bounds: [Double] = []
  var end = runs.values.count - 1
  for row in cuts.reversed() {
    bounds.append(runs.values[end])
    end = row[end] - 1
  }
  bounds.append(runs.values[end])
  return bounds.reversed()
}

/// Different values in increasing order with the sums that give any stretch's squared deviations.
private struct SortedRuns {
  /// The different values, increasing.
  let values: [Double]
  /// How many of the original values lie before each different value, and in all at the end.
  private var weights: [Double] = [0]
  private var sums: [Double] = [0]
  private var squares: [Double] = [0]

  init(of values: [Double]) {
    let sorted = values.sorted()
    // Sums are taken about the middle value, so that squares of large numbers do not cancel.
    let origin = sorted[sorted.count / 2]
    var different: [Double] = []
    for value in sorted {
      let centred = value - origin
      if different.last == value {
        weights[weights.count - 1] += 1
        sums[sums.count - 1] += centred
        squares[squares.count - 1] += centred * centred
      } else {
        different.append(value)
        weights.append((weights.last ?? 0) + 1)
        sums.append((sums.last ?? 0) + centred)
        squares.append((squares.last ?? 0) + centred * centred)
      }
    }
    self.values = different
  }

  /// Returns the sum of squared distances to the mean of a stretch of different values.
  func squaredDeviations(from first: Int, through last: Int) -> Double {
    guard first < last else { return 0 }
    let weight = weights[last + 1] - weights[first]
    let sum = sums[last + 1] - sums[first]
    return max(0, squares[last + 1] - squares[first] - sum * sum / weight)
  }
}

/// One row of the table: for each end, the best cost with one class more and where it begins.
private struct BestCuts {
  let runs: SortedRuns
  /// The best cost of each end with one class fewer.
  let shorter: [Double]
  /// The smallest end that leaves every class a value.
  let firstEnd: Int
  private(set) var costs: [Double]
  /// The first value of the last class, for each end.
  private(set) var cuts: [Int]

  init(runs: SortedRuns, shorter: [Double], firstEnd: Int) {
    self.runs = runs
    self.shorter = shorter
    self.firstEnd = firstEnd
    costs = Array(repeating: .infinity, count: shorter.count)
    cuts = Array(repeating: 0, count: shorter.count)
  }

  mutating func fill() {
    fill(ends: firstEnd...(costs.count - 1), cutsWithin: firstEnd...(costs.count - 1))
  }

  /// Solves the middle end by trying every cut allowed, then both halves with narrower limits.
  private mutating func fill(ends: ClosedRange<Int>, cutsWithin limits: ClosedRange<Int>) {
    let middle = (ends.lowerBound + ends.upperBound) / 2
    for cut in limits.lowerBound...min(middle, limits.upperBound) {
      let cost = shorter[cut - 1] + runs.squaredDeviations(from: cut, through: middle)
      if cost < costs[middle] {
        costs[middle] = cost
        cuts[middle] = cut
      }
    }
    let cut = cuts[middle]
    if ends.lowerBound < middle {
      fill(ends: ends.lowerBound...(middle - 1), cutsWithin: limits.lowerBound...cut)
    }
    if middle < ends.upperBound {
      fill(ends: (middle + 1)...ends.upperBound, cutsWithin: cut...limits.upperBound)
    }
  }
}
