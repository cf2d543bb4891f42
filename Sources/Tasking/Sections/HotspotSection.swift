import Cartography

/// Where: the places of the densest incidents, on a map and in a list with the same numbers.
struct HotspotSection: PackSection {
  let places: PackPlaces

  let identifier = "hotspots"
  let heading = "Where: hotspots"

  func write(to page: inout HTMLWriter) {
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of the density of incidents",
      ])
    page.markup(places.map)
    page.close("div")
    page.element(
      "figcaption", [:],
      "Density of incidents, at most \(NumberWords.decimal(places.peak, places: places.peak < 10 ? 1 : 0)) "
        + "per km². The numbers are those of the list; a hotspot is where the densest quarter of the "
        + "surface joins and holds at least \(CountWords.lower(places.minimumIncidents)) incidents."
    )
    page.close("figure")
    writeList(to: &page)
  }

  private func writeList(to page: inout HTMLWriter) {
    guard !places.hotspots.isEmpty else {
      page.element(
        "p", [:],
        "No place of the densest quarter holds \(CountWords.lower(places.minimumIncidents)) incidents."
      )
      return
    }
    table.write(to: &page)
    if places.qualifying > places.hotspots.count {
      let rest = places.qualifying - places.hotspots.count
      page.element(
        "p", [:],
        "\(CountWords.upper(rest)) more \(rest == 1 ? "place holds" : "places hold") as few as the "
          + "list asks for\(places.isCutThroughTie ? "; one of them has as many as the last one listed" : "")."
      )
    }
  }

  /// The list in short, for the front of the page.
  var summary: HTMLTable {
    let hasHours = places.hotspots.contains { $0.hours != nil }
    let hasCategories = places.hotspots.contains { !$0.categories.isEmpty }
    var columns = [
      HTMLTable.Column(heading: "Hotspot"),
      .init(heading: places.isWeighted ? "Expected" : "Incidents", isNumeric: true),
      .init(heading: "Share", isNumeric: true),
      .init(heading: "Times the average", isNumeric: true),
    ]
    if hasHours { columns.append(.init(heading: "Busiest four hours")) }
    if hasCategories { columns.append(.init(heading: "Leading category")) }
    return HTMLTable(
      identifier: "hotspots-in-brief", caption: "Hotspots, numbered as on the map",
      columns: columns,
      rows: places.hotspots.enumerated().map { place, hotspot in
        var cells = [
          HTMLTable.Cell("\(hotspot.rank). \(hotspot.name)"),
          .init(places.words(hotspot.incidents), value: hotspot.incidents),
          .init(NumberWords.percent(hotspot.share), value: hotspot.share),
          .init(NumberWords.decimal(hotspot.timesAverage, places: 1), value: hotspot.timesAverage),
        ]
        if hasHours { cells.append(.init(hotspot.hours ?? "–")) }
        if hasCategories {
          cells.append(
            .init(
              hotspot.categories.first.map { "\($0.name), \(NumberWords.percent($0.share))" }
                ?? "–"))
        }
        return HTMLTable.Row(cells: cells, shape: places.shape(of: place))
      })
  }

  private var table: HTMLTable {
    let hasHours = places.hotspots.contains { $0.hours != nil }
    let hasPositions = places.hotspots.contains { $0.position != nil }
    let hasCategories = places.hotspots.contains { !$0.categories.isEmpty }
    var columns = [
      HTMLTable.Column(heading: "Hotspot"),
      .init(heading: places.isWeighted ? "Expected incidents" : "Incidents", isNumeric: true),
      .init(heading: "Share", isNumeric: true), .init(heading: "Area, km²", isNumeric: true),
      .init(heading: "Times the average", isNumeric: true),
    ]
    if hasHours { columns.append(.init(heading: "Busiest four hours")) }
    if hasCategories { columns.append(.init(heading: "Leading categories (here, everywhere)")) }
    if hasPositions { columns.append(.init(heading: "Grid reference")) }
    let rows = places.hotspots.enumerated().map { place, hotspot in
      var cells = [
        HTMLTable.Cell("\(hotspot.rank). \(hotspot.name)"),
        .init(places.words(hotspot.incidents), value: hotspot.incidents),
        .init(NumberWords.percent(hotspot.share), value: hotspot.share),
        .init(
          NumberWords.decimal(hotspot.squareKilometres, places: 3), value: hotspot.squareKilometres),
        .init(NumberWords.decimal(hotspot.timesAverage, places: 1), value: hotspot.timesAverage),
      ]
      if hasHours {
        let share = hotspot.hoursShare.map { " (\(NumberWords.percent($0)))" } ?? ""
        cells.append(.init(hotspot.hours.map { $0 + share } ?? "–"))
      }
      if hasCategories {
        cells.append(
          .init(
            hotspot.categories.prefix(2).map {
              "\($0.name) (\(NumberWords.percent($0.share)), \(NumberWords.percent($0.studyAreaShare)))"
            }.joined(separator: "; ")))
      }
      if hasPositions { cells.append(.init(hotspot.position ?? "–")) }
      return HTMLTable.Row(cells: cells, shape: places.shape(of: place))
    }
    return HTMLTable(
      identifier: "hotspot-list",
      caption: places.hotspots.count == 1
        ? "The only hotspot" : "What the hotspots are like",
      columns: columns, rows: rows)
  }
}
