import Cartography
import Geometry
import Incidents

extension IncidentFacts {
  /// Most categories that are listed one by one.
  private static let categoriesShown = 20

  /// Adds the file's section to a report.
  func append(to report: inout ReportText) {
    report.heading("Incidents: \(path)")
    report.row("rows", NumberWords.grouped(tally.read))
    if let origin {
      report.row("text", "a GIS file of \(origin.noun)s, \(encodingWords)")
      report.row("coordinate system", origin.crs ?? "not said in the file")
    } else {
      report.row("text", "fields separated by \(delimiterWords), \(encodingWords)")
    }
    report.row("columns used", columns.summary.isEmpty ? "none" : columns.summary)
    report.row("other columns", ReportWords.list(otherColumns))
    appendPlaces(to: &report)
    appendIdentity(to: &report)
    appendTimes(to: &report)
    appendReasons(to: &report)
    appendCategories(to: &report)
    placement?.append(to: &report)
    report.list("worth knowing", remarks)
  }

  private func appendPlaces(to report: inout ReportText) {
    guard let kind = columns.coordinateKind else {
      report.row("coordinates", "no columns found")
      return
    }
    let isGeographic = kind == .geographic
    report.row(
      "coordinates",
      (isGeographic ? "longitude and latitude" : "easting and northing")
        + " of \(NumberWords.grouped(findings.placed)) rows, "
        + "\(NumberWords.grouped(withoutCoordinates)) without")
    guard !findings.box.isEmpty else { return }
    func range(_ low: Double, _ high: Double) -> String {
      let places = isGeographic ? 6 : 1
      return NumberWords.decimal(low, places: places) + " to "
        + NumberWords.decimal(high, places: places)
    }
    let box = findings.box
    report.row(isGeographic ? "longitude" : "easting", range(box.minX, box.maxX))
    report.row(isGeographic ? "latitude" : "northing", range(box.minY, box.maxY))
    report.row(
      "places",
      "\(NumberWords.grouped(places.distinct)) different; "
        + "\(NumberWords.grouped(places.most)) rows at the most frequent one")
  }

  private func appendIdentity(to report: inout ReportText) {
    guard let name = columns.name(of: .id) else {
      report.row("references", "no column found")
      return
    }
    report.row(
      "references",
      "'\(name)': \(NumberWords.grouped(ids.distinct)) different, "
        + "\(NumberWords.grouped(ids.repeated)) repeated, "
        + "\(NumberWords.grouped(findings.blankIds)) blank (told apart by 64-bit hashes)")
  }

  private func appendTimes(to report: inout ReportText) {
    guard let time = columns.time else {
      report.row("dates", "no column found")
      return
    }
    let times = findings.times
    let names = ["'\(columns.header[time.start])'", columns.name(of: .end).map { "'\($0)'" }]
    report.row("dates", "\(names.compactMap(\.self).joined(separator: " to ")), \(orderWords)")
    if let (first, last) = times.range {
      report.row("period", first == last ? first : "\(first) to \(last)")
    }
    report.row("time told", granularityWords)
    if columns[.end] != nil, times.days + times.times > 0 {
      report.row(
        "ends",
        "\(NumberWords.grouped(times.notes.withoutEnd)) missing, "
          + "\(NumberWords.grouped(times.notes.reversed)) before their start, "
          + "\(NumberWords.grouped(times.notes.overWeek)) more than a week after it")
    }
    report.row("analysis by hour", hourVerdict)
  }

  private func appendReasons(to report: inout ReportText) {
    let shown = examples.filter { $0.reason.outcome != .filtered }
    report.row("rejected rows", NumberWords.grouped(rejected))
    for (reason, message) in shown {
      report.row(
        reason.name.split(separator: "_").joined(separator: " "),
        "\(NumberWords.grouped(tally[reason])), first \(message)")
    }
  }

  private func appendCategories(to report: inout ReportText) {
    guard let name = columns.name(of: .category) else {
      report.row("categories", "no column found")
      return
    }
    report.row("categories", "'\(name)': \(NumberWords.grouped(categories.count)) different")
    var rows = categories.prefix(Self.categoriesShown).map { category in
      [
        category.name.isEmpty ? "(blank)" : category.name, NumberWords.grouped(category.rows),
        NumberWords.percent(Double(category.rows) / Double(max(1, findings.rows))),
      ]
    }
    let rest = categories.dropFirst(Self.categoriesShown)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.rows }
      rows.append([
        "\(rest.count) more", NumberWords.grouped(sum),
        NumberWords.percent(Double(sum) / Double(max(1, findings.rows))),
      ])
    }
    report.table(rows)
  }
}

// MARK: - Words

extension IncidentFacts {
  private var delimiterWords: String {
    switch delimiter {
    case ",": "commas"
    case ";": "semicolons"
    case "\t": "tabs"
    default: "'\(delimiter)'"
    }
  }

  private var encodingWords: String {
    switch findings.textKind {
    case .ascii: "plain ASCII"
    case .utf8: "UTF-8"
    case .windows1252: "not UTF-8: read as Windows-1252"
    }
  }

  private var orderWords: String {
    switch dateOrder {
    case .dayFirst: "day first"
    case .monthFirst: "month first"
    case .yearFirst: "year first"
    case nil: findings.times.undecided == 0 ? "year first or month in words" : "order not known"
    }
  }

  private var granularityWords: String {
    let times = findings.times
    let parts = [
      (times.times, "time of day"), (times.days, "day only"), (times.months, "month only"),
      (times.absent, "no date"), (times.unreadable, "not understood"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\(NumberWords.grouped($0.0)) \($0.1)" }
      .joined(separator: ", ")
  }

  /// Whether hours and weekdays can be told, in words.
  var hourVerdict: String {
    let times = findings.times
    let share = Double(times.times) / Double(max(1, findings.rows))
    if times.times > 0 {
      return share < 0.5
        ? "in part: only \(NumberWords.percent(share)) of the rows tell the time of day"
        : "yes: \(NumberWords.percent(share)) of the rows tell the time of day"
    }
    if times.days > 0 { return "no: the dates tell the day only, enough for days of the week" }
    if times.months > 0 { return "no: the dates tell the month only" }
    return "no: no row has a date that is understood"
  }
}
