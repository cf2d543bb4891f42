import Cartography
import Tables

/// How sure: where every row went, and what is wrong with the data.
struct QualitySection: PackSection {
  let contents: PackContents

  let identifier = "quality"
  let heading = "How sure: rows and data quality"

  func write(to page: inout HTMLWriter) {
    page.element(
      "p", [:],
      "Every row read is counted exactly once: in one area of each layer, or under the first reason "
        + "why it is not.")
    if let positions = FigureSentences(contents).positions {
      page.element("p", [:], positions)
    }
    let counts: [(String, (Reconciliation) -> Int)] = [
      ("Read", { $0.read }), ("Rejected", { $0.rejectedCount }), ("Filtered", { $0.filteredCount }),
      ("Without coordinates", { $0.withoutCoordinatesCount }), ("Outside", { $0.outsideCount }),
      ("Assigned", { $0.assigned }),
    ]
    HTMLTable(
      identifier: "rows", caption: "What became of each row",
      columns: [.init(heading: "Layer")]
        + counts.map { .init(heading: $0.0, isNumeric: true) },
      rows: contents.layers.map { layer in
        HTMLTable.Row(
          cells: [.init(layer.noun.heading)]
            + counts.map { .init(NumberWords.grouped($0.1(layer.reconciliation))) })
      }, isSortable: false
    ).write(to: &page)
    writeReasons(to: &page)
    list("First rejected rows", contents.rejectedExamples, to: &page)
    list("Warnings", contents.warnings, to: &page)
  }

  private func writeReasons(to page: inout HTMLWriter) {
    let words = ReasonWords(rowReasons: contents.rowReasons)
    let groups = contents.layers.map { words.rows(of: $0.reconciliation) }
    var order: [String] = []
    for name in groups.joined().map(\.words) where !order.contains(name) { order.append(name) }
    guard !order.isEmpty else { return }
    HTMLTable(
      identifier: "reasons", caption: "Reasons, and details of assigned rows",
      columns: [.init(heading: "Reason")]
        + contents.layers.map { .init(heading: $0.noun.heading, isNumeric: true) },
      rows: order.map { words in
        HTMLTable.Row(
          cells: [.init(words)]
            + groups.map { rows in
              .init(NumberWords.grouped(rows.first { $0.words == words }?.count ?? 0))
            })
      }, isSortable: false
    ).write(to: &page)
  }

  private func list(_ heading: String, _ items: [String], to page: inout HTMLWriter) {
    guard !items.isEmpty else { return }
    page.element("h3", [:], heading)
    page.open("ul")
    for item in items { page.element("li", [:], item) }
    page.close("ul")
  }
}
