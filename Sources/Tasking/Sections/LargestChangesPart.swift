import Cartography

/// The map of differences a day, and the areas that rose and fell most.
struct LargestChangesPart {
  let changes: PackLargestChanges

  func write(to page: inout HTMLWriter) {
    let noun = changes.noun
    page.element(
      "h3", [:],
      "\(noun.plural.prefix(1).uppercased())\(noun.plural.dropFirst()) that rose and fell")
    for sentence in changes.sentences { page.element("p", [:], sentence) }
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of the change of incidents a day by \(noun.singular)",
      ])
    page.markup(changes.map)
    page.close("div")
    page.element(
      "figcaption", [:],
      "Incidents a day more or fewer than in \(changes.against); hatched where there is evidence of "
        + "change. change.csv has all \(noun.plural).")
    page.close("figure")
    table("rises", "rose", changes.rises, to: &page)
    table("falls", "fell", changes.falls, to: &page)
  }

  // MARK: -

  private func table(
    _ identifier: String, _ verb: String, _ areas: [PackLargestChanges.Area],
    to page: inout HTMLWriter
  ) {
    if areas.isEmpty {
      return page.element(
        "p", [:], "No \(changes.noun.singular) \(verb) against \(changes.against).")
    }
    let hasNames = areas.contains { $0.name != $0.code }
    var columns = [HTMLTable.Column(heading: changes.noun.heading)]
    if hasNames { columns.append(.init(heading: "Code")) }
    columns += [
      .init(heading: "Now", isNumeric: true), .init(heading: "Earlier", isNumeric: true),
      .init(heading: "Difference a day", isNumeric: true),
      .init(heading: "Change", isNumeric: true), .init(heading: "Evidence"),
    ]
    let count = CountWords.lower(areas.count)
    HTMLTable(
      identifier: identifier,
      caption: areas.count == 1
        ? "The \(changes.noun.singular) that \(verb)"
        : "The \(count) \(changes.noun.plural) that \(verb) most",
      columns: columns,
      rows: areas.map { area in
        var cells = [HTMLTable.Cell((area.number.map { "\($0). " } ?? "") + area.name)]
        if hasNames { cells.append(.init(area.code)) }
        cells += [
          .init(NumberWords.decimal(area.now, places: changes.places), value: area.now),
          .init(NumberWords.decimal(area.earlier, places: changes.places), value: area.earlier),
          .init(ChangeWords.signed(area.perDay, places: 2), value: area.perDay),
          .init(area.relative.map(ChangeWords.relative) ?? "–", value: area.relative ?? 0),
          .init(Self.evidence(of: area)),
        ]
        return HTMLTable.Row(
          cells: cells, shape: changes.shape(of: area),
          isQuiet: area.evidence == "none" || area.evidence == "few")
      }
    ).write(to: &page)
  }

  /// Returns what is told of a change, with the p-value: `increase (0.3%)`.
  private static func evidence(of area: PackLargestChanges.Area) -> String {
    guard let adjusted = area.adjusted else { return "too few" }
    return "\(area.evidence) (\(ChangeWords.chance(adjusted)))"
  }
}
