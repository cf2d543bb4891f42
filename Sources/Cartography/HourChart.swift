import Geometry
package import Tables

/// A chart of incidents by hour of the day and day of the week, with everything it needs to stand
/// alone on a wall.
///
/// One table is drawn as a heat table with its numbers and with bars for its totals, so that it can
/// be read without colours; several become small ones on one colour scale, the busiest first.
///
///     let chart = HourChart(of: [table], description: description)
///     chart.svg()   // the page, as SVG
package struct HourChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// The most tables that are drawn on one page.
  package static let panelLimit = 12

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - tables: The tables, which start the day at the same hour; at least one.
  ///   - grouping: What the tables are of, where there are several: `category`, `area`.
  ///   - noun: What is added up.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page, higher than wide.
  package init(
    of tables: [HourTable], grouping: String? = nil, noun: String = "incidents",
    description: ChartDescription,
    page: Page = .a4Portrait
  ) {
    precondition(!tables.isEmpty, "HourChart: there is no table to draw")
    let order = tables.indices.sorted { left, right in
      (tables[right].total, left) < (tables[left].total, right)
    }
    let sorted = order.map { tables[$0] }
    let shown = Array(sorted.prefix(HourChart.panelLimit))
    let colours = HourScale(largest: shown.flatMap { $0.cells.joined() }.max() ?? 0)
    let scale = page.typeScale
    let words = HourChartWords(
      tables: sorted, shown: shown.count, grouping: grouping, noun: noun,
      subtitle: description.subtitle)
    drawing = ChartPage(description, page: page, summary: words.summary, notes: words.notes)
      .drawing(
        layer: "hours", label: "Hours",
        legend: HourLegend(colours: colours, noun: noun, scale: scale)
          .block(width: 200 * scale)
      ) { width, height in
        shown.count == 1
          ? HourGrid(table: shown[0], colours: colours, scale: scale)
            .block(width: width, height: height)
          : HourPanels(tables: shown, colours: colours, scale: scale)
            .block(width: width, height: height)
      }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
