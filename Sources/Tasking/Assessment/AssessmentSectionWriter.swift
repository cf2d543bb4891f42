import Cartography

/// Writes one analysis: what it says, its figures and tables, how it was found and what it leaves out.
struct AssessmentSectionWriter {
  let section: AssessmentSection
  /// Its number in the contents, from 1.
  let number: Int
  /// Its identifier on the page.
  let anchor: String

  /// Writes the section.
  ///
  /// Everything stands side by side in it, in the order in which it is printed.
  func write(to page: inout HTMLWriter) {
    page.open("section", ["class": "analysis", "aria-labelledby": anchor])
    page.open("h2", ["id": anchor])
    page.element("span", ["class": "no"], "\(number)")
    page.text(" \(section.title)")
    page.close("h2")
    writeSentences(to: &page)
    for (index, figure) in section.figures.enumerated() { write(figure, index + 1, to: &page) }
    for (index, table) in section.tables.enumerated() { write(table, index + 1, to: &page) }
    if !section.method.isEmpty {
      page.element("h3", ["class": "aside"], "How it was found")
      for paragraph in section.method { page.element("p", ["class": "aside"], paragraph) }
    }
    if !section.leftOut.isEmpty {
      page.element("h3", ["class": "aside"], "What it leaves out")
      list(section.leftOut[...], "aside", to: &page)
    }
    page.close("section")
  }

  /// The most characters of a sentence that is set as a heading is, or in a list; longer ones are prose.
  private static let shortSentence = 260

  /// Writes what is to be known: the first sentence large, others as a list, paragraphs as paragraphs.
  private func writeSentences(to page: inout HTMLWriter) {
    func isShort(_ text: String) -> Bool { text.count <= Self.shortSentence }
    var rest = section.sentences[...]
    if let first = rest.first, isShort(first) {
      page.element("p", ["class": "lead"], first)
      rest.removeFirst()
    }
    while let next = rest.first {
      if isShort(next) {
        let run = rest.prefix(while: isShort)
        list(run, "findings", to: &page)
        rest = rest.dropFirst(run.count)
      } else {
        page.element("p", ["class": "prose"], next)
        rest.removeFirst()
      }
    }
  }

  private func list(_ items: ArraySlice<String>, _ name: String, to page: inout HTMLWriter) {
    guard !items.isEmpty else { return }
    page.open("ul", ["class": name])
    for item in items { page.element("li", [:], item) }
    page.close("ul")
  }

  // MARK: - Figures

  private func write(_ figure: AssessmentFigure, _ position: Int, to page: inout HTMLWriter) {
    let name = "figure-\(number)-\(position)"
    page.open("figure", ["id": name, "aria-labelledby": "\(name)-title"])
    page.open("p", ["class": "figure-title", "id": "\(name)-title"])
    page.element("span", ["class": "no"], "Figure \(number).\(position)")
    page.text(" \(figure.title)")
    page.close("p")
    page.open(
      "div",
      ["class": "map", "role": "region", "tabindex": "0", "aria-labelledby": "\(name)-title"])
    page.markup(InlinePicture(figure.svg, prefix: name, title: figure.title).markup)
    page.close("div")
    if figure.caption != nil || figure.file != nil {
      page.open("figcaption")
      if let caption = figure.caption { page.text("\(caption) ") }
      if let file = figure.file {
        page.element("a", ["href": FileList.reference(file)], file)
      }
      page.close("figcaption")
    }
    page.close("figure")
  }

  // MARK: - Tables

  private func write(_ table: AssessmentTable, _ position: Int, to page: inout HTMLWriter) {
    let shown = table.shownRows
    HTMLTable(
      identifier: "table-\(number)-\(position)",
      label: "Table \(number).\(position)", caption: table.caption,
      columns: table.columns.map {
        HTMLTable.Column(heading: $0.heading, isNumeric: $0.isNumeric, unit: $0.unit)
      },
      rows: shown.map { row in
        HTMLTable.Row(
          cells: row.cells.map { HTMLTable.Cell($0.text, value: $0.value) }, isTotal: row.isTotal)
      },
      isSortable: table.canBeSorted, remarks: remarks(of: table, shown: shown.count),
      marks: TableFit(table, rows: shown).marks
    ).write(to: &page)
  }

  private func remarks(of table: AssessmentTable, shown: Int) -> [HTMLTable.Remark] {
    let all = table.rows.count
    let count =
      shown < all
      ? "\(NumberWords.grouped(shown)) of \(NumberWords.grouped(all)) rows" : nil
    var remarks = [table.note].compactMap(\.self).map { HTMLTable.Remark(text: $0) }
    switch (count, table.file) {
    case (let count?, let file?):
      remarks.append(HTMLTable.Remark(text: "\(count) are shown; all are in", file: file))
    case (let count?, nil): remarks.append(HTMLTable.Remark(text: "\(count) are shown."))
    case (nil, let file?): remarks.append(HTMLTable.Remark(text: "As a file:", file: file))
    case (nil, nil): break
    }
    return remarks
  }
}

extension AssessmentTable {
  /// The totals at the end, which are shown whatever the limit.
  private var totals: Int { rows.reversed().prefix(while: \.isTotal).count }

  /// The rows that the page shows: as many as the limit allows, and the totals at the end.
  var shownRows: [Row] {
    let body = rows.dropLast(totals)
    return Array(body.prefix(max(limit, 1))) + rows.suffix(totals)
  }

  /// Whether rows may change places: not where subtotals stand between them.
  var canBeSorted: Bool {
    let body = rows.dropLast(totals)
    return body.count > 2 && !body.contains(where: \.isTotal)
  }
}
