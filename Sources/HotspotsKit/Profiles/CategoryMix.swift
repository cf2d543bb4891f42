package import Assignment
package import HotspotAnalysis

/// What each area's incidents are made of, beside what all incidents are.
///
/// Amounts are incidents, or with hours asked for what is expected of them.
package struct CategoryMix: Sendable {
  /// The incidents of each category in each area.
  package let amounts: [[Double]]
  /// All incidents of each area.
  package let byArea: [Double]
  /// All incidents of each category.
  package let byCategory: [Double]
  /// All incidents.
  package let total: Double
  /// The place of each area in each category, 1 for the most; areas with as many share a place.
  package let ranks: [[Int]]

  /// Takes counts.
  ///
  /// - Parameter counts: The incidents of the areas, by category.
  /// - Complexity: O(*k* *n* log *n*) for *n* areas and *k* categories.
  package init(_ counts: LayerCounts) {
    byArea = counts.amounts
    amounts =
      counts.expectedByCategory.isEmpty
      ? counts.byCategory.map { $0.map(Double.init) }
      : counts.expectedByCategory.map { $0.map(\.expected) }
    byCategory = amounts.map { $0.reduce(0, +) }
    total = byArea.reduce(0, +)
    ranks = amounts.map(LayerCounts.ranks)
  }

  /// Returns a category's quotient in an area; `nil` if one of them has no incident.
  package func quotient(of category: Int, in area: Int) -> LocationQuotient? {
    LocationQuotient(
      of: amounts[category][area], area: byArea[area], category: byCategory[category], all: total)
  }

  /// Returns an area's categories, those with most incidents first; equal ones in the order of the list,
  /// those without incidents not at all.
  package func leading(in area: Int) -> [Int] {
    amounts.indices.filter { amounts[$0][area] > 0 }.sorted {
      (amounts[$1][area], $0) < (amounts[$0][area], $1)
    }
  }

  /// Returns the categories that are over-represented in an area: a quotient above 1 with its whole
  /// interval, from ten incidents at least; the highest quotient first.
  package func overRepresented(in area: Int) -> [(category: Int, quotient: LocationQuotient)] {
    amounts.indices.compactMap { category in
      guard amounts[category][area] >= Self.fewest, let quotient = quotient(of: category, in: area),
        quotient.isAbove
      else { return nil }
      return (category, quotient)
    }.sorted { ($1.quotient.value, $0.category) < ($0.quotient.value, $1.category) }
  }

  /// A category in which an area is among the leading ones.
  package struct Place: Sendable, Equatable {
    /// The category.
    package let category: Int
    /// The area's place among all areas, 1 to 3.
    package let rank: Int
    /// How many other areas have as many incidents and so the same place.
    package let level: Int
  }

  /// Returns the categories in which an area is among the first three of all areas, with ten incidents
  /// at least; by place, equal ones in the order of the list.
  package func leadingPlaces(of area: Int) -> [Place] {
    amounts.indices.filter {
      amounts[$0][area] >= Self.fewest && ranks[$0][area] <= Self.leadingRanks
    }.map { category in
      let rank = ranks[category][area]
      return Place(
        category: category, rank: rank, level: ranks[category].count { $0 == rank } - 1)
    }.sorted { ($0.rank, $0.category) < ($1.rank, $1.category) }
  }

  /// How many pairs of area and category have enough incidents to be over-represented.
  package var comparedPairs: Int {
    amounts.reduce(0) { $0 + $1.count { $0 >= Self.fewest } }
  }

  /// Places up to this are leading.
  static let leadingRanks = 3
  private static let fewest = Double(SmallNumbers.fewest)
}
