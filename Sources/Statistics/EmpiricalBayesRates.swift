/// Rates of places drawn towards the rate of all, the more the fewer people a place has.
///
/// A place of few people has a high or a low rate by chance more often than one of many. The
/// variance among rates beyond what chance alone would give tells how far to believe each
/// (Marshall 1991, Applied Statistics 40, https://doi.org/10.2307/2347593, the global estimator).
package struct EmpiricalBayesRates: Sendable, Equatable {
  /// The rate of all places together.
  package let mean: Double
  /// The variance among the places' rates beyond that of chance; zero if they vary no more.
  package let variance: Double
  /// The rate of each place; `nil` for places without people.
  package let rates: [Double?]

  /// Estimates the rates.
  ///
  /// - Parameters:
  ///   - counts: The events of each place.
  ///   - bases: The people of each place, not below zero; `nil` if they are not known. Places that
  ///     have none, or where they are not known, are left out of all sums.
  /// - Complexity: O(*n*).
  package init(counts: [Double], bases: [Double?]) {
    precondition(counts.count == bases.count, "EmpiricalBayesRates: a place without a base")
    let known = bases.map { $0.flatMap { $0 > 0 ? $0 : nil } }
    let pairs = zip(counts, known).compactMap { count, base in base.map { (count, $0) } }
    let people = pairs.reduce(0) { $0 + $1.1 }
    guard people > 0 else {
      (mean, variance, rates) = (0, 0, known.map { _ in nil })
      return
    }
    let mean = pairs.reduce(0) { $0 + $1.0 } / people
    let spread =
      pairs.reduce(0) { sum, pair in
        let distance = pair.0 / pair.1 - mean
        return sum + pair.1 * distance * distance
      } / people
    let variance = max(0, spread - mean / (people / Double(pairs.count)))
    self.mean = mean
    self.variance = variance
    rates = zip(counts, known).map { count, base in
      guard let base else { return nil }
      if variance == 0 { return mean }
      return mean + variance / (variance + mean / base) * (count / base - mean)
    }
  }
}
