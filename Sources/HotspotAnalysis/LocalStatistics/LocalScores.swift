import Statistics

/// Standard scores of places, and how far each stands out from chance.
///
/// Rows are the places in the order given. A place without a score was not tested: it is absent from
/// every column and not counted among the tests for which p-values are adjusted.
package struct LocalScores: Sendable, Equatable {
  /// The standard scores: how many standard deviations above what chance would give.
  package let z: [Double?]
  /// How often a score at least as far from 0, on either side, comes up by chance.
  package let p: [Double?]
  /// The same adjusted for having tested every place, after Benjamini and Hochberg.
  package let adjustedP: [Double?]

  /// Computes what follows from scores.
  ///
  /// - Complexity: O(*n* log *n*) for *n* places.
  package init(z: [Double?]) {
    self.z = z
    p = z.map { z in z.map { NormalDistribution.twoSidedP(of: $0) } }
    adjustedP = FalseDiscoveryRate.adjusted(p)
  }

  /// The number of places tested.
  package var testCount: Int { z.count { $0 != nil } }

  /// The classes by the adjusted p-values: 3, 2, 1 at most 0.01, 0.05, 0.10, negative below what
  /// chance would give, else 0.
  package var classes: [Int?] {
    zip(adjustedP, z).map { p, z in
      guard let p, let z else { return nil }
      let size = p <= 0.01 ? 3 : p <= 0.05 ? 2 : p <= 0.1 ? 1 : 0
      return z < 0 ? -size : size
    }
  }
}
