import Cartography

/// What: the incidents of each category.
struct CategorySection: PackSection {
  let layer: PackLayer
  /// What is said above the tables.
  var sentences: [String] = []

  let identifier = "what"
  let heading = "What: categories"

  func write(to page: inout HTMLWriter) {
    let totals = layer.categoryTotals
    let most = totals.first?.incidents ?? 0
    if !sentences.isEmpty { page.element("p", [:], sentences.joined(separator: " ")) }
    page.open("div", ["class": "pair"])
    HTMLTable(
      identifier: "categories", caption: "Incidents by category, in all \(layer.noun.plural)",
      columns: [
        .init(heading: "Category"), .init(heading: "Incidents", isNumeric: true),
        .init(heading: "Share", isNumeric: true),
      ],
      rows: totals.map { row($0.name, $0.incidents, most: most) }
    ).write(to: &page)
    if let split = CrimeSplit(layer.categories) { write(split, to: &page) }
    page.close("div")
  }

  private func write(_ split: CrimeSplit, to page: inout HTMLWriter) {
    let counts = layer.areas.map(split.counts)
    HTMLTable(
      identifier: "crime",
      caption: "Crime and anti-social behaviour apart",
      columns: [
        .init(heading: "Kind"), .init(heading: "Incidents", isNumeric: true),
        .init(heading: "Share", isNumeric: true),
      ],
      rows: [
        row("Crime", counts.reduce(0) { $0 + $1.crime }, most: layer.total),
        row(
          "Anti-social behaviour", counts.reduce(0) { $0 + $1.antiSocialBehaviour },
          most: layer.total),
      ], isSortable: false
    ).write(to: &page)
  }

  private func row(_ name: String, _ incidents: Double, most: Double) -> HTMLTable.Row {
    let share = layer.total == 0 ? nil : incidents / layer.total
    return HTMLTable.Row(
      cells: [
        .init(name), .init(layer.words(incidents), value: incidents),
        .init(share.map(NumberWords.percent) ?? "–", value: share ?? 0),
      ], bar: most == 0 ? 0 : incidents / most)
  }
}
