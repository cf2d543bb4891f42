/// How far areas lie above or below the mean in several respects, and in all of them together.
///
/// In each respect an area has 100 times its value over the mean of the areas, so that 100 is average and
/// 200 is twice as much; its index is the mean of these. Where a low value is the bad one the scores are
/// turned round at the mean: an area as far below it as another above changes places with it, and the
/// mean stays 100. (100 times the mean over the value would do the same for small differences, but grows
/// beyond all bounds towards a value of zero.)
///
/// After the vulnerable localities index of Chainey (2008), *Policing* 2(2),
/// https://doi.org/10.1093/police/pan023
package struct IndexScores: Sendable, Equatable {
  /// The mean of each respect over the areas that have a value.
  package let means: [Double]
  /// The scores of each respect, by area; `nil` without a value.
  package let scores: [[Double?]]
  /// The index of each area; `nil` if it lacks a value in any respect.
  package let index: [Double?]
  /// The place of each area from the highest index down, shared by equal ones: 1, 2, 2, 4.
  package let ranks: [Int?]

  /// Why there is no score: a respect has a mean that nothing can be compared with.
  package struct Fault: Error, Equatable {
    /// The position of the respect.
    package let respect: Int
    /// Its mean; `nil` without a value.
    package let mean: Double?
  }

  /// Scores areas.
  ///
  /// - Parameter respects: The values of each area, and whether a low one is the bad one.
  /// - Throws: ``Fault`` for a mean that is not above zero.
  /// - Complexity: O(*n* log *n*) for *n* areas.
  package init(_ respects: [(values: [Double?], isTurned: Bool)]) throws(Fault) {
    var (means, scores) = ([Double](), [[Double?]]())
    for (position, respect) in respects.enumerated() {
      let present = respect.values.compactMap(\.self)
      let mean = present.reduce(0, +) / Double(present.count)
      guard mean > 0 else { throw Fault(respect: position, mean: present.isEmpty ? nil : mean) }
      means.append(mean)
      scores.append(
        respect.values.map { value in
          value.map { respect.isTurned ? 200 - 100 * $0 / mean : 100 * $0 / mean }
        })
    }
    self.means = means
    self.scores = scores
    let areas = scores.first?.indices ?? 0..<0
    index = areas.map { area in
      let own = scores.compactMap { $0[area] }
      return own.count == scores.count ? own.reduce(0, +) / Double(own.count) : nil
    }
    ranks = Self.ranks(index)
  }

  /// Returns each number's place from the largest down; numbers that differ by rounding share one.
  private static func ranks(_ index: [Double?]) -> [Int?] {
    let order = index.indices.compactMap { area in index[area].map { (area: area, value: $0) } }
      .sorted { ($1.value, $0.area) < ($0.value, $1.area) }
    var ranks = [Int?](repeating: nil, count: index.count)
    for (place, own) in order.enumerated() {
      let isTie =
        place > 0 && order[place - 1].value - own.value <= 1e-9 * max(1, abs(own.value))
      ranks[own.area] = isTie ? ranks[order[place - 1].area] : place + 1
    }
    return ranks
  }
}
