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
    RowAccounts(
      accounts: contents.layers.map { ($0.noun.heading, $0.reconciliation) }, heading: "Layer",
      rowReasons: contents.rowReasons, rejectedExamples: contents.rejectedExamples,
      warnings: contents.warnings
    ).write(to: &page)
  }
}
