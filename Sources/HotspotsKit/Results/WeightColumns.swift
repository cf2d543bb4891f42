import Assignment
package import Tables

extension Column {
  /// Returns the columns of weights: `weight`, `weight_share`, `weight_rank`.
  ///
  /// - Parameters:
  ///   - weights: What each row weighs.
  ///   - total: What all of them weigh; shares are none where that is nothing.
  /// - Returns: The columns.
  package static func weights(_ weights: [Double], of total: Double) -> [Column] {
    [
      Column("weight", .reals(weights)),
      Column("weight_share", .reals(weights.map { total > 0 ? $0 / total : nil })),
      Column("weight_rank", .integers(weightRanks(weights))),
    ]
  }

  /// Returns each weight's place from the largest down; equal values share one.
  ///
  /// Sums of fractions that are equal on paper may differ in their last digits: they are equal here
  /// where they agree to twelve digits of the largest.
  package static func weightRanks(_ weights: [Double]) -> [Int] {
    let unit = (weights.max() ?? 0) / 1e12
    return LayerCounts.ranks(weights.map { unit > 0 ? ($0 / unit).rounded() : 0 })
  }
}
