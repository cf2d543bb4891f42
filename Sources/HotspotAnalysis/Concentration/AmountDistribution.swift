/// How unevenly amounts are spread over units: shares of the largest, the fewest units that hold a
/// part, Gini's coefficient and its generalisation.
///
///     AmountDistribution([5, 2, 1, 0, 0, 0, 0, 0, 0, 0]).generalisedGini   // 0.75
///
/// Kept are the different amounts and how many units have each, because counts of incidents repeat:
/// resampling units is then dealing them to a few hundred groups.
///
/// Both coefficients are those of Bernasco & Steenbeek (2017), *Journal of Quantitative Criminology*
/// 33, https://doi.org/10.1007/s10940-016-9324-7
package struct AmountDistribution: Sendable, Equatable {
  /// The different amounts, from the smallest.
  package let amounts: [Double]
  /// How many units have each.
  package let counts: [Int]
  /// How many units there are.
  package let units: Int
  /// The sum of all units' amounts.
  package let total: Double

  /// Describes the amounts of units, none of which is negative.
  ///
  /// - Parameters:
  ///   - values: The amounts of units.
  ///   - empty: How many more units there are, with nothing.
  /// - Complexity: O(*n* log *n*) for *n* amounts.
  package init(_ values: [Double], empty: Int = 0) {
    var (amounts, counts) = empty > 0 ? ([0.0], [empty]) : ([], [])
    for value in values.sorted() {
      if amounts.last == value {
        counts[counts.count - 1] += 1
      } else {
        amounts.append(value)
        counts.append(1)
      }
    }
    self.init(amounts: amounts, counts: counts)
  }

  /// Describes how many units have each amount.
  ///
  /// - Parameters:
  ///   - amounts: Different amounts, from the smallest; none is negative.
  ///   - counts: How many units have each; amounts of no unit are allowed.
  package init(amounts: [Double], counts: [Int]) {
    precondition(
      amounts.count == counts.count && (amounts.first ?? 0) >= 0,
      "AmountDistribution: a negative amount, or one without a count")
    self.amounts = amounts
    self.counts = counts
    units = counts.reduce(0, +)
    // From the smallest up, so that the order of the units does not matter.
    total = zip(amounts, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
  }

  /// Returns the part of the sum that the largest amounts hold; `nil` if the sum is zero.
  package func share(ofTop top: Int) -> Double? {
    guard total > 0 else { return nil }
    var (left, sum) = (top, 0.0)
    for index in amounts.indices.reversed() where left > 0 {
      let taken = min(left, counts[index])
      sum += amounts[index] * Double(taken)
      left -= taken
    }
    return min(1, sum / total)
  }

  /// Returns how few units hold at least a percentage of the sum; `nil` if it is zero.
  package func fewest(holding percent: Double) -> Int? {
    guard total > 0 else { return nil }
    // Expected incidents add up but for rounding; whole numbers exactly.
    let needed = total * percent * (1 - 1e-12)
    var (taken, sum) = (0, 0.0)
    for index in amounts.indices.reversed() where amounts[index] > 0 {
      let amount = amounts[index]
      if (sum + amount * Double(counts[index])) * 100 >= needed {
        var more = max(1, Int(((needed / 100 - sum) / amount).rounded(.up)))
        while more > 1 && (sum + amount * Double(more - 1)) * 100 >= needed { more -= 1 }
        while (sum + amount * Double(more)) * 100 < needed && more < counts[index] { more += 1 }
        return taken + min(more, counts[index])
      }
      taken += counts[index]
      sum += amount * Double(counts[index])
    }
    return taken
  }

  /// Returns how many units have less than an amount.
  package func units(below limit: Double) -> Int {
    zip(amounts, counts).reduce(0) { $1.0 < limit ? $0 + $1.1 : $0 }
  }

  /// Gini's coefficient: 0 if all units have the same, towards 1 if one has all; `nil` if the sum is
  /// zero.
  package var gini: Double? { Self.gini(of: amounts, counts: counts, units: units, total: total) }

  /// Gini's coefficient against the most even spread that so few incidents allow, one in each of as
  /// many units as there are incidents; `nil` if there are none.
  package var generalisedGini: Double? {
    gini.map { Self.generalised($0, units: units, total: total) }
  }

  /// The part of all units and the part of the sum that the units hold together, from the largest
  /// amount: the ends of the straight pieces of the curve of Lorenz (1905), turned round.
  ///
  /// Begins with 0, 0 and ends with 1, 1; empty if the sum is zero.
  package var curve: [(units: Double, share: Double)] {
    guard total > 0 else { return [] }
    var (taken, sum) = (0, 0.0)
    var curve = [(units: 0.0, share: 0.0)]
    for index in amounts.indices.reversed() where counts[index] > 0 {
      taken += counts[index]
      sum += amounts[index] * Double(counts[index])
      curve.append((Double(taken) / Double(units), min(1, sum / total)))
    }
    curve[curve.count - 1] = (1, 1)
    return curve
  }

  // MARK: -

  /// Gini's coefficient of amounts in rising order.
  static func gini(of amounts: [Double], counts: [Int], units: Int, total: Double) -> Double? {
    guard total > 0 else { return nil }
    // Units of one amount on places r + 1 to r + m from the largest weigh m (n - 2 r - m) together;
    // whole numbers up to the division, so that equal amounts have exactly 0.
    var (above, weighted) = (0, 0.0)
    for index in amounts.indices.reversed() {
      let count = counts[index]
      weighted += Double(count) * Double(units - 2 * above - count) * amounts[index]
      above += count
    }
    return weighted / (Double(units) * total)
  }

  /// The generalised coefficient.
  static func generalised(_ gini: Double, units: Int, total: Double) -> Double {
    max(1, Double(units) / total) * (gini - 1) + 1
  }

  /// The generalised coefficient without one unit, for each amount that units have; `nil` if it is not
  /// defined for one of them, because no amount is left.
  ///
  /// - Complexity: O(*d*) for *d* different amounts.
  var generalisedGiniLeavingOut: [(value: Double, count: Int)]? {
    // The weight of all is the sum of place times amount; without a unit, those above it move down.
    var (place, weight) = (0, 0.0)
    for (amount, count) in zip(amounts, counts) {
      weight += amount * (Double(count) * Double(place) + Double(count) * Double(count + 1) / 2)
      place += count
    }
    var (upTo, sumUpTo) = (0, 0.0)
    var values: [(value: Double, count: Int)] = []
    for (amount, count) in zip(amounts, counts) where count > 0 {
      upTo += count
      sumUpTo += amount * Double(count)
      let (left, rest) = (Double(units - 1), total - amount)
      guard left > 0, rest > 0 else { return nil }
      let without = weight - Double(upTo) * amount - (total - sumUpTo)
      let gini = 2 * without / (left * rest) - (left + 1) / left
      values.append((Self.generalised(gini, units: units - 1, total: rest), count))
    }
    return values
  }
}
