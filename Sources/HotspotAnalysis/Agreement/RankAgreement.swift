import Statistics

/// How far two datasets agree on which areas, or which hours, hold most.
///
///     let agreement = RankAgreement([40, 30, 20, 10], [12, 11, 30, 10])
///     agreement.spearman   // 0.2
///
/// Nothing is said of datasets with fewer than ten incidents, and nothing of an area or an hour with
/// fewer than ten where it stands out.
///
/// Spearman (1904), https://doi.org/10.2307/1412159
package struct RankAgreement: Sendable, Equatable {
  /// How many areas, or hours, are compared.
  package let count: Int
  /// The incidents of the first dataset in all of them.
  package let firstTotal: Double
  /// The incidents of the second dataset in all of them.
  package let secondTotal: Double
  /// Spearman's coefficient: 1 where both have the same order, -1 where they have opposite ones.
  ///
  /// Equal counts share their mean rank. `nil` where there is none, see ``absence``.
  package let spearman: Double?
  /// How often a coefficient at least as far from zero comes up where the orders have nothing to do with
  /// each other; `nil` without a coefficient, and for fewer than ten areas or hours.
  ///
  /// Of Student's *t* with *n* - 2 degrees of freedom, *t* = *r* √((*n* - 2) / (1 - *r*²)), which suits ten
  /// or more and ties. Neighbours in space and time are alike, so that it is smaller than it should be.
  package let p: Double?
  /// Why there is no coefficient; `nil` if there is one.
  package let absence: Absence?
  /// What is in the first fifth of both, by the sum of its ranks, then by position.
  package let shared: [Place]
  /// What ranks at least a fifth of all apart, the furthest first, then by position.
  package let apart: [Place]

  /// The ranks of an area or an hour in both datasets.
  package struct Place: Sendable, Equatable {
    /// Its position.
    package let item: Int
    /// How many have more incidents in the first dataset, and 1.
    package let first: Int
    /// How many have more incidents in the second dataset, and 1.
    package let second: Int

    /// Describes a place.
    package init(item: Int, first: Int, second: Int) {
      (self.item, self.first, self.second) = (item, first, second)
    }

    /// How far the ranks are apart.
    package var distance: Int { abs(first - second) }
  }

  /// Why there is no coefficient.
  package enum Absence: Error, Sendable, Equatable {
    /// The first dataset has fewer than ten incidents.
    case fewInFirst
    /// The second dataset has fewer than ten incidents.
    case fewInSecond
    /// There are fewer than three areas or hours.
    case tooFew
    /// All have the same number of incidents in the first dataset.
    case firstIsConstant
    /// All have the same number of incidents in the second dataset.
    case secondIsConstant
  }

  /// The fewest areas or hours of which a coefficient is tested: Student's distribution does not suit the
  /// coefficients of fewer.
  package static let fewestTested = 10

  /// Compares two datasets.
  ///
  /// - Parameters:
  ///   - first: The incidents of the first dataset in each area or hour.
  ///   - second: The incidents of the second dataset in the same ones.
  /// - Complexity: O(*n* log *n*).
  package init(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "RankAgreement: columns differ in length")
    count = first.count
    (firstTotal, secondTotal) = (first.reduce(0, +), second.reduce(0, +))
    do throws(Absence) {
      let coefficient = try Self.coefficient(first, second, firstTotal, secondTotal)
      spearman = coefficient
      p = first.count < Self.fewestTested ? nil : Self.chance(of: coefficient, count: first.count)
      absence = nil
    } catch {
      (spearman, p, absence) = (nil, nil, error)
    }
    let ranks = (Self.ranks(first), Self.ranks(second))
    let places = first.indices.map { Place(item: $0, first: ranks.0[$0], second: ranks.1[$0]) }
    let fifth = Self.fifth(of: first.count)
    shared = places.filter { place in
      max(place.first, place.second) <= fifth
        && min(first[place.item], second[place.item]) >= Double(SmallNumbers.fewest)
    }.sorted { ($0.first + $0.second, $0.item) < ($1.first + $1.second, $1.item) }
    apart = places.filter { place in
      // What it has where it ranks higher is what would be spoken of.
      let leading = place.first < place.second ? first[place.item] : second[place.item]
      return place.distance >= max(1, fifth) && leading >= Double(SmallNumbers.fewest)
    }.sorted { (-$0.distance, $0.item) < (-$1.distance, $1.item) }
  }

  /// Returns how many of some areas or hours are the first fifth of them, rounded up.
  package static func fifth(of count: Int) -> Int { (count + 4) / 5 }

  /// Returns Spearman's coefficient.
  private static func coefficient(
    _ first: [Double], _ second: [Double], _ firstTotal: Double, _ secondTotal: Double
  ) throws(Absence) -> Double {
    if firstTotal < Double(SmallNumbers.fewest) { throw .fewInFirst }
    if secondTotal < Double(SmallNumbers.fewest) { throw .fewInSecond }
    do throws(Correlation.Absence) {
      return try Correlation(first.map(Optional.init), second.map(Optional.init)).spearman
    } catch {
      switch error {
      case .tooFewPairs: throw .tooFew
      case .firstIsConstant: throw .firstIsConstant
      case .secondIsConstant: throw .secondIsConstant
      }
    }
  }

  /// Returns how often a coefficient at least as far from zero comes up by chance.
  private static func chance(of coefficient: Double, count: Int) -> Double {
    let (freedom, rest) = (Double(count - 2), 1 - coefficient * coefficient)
    guard rest > 0 else { return 0 }
    return StudentDistribution.twoSidedP(
      of: coefficient * (freedom / rest).squareRoot(), degreesOfFreedom: freedom)
  }

  /// Returns the rank of each number from the largest down; equal ones share the better rank.
  private static func ranks(_ values: [Double]) -> [Int] {
    let order = values.indices.sorted { values[$0] > values[$1] }
    var ranks = [Int](repeating: 0, count: values.count)
    for (place, item) in order.enumerated() {
      let isTied = place > 0 && values[order[place - 1]] == values[item]
      ranks[item] = isTied ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
