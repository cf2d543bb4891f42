public import Incidents
package import Tables

/// The split of incidents into night and day by category.
///
/// The night is that of the night-time economy, 18:00 to 06:00 (the convention of the Safer
/// Westminster Partnership), unless other hours are given. The expected count lies between the
/// incidents that must and those that could lie in the night: a burglary found in the morning could
/// be either, one between 22:00 and 23:00 must be the night's.
public struct NightSplit: Sendable {
  /// The hours of the night-time economy, 18:00 to 06:00.
  public static let nightTimeEconomy = HoursOfDay(from: 18, to: 6)

  /// The zone whose clock labels the hours.
  package let rules: TimeZoneRules
  /// The hours of the night, on each day of the week.
  package let night: WeeklyHours
  /// The count in the night of each category.
  package private(set) var counts: [ExpectedCount]

  /// Creates an empty split.
  package init(categories: Int, night: HoursOfDay = nightTimeEconomy, rules: TimeZoneRules) {
    self.rules = rules
    self.night = WeeklyHours(hours: night)
    counts = Array(repeating: ExpectedCount(), count: categories)
  }

  /// Creates a split from counts made elsewhere of the same hours.
  package init(
    counts: [ExpectedCount], night: HoursOfDay = nightTimeEconomy, rules: TimeZoneRules
  ) {
    self.init(categories: 0, night: night, rules: rules)
    self.counts = counts
  }

  /// Adds one incident of a category, given by its position.
  package mutating func add(_ window: TimeWindow, category: Int) {
    counts[category].add(night.share(of: window, rules: rules))
  }

  /// Adds the incidents of another split with the same categories and hours.
  package mutating func merge(_ other: NightSplit) {
    precondition(
      other.counts.count == counts.count && other.night == night,
      "NightSplit: the categories or hours differ")
    for category in counts.indices { counts[category].merge(other.counts[category]) }
  }

  /// Lays out the counts.
  ///
  /// - Parameter categories: The names, in the order of the positions.
  /// - Returns: One row for each category and a last one, `Total`, for all.
  package func table(categories: [String]) -> FeatureTable {
    precondition(categories.count == counts.count, "NightSplit: the names do not fit the counts")
    var total = ExpectedCount()
    for count in counts { total.merge(count) }
    let nights = counts + [total]
    let days = nights.map(\.complement)
    return FeatureTable(
      name: "night",
      columns: [
        Column("category", .text(categories + ["Total"])),
        Column("incidents", .integers(nights.map(\.incidents))),
        Column("night_expected", .reals(nights.map(\.expected))),
        Column("night_must", .integers(nights.map(\.must))),
        Column("night_could", .integers(nights.map(\.could))),
        Column(
          "night_share",
          .reals(nights.map { $0.incidents > 0 ? $0.expected / Double($0.incidents) : nil })),
        Column("day_expected", .reals(days.map(\.expected))),
        Column("day_must", .integers(days.map(\.must))),
        Column("day_could", .integers(days.map(\.could))),
      ])
  }
}
