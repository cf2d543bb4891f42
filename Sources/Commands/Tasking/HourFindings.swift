import Assignment
import Boundaries
import HotspotAnalysis
import HotspotsKit
import Incidents
import Tables

/// When the incidents of a pack happened.
struct HourFindings {
  /// All incidents with a time of day.
  let profile: HourProfile
  /// The same for each area of the first layer.
  let areas: [HourProfile]
  /// The split of night and day, by category where there are categories.
  let night: NightSplit
  /// The count in the night over all categories.
  let nightTotal: ExpectedCount
  /// What was noticed about windows.
  let notes: TimeNotes
  /// The incidents in areas that have no time of day.
  let untimed: Int
  /// The incidents in areas whose start is a day without a time.
  let wholeDays: Int

  /// Adds up what the workers counted.
  ///
  /// - Parameters:
  ///   - shares: What they counted, with the names of their categories.
  ///   - analysis: The counts by area of the same incidents.
  ///   - settings: What was asked of the hours.
  ///   - rules: The zone whose clock labels the hours.
  init(
    _ shares: [StudyShare<PackHourCounter.Counts>], of analysis: AreaAnalysis,
    settings: AoristicHours,
    rules: TimeZoneRules
  ) {
    let reading = HourReading(
      shares: shares.map { ($0.value.hours, $0.categories) })
    let tables = reading.tables(
      of: analysis.counts[0].totals.count, by: .area, categories: nil, rules: rules)
    var total = AoristicAccumulator(rules: rules)
    for table in tables { total.merge(table) }
    profile = total.profile()
    areas = tables.map { $0.profile() }
    night = NightSplit(
      counts: reading.nights(of: analysis.categories), night: settings.night, rules: rules)
    var nightTotal = ExpectedCount()
    for count in night.counts { nightTotal.merge(count) }
    self.nightTotal = nightTotal
    var notes = analysis.reading.times
    for share in shares { notes.merge(share.value.notes) }
    self.notes = notes
    untimed = shares.reduce(0) { $0 + $1.value.untimed }
    wholeDays = shares.reduce(0) { $0 + $1.value.wholeDays }
    precondition(
      profile.incidents + untimed == analysis.reconciliations[0].assigned,
      "HourFindings: the incidents with and without a time and the assigned differ")
  }

  /// Why the hours say nothing, although there are dates; absent where they say something.
  var absence: String? {
    if profile.incidents == 0 { return "no incident has a time of day" }
    if wholeDays == profile.incidents { return "the incidents tell days only, not hours" }
    return nil
  }

  /// Why the hours of the busiest areas say nothing beside those of all; absent where they do.
  var absenceOfAreas: String? {
    areas.count { $0.incidents > 0 } < 2
      ? "fewer than two areas have incidents with a time of day" : nil
  }
}

extension HourFindings {
  /// Returns why the files cannot tell hours, before any incident is read; `nil` where they can.
  static func absence(of sources: [IncidentSource]) -> String? {
    if sources.contains(where: { $0.columns.time == nil }) { return "the incidents have no dates" }
    if sources.contains(where: { $0.columns.time?.isMonth ?? false }) {
      return "the incidents tell months only, not hours"
    }
    if sources.contains(where: { $0.dateOrderProblem != nil }) {
      return "nothing tells the order of day and month in the dates; --date-format does"
    }
    return nil
  }
}
