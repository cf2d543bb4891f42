import Assignment
import Boundaries
import Cartography
import HotspotAnalysis
import HotspotsKit
import Incidents
import Interchange
import Projections
import Tables
import Tasking

/// Makes of the hours of a pack what its page and its files show.
struct PackHoursMaker {
  let findings: HourFindings
  let analysis: AreaAnalysis
  let options: StudyOptions
  let settings: AoristicHours
  /// The word for the areas of the first layer.
  let noun: AreaNoun
  /// The protective marking of the files.
  let marking: String?
  /// The title that the user gave.
  let title: String?

  /// How many areas have hours of their own.
  static let areaLimit = 6

  /// The size of the charts on the page.
  private static let figure = Page(widthInMillimetres: 210, heightInMillimetres: 190)

  /// The table of all incidents; with hours to keep, of what is expected in them.
  var table: HourTable { table(of: findings.profile, name: nil) }

  /// The busiest areas that have incidents with a time, the busiest first.
  var busiest: [Int] {
    let areas = findings.areas.indices.filter { findings.areas[$0].incidents > 0 }
    let totals = areas.map { table(of: findings.areas[$0], name: nil).total }
    let order = areas.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
    return order.prefix(Self.areaLimit).map { areas[$0] }
  }

  /// Draws the chart of all incidents.
  ///
  /// - Parameter isOnPage: Whether it stands on the page, which has title and marking itself.
  /// - Returns: The chart.
  func chart(isOnPage: Bool) -> HourChart {
    draw([table], "Incidents by hour and weekday", prefix: "hours", isOnPage: isOnPage)
  }

  /// Draws the charts of the busiest areas, side by side on one scale.
  ///
  /// - Parameter isOnPage: Whether it stands on the page, which has title and marking itself.
  /// - Returns: The charts on one sheet; absent for fewer than two areas.
  func areaChart(isOnPage: Bool) -> HourChart? {
    let areas = busiest
    guard areas.count > 1 else { return nil }
    let tables = areas.map { table(of: findings.areas[$0], name: name(of: $0)) }
    return draw(
      tables, "Hours of the busiest \(noun.plural)", prefix: "area-hours", isOnPage: isOnPage)
  }

  /// What the page says of the hours.
  var contents: PackHours {
    let answers = HourAnswers(findings.profile, night: findings.nightTotal, settings)
    let isFiltered = options.filter.hours != nil
    let labels = analysis.categories?.labels ?? []
    return PackHours(
      table: table, chart: chart(isOnPage: true).svg(),
      areaChart: areaChart(isOnPage: true)?.svg(),
      areas: busiest.map { area in
        let table = table(of: findings.areas[area], name: name(of: area))
        return PackHours.Busiest(
          name: name(of: area), code: analysis.input.boundaries.layers[0].codes[area], table: table)
      },
      timed: findings.profile.incidents, untimed: findings.untimed,
      shift: isFiltered
        ? nil
        : answers.shift.map { shift in
          .init(
            start: "\(shift.start)", end: "\(shift.end)", hours: shift.hours,
            expected: shift.expected,
            countedDays: shift.countedDays(startingAt: settings.dayStart))
        },
      half: isFiltered
        ? nil : .init(hours: answers.half.hours.count, expected: answers.half.expected),
      night: isFiltered
        ? nil
        : PackHours.NightSplit(
          hours: settings.night.words, total: Self.night("All", findings.nightTotal),
          categories: labels.count < 2
            ? [] : zip(labels, findings.night.counts).map { Self.night($0, $1) }),
      keptHours: options.filter.hours?.words, timeZone: options.filter.timeZone,
      notes: findings.notes.words(rules: settings.windows.reversed))
  }

  /// What was found, for the manifest.
  var json: JSONValue {
    HourAnswers(findings.profile, night: findings.nightTotal, settings).json
  }

  // MARK: -

  private static func night(_ name: String, _ count: ExpectedCount) -> PackHours.Night {
    PackHours.Night(
      name: name, incidents: count.incidents, expected: count.expected, must: count.must,
      could: count.could)
  }

  private func table(of profile: HourProfile, name: String?) -> HourTable {
    profile.table(name: name, dayStart: settings.dayStart, within: options.filter.hours?.weekly)
  }

  private func name(of area: Int) -> String {
    analysis.input.boundaries.layers[0].names[area]
  }

  private func draw(
    _ tables: [HourTable], _ heading: String, prefix: String, isOnPage: Bool
  ) -> HourChart {
    let lowered = heading.prefix(1).lowercased() + heading.dropFirst()
    var description = HourChartDescription(
      title: isOnPage ? heading : title.map { "\($0): \(lowered)" } ?? heading,
      subtitle: analysis.reading.subtitle())
    if tables.count > 1 { description.grouping = noun.singular }
    // The page has a part of its own for all this.
    if !isOnPage { describe(&description) }
    description.marking = isOnPage ? nil : marking
    description.identifierPrefix = isOnPage ? prefix : ""
    return HourChart(
      of: tables, description: description, page: isOnPage ? Self.figure : .a4Portrait)
  }

  private func describe(_ description: inout HourChartDescription) {
    description.source = analysis.reading.sourceNames
    description.projection = analysis.input.plan.projection.summary.line
    description.reconciliation = [
      ReconciliationWords.sentence(for: analysis.reconciliations[0])
        + (findings.untimed == 0
          ? "" : "; \(NumberWords.grouped(findings.untimed)) of these have no time of day")
    ]
    description.method = HourFigure.method(
      timeZone: options.filter.timeZone,
      notes: findings.notes.words(rules: settings.windows.reversed))
    if let hours = options.filter.hours {
      description.method? += " Only what lies in the hours asked for counts: \(hours.words)."
    }
  }
}
