package import HotspotAnalysis
package import Incidents
package import Tasking

/// What is known of one area: the facts that its sentences are made of.
package struct AreaProfile: Sendable {
  /// A part of an amount.
  package struct Part: Sendable, Equatable {
    /// The part.
    package let amount: Double
    /// The whole.
    package let whole: Double

    /// The part as a fraction; 0 of nothing.
    package var share: Double { whole > 0 ? amount / whole : 0 }
  }

  /// A place among all areas, 1 for the most.
  package struct Rank: Sendable, Equatable {
    /// The place.
    package let place: Int
    /// How many other areas share it.
    package let level: Int
  }

  /// A category of the area.
  package struct Category: Sendable {
    /// Its name.
    package let name: String
    /// Its incidents, of all of the area.
    package let part: Part
    /// Its share of all areas' incidents.
    package let shareOfAll: Double
    /// Its share here against that; `nil` if it has no incident anywhere.
    package let quotient: LocationQuotient?
    /// The place of the area in this category.
    package let rank: Rank
    /// What its incidents here weigh, of all of the area; `nil` without a value.
    package let weight: Part?
    /// What share of all areas' weight it has; `nil` without a value.
    package let weightShareOfAll: Double?

    /// Whether there are enough incidents to say something.
    package var isEnough: Bool { part.amount >= Double(SmallNumbers.fewest) }
  }

  /// What falls in the night.
  package struct Night: Sendable {
    /// The hours.
    package let hours: HoursOfDay
    /// The area's incidents of the night, of those with a time of day.
    package let part: Part
    /// The same share of all areas.
    package let shareOfAll: Double
    /// The category of which the area's nights hold the largest part of all areas' incidents by day or
    /// night; `nil` where no category has ten of them.
    package let leading: (name: String, part: Part)?
  }

  /// The code of the area.
  package let code: String
  /// Its name.
  package let name: String
  /// What areas are called.
  package let noun: AreaNoun
  /// How many areas there are.
  package let areas: Int
  /// How many categories all areas have; 0 if categories are not known.
  package let categoryCount: Int
  /// Whether incidents are expected in hours that were asked for.
  package let isEstimate: Bool
  /// The area's incidents, of those of all areas.
  package let part: Part
  /// Its place by incidents.
  package let rank: Rank
  /// Its categories, those with most incidents first; those without incidents not at all.
  package let categories: [Category]
  /// Those that are over-represented, the highest quotient first.
  package let overRepresented: [Category]
  /// Those in which it is among the first three areas, by place.
  package let leadingPlaces: [Category]
  /// What its incidents weigh, of those of all areas; `nil` without weights.
  package let weight: Part?
  /// Its place by weight; `nil` without weights.
  package let weightRank: Rank?
  /// What weights are called.
  package let weightName: String
  /// What falls in the night; `nil` if nothing can be told.
  package let night: Night?
  /// The victims who live here, of those whose home is known; `nil` where no column tells homes.
  package let residents: Part?
  /// The incidents beside those of an earlier period; `nil` if none is compared with.
  package let change: (row: PeriodChange.Row, periods: ComparedPeriods)?

  /// Whether there are enough incidents to say something.
  package var isEnough: Bool { part.amount >= Double(SmallNumbers.fewest) }
}
