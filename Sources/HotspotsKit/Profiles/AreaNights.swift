import Assignment
import HotspotAnalysis
package import Incidents

/// Which incidents of areas fall in the night, by category.
package struct AreaNights: Sendable {
  /// The hours of the night.
  package let hours: HoursOfDay
  /// The count in the night of each category in each area, of the incidents with a time of day; a
  /// single row for all without categories.
  package let counts: [[ExpectedCount]]
  /// The same of each area in all.
  package let byArea: [ExpectedCount]
  /// The same of each category in all areas.
  package let byCategory: [ExpectedCount]
  /// The same of all.
  package let all: ExpectedCount
  /// The incidents whose start is a day without a time: they are spread over that day.
  package let wholeDays: Int

  /// Adds up what workers counted.
  ///
  /// - Parameters:
  ///   - shares: What the workers counted, with the names of their categories.
  ///   - categories: The categories; `nil` if they were not counted.
  ///   - areaCount: How many areas there are.
  ///   - hours: The hours of the night.
  init(
    _ shares: [StudyShare<ProfileCounter.Counts>], categories: CategoryList?, areaCount: Int,
    hours: HoursOfDay
  ) {
    let none = [ExpectedCount](repeating: ExpectedCount(), count: areaCount)
    var counts = (categories?.names ?? [""]).map { _ in none }
    for share in shares {
      let nights = share.value.nights
      for start in stride(from: 0, to: nights.count, by: max(1, areaCount)) {
        let number = start / areaCount
        guard
          let category = categories.map({ $0.names.firstIndex(of: share.categories[number]) }) ?? 0
        else { continue }
        for area in 0..<areaCount { counts[category][area].merge(nights[start + area]) }
      }
    }
    self.hours = hours
    self.counts = counts
    byArea = (0..<areaCount).map { area in Self.sum(counts.map { $0[area] }) }
    byCategory = counts.map(Self.sum)
    all = Self.sum(byCategory)
    wholeDays = shares.reduce(0) { $0 + $1.value.wholeDays }
  }

  /// Returns the fraction of an area's incidents with a time of day that falls in the night; `nil`
  /// without any.
  package func share(ofArea area: Int) -> Double? { Self.share(byArea[area]) }

  /// The same of all incidents.
  package var share: Double? { Self.share(all) }

  /// Why nothing can be said, although there are dates; `nil` if something can.
  var absence: HourAbsence? {
    if all.incidents == 0 { return .noTimes }
    return wholeDays == all.incidents ? .daysOnly : nil
  }

  private static func share(_ count: ExpectedCount) -> Double? {
    count.incidents > 0 ? count.expected / Double(count.incidents) : nil
  }

  private static func sum(_ counts: [ExpectedCount]) -> ExpectedCount {
    counts.reduce(into: ExpectedCount()) { $0.merge($1) }
  }
}
