import Cartography

/// Where: the map of a layer, its busiest areas, and all of them.
struct AreaSection: PackSection {
  let layer: PackLayer
  /// The place of the layer among the layers, from 1.
  let number: Int
  /// What is said below the map.
  var sentences: [String] = []

  /// How many areas stand in the first table.
  static let busiest = 10

  var identifier: String { "where-\(number)" }
  var heading: String { "Where: \(layer.noun.plural)" }

  func write(to page: inout HTMLWriter) {
    let areas = layer.ranked.filter { $0.incidents > 0 }
    let shown = Array(areas.prefix(Self.busiest))
    let words = AreaSectionWords(
      layer: layer, choice: nil, isNumbered: shown.contains { $0.number != nil })
    CategoryViews(layer: layer, number: number).write(to: &page)
    page.open("figure")
    page.open(
      "div",
      [
        "class": "map", "role": "region", "tabindex": "0", "id": "map-\(number)",
        "aria-label": words.region,
      ])
    page.markup(layer.map)
    page.close("div")
    page.element("figcaption", ["id": "map-\(number)-caption"], words.figure)
    page.close("figure")
    if !sentences.isEmpty { page.element("p", [:], sentences.joined(separator: " ")) }
    if shown.isEmpty {
      page.element("p", [:], "No incident lies in any of the \(layer.noun.plural).")
    } else {
      table("busiest-\(number)", words.busiest, shown, isNumbered: true).write(to: &page)
    }
    if layer.areas.count > shown.count {
      page.open("details")
      page.element("summary", [:], words.rest)
      table("all-\(number)", words.all, Array(layer.ranked.prefix(layer.listed))).write(to: &page)
      if layer.listed < layer.areas.count {
        let path = PackPart.areaTable.path(ofLayer: number - 1, named: layer.name)
        page.open("p")
        page.text("All \(NumberWords.grouped(layer.areas.count)) \(layer.noun.plural) are in ")
        page.element("a", ["href": FileList.reference(path)], path)
        page.text(".")
        page.close("p")
      }
      page.close("details")
    }
  }

  private func table(
    _ identifier: String, _ caption: String, _ areas: [PackLayer.Area], isNumbered: Bool = false
  ) -> HTMLTable {
    let split = CrimeSplit(layer.categories)
    let hasNames = layer.areas.contains { $0.name != $0.code }
    var columns = [HTMLTable.Column(heading: layer.noun.heading)]
    if hasNames { columns.append(.init(heading: "Code")) }
    columns += [
      .init(heading: "Rank", isNumeric: true),
      .init(heading: layer.isWeighted ? "Incidents (estimated)" : "Incidents", isNumeric: true),
      .init(heading: "Share", isNumeric: true), .init(heading: "Per km²", isNumeric: true),
    ]
    if split != nil {
      columns += [
        .init(heading: "Crime", isNumeric: true),
        .init(heading: "Anti-social behaviour", isNumeric: true),
      ]
    }
    let total = layer.total
    let rows = areas.map { area in
      let number = isNumbered ? area.number.map { "\($0). " } : nil
      var cells = [HTMLTable.Cell((number ?? "") + area.name)]
      if hasNames { cells.append(.init(area.code)) }
      let share = total == 0 ? nil : area.incidents / total
      cells += [
        .init(
          NumberWords.grouped(area.rank) + (area.isTied ? "=" : ""), value: Double(area.rank)),
        cell(area.incidents),
        .init(share.map(NumberWords.percent) ?? "–", value: share ?? 0),
        .init(
          area.perSquareKilometre.map { NumberWords.decimal($0, places: $0 < 10 ? 1 : 0) } ?? "–",
          value: area.perSquareKilometre ?? 0),
      ]
      if let split {
        let counts = split.counts(of: area)
        cells += [cell(counts.crime), cell(counts.antiSocialBehaviour)]
      }
      return HTMLTable.Row(cells: cells, shape: layer.shape(of: area))
    }
    return HTMLTable(identifier: identifier, caption: caption, columns: columns, rows: rows)
  }

  private func cell(_ incidents: Double) -> HTMLTable.Cell {
    .init(layer.words(incidents), value: incidents)
  }
}
