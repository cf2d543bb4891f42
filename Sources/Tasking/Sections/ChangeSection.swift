import Cartography

/// What changed: this period beside earlier ones, and what of it chance alone does not explain.
struct ChangeSection: PackSection {
  let contents: PackContents

  let identifier = "change"
  let heading = "What changed"

  func write(to page: inout HTMLWriter) {
    page.element(
      "p", [:],
      "Counts go up and down by chance even where nothing changed. A difference is called beyond chance "
        + "where chance alone makes as large a one less than once in twenty cases (the E-test of "
        + "Krishnamoorthy and Thomson); for areas and categories this allows for how many are looked at. "
        + "Repeat victims and sprees make counts vary more than the test knows: take what lies just "
        + "beyond chance as a reason to look.")
    for (number, change) in contents.changes.enumerated() {
      page.element("h3", [:], "Against \(change.name), \(change.earlierPeriod)")
      if change.isCut {
        page.element(
          "p", ["class": "warning"],
          "The data ends before the period does: \(change.period) is compared, as far as it goes.")
      }
      if change.days != change.earlierDays {
        page.element(
          "p", [:],
          "\(change.period) has \(NumberWords.grouped(change.days)) days, \(change.earlierPeriod) "
            + "\(NumberWords.grouped(change.earlierDays)). Differences, changes and chances are reckoned "
            + "for as many days.")
      }
      categories(of: change, number + 1).write(to: &page)
      for layer in contents.layers.indices {
        write(change, number + 1, layer: layer, to: &page)
      }
    }
  }

  // MARK: -

  private func columns(_ first: String, _ change: PackChange) -> [HTMLTable.Column] {
    [
      .init(heading: first), .init(heading: "This period", isNumeric: true),
      .init(heading: "Earlier", isNumeric: true), .init(heading: "Difference", isNumeric: true),
      .init(heading: "Change", isNumeric: true), .init(heading: "Standard score", isNumeric: true),
      .init(heading: "Beyond chance"),
    ]
  }

  private func cells(_ amount: PackChange.Amount, _ change: PackChange) -> [HTMLTable.Cell] {
    let layer = contents.layers[0]
    let difference = amount.difference(ratio: change.ratio)
    let chance = ClusterSection.words(ofChance: amount.chance)
    return [
      .init(layer.words(amount.current), value: amount.current),
      .init(layer.words(amount.earlier), value: amount.earlier),
      .init(ChangeWords.signed(difference, places: places(change)), value: difference),
      .init(ChangeWords.relative(amount), value: amount.relative ?? 0),
      .init(
        ChangeWords.signed(amount.standardScore, places: 1), value: amount.standardScore),
      .init("\(amount.isBeyondChance ? "yes" : "no") (\(chance))"),
    ]
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
      columns: columns("Category", change),
      rows: rows.map { row in
        HTMLTable.Row(
          cells: [.init(row.name)] + cells(row.amount, change), isQuiet: !row.amount.isBeyondChance)
      })
  }

  private func write(
    _ change: PackChange, _ number: Int, layer: Int, to page: inout HTMLWriter
  ) {
    let noun = contents.layers[layer].noun
    let found = ChangeWords.beyondChance(change, ofLayer: layer)
    if found.isEmpty {
      page.element("p", [:], "No \(noun.singular) changed by more than chance explains.")
    } else {
      let count = CountWords.upper(found.count)
      let caption =
        found.count == 1
        ? "One \(noun.singular) changed by more than chance explains"
        : "\(count) \(noun.plural) changed by more than chance explains"
      areas(found, of: change, layer: layer, "change-\(number)-\(layer + 1)", caption)
        .write(to: &page)
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
      "Change in all \(noun.plural), the surest rise first"
    ).write(to: &page)
    page.close("details")
  }

  private func areas(
    _ areas: [Int], of change: PackChange, layer: Int, _ identifier: String, _ caption: String
  ) -> HTMLTable {
    let shown = contents.layers[layer]
    let isApart = change.crime != nil
    var columns = columns(shown.noun.heading, change)
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
        var cells = [HTMLTable.Cell(shown.areas[row].name)] + cells(area.all, change)
        if isApart {
          let apart = [area.crime ?? 0, area.antiSocialBehaviour ?? 0]
          cells.insert(
            contentsOf: apart.map {
              .init(ChangeWords.signed($0, places: places(change)), value: $0)
            }, at: 4)
        }
        return HTMLTable.Row(
          cells: cells, shape: shown.shape(of: shown.areas[row]), isQuiet: !area.all.isBeyondChance)
      })
  }
}
