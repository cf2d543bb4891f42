import Cartography

/// The page of one area: its paragraph, where it lies, its categories, hours and change; one sheet of A4.
package struct ProfilePage {
  private let area: ProfileContents
  private let setting: ProfileSetting
  private let links: [(file: String, words: String)]

  /// The name of the list of areas.
  package static let indexFile = "index.html"

  /// Creates the page of an area.
  ///
  /// - Parameters:
  ///   - area: What is said of it.
  ///   - setting: What all pages say alike.
  ///   - before: The area before it in the list; `nil` for the first.
  ///   - after: The area after it; `nil` for the last.
  package init(
    _ area: ProfileContents, setting: ProfileSetting, before: ProfileContents?,
    after: ProfileContents?
  ) {
    (self.area, self.setting) = (area, setting)
    links =
      [(Self.indexFile, "All \(setting.noun.plural)")]
      + [before, after].compactMap(\.self).map { ($0.file, $0.name) }
  }

  /// Returns the page, which is HTML and well-formed XML, in UTF-8.
  package func html() -> [UInt8] {
    ProfileFrame(setting: setting, title: area.name, subtitle: area.subtitle)
      .html(links: links) { page in
        page.element(
          "p", ["class": "paragraph"], area.sentences.map { "\($0)." }.joined(separator: " "))
        page.open("div", ["class": "panels"])
        page.open("div", ["class": "panel"])
        writeMap(to: &page)
        writeWeek(to: &page)
        writeChange(to: &page)
        page.close("div")
        if !area.categories.isEmpty {
          page.open("div", ["class": "panel"])
          writeCategories(to: &page)
          writeQuotients(to: &page)
          page.close("div")
        }
        page.close("div")
      }
  }

  // MARK: - Panels

  private func writeMap(to page: inout HTMLWriter) {
    page.open("section", ["class": "place", "aria-labelledby": "where-h"])
    page.element("h2", ["id": "where-h"], "Where it lies")
    page.open("figure")
    page.open("div", ["class": "map"])
    page.markup(area.map)
    page.close("div")
    page.close("figure")
    page.close("section")
  }

  private func writeWeek(to page: inout HTMLWriter) {
    let absence = area.categories.isEmpty ? nil : setting.hoursAbsence
    if area.week == nil && absence == nil { return }
    page.open("section", ["aria-labelledby": "hours-h"])
    page.element("h2", ["id": "hours-h"], "Hours of the week")
    guard let week = area.week else {
      page.element("p", ["class": "small"], "Nothing can be told of hours: \(absence ?? "").")
      page.close("section")
      return
    }
    page.open("figure", ["class": "small-figure"])
    page.markup(WeekGrid(week).svg)
    page.element(
      "figcaption", [:],
      "The stronger, the more incidents, spread over their time windows. Days begin at 06:00, so that a night is of "
        + "the day on which it begins.")
    page.close("figure")
    page.close("section")
  }

  private func writeChange(to page: inout HTMLWriter) {
    guard !area.change.isEmpty else { return }
    page.open("section", ["aria-labelledby": "change-h"])
    page.element("h2", ["id": "change-h"], "Change")
    page.open("dl", ["class": "facts"])
    for (heading, value) in area.change {
      page.open("div")
      page.element("dt", [:], heading)
      page.element("dd", [:], value)
      page.close("div")
    }
    page.close("dl")
    page.close("section")
  }

  private func writeCategories(to page: inout HTMLWriter) {
    page.open("section", ["aria-labelledby": "categories-h"])
    page.element("h2", ["id": "categories-h"], "Leading categories")
    var columns = [
      HTMLTable.Column(heading: "Category"),
      HTMLTable.Column(heading: "Incidents", isNumeric: true),
      HTMLTable.Column(heading: "Share here", isNumeric: true),
      HTMLTable.Column(heading: "In all", isNumeric: true),
    ]
    if let name = setting.weightName {
      columns += [
        HTMLTable.Column(heading: "Share of \(name)", isNumeric: true),
        HTMLTable.Column(heading: "In all", isNumeric: true),
      ]
    }
    let most = area.categories.map(\.share.here).max() ?? 0
    HTMLTable(
      identifier: "leading", caption: "Beside \(setting.whole)", columns: columns,
      rows: area.categories.map { category in
        HTMLTable.Row(
          cells: [
            .init(category.name), .init(category.incidents),
            .init(NumberWords.percent(category.share.here)),
            .init(NumberWords.percent(category.share.whole)),
          ]
            + weightCells(of: category), bar: most > 0 ? category.share.here / most : nil)
      }, isSortable: false
    ).write(to: &page)
    page.close("section")
  }

  private func weightCells(of category: ProfileContents.Category) -> [HTMLTable.Cell] {
    if setting.weightName == nil { return [] }
    guard let share = category.weightShare else { return [.init("no value"), .init("no value")] }
    return [.init(NumberWords.percent(share.here)), .init(NumberWords.percent(share.whole))]
  }

  private func writeQuotients(to page: inout HTMLWriter) {
    guard !area.quotients.isEmpty else { return }
    page.open("section", ["aria-labelledby": "quotients-h"])
    page.element("h2", ["id": "quotients-h"], "Over-represented")
    page.open("figure", ["class": "small-figure"])
    page.markup(WhiskerRows(area.quotients, whole: setting.whole).svg)
    page.element(
      "figcaption", [:],
      "Location quotients with 95% intervals, of categories with ten incidents at least. Filled: the whole "
        + "interval lies above 1.")
    page.close("figure")
    page.close("section")
  }
}
