/// Rates of areas, each drawn towards the overall rate as far as its small population leaves it
/// unsure.
///
/// The rate of a hundred residents jumps with every incident; that of ten thousand does not. So the
/// former tells less about the place, and is moved further.
///
///     EmpiricalBayesRates.rates(counts: [3, 0, 5, 10], populations: [100, 50, 200, 120])
///     // 0.0339, 0.0244, 0.0290, 0.0643
///
/// After Marshall (1991), https://doi.org/10.2307/2347593
package enum EmpiricalBayesRates {
  /// Returns the rates, incidents for each member of the population.
  ///
  /// - Parameters:
  ///   - counts: The incidents of each area; not negative.
  ///   - populations: Who or what could have been struck in each area, in the same order. An area
  ///     whose population is absent, zero or negative has no rate and takes no part in the overall
  ///     one.
  /// - Returns: The rates in the order of the areas, absent where there is no population.
  /// - Complexity: O(*n*) for *n* areas.
  package static func rates(counts: [Double], populations: [Double?]) -> [Double?] {
    precondition(
      counts.count == populations.count, "EmpiricalBayesRates: the columns differ in length")
    let areas = zip(counts, populations).map { count, population in
      population.flatMap { $0 > 0 && $0.isFinite ? (count: count, population: $0) : nil }
    }
    let known = areas.compactMap { $0 }
    let population = known.reduce(0.0) { $0 + $1.population }
    guard population > 0 else { return areas.map { _ in nil } }
    let overall = known.reduce(0.0) { $0 + $1.count } / population
    let spread =
      known.reduce(0.0) { sum, area in
        let off = area.count / area.population - overall
        return sum + area.population * off * off
      } / population
    let trueSpread = max(0, spread - overall / (population / Double(known.count)))
    return areas.map { area in
      guard let area else { return nil }
      let chance = overall / area.population
      // Without any incident both spreads are zero, and so is every rate.
      guard trueSpread + chance > 0 else { return overall }
      return overall + trueSpread / (trueSpread + chance) * (area.count / area.population - overall)
    }
  }
}
