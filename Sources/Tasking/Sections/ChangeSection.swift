import Cartography

/// What changed: this period beside earlier ones, and what of it chance alone does not explain.
struct ChangeSection: PackSection {
  let contents: PackContents

  let identifier = "change"
  let heading = "What changed"

  func write(to page: inout HTMLWriter) {
    if let months = contents.months {
      TrendPart(contents: contents, months: months).write(to: &page)
    }
    if let largest = contents.largestChanges {
      LargestChangesPart(changes: largest).write(to: &page)
    }
    if contents.changes.isEmpty { return }
    page.element("h3", [:], "What chance explains")
    page.element("p", [:], introduction)
    for (number, change) in contents.changes.enumerated() {
      page.element("h3", [:], "Against \(change.name), \(change.earlierPeriod)")
      if change.isCut {
        page.element(
          "p", ["class": "warning"],
          "The data ends before the period does: \(change.period) is compared, as far as it goes.")
      }
      for sentence in FigureSentences(contents).changes(in: change) {
        page.element("p", [:], sentence)
      }
      if change.days != change.earlierDays {
        page.element(
          "p", [:],
          "\(change.period) has \(NumberWords.grouped(change.days)) days, \(change.earlierPeriod) "
            + "\(NumberWords.grouped(change.earlierDays)). Differences, changes and p-values allow for "
            + "that.")
      }
      if let weekdays = ChangeWords.weekdays(of: change) {
        page.element("p", [:], "Weekdays differ: \(weekdays).")
      }
      categories(of: change, number + 1).write(to: &page)
      for layer in contents.layers.indices {
        write(change, number + 1, layer: layer, to: &page)
      }
    }
  }

  // MARK: -

  /// What the chances are, and what they rest on.
  private var introduction: String {
    let words =
      "Counts rise and fall by chance even if nothing changes. The p-value for independent incidents "
      + "is the probability of a difference at least as large if nothing changed (E-test, "
      + "Krishnamoorthy and Thomson 2004). Real counts vary more, because of repeat victims, sprees "
      + "and seasons. "
    guard let history = contents.changes.first?.history else { return words }
    guard history.isLongEnough, let months = history.words else {
      let has =
        history.months == 0
        ? "no whole month"
        : "\(CountWords.lower(history.months)) whole "
          + (history.months == 1 ? "month" : "months")
      return words
        + "How much more can be estimated from \(CountWords.lower(history.needed)) whole months before "
        + "this period; the files cover \(has) just before it. All p-values therefore treat incidents "
        + "as independent, and no change is called beyond chance. In brackets, those of areas and "
        + "categories allow for the number tested."
    }
    return words
      + "How much more is estimated from the \(NumberWords.grouped(history.months)) months before this "
      + "period, \(months): the dispersion is how many times as much each month varies from the next. "
      + "It widens the test, and a change is called beyond chance if the p-value, in brackets, is then "
      + "below 5%; for areas and categories it allows for the number tested."
  }

  private func categories(of change: PackChange, _ number: Int) -> HTMLTable {
    var rows = [(name: "All", amount: change.total)]
    if let crime = change.crime, let disorder = change.antiSocialBehaviour {
      rows += [("Crime", crime), ("Anti-social behaviour", disorder)]
    }
    if change.categories.count > 1 {
      let split = CrimeSplit(change.categories.map(\.name))
      let others = change.categories.enumerated().filter { $0.offset != split?.position }
      rows += others.map(\.element).sorted {
        ($1.amount.current, $0.name) < ($0.amount.current, $1.name)
      }
    }
    let cells = ChangeCells(
      change: change, layer: contents.layers[0], showsDispersion: change.history.isLongEnough)
    return HTMLTable(
      identifier: "change-\(number)", caption: "Incidents by category, against \(change.name)",
      columns: cells.columns("Category"),
      rows: rows.map { row in
        HTMLTable.Row(
          cells: [.init(row.name)] + cells.row(row.amount),
          isQuiet: row.amount.verdict == .within)
      })
  }

  private func write(
    _ change: PackChange, _ number: Int, layer: Int, to page: inout HTMLWriter
  ) {
    let noun = contents.layers[layer].noun
    let table = ChangeTable(contents: contents, change: change, number: number, layer: layer)
    let (beyond, unknown) = (
      ChangeWords.areas(change, ofLayer: layer, .beyond),
      ChangeWords.areas(change, ofLayer: layer, .unknown)
    )
    if let dispersion = change.history.layers.dropFirst(layer).first ?? nil {
      page.element("p", [:], "Months of \(noun.plural) \(ChangeWords.variation(dispersion)).")
    }
    let (found, measure) =
      unknown.isEmpty ? (beyond, "chance explains") : (unknown, "independent incidents would")
    // Of the first layer against the period before the largest changes stand above.
    let isAbove =
      layer == 0 && contents.largestChanges?.against == "\(change.name), \(change.earlierPeriod)"
    if found.isEmpty {
      page.element("p", [:], "No \(noun.singular) changed by more than chance explains.")
    } else {
      let count = CountWords.upper(found.count)
      let caption =
        found.count == 1
        ? "One \(noun.singular) changed by more than \(measure)"
        : "\(count) \(noun.plural) changed by more than \(measure)"
      if isAbove {
        page.element("p", [:], "\(caption): \(names(found, layer)).")
      } else {
        table.found(found, caption).write(to: &page)
      }
    }
    table.write(to: &page)
  }

  /// Returns the names of areas, ten at most.
  private func names(_ areas: [Int], _ layer: Int) -> String {
    let names = areas.map { contents.layers[layer].areas[$0].name }
    return names.count <= 10
      ? CountWords.list(names)
      : names.prefix(9).joined(separator: ", ")
        + " and \(NumberWords.grouped(names.count - 9)) more"
  }
}
