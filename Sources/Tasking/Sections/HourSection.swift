import Cartography
import Tables

/// When: the hours of the week, the night, and the hours of the busiest areas.
struct HourSection: PackSection {
  let hours: PackHours
  /// The word for the areas of the first layer.
  let noun: AreaNoun
  /// How much lies in the night, in a sentence.
  var nightSentence: String?

  let identifier = "when"
  let heading = "When: hours of the week"

  func write(to page: inout HTMLWriter) {
    if let kept = hours.keptHours {
      page.element(
        "p", [:],
        "Only the hours asked for count: \(kept). Each incident adds the part of its time window that "
          + "lies in them.")
    }
    writeAnswers(to: &page)
    figure(
      hours.chart, "Chart of incidents by hour and weekday",
      "Each incident is spread evenly over the time between its start and its end, by the clock of "
        + "\(hours.timeZone); one without an end counts at its start. The busiest hour is outlined.",
      to: &page)
    page.open("details")
    page.element("summary", [:], "The numbers, hour by hour")
    numbers.write(to: &page)
    page.close("details")
    if let night = hours.night { write(night, to: &page) }
    if let chart = hours.areaChart {
      page.element("h3", [:], "Hours of the busiest \(noun.plural)")
      figure(
        chart, "Charts of incidents by hour and weekday in the busiest \(noun.plural)",
        "The busiest \(noun.plural), each with its own hours, all on one colour scale.", to: &page)
    }
    if !hours.areas.isEmpty { peaks.write(to: &page) }
    if hours.untimed > 0 {
      let verb = hours.untimed == 1 ? "incident has" : "incidents have"
      page.element(
        "p", [:],
        "\(NumberWords.grouped(hours.untimed)) \(verb) no time of day and \(hours.untimed == 1 ? "is" : "are") "
          + "not in these tables.")
    }
  }

  // MARK: -

  private func writeAnswers(to page: inout HTMLWriter) {
    guard let half = hours.half, hours.timed > 0 else { return }
    page.element(
      "p", [:],
      "Half of all incidents fall in \(NumberWords.grouped(half.hours)) of the week's 168 hours, "
        + "\(NumberWords.percent(Double(half.hours) / 168)) of the time.")
  }

  private func figure(
    _ chart: [UInt8], _ label: String, _ caption: String, to page: inout HTMLWriter
  ) {
    page.open("figure", ["class": "chart"])
    page.open("div", ["class": "map", "role": "region", "tabindex": "0", "aria-label": label])
    page.markup(chart)
    page.close("div")
    page.element("figcaption", [:], caption)
    page.close("figure")
  }

  /// The table behind the chart, for those who cannot see it and for copying.
  private var numbers: HTMLTable {
    let table = hours.table
    let places = NumberWords.placesForWeights(upTo: table.cells.joined().max() ?? 0)
    func cells(_ values: [Double]) -> [HTMLTable.Cell] {
      values.map { .init(NumberWords.decimal($0, places: places), value: $0) }
    }
    let rows = table.hoursFromDayStart.map { hour in
      HTMLTable.Row(
        cells: [.init(HourTable.hourNames[hour])]
          + cells(table.cells[hour] + [table.hourTotals[hour]]))
    }
    let total = HTMLTable.Row(
      cells: [.init("Total")] + cells(table.dayTotals + [table.total]))
    return HTMLTable(
      identifier: "hours-table", caption: "Incidents by hour and weekday (\(EstimateWords.full))",
      columns: [.init(heading: "Hour")]
        + (HourTable.dayNames + ["Total"]).map { .init(heading: $0, isNumeric: true) },
      rows: rows + [total], isSortable: false)
  }

  private func write(_ night: PackHours.NightSplit, to page: inout HTMLWriter) {
    page.element("h3", [:], "Night and day")
    if let nightSentence { page.element("p", [:], nightSentence) }
    page.element(
      "p", [:],
      "An incident whose time window covers night and day is divided in "
        + "proportion to the time in each. Must: windows wholly in the night. Could: windows that "
        + "overlap it.")
    HTMLTable(
      identifier: "night", caption: "Incidents in the night, \(night.hours)",
      columns: [
        .init(heading: "Category"), .init(heading: "Incidents", isNumeric: true),
        .init(heading: "In the night (estimated)", isNumeric: true),
        .init(heading: "Share", isNumeric: true), .init(heading: "Must", isNumeric: true),
        .init(heading: "Could", isNumeric: true),
      ],
      rows: [Self.row(night.total)]
        + night.categories.sorted { ($1.expected, $0.name) < ($0.expected, $1.name) }
        .map(Self.row)
    ).write(to: &page)
  }

  private static func row(_ night: PackHours.Night) -> HTMLTable.Row {
    let share = night.incidents > 0 ? night.expected / Double(night.incidents) : nil
    return HTMLTable.Row(
      cells: [
        .init(night.name),
        .init(NumberWords.grouped(night.incidents), value: Double(night.incidents)),
        .init(NumberWords.decimal(night.expected, places: 1), value: night.expected),
        .init(share.map(NumberWords.percent) ?? "–", value: share ?? 0),
        .init(NumberWords.grouped(night.must), value: Double(night.must)),
        .init(NumberWords.grouped(night.could), value: Double(night.could)),
      ], bar: share)
  }

  /// The busiest hour of each of the busiest areas.
  private var peaks: HTMLTable {
    HTMLTable(
      identifier: "area-hours", caption: "The busiest hours of the busiest \(noun.plural)",
      columns: [
        .init(heading: noun.heading), .init(heading: "Incidents", isNumeric: true),
        .init(heading: "Busiest day"), .init(heading: "Busiest hour of the week"),
        .init(heading: "In it (estimated)", isNumeric: true),
      ],
      rows: hours.areas.map { area in
        let table = area.table
        let most = table.dayTotals.max() ?? 0
        let day = table.dayTotals.firstIndex(of: most).map { HourTable.dayNames[$0] } ?? "–"
        let peak = table.peak
        let expected = peak.map { table.cells[$0.hour][$0.day] } ?? 0
        return HTMLTable.Row(
          cells: [
            .init(area.name),
            .init(
              NumberWords.decimal(table.total, places: hours.keptHours == nil ? 0 : 1),
              value: table.total),
            .init("\(day) (\(NumberWords.decimal(most, places: 1)))"),
            .init(
              peak.map { HourChartWords.countedTime(hour: $0.hour, day: $0.day, in: table) } ?? "–"),
            .init(NumberWords.decimal(expected, places: 1), value: expected),
          ])
      }, isSortable: false)
  }
}
