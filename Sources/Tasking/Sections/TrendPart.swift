import Cartography

/// The months: the line of all incidents, small charts of areas on one scale, and a table of these areas
/// beside earlier periods.
struct TrendPart {
  let contents: PackContents
  let months: PackMonths

  /// The layer of the areas with charts.
  private var layer: PackLayer { contents.layers[months.layer] }

  /// The most areas that the table has; of more those that have a chart.
  private static let listed = 60

  func write(to page: inout HTMLWriter) {
    page.element("h3", [:], "Month by month")
    for sentence in months.sentences { page.element("p", [:], sentence) }
    figure(
      months.chart, "Chart of incidents a day by month",
      "Each dot is a month; filled ones lie beyond random variation around the average of the twelve "
        + "months that end there. months.csv has the numbers.", to: &page)
    guard let chart = months.areaChart else { return }
    let (shown, all) = (months.areas.count, layer.areas.count)
    figure(
      chart, "Charts of incidents a day by month and \(layer.noun.singular)",
      (shown < all
        ? "The \(NumberWords.grouped(shown)) \(layer.noun.plural) with the most incidents of "
          + "\(NumberWords.grouped(all))" : "All \(NumberWords.grouped(all)) \(layer.noun.plural)")
        + ", on one scale.", to: &page)
    table?.write(to: &page)
  }

  // MARK: -

  private func figure(
    _ chart: [UInt8], _ label: String, _ caption: String, to page: inout HTMLWriter
  ) {
    page.open("figure")
    page.open("div", ["class": "map", "role": "region", "tabindex": "0", "aria-label": label])
    page.markup(chart)
    page.close("div")
    page.element("figcaption", [:], caption)
    page.close("figure")
  }

  /// Each area now and in earlier periods; without these its twelve months beside the twelve before.
  private var table: HTMLTable? {
    if !contents.changes.isEmpty { return comparison }
    guard months.areas.contains(where: { $0.average != nil }) else { return nil }
    let hasEarlier = months.areas.contains { $0.earlierAverage != nil }
    func words(_ value: Double?) -> HTMLTable.Cell {
      .init(value.map(Self.perDay) ?? "–", value: value ?? 0)
    }
    var columns = [
      HTMLTable.Column(heading: layer.noun.heading),
      .init(heading: "A day, 12 months to \(months.lastMonth)", isNumeric: true),
    ]
    if hasEarlier {
      columns += [
        .init(heading: "A day, 12 months before", isNumeric: true),
        .init(heading: "Change", isNumeric: true),
      ]
    }
    return HTMLTable(
      identifier: "trend", caption: "Incidents a day by \(layer.noun.singular)", columns: columns,
      rows: months.areas.map { area in
        var cells = [HTMLTable.Cell(area.name), words(area.average)]
        if hasEarlier {
          let change = area.average.flatMap { now in
            area.earlierAverage.flatMap { $0 > 0 ? now / $0 - 1 : nil }
          }
          cells += [
            words(area.earlierAverage),
            .init(change.map(ChangeWords.relative) ?? "–", value: change ?? 0),
          ]
        }
        return HTMLTable.Row(cells: cells)
      })
  }

  private var comparison: HTMLTable {
    let ranked = layer.areas.indices.sorted {
      (layer.areas[$1].incidents, $0) < (layer.areas[$0].incidents, $1)
    }
    let shown = ranked.prefix(ranked.count <= Self.listed ? Self.listed : months.areas.count)
    var columns = [
      HTMLTable.Column(heading: layer.noun.heading), .init(heading: "Now", isNumeric: true),
      .init(heading: "A day", isNumeric: true),
    ]
    for change in contents.changes {
      let name = change.name.prefix(1).uppercased() + change.name.dropFirst()
      columns += [
        .init(heading: name, isNumeric: true), .init(heading: "A day", isNumeric: true),
        .init(heading: "Change", isNumeric: true), .init(heading: "Beyond chance"),
      ]
    }
    return HTMLTable(
      identifier: "trend",
      caption: "\(contents.changes[0].period) beside earlier periods, by \(layer.noun.singular)",
      columns: columns,
      rows: shown.map { place in
        let area = layer.areas[place]
        let days = Double(contents.changes[0].days)
        var cells = [
          HTMLTable.Cell(area.name),
          .init(layer.words(area.incidents), value: area.incidents),
          .init(Self.perDay(area.incidents / days), value: area.incidents / days),
        ]
        for change in contents.changes {
          let amount = change.layers[months.layer][place].all
          let perDay = amount.earlier / Double(change.earlierDays)
          cells += [
            .init(layer.words(amount.earlier), value: amount.earlier),
            .init(Self.perDay(perDay), value: perDay),
            .init(ChangeWords.relative(amount), value: amount.relative ?? 0),
            .init(ChangeWords.verdict(of: amount)),
          ]
        }
        return HTMLTable.Row(cells: cells, shape: layer.shape(of: area))
      })
  }

  /// Returns incidents a day, with two decimals below ten.
  static func perDay(_ value: Double) -> String {
    NumberWords.decimal(value, places: value < 10 ? 2 : 1)
  }
}
