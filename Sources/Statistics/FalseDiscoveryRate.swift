/// The adjustment of many p-values for having looked many times.
package enum FalseDiscoveryRate {
  /// Returns p-values adjusted by Benjamini and Hochberg's method.
  ///
  /// Of the places whose adjusted value is at most 0.05, at most 5 in 100 are expected to be there
  /// by chance alone, where the tests are independent or lean the same way, as those of neighbours do.
  ///
  ///     FalseDiscoveryRate.adjusted([0.01, 0.02, 0.03, 0.5, 0.001])
  ///     // 0.025, 0.0333, 0.0375, 0.5, 0.005
  ///
  /// The adjusted value of the *k*-th smallest of *m* is the least of *m* p_j / *j* over all *j* from
  /// *k* on, and at most 1. Equal p-values have equal adjusted ones.
  /// After Benjamini & Hochberg (1995), https://doi.org/10.1111/j.2517-6161.1995.tb02031.x, and for
  /// maps Caldas de Castro & Singer (2006), https://doi.org/10.1111/j.0016-7363.2006.00682.x
  ///
  /// - Parameter p: The p-values; an absent one was not tested and is not counted in *m*.
  /// - Returns: The adjusted values in the same order, `nil` where the p-value is.
  /// - Complexity: O(*n* log *n*) for *n* values.
  package static func adjusted(_ p: [Double?]) -> [Double?] {
    var tests: [(p: Double, row: Int)] = []
    tests.reserveCapacity(p.count)
    for (row, value) in p.enumerated() {
      guard let value else { continue }
      precondition(value >= 0 && value <= 1, "FalseDiscoveryRate: a p-value not from 0 to 1")
      tests.append((value, row))
    }
    tests.sort { ($0.p, $0.row) < ($1.p, $1.row) }
    var result = [Double?](repeating: nil, count: p.count)
    var least = 1.0
    for rank in stride(from: tests.count, to: 0, by: -1) {
      let test = tests[rank - 1]
      least = min(least, test.p * Double(tests.count) / Double(rank))
      result[test.row] = least
    }
    return result
  }
}
