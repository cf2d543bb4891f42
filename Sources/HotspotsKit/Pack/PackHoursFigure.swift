import Assignment
import Boundaries
package import Cartography
import HotspotAnalysis
import Incidents
package import Interchange
import Projections
package import Tables
package import Tasking

/// Draws and describes the hours of a pack, counted by area of the first layer.
package struct PackHoursFigure {
  private let hours: AoristicHours.Result
  /// The hours of the busiest areas of the first layer, and how many have any.
  private let areas: AreaHours
  /// The word for the areas of the first layer.
  private let noun: AreaNoun
  /// What people call its areas.
  private let known: [KnownArea]
  /// What was asked of the pack.
  private let pack: BriefingPack

  /// Takes the hours of all incidents and of the busiest areas.
  ///
  /// - Parameters:
  ///   - hours: The hours.
  ///   - areas: Those of the busiest areas.
  ///   - noun: The word for the areas of the first layer.
  ///   - known: What people call its areas.
  ///   - pack: What was asked of the pack.
  package init(
    _ hours: AoristicHours.Result, areas: AreaHours, noun: AreaNoun, known: [KnownArea],
    pack: BriefingPack
  ) {
    (self.hours, self.areas) = (hours, areas)
    (self.noun, self.known, self.pack) = (noun, known, pack)
  }

  private var settings: AoristicHours { hours.method }
  private var reading: StudyReading { hours.reading }
  private var filter: StudyFilter { reading.options.filter }

  /// How many areas have hours of their own.
  package static let areaLimit = 6

  /// The size of the charts on the page.
  private static let figure = Page(widthInMillimetres: 182, heightInMillimetres: 180, margin: 6)

  /// The table of all incidents; with hours to keep, of what is expected in them.
  package var table: HourTable { table(of: hours.profile, name: nil) }

  /// Draws the chart of all incidents.
  ///
  /// - Parameter isOnPage: Whether it stands on the page, which has title and marking itself.
  /// - Returns: The chart.
  package func chart(isOnPage: Bool) -> HourChart {
    draw([table], "Incidents by hour and weekday", prefix: "hours", isOnPage: isOnPage)
  }

  /// Draws the charts of the busiest areas, side by side on one scale.
  ///
  /// - Parameter isOnPage: Whether it stands on the page, which has title and marking itself.
  /// - Returns: The charts on one sheet; `nil` for fewer than two areas.
  package func areaChart(isOnPage: Bool) -> HourChart? {
    guard areas.timedAreas > 1 else { return nil }
    let tables = areas.busiest.map { table(of: $0.profile, name: name(of: $0.area)) }
    return draw(
      tables, "Hours of the busiest \(noun.plural)", prefix: "area-hours", isOnPage: isOnPage)
  }

  /// What the page says of the hours.
  package var contents: PackHours {
    let (answers, nightTotal) = (hours.answers, hours.nightTotal)
    let isFiltered = filter.hours != nil
    let labels = reading.categories?.labels ?? []
    return PackHours(
      table: table, chart: chart(isOnPage: true).svg(),
      areaChart: areaChart(isOnPage: true)?.svg(),
      areas: areas.busiest.map { busiest in
        PackHours.Busiest(
          name: known[busiest.area].words,
          code: reading.requiredInput.boundaries.layers[0].codes[busiest.area],
          table: table(of: busiest.profile, name: name(of: busiest.area)))
      },
      timed: hours.profile.incidents, untimed: hours.untimed,
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
          hours: settings.night.words, total: Self.night("All", nightTotal),
          categories: labels.count < 2
            ? [] : zip(labels, hours.night.counts).map { Self.night($0, $1) }),
      keptHours: filter.hours?.words, timeZone: filter.timeZone,
      notes: hours.timeNotes)
  }

  /// What was found, for the manifest.
  package var json: JSONValue { hours.answers.json }

  // MARK: -

  private static func night(_ name: String, _ count: ExpectedCount) -> PackHours.Night {
    PackHours.Night(
      name: name, incidents: count.incidents, expected: count.expected, must: count.must,
      could: count.could)
  }

  private func table(of profile: HourProfile, name: String?) -> HourTable {
    profile.table(name: name, dayStart: settings.dayStart, within: filter.hours?.weekly)
  }

  private func name(of area: Int) -> String {
    reading.requiredInput.boundaries.layers[0].names[area]
  }

  private func draw(
    _ tables: [HourTable], _ heading: String, prefix: String, isOnPage: Bool
  ) -> HourChart {
    let lowered = heading.prefix(1).lowercased() + heading.dropFirst()
    var description = ChartDescription(
      title: isOnPage ? heading : pack.sheetTitle(lowered),
      subtitle: reading.subtitle())
    // The page has a part of its own for all this.
    if !isOnPage { describe(&description) }
    description.marking = isOnPage ? nil : pack.marking
    description.credits = isOnPage ? [] : pack.credits
    description.identifierPrefix = isOnPage ? prefix : ""
    return HourChart(
      of: tables, grouping: tables.count > 1 ? noun.singular : nil, description: description,
      page: isOnPage ? Self.figure : .a4Portrait)
  }

  private func describe(_ description: inout ChartDescription) {
    description.source = reading.sourceNames
    description.projection = reading.requiredInput.plan.projection.summary.line
    description.reconciliation = [
      ReconciliationWords.sentence(for: reading.reconciliations[0])
        + (hours.untimed == 0
          ? "" : "; \(NumberWords.grouped(hours.untimed)) of these have no time of day")
    ]
    description.method = HourFigure.method(
      timeZone: filter.timeZone,
      notes: hours.timeNotes)
    if let hours = filter.hours {
      description.method? += " Only what lies in the hours asked for counts: \(hours.words)."
    }
  }
}
