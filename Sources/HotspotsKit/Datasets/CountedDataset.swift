import Assignment
import HotspotAnalysis

/// A dataset counted by area and hour.
package struct CountedDataset: Sendable {
  /// What it is called.
  package let name: String
  /// Its incidents by area.
  package let areas: AreaCounts.Result
  /// The weight of each hour of the week, from Monday 00:00; `nil` if hours are not told.
  package let hours: [Double]?
  /// Why hours are not told; `nil` if they are.
  package let hourAbsence: DatasetHourAbsence?

  /// Takes what was counted.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - areas: Its incidents by area.
  ///   - hours: Its incidents by hour; `nil` if rows stand for several.
  package init(_ name: String, _ areas: AreaCounts.Result, _ hours: AoristicHours.Result?) {
    self.name = name
    self.areas = areas
    let absence = DatasetHourAbsence(areas.reading, hours)
    hourAbsence = absence
    self.hours = absence == nil ? hours?.profile.weights : nil
  }

  /// The incidents of each area of the first layer, with hours asked for those expected in them.
  package var amounts: [Double] { areas.counts[0].amounts }

  /// The incidents of all areas together.
  package var total: Double { amounts.reduce(0, +) }

  /// The incidents in each of the 24 hours of the day; `nil` if hours are not told.
  package var hoursOfDay: [Double]? {
    hours.map { hours in (0..<24).map { hour in (0..<7).reduce(0) { $0 + hours[$1 * 24 + hour] } } }
  }

  /// The incidents in each quarter of each day of the week, from Monday 00:00; `nil` if hours are not
  /// told.
  package var quartersOfWeek: [Double]? {
    hours.map { hours in (0..<28).map { part in hours[part * 6..<part * 6 + 6].reduce(0, +) } }
  }
}
