import Boundaries
import Cartography
import Statistics
package import Tables

/// The incidents of each area of a layer for so many people.
package struct AreaRates: Sendable {
  /// The population of each area; `nil` if the table has none.
  package let population: AreaValues
  /// How many people a rate is of.
  package let per: Double
  /// Incidents for each ``per`` people; `nil` for areas without people or of unknown population.
  package let rates: [Double?]
  /// The lowest and the highest long-run rate that the count is compatible with; `nil` as rates, and if
  /// incidents are expected rather than counted.
  package let limits: [(low: Double, high: Double)?]
  /// The rates drawn towards that of all areas; `nil` as rates.
  package let smoothed: [Double?]

  /// Divides the incidents of areas by their population.
  ///
  /// - Parameters:
  ///   - counts: The incidents of each area.
  ///   - expected: The incidents expected in the hours asked for; `nil` if all are counted.
  ///   - population: The population of each area.
  ///   - per: How many people a rate is of.
  /// - Complexity: O(*n* √*c*) for *n* areas with up to *c* incidents.
  init(counts: [Int], expected: [Double]?, population: AreaValues, per: Double) {
    let amounts = expected ?? counts.map(Double.init)
    let people = population.values.map { $0.flatMap { $0 > 0 ? $0 : nil } }
    self.population = population
    self.per = per
    rates = zip(amounts, people).map { amount, base in base.map { amount * per / $0 } }
    limits = zip(counts, people).map { count, base in
      guard expected == nil, let base else { return nil }
      let limits = PoissonLimits(ofCount: count)
      return (limits.low * per / base, limits.high * per / base)
    }
    smoothed = EmpiricalBayesRates(counts: amounts, bases: population.values).rates
      .map { $0.map { $0 * per } }
  }

  /// The columns `population`, `rate`, `rate_low`, `rate_high` and `rate_smoothed`.
  package var columns: [Column] {
    let people = population.values
    let areWhole = people.allSatisfy { $0.map { $0 == $0.rounded() && $0 < 1e15 } ?? true }
    return [
      Column(
        "population", areWhole ? .integers(people.map { $0.map { Int($0) } }) : .reals(people)),
      Column("rate", .reals(rates)),
      Column("rate_low", .reals(limits.map { $0?.low })),
      Column("rate_high", .reals(limits.map { $0?.high })),
      Column("rate_smoothed", .reals(smoothed)),
    ]
  }

  /// The people of all areas together.
  var total: Double { population.values.compactMap(\.self).reduce(0, +) }

  /// The word for several of the people.
  package var noun: String { PopulationNoun.plural(ofColumn: population.column) }

  /// What rates are of, in words: `per 1,000 residents`.
  package var unit: String {
    "per \(per == 1 ? "" : "\(Self.amount(per)) ")"
      + (per == 1 ? "head of \(noun)" : noun.hasPrefix("'") ? "of \(noun)" : noun)
  }

  /// Returns a number of people in words.
  static func amount(_ number: Double) -> String {
    NumberWords.decimal(number, places: min(2, NumberWords.places(of: number)))
  }
}
