package import Tables

/// The words of a chart of hours, made from its numbers.
package struct HourChartWords {
  /// The tables, the busiest first.
  let tables: [HourTable]
  /// How many of them are drawn.
  let shown: Int
  /// What the tables are of, where there are several.
  let grouping: String?
  /// What is added up: `incidents`.
  let noun: String
  /// The period and whatever else narrows the chart.
  let subtitle: String

  /// What is seen on a chart, for those who do not see it: the totals and the busiest hour.
  var summary: String {
    let subject = subtitle.isEmpty ? "" : ", \(subtitle)"
    guard tables.count > 1 else {
      return "Heat table of \(noun) by hour of the day and day of the week\(subject). "
        + (tables.first.map(sentences) ?? "")
    }
    return "Heat tables of \(noun) by hour of the day and day of the week, one for each "
      + "\(grouping ?? "group")\(subject). "
      + tables.prefix(shown).map { "\($0.name ?? ""): \(short($0))" }.joined(separator: " ")
  }

  /// The notes about the numbers.
  var notes: [String] {
    var notes: [String] = []
    if shown < tables.count {
      notes.append(
        "Shown are the \(shown) with the most \(noun) of \(NumberWords.grouped(tables.count)); "
          + "the table has all.")
    }
    if let dayStart = tables.first?.dayStart, dayStart > 0 {
      notes.append(
        "Days run from \(HourTable.hourNames[dayStart]) to \(HourTable.hourNames[dayStart]): the "
          + "small hours stand in the column of the evening before.")
    }
    if tables.count > 1 {
      notes.append(
        "One colour scale for all; bars compare the days and the hours within each, not between "
          + "them.")
    }
    notes.append(
      "\(noun == "incidents" ? "Counts" : "Numbers") are rounded, totals before rounding; colour is in "
        + "proportion to the \(noun == "incidents" ? "count" : noun).")
    return notes
  }

  /// Returns an hour as the clock and the calendar show it, whatever column it stands in: `Sun
  /// 01:00`.
  package static func time(hour: Int, day: Int, in table: HourTable) -> String {
    let date = hour < table.dayStart ? (day + 1) % 7 : day
    return "\(HourTable.dayNames[date]) \(HourTable.hourNames[hour])"
  }

  /// Returns the same with the day to which the hour is counted, where that is another: `Sun 01:00
  /// (counted to Sat)`.
  package static func countedTime(hour: Int, day: Int, in table: HourTable) -> String {
    time(hour: hour, day: day, in: table)
      + (hour < table.dayStart ? " (counted to \(HourTable.dayNames[day]))" : "")
  }

  // MARK: -

  private func sentences(_ table: HourTable) -> String {
    guard table.total > 0 else { return "There are no \(noun)." }
    let places = NumberWords.placesForWeights(upTo: table.cells.joined().max() ?? 0)
    func list(_ names: [String], _ counts: [Double]) -> String {
      zip(names, counts).map { "\($0) \(NumberWords.decimal($1, places: places))" }
        .joined(separator: ", ")
    }
    let hours = table.hoursFromDayStart
    return "\(NumberWords.decimal(table.total, places: 0)) \(noun). \(peak(table)) By day: "
      + list(HourTable.dayNames, table.dayTotals) + ". By hour: "
      + list(hours.map { HourTable.hourNames[$0] }, hours.map { table.hourTotals[$0] }) + "."
  }

  private func short(_ table: HourTable) -> String {
    guard table.total > 0 else { return "no \(noun)." }
    return "\(NumberWords.decimal(table.total, places: 0)) \(noun). \(peak(table))"
  }

  private func peak(_ table: HourTable) -> String {
    guard let peak = table.peak else { return "" }
    let count = table.cells[peak.hour][peak.day]
    return "Busiest: \(Self.countedTime(hour: peak.hour, day: peak.day, in: table)), an "
      + "estimated \(NumberWords.decimal(count, places: 1)) \(noun) "
      + "(\(NumberWords.percent(count / table.total)))."
  }
}
