package import Cartography
import HotspotAnalysis
public import Interchange

/// The chart of costs by category: a bar for each, cut by what is paid for.
///
///     let costs = try await study.run(IncidentCosts(unitCosts, groups: groups))
///     try CostFigure(costs).write(to: "cost.svg")
///
/// Bars are cut by groups of components, else by components: as many as can be told apart, the smallest
/// together.
public struct CostFigure: Sendable {
  /// The costs.
  public var costs: IncidentCosts.Result
  /// The title; `nil` for one that describes the data.
  public var title: String?
  /// The protective marking, at the head and the foot of the sheet.
  public var marking: String?

  /// Creates a chart with a default title.
  public init(_ costs: IncidentCosts.Result) { self.costs = costs }

  /// Returns the chart as an SVG document in UTF-8.
  public func svg() -> [UInt8] { chart().svg() }

  /// Writes the chart to a file that appears when it is complete.
  ///
  /// - Parameter path: The file, or `-` for standard output.
  /// - Throws: ``Interchange/OutputError``.
  public func write(to path: String) throws(OutputError) {
    try OutputFile.write(svg(), to: path)
  }

  /// Draws the chart.
  ///
  /// - Parameter identifierPrefix: A prefix for every identifier in the drawing, for a page that says the
  ///   rest; empty for a sheet.
  /// - Returns: The chart.
  package func chart(identifierPrefix: String = "") -> StackedBarChart {
    let (table, parts) = (costs.costs, parts)
    // A chart without categories still says that there are none.
    let rows = table.rows.isEmpty ? [table.total] : table.rows
    let shown = rows.prefix(StackedBarChart.barLimit)
    var description = costs.reading.chartDescription(
      title: title ?? "Cost of offences by category", subtitle: costs.reading.subtitle())
    description.answers = answers
    description.marking = marking
    description.method = method
    let height = 55 + 8 * Double(shown.count)
    let room = description.room(prefix: identifierPrefix, height: height)
    return StackedBarChart(
      of: shown.map { row in
        StackedBarChart.Bar(
          name: row.category.map(name) ?? "Total",
          parts: parts.map { Double($0.amount(row)) },
          texts: [
            MoneyWords.exact(row.total), share(Double(row.total), of: Double(table.total.total)),
            share(row.amount, of: table.total.amount),
          ])
      },
      parts: parts.map { part in
        let amount = part.amount(table.total)
        let all = parts.reduce(0) { $0 + Double($1.amount(table.total)) }
        return .init(
          name: part.name,
          text: "\(MoneyWords.rounded(amount)) (\(share(Double(amount), of: all)))")
      },
      columns: ["Cost", "of cost", "of offences"], rest: rest(rows.dropFirst(shown.count)),
      summary: summary(of: Array(shown), parts), description: description, page: room ?? .a4Portrait
    )
  }

  // MARK: - What bars are cut by

  /// A part of every bar.
  private struct Part {
    var name: String
    var amount: @Sendable (CostTable.Row) -> Int
  }

  /// Groups with the components in none, else components; the whole where there are no components.
  private var parts: [Part] {
    let method = costs.method
    var parts: [Part] = []
    if let groups = method.groups {
      for (group, found) in groups.groups.enumerated() {
        parts.append(Part(name: found.name) { $0.groups[group] })
      }
    }
    let single =
      method.groups == nil
      ? Array(method.unitCosts.components.indices) : method.ungroupedComponents
    for component in single {
      parts.append(Part(name: method.unitCosts.components[component]) { $0.components[component] })
    }
    if parts.isEmpty { return [Part(name: "cost") { $0.total }] }
    // What the components leave of the totals, unless that is only how they were rounded.
    let gap = costs.costs.total.total.subtractingReportingOverflow(costs.componentTotal)
    if !gap.overflow, Double(gap.partialValue) > 0.01 * Double(costs.costs.total.total) {
      let drawn = parts
      parts.append(
        Part(name: "in no component") { row in
          max(0, drawn.reduce(row.total) { $0 &- $1.amount(row) })
        })
    }
    return merged(parts)
  }

  /// Returns as many parts as can be told apart; the smallest of more become one, the last.
  private func merged(_ parts: [Part]) -> [Part] {
    guard parts.count > StackedBarChart.partLimit else { return parts }
    let amounts = parts.map { $0.amount(costs.costs.total) }
    let largest = parts.indices.sorted { (amounts[$1], $0) < (amounts[$0], $1) }
      .prefix(StackedBarChart.partLimit - 1)
    let others = parts.indices.filter { !largest.contains($0) }.map { parts[$0] }
    return largest.sorted().map { parts[$0] } + [
      Part(name: "others (\(others.map(\.name).joined(separator: ", ")))") { row in
        others.reduce(0) { $0 &+ $1.amount(row) }
      }
    ]
  }

  // MARK: - Words

  private func name(_ category: Int) -> String {
    let name = costs.categories[category]
    return name.isEmpty ? "no category" : name
  }

  private func share(_ amount: Double, of all: Double) -> String {
    all > 0 ? NumberWords.percent(amount / all) : "–"
  }

  private var answers: [String] {
    let sentence = costs.sentence.map { text in
      let plain = text.dropFirst("cost: ".count)
      return plain.prefix(1).uppercased() + plain.dropFirst()
    }
    let uncosted = costs.uncosted.isEmpty ? nil : CostError.words(costs.uncosted, naming: 3)
    return [sentence, uncosted].compactMap(\.self)
  }

  private var method: String {
    let unitCosts = costs.method.unitCosts.path.split(separator: "/").last ?? ""
    return "each amount is offences × unit cost\(costs.deflatorWords.isEmpty ? "" : " ×")"
      + "\(costs.deflatorWords.dropFirst(" times".count)), rounded to whole pounds; unit costs and their "
      + "totals from \(unitCosts). Percentages in bars are of the bar."
  }

  private func rest(_ rows: ArraySlice<CostTable.Row>) -> String? {
    guard !rows.isEmpty else { return nil }
    let sum = rows.reduce(0.0) { $0 + Double($1.total) }
    return "Not drawn: \(NumberWords.grouped(rows.count)) more "
      + "\(rows.count == 1 ? "category" : "categories") with "
      + "\(share(sum, of: Double(costs.costs.total.total))) of the cost; the table has all."
  }

  private func summary(of rows: [CostTable.Row], _ parts: [Part]) -> String {
    let bars = rows.map { row in
      "\(row.category.map(name) ?? "Total") \(MoneyWords.exact(row.total))"
    }
    let sums = parts.map { "\($0.name) \(MoneyWords.rounded($0.amount(costs.costs.total)))" }
    return "Stacked bars of what the offences of each category cost. All together "
      + "\(MoneyWords.exact(costs.costs.total.total)): \(sums.joined(separator: ", ")). By category: "
      + "\(bars.joined(separator: ", "))."
  }
}
