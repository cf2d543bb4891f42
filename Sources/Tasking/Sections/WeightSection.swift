import Cartography

/// Where incidents weigh most: the map of weights, and the leading areas beside their counts.
struct WeightSection: PackSection {
  let weights: PackWeights
  /// The place of the layer among the layers, from 1.
  let number: Int

  var identifier: String { "weight-\(number)" }
  var heading: String {
    "\(weights.name.capitalisedFirst) beside incidents: \(weights.noun.plural)"
  }

  func write(to page: inout HTMLWriter) {
    for sentence in weights.sentences { page.element("p", [:], "\(sentence.capitalisedFirst).") }
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0",
        "aria-label": "Map of \(weights.name) by \(weights.noun.singular)",
      ])
    page.markup(weights.map)
    page.close("div")
    page.element(
      "figcaption", [:],
      "\(weights.name.capitalisedFirst) by \(weights.noun.singular): each incident counts by its "
        + "category's value, so that few incidents can make an area dark.")
    page.close("figure")
    let shown = weights.areas.filter { $0.weight > 0 }.prefix(AreaSection.busiest)
    if shown.isEmpty { return page.element("p", [:], "No incident weighs anything.") }
    table(Array(shown)).write(to: &page)
  }

  private func table(_ areas: [PackWeights.Area]) -> HTMLTable {
    let hasNames = areas.contains { $0.name != $0.code }
    let incidents = weights.isEstimate ? "Incidents (estimated)" : "Incidents"
    let name = weights.name.capitalisedFirst
    var columns = [HTMLTable.Column(heading: weights.noun.heading)]
    if hasNames { columns.append(.init(heading: "Code")) }
    columns += [
      name, "Share of \(weights.name)", "Rank", incidents, "Share of incidents", "Rank by count",
    ]
    .map { .init(heading: $0, isNumeric: true) }
    let weight = weights.areas.reduce(0) { $0 + $1.weight }
    let count = weights.areas.reduce(0) { $0 + $1.incidents }
    let rows = areas.map { area in
      var cells = [HTMLTable.Cell(area.name)]
      if hasNames { cells.append(.init(area.code)) }
      cells += [
        .init(Self.words(area.weight), value: area.weight),
        .init(NumberWords.percent(area.weight / weight), value: area.weight),
        .init(NumberWords.grouped(area.rank), value: Double(area.rank)),
        .init(
          NumberWords.decimal(area.incidents, places: weights.isEstimate ? 1 : 0),
          value: area.incidents),
        .init(NumberWords.percent(count > 0 ? area.incidents / count : 0), value: area.incidents),
        .init(Self.words(of: area), value: Double(area.countRank)),
      ]
      return HTMLTable.Row(cells: cells)
    }
    let places = areas.count == 1 ? weights.noun.singular : weights.noun.plural
    return HTMLTable(
      identifier: "weights-\(number)",
      caption: "The leading \(places) by \(weights.name), with their incidents", columns: columns,
      rows: rows)
  }

  /// Returns the place by incidents, and how far that by weight is from it: `5 (up 3)`.
  private static func words(of area: PackWeights.Area) -> String {
    let change = area.countRank - area.rank
    let rank = NumberWords.grouped(area.countRank)
    if change == 0 { return rank }
    return "\(rank) (\(change > 0 ? "up" : "down") \(NumberWords.grouped(abs(change))))"
  }

  private static func words(_ weight: Double) -> String {
    NumberWords.decimal(weight, places: weight >= 100 || weight == weight.rounded() ? 0 : 1)
  }
}

extension String {
  /// The text with a capital first.
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
