import Cartography

/// Incidents for so many people: the map of rates, and the highest with their limits.
struct RateSection: PackSection {
  let rates: PackRates

  let identifier = "rate"
  var heading: String { "Per head: \(rates.noun.plural)" }

  func write(to page: inout HTMLWriter) {
    if let sentence { page.element("p", [:], sentence) }
    for warning in rates.warnings {
      page.element(
        "p", ["class": "warning"], "\(warning.prefix(1).uppercased())\(warning.dropFirst()).")
    }
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of incidents \(rates.unit) by \(rates.noun.singular)",
      ])
    page.markup(rates.map)
    page.close("div")
    page.element(
      "figcaption", [:],
      "Incidents \(rates.unit)\(period), not annualised. A rate says who shares a place's incidents only "
        + "if its people are those who can be their victims: in a centre most are visitors.")
    page.close("figure")
    let known = rates.areas.filter { $0.rate != nil }.enumerated().sorted {
      ($1.element.rate ?? 0, $0.offset) < ($0.element.rate ?? 0, $1.offset)
    }.map(\.element)
    guard !known.isEmpty else {
      return page.element("p", [:], "No \(rates.noun.singular) has people.")
    }
    let shown = Array(known.prefix(AreaSection.busiest))
    table("rates", "The \(rates.noun.plural) with the highest rates", shown).write(to: &page)
    if known.count > shown.count {
      writeRest(known, to: &page)
    }
  }

  // MARK: -

  /// Writes the table that opens: all areas, or of many those with the highest rates.
  private func writeRest(_ known: [PackRates.Area], to page: inout HTMLWriter) {
    let listed =
      known.count > CategoryChoice.areaLimit ? Array(known.prefix(HTMLTable.rowLimit)) : known
    let (count, plural) = (NumberWords.grouped(known.count), rates.noun.plural)
    page.open("details")
    page.element(
      "summary", [:],
      listed.count < known.count
        ? "The \(listed.count) highest rates of \(count) \(plural) with people"
        : "Rates of all \(count) \(plural) with people")
    table("all-rates", "Rates, the highest first", listed).write(to: &page)
    if listed.count < known.count {
      let path = PackPart.areaTable.path(ofLayer: 0, named: "")
      page.open("p")
      page.text("The rates of all \(plural) are in ")
      page.element("a", ["href": FileList.reference(path)], path)
      page.text(".")
      page.close("p")
    }
    page.close("details")
  }

  private var period: String { rates.period.map { " over \($0)" } ?? "" }

  /// The rate of all areas together, with its base, and how many areas have none.
  private var sentence: String? {
    guard let overall = rates.overall else { return nil }
    let without = rates.areas.count { $0.rate == nil }
    return "\(number(overall.rate)) incidents \(rates.unit)\(period): "
      + "\(incidents(overall.incidents)) incidents and \(people(overall.population)) \(rates.people) in "
      + "\(NumberWords.grouped(rates.areas.count - without)) \(rates.noun.plural)"
      + (without == 0
        ? "."
        : "; \(NumberWords.grouped(without)) without people \(without == 1 ? "has" : "have") no rate.")
      + (rates.isEstimate
        ? "" : " The limits beside each rate hold the long-run rate in 95 of 100 such counts.")
  }

  private func table(
    _ identifier: String, _ caption: String, _ areas: [PackRates.Area]
  ) -> HTMLTable {
    let hasNames = rates.areas.contains { $0.name != $0.code }
    let hasLimits = areas.contains { $0.limits != nil }
    var columns = [HTMLTable.Column(heading: rates.noun.heading)]
    if hasNames { columns.append(.init(heading: "Code")) }
    columns += [
      .init(heading: rates.isEstimate ? "Incidents (estimated)" : "Incidents", isNumeric: true),
      .init(
        heading: rates.people.prefix(1).uppercased() + rates.people.dropFirst(), isNumeric: true),
      .init(heading: "Rate \(rates.unit)", isNumeric: true),
    ]
    if hasLimits { columns.append(.init(heading: "95% limits", isNumeric: true)) }
    columns.append(.init(heading: "Smoothed rate", isNumeric: true))
    return HTMLTable(
      identifier: identifier, caption: caption, columns: columns,
      rows: areas.map { area in
        var cells = [HTMLTable.Cell(area.name)]
        if hasNames { cells.append(.init(area.code)) }
        cells += [
          .init(incidents(area.incidents), value: area.incidents),
          .init(area.population.map(people) ?? "–", value: area.population ?? 0),
          .init(area.rate.map(number) ?? "–", value: area.rate ?? 0),
        ]
        if hasLimits {
          cells.append(
            .init(
              area.limits.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" } ?? "–",
              value: area.limits?.lowerBound ?? 0))
        }
        cells.append(.init(area.smoothed.map(number) ?? "–", value: area.smoothed ?? 0))
        return HTMLTable.Row(cells: cells, shape: rates.shape(of: area))
      })
  }

  private func number(_ rate: Double) -> String {
    NumberWords.decimal(rate, places: rate >= 100 ? 0 : rate >= 1 ? 1 : 3)
  }

  private func incidents(_ count: Double) -> String {
    NumberWords.decimal(count, places: rates.isEstimate ? 1 : 0)
  }

  private func people(_ count: Double) -> String {
    NumberWords.decimal(count, places: min(2, NumberWords.places(of: count)))
  }
}
