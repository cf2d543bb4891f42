package import HotspotAnalysis
import Incidents

/// The hours of the busiest areas, and how many areas have any.
///
/// Tables of all areas would take five kilobytes for each on every thread, and only a few are looked
/// at. So these are made afterwards, of incidents that were gathered with their windows and areas.
package struct AreaHours: Sendable {
  /// The hours of one area.
  package struct Busiest: Sendable {
    /// The position of the area in its layer.
    package let area: Int
    /// Its incidents by hour of the week.
    package let profile: HourProfile
  }

  /// How many areas have incidents with a time of day.
  package let timedAreas: Int
  /// The busiest of them, the busiest first and equal ones in the order of the layer; with hours to
  /// keep, those with most expected in these.
  package let busiest: [Busiest]

  /// Finds the busiest areas.
  ///
  /// - Parameters:
  ///   - places: Incidents with the numbers of their areas and their windows.
  ///   - count: The number of areas.
  ///   - limit: The most areas that are wanted.
  /// - Complexity: O(*n* + *k*) for *n* incidents and *k* areas; with hours to keep *k* tables of the
  ///   week more, one at a time.
  package init(of places: GatheredIncidents, areas count: Int, limit: Int) {
    let details = places.details
    var timed = [Int](repeating: 0, count: count)
    for incident in 0..<details.windows.count where details.windows.hasWindow(incident) {
      timed[Int(places.areas[incident])] += 1
    }
    timedAreas = timed.count { $0 > 0 }
    let candidates: [Int]
    if details.within == nil {
      candidates = Array(Self.ranked(timed.map(Double.init)).prefix(limit))
    } else {
      candidates = timed.indices.filter { timed[$0] > 0 }
    }
    var busiest: [Busiest] = []
    // Tables of all areas together would be what this avoids.
    for group in stride(from: 0, to: candidates.count, by: Self.tablesAtOnce) {
      let areas = candidates[group..<min(group + Self.tablesAtOnce, candidates.count)]
      busiest += Self.profiles(of: Array(areas), among: count, places)
      let totals = busiest.map { $0.profile.total(within: details.within) }
      let order = busiest.indices.sorted {
        (totals[$1], busiest[$0].area) < (totals[$0], busiest[$1].area)
      }
      busiest = order.prefix(limit).map { busiest[$0] }
    }
    self.busiest = busiest
  }

  /// How many tables are made at once: a thousand take five megabytes.
  private static let tablesAtOnce = 4096

  /// Returns the positions of the values above zero, the largest first and equal ones in order.
  private static func ranked(_ values: [Double]) -> [Int] {
    values.indices.filter { values[$0] > 0 }.sorted { (values[$1], $0) < (values[$0], $1) }
  }

  private static func profiles(
    of areas: [Int], among count: Int, _ places: GatheredIncidents
  ) -> [Busiest] {
    var tableOfArea = [Int32](repeating: -1, count: count)
    for (table, area) in areas.enumerated() { tableOfArea[area] = Int32(table) }
    var tables = [AoristicAccumulator](
      repeating: AoristicAccumulator(rules: places.details.rules), count: areas.count)
    for incident in places.areas.indices {
      let table = tableOfArea[Int(places.areas[incident])]
      guard table >= 0, let window = places.details.window(of: incident) else { continue }
      tables[Int(table)].add(window)
    }
    return zip(areas, tables).map { Busiest(area: $0, profile: $1.profile()) }
  }
}
