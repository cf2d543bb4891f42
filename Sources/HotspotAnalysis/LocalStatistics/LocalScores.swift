import Statistics

/// Standard scores of places, and how far each stands out from chance.
///
/// Rows are the places in the order given. A place without a score was not tested: it is absent from
/// every column and not counted among the tests for which p-values are adjusted.
public struct LocalScores: Sendable, Equatable {
  /// The standard scores: how many standard deviations above what chance would give.
  public let z: [Double?]
  /// How often a score at least as far from 0, on either side, comes up by chance, were scores
  /// normally distributed; they are not where values are few or mostly zero.
  public let normalP: [Double?]
  /// How often as much comes up by chance, on either side, by the test that decides.
  public let p: [Double?]
  /// The same adjusted for having tested every place, after Benjamini and Hochberg.
  public let adjustedP: [Double?]

  /// Computes what follows from scores.
  ///
  /// - Parameters:
  ///   - z: The scores.
  ///   - tail: Gives how often as much or more, for scores below 0 as little or less, comes up by
  ///     chance, by the test that decides, from the row of a place and its normal probability of that
  ///     side. It is doubled: the other side would have been noticed too.
  /// - Complexity: O(*n* log *n*) for *n* places.
  package init(z: [Double?], tail: (_ row: Int, _ normal: Double) -> Double = { $1 }) {
    self.z = z
    normalP = z.map { z in z.map { NormalDistribution.twoSidedP(of: $0) } }
    p = zip(z.indices, normalP).map { row, normal in
      normal.map { z[row] == 0 ? 1 : min(1, 2 * tail(row, $0 / 2)) }
    }
    adjustedP = FalseDiscoveryRate.adjusted(p)
  }

  /// The number of places tested.
  public var testCount: Int { z.count { $0 != nil } }

  /// The classes by the adjusted p-values: 3, 2, 1 at most 0.01, 0.05, 0.10, negative below what
  /// chance would give, else 0.
  public var classes: [Int?] {
    zip(adjustedP, z).map { p, z in
      guard let p, let z else { return nil }
      let size = p <= 0.01 ? 3 : p <= 0.05 ? 2 : p <= 0.1 ? 1 : 0
      return z < 0 ? -size : size
    }
  }
}
