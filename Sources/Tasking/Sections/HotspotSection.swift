import Cartography

/// Where: the hotspots, on a map and in a list with the same numbers.
struct HotspotSection: PackSection {
  let places: PackHotspots
  /// What people should know before they rely on the list.
  var cautions: [String] = []

  let identifier = "hotspots"
  let heading = "Where: hotspots"

  func write(to page: inout HTMLWriter) {
    if let map = places.map { write(map: map, to: &page) }
    guard !places.hotspots.isEmpty else { return page.element("p", [:], places.absenceWords) }
    for caution in cautions {
      page.element("p", ["class": "warning"], "Read with care: \(caution).")
    }
    if places.map == nil { page.element("p", [:], "A hotspot is \(places.ruleWords).") }
    table.write(to: &page)
    if let advice = places.advice { page.element("p", [:], advice) }
    if let rest = restWords { page.element("p", [:], rest) }
    HotspotCards(cards: places.cards).write(to: &page)
  }

  private func write(map: [UInt8], to page: inout HTMLWriter) {
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of the density of incidents",
      ])
    page.markup(map)
    page.close("div")
    let peak = NumberWords.decimal(places.peak, places: places.peak < 10 ? 1 : 0)
    let list =
      places.hotspots.isEmpty
      ? "" : " The numbers are those of the list; a hotspot is \(places.ruleWords)."
    page.element("figcaption", [:], "Density of incidents, at most \(peak) per km².\(list)")
    page.close("figure")
  }

  /// What is said of hotspots that the list has no room for.
  private var restWords: String? {
    let rest = places.qualifying - places.hotspots.count
    guard rest > 0 else { return nil }
    let does =
      switch places.rule {
      case .densest(let minimum, _):
        "\(rest == 1 ? "place holds" : "places hold") at least \(CountWords.lower(minimum)) incidents"
      case .significant: rest == 1 ? "place is significant" : "places are significant"
      }
    let tie =
      places.isCutThroughTie
      ? "; \(rest == 1 ? "it" : "one of them") has as many incidents as the last one listed" : ""
    return
      "\(CountWords.upper(rest)) more \(does) and \(rest == 1 ? "is" : "are") not listed\(tie)."
  }

  /// The list in short, for the front of the page.
  var summary: HTMLTable {
    let hasHours = places.hotspots.contains { $0.hours != nil }
    let hasCategories = places.hotspots.contains { !$0.categories.isEmpty }
    var columns = [
      HTMLTable.Column(heading: "Hotspot"),
      .init(heading: places.isWeighted ? "Incidents (estimated)" : "Incidents", isNumeric: true),
      .init(heading: "Share", isNumeric: true),
      .init(heading: "Times the average", isNumeric: true),
    ]
    if hasHours { columns.append(.init(heading: "Busiest four hours")) }
    if hasCategories { columns.append(.init(heading: "Leading category")) }
    return HTMLTable(
      identifier: "hotspots-in-brief", caption: summaryCaption,
      columns: columns,
      rows: places.hotspots.enumerated().map { place, hotspot in
        var cells = [
          HTMLTable.Cell("\(place + 1). \(hotspot.name)"),
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
        return HTMLTable.Row(
          cells: cells, shape: places.shape(of: place), link: places.card(of: place))
      })
  }

  private var summaryCaption: String {
    switch places.rule {
    case .densest: "Hotspots, numbered as on the map"
    case .significant(let noun, _, _):
      "Hotspots, numbered as on the maps: significantly busy \(noun.plural), joined"
    }
  }

  private var table: HTMLTable {
    let hasHours = places.hotspots.contains { $0.hours != nil }
    let hasPositions = places.hotspots.contains { $0.position != nil }
    let hasCategories = places.hotspots.contains { !$0.categories.isEmpty }
    let sharers = Dictionary(places.hotspots.map { ($0.rank, 1) }, uniquingKeysWith: +)
    let hasTies = sharers.count < places.hotspots.count
    var columns = [HTMLTable.Column(heading: "Hotspot")]
    if hasTies { columns.append(.init(heading: "Rank", isNumeric: true)) }
    columns += [
      .init(heading: places.isWeighted ? "Incidents (estimated)" : "Incidents", isNumeric: true),
      .init(heading: "Share", isNumeric: true), .init(heading: "Area, km²", isNumeric: true),
      .init(heading: "Times the average", isNumeric: true),
    ]
    if hasHours { columns.append(.init(heading: "Busiest four hours")) }
    if hasCategories { columns.append(.init(heading: "Leading categories (here, everywhere)")) }
    if hasPositions { columns.append(.init(heading: "Grid reference")) }
    let rows = places.hotspots.enumerated().map { place, hotspot in
      var cells = [HTMLTable.Cell("\(place + 1). \(hotspot.name)")]
      if hasTies {
        let isTied = sharers[hotspot.rank, default: 1] > 1
        cells.append(.init("\(hotspot.rank)\(isTied ? "=" : "")", value: Double(hotspot.rank)))
      }
      cells += [
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
      return HTMLTable.Row(
        cells: cells, shape: places.shape(of: place), link: places.card(of: place))
    }
    return HTMLTable(
      identifier: "hotspot-list",
      caption: places.hotspots.count == 1
        ? "The only hotspot" : "What the hotspots are like",
      columns: columns, rows: rows)
  }
}
