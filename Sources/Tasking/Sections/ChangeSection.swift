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

  private func columns(
    _ first: String, dispersion: Bool
  ) -> [HTMLTable.Column] {
    [
      .init(heading: first), .init(heading: "This period", isNumeric: true),
      .init(heading: "Earlier", isNumeric: true), .init(heading: "Difference", isNumeric: true),
      .init(heading: "Change", isNumeric: true), .init(heading: "Standard score", isNumeric: true),
      .init(heading: "p-value if independent", isNumeric: true),
    ] + (dispersion ? [.init(heading: "Dispersion", isNumeric: true)] : [])
      + [.init(heading: "Beyond chance")]
  }

  private func cells(
    _ amount: PackChange.Amount, _ change: PackChange, dispersion: Bool
  ) -> [HTMLTable.Cell] {
    let layer = contents.layers[0]
    let difference = amount.difference(ratio: change.ratio)
    let varies = amount.dispersion.map { NumberWords.decimal($0, places: 1) } ?? "–"
    return [
      .init(layer.words(amount.current), value: amount.current),
      .init(layer.words(amount.earlier), value: amount.earlier),
      .init(ChangeWords.signed(difference, places: places(change)), value: difference),
      .init(ChangeWords.relative(amount), value: amount.relative ?? 0),
      .init(
        ChangeWords.signed(amount.standardScore, places: 1), value: amount.standardScore),
      .init(ChangeWords.chance(amount.chance), value: amount.chance),
    ] + (dispersion ? [.init(varies, value: amount.dispersion ?? 0)] : [])
      + [.init(ChangeWords.verdict(of: amount))]
  }

  private func places(_ change: PackChange) -> Int {
    change.isWeighted || change.days != change.earlierDays ? 1 : 0
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
    return HTMLTable(
      identifier: "change-\(number)", caption: "Incidents by category, against \(change.name)",
      columns: columns("Category", dispersion: change.history.isLongEnough),
      rows: rows.map { row in
        HTMLTable.Row(
          cells: [.init(row.name)]
            + cells(row.amount, change, dispersion: change.history.isLongEnough),
          isQuiet: row.amount.verdict == .within)
      })
  }

  private func write(
    _ change: PackChange, _ number: Int, layer: Int, to page: inout HTMLWriter
  ) {
    let noun = contents.layers[layer].noun
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
        areas(found, of: change, layer: layer, "change-\(number)-\(layer + 1)", caption)
          .write(to: &page)
      }
    }
    page.open("details")
    let all = "Change in all \(NumberWords.grouped(change.layers[layer].count)) \(noun.plural)"
    page.element("summary", [:], all)
    let order = change.layers[layer].indices.sorted {
      let (left, right) = (change.layers[layer][$0].all, change.layers[layer][$1].all)
      return (right.standardScore, $0) < (left.standardScore, $1)
    }
    areas(
      order, of: change, layer: layer, "change-\(number)-\(layer + 1)-all",
      "Change in all \(noun.plural), the most significant rise first"
    ).write(to: &page)
    page.close("details")
  }

  /// Returns the names of areas, ten at most.
  private func names(_ areas: [Int], _ layer: Int) -> String {
    let names = areas.map { contents.layers[layer].areas[$0].name }
    return names.count <= 10
      ? CountWords.list(names)
      : names.prefix(9).joined(separator: ", ")
        + " and \(NumberWords.grouped(names.count - 9)) more"
  }

  private func areas(
    _ areas: [Int], of change: PackChange, layer: Int, _ identifier: String, _ caption: String
  ) -> HTMLTable {
    let shown = contents.layers[layer]
    let isApart = change.crime != nil
    var columns = columns(shown.noun.heading, dispersion: false)
    if isApart {
      columns.insert(
        contentsOf: [
          .init(heading: "of it crime", isNumeric: true),
          .init(heading: "of it anti-social behaviour", isNumeric: true),
        ], at: 4)
    }
    return HTMLTable(
      identifier: identifier, caption: caption, columns: columns,
      rows: areas.map { row in
        let area = change.layers[layer][row]
        var cells =
          [HTMLTable.Cell(shown.areas[row].name)]
          + cells(area.all, change, dispersion: false)
        if isApart {
          let apart = [area.crime ?? 0, area.antiSocialBehaviour ?? 0]
          cells.insert(
            contentsOf: apart.map {
              .init(ChangeWords.signed($0, places: places(change)), value: $0)
            }, at: 4)
        }
        return HTMLTable.Row(
          cells: cells, shape: shown.shape(of: shown.areas[row]),
          isQuiet: area.all.verdict == .within)
      })
  }
}
