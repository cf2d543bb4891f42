import Cartography

/// A card for each hotspot: its map, its streets, categories, hours and months, which print as one sheet.
struct HotspotCards {
  let cards: [HotspotCard]

  func write(to page: inout HTMLWriter) {
    for card in cards { write(card, to: &page) }
  }

  // MARK: -

  private func write(_ card: HotspotCard, to page: inout HTMLWriter) {
    let (contents, identifier) = (card.contents, card.identifier)
    page.open(
      "article", ["id": identifier, "class": "card", "aria-labelledby": "\(identifier)-h"])
    page.element("h3", ["id": "\(identifier)-h"], contents.title)
    page.element("p", ["class": "where"], contents.placeLines.joined(separator: "; "))
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of hotspot \(contents.number) and the streets around it",
      ])
    page.markup(card.map)
    page.close("div")
    page.close("figure")
    page.open("ul", ["class": "findings"])
    page.element("li", [:], numbers(of: contents))
    if let standing = contents.standing {
      page.open("li")
      page.element("strong", [:], "\(standing.label).")
      page.text(" \(standing.sentence)")
      page.close("li")
    }
    for change in contents.changes { page.element("li", [:], change) }
    if let note = contents.hourNote { page.element("li", [:], note) }
    page.close("ul")
    page.open("div", ["class": "pair"])
    writeStreets(of: contents, identifier, to: &page)
    writeCategories(of: contents, identifier, to: &page)
    page.close("div")
    page.open("div", ["class": "pair"])
    if let hours = contents.hours {
      write(WeekGrid(hours), "Incidents by day and hour, stronger for more", to: &page)
    }
    if !contents.months.isEmpty {
      write(
        MonthBars(contents.months, places: contents.isWeighted ? 1 : 0),
        "Incidents by month, filled if at least twice its share by area",
        to: &page)
    }
    page.close("div")
    if let note = contents.monthNote { page.element("p", ["class": "small"], note) }
    page.open("p", ["class": "sheet"])
    page.element("a", ["href": card.sheet], "Hotspot \(contents.number) as a sheet of its own")
    page.close("p")
    page.close("article")
  }

  /// The numbers of a hotspot in a sentence.
  private func numbers(of contents: CloseUpContents) -> String {
    let incidents = NumberWords.decimal(contents.incidents, places: contents.isWeighted ? 1 : 0)
    return "\(incidents) incidents\(contents.isWeighted ? " (\(EstimateWords.short))" : ""), "
      + "\(NumberWords.percent(contents.share)) of all. "
      + contents.facts.map { "\($0.label): \($0.value)" }.joined(separator: "; ") + "."
  }

  private func writeStreets(
    of contents: CloseUpContents, _ identifier: String, to page: inout HTMLWriter
  ) {
    guard !contents.streets.isEmpty else {
      if let note = contents.streetNote { page.element("p", ["class": "small"], note) }
      return
    }
    page.open("div")
    HTMLTable(
      identifier: "\(identifier)-streets", caption: contents.streetHeading,
      columns: [
        .init(heading: "Name"), .init(heading: "Incidents", isNumeric: true),
        .init(heading: "Share", isNumeric: true),
      ],
      rows: contents.streets.map { street in
        HTMLTable.Row(cells: [
          .init(street.name), .init(NumberWords.decimal(street.incidents, places: 0)),
          .init(NumberWords.percent(street.share)),
        ])
      }, isSortable: false
    ).write(to: &page)
    if let note = contents.streetNote { page.element("p", ["class": "small"], note) }
    page.close("div")
  }

  /// The most categories that are listed.
  private static let categoryLimit = 6

  private func writeCategories(
    of contents: CloseUpContents, _ identifier: String, to page: inout HTMLWriter
  ) {
    guard !contents.comparedCategories.isEmpty else {
      if let note = contents.categoryNote { page.element("p", ["class": "small"], note) }
      return
    }
    page.open("div")
    HTMLTable(
      identifier: "\(identifier)-categories", caption: "Categories, beside the whole study area",
      columns: [
        .init(heading: "Category"), .init(heading: "Here", isNumeric: true),
        .init(heading: "Everywhere", isNumeric: true), .init(heading: "Times", isNumeric: true),
      ],
      rows: contents.categories.prefix(Self.categoryLimit).map { category in
        HTMLTable.Row(cells: [
          .init(category.name), .init(NumberWords.percent(category.share)),
          .init(NumberWords.percent(category.studyAreaShare)),
          .init(
            NumberWords.decimal(category.share / category.studyAreaShare, places: 1)),
        ])
      }, isSortable: false
    ).write(to: &page)
    let rest = contents.categories.dropFirst(Self.categoryLimit)
    if !rest.isEmpty {
      let share = NumberWords.percent(rest.reduce(0) { $0 + $1.share })
      page.element(
        "p", ["class": "small"],
        rest.count == 1
          ? "One more category holds \(share)."
          : "\(CountWords.upper(rest.count)) more categories hold \(share).")
    }
    page.close("div")
  }

  private func write(_ figure: some SmallFigure, _ caption: String, to page: inout HTMLWriter) {
    page.open("figure", ["class": "small-figure"])
    page.element("figcaption", [:], caption)
    page.markup(figure.svg)
    page.close("figure")
  }
}
