import Cartography
import Geometry
import Incidents

extension IncidentFileInspection {
  /// Most categories that are listed one by one.
  private static let categoriesShown = 20

  /// Adds the file's section to a report, with remarks in the words given.
  func append(to report: inout ReportText, _ wording: (InspectionRemark) -> String) {
    report.heading("Incidents: \(path)")
    report.row("rows", NumberWords.grouped(tally.read))
    if let origin {
      report.row("text", "a GIS file of \(origin.noun)s, \(encodingWords)")
      report.row("coordinate system", origin.crs ?? "not said in the file")
    } else {
      report.row("text", "fields separated by \(delimiterWords), \(encodingWords)")
    }
    for words in headerWords { report.row("header", words) }
    report.row("columns used", columns.summary.isEmpty ? "none" : columns.summary)
    report.row("other columns", ReportWords.list(otherColumns))
    appendPositions(to: &report)
    appendIdentity(to: &report)
    appendTimes(to: &report)
    appendReasons(to: &report)
    appendCategories(to: &report)
    assignment?.append(to: &report)
    report.list("worth knowing", remarks.map(wording))
  }

  private func appendPositions(to report: inout ReportText) {
    guard let kind = columns.coordinateKind else {
      report.row("coordinates", "no columns found")
      return
    }
    let isGeographic = kind == .geographic
    report.row(
      "coordinates",
      (isGeographic ? "longitude and latitude" : "easting and northing")
        + " of \(NumberWords.grouped(found.placed)) rows, "
        + "\(NumberWords.grouped(withoutCoordinates)) without")
    for words in coordinateWords { report.row("coordinates", words) }
    guard !found.box.isEmpty else { return }
    func range(_ low: Double, _ high: Double) -> String {
      let places = isGeographic ? 6 : 1
      return NumberWords.decimal(low, places: places) + " to "
        + NumberWords.decimal(high, places: places)
    }
    let box = found.box
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
        + "\(NumberWords.grouped(found.blankIds)) blank (told apart by 64-bit hashes)")
  }

  private func appendTimes(to report: inout ReportText) {
    guard let time = columns.time else {
      report.row("dates", "no column found")
      return
    }
    let times = found.times
    let names = ["'\(columns.header[time.start])'", columns.name(of: .end).map { "'\($0)'" }]
    report.row("dates", "\(names.compactMap(\.self).joined(separator: " to ")), \(orderWords)")
    for words in numberWords { report.row("numbers", words) }
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
    report.row("rejected rows", NumberWords.grouped(rejected))
    for example in examples {
      report.row(
        example.reason.name.split(separator: "_").joined(separator: " "),
        "\(NumberWords.grouped(tally[example.reason])), first \(example.message)")
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
        NumberWords.percent(Double(category.rows) / Double(max(1, found.rows))),
      ]
    }
    let rest = categories.dropFirst(Self.categoriesShown)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.rows }
      rows.append([
        "\(rest.count) more", NumberWords.grouped(sum),
        NumberWords.percent(Double(sum) / Double(max(1, found.rows))),
      ])
    }
    report.table(rows)
  }
}
