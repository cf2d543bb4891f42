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
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page, higher than wide.
  package init(
    of tables: [HourTable], description: HourChartDescription, page: Page = .a4Portrait
  ) {
    precondition(!tables.isEmpty, "HourChart: there is no table to draw")
    let order = tables.indices.sorted { left, right in
      (tables[right].total, left) < (tables[left].total, right)
    }
    let sorted = order.map { tables[$0] }
    let shown = Array(sorted.prefix(HourChart.panelLimit))
    let colours = HourScale(largest: shown.flatMap { $0.cells.joined() }.max() ?? 0)
    let scale = page.typeScale
    let margin = page.margin * scale
    let width = page.width - 2 * margin

    let header = Header(
      title: description.title, subtitle: description.subtitle, marking: description.marking,
      scale: scale
    ).block(width: width)
    let footer = Footer(
      notes: HourChartWords.notes(of: sorted, shown: shown.count, description: description),
      marking: description.marking, scale: scale
    ).block(width: width)
    let legend = HourLegend(colours: colours, scale: scale).block(width: 200 * scale)
    let answers = HourChart.answers(
      description.answers, width: width - 224 * scale, scale: scale)

    let top = margin + header.height + 8 * scale
    let footerTop = page.height - margin - footer.height
    let panelTop = footerTop - 12 * scale - max(legend.height, answers.height)
    let height = panelTop - 14 * scale - top
    let body =
      shown.count == 1
      ? HourGrid(table: shown[0], colours: colours, scale: scale)
        .block(width: width, height: height)
      : HourPanels(tables: shown, colours: colours, scale: scale)
        .block(width: width, height: height)
    drawing = Drawing(
      page: page, identifierPrefix: description.identifierPrefix, title: description.title,
      summary: HourChartWords.summary(of: sorted, shown: shown.count, description: description),
      layers: [
        Layer(
          name: "paper", label: "Paper",
          marks: [
            .rectangle(
              Box(minX: 0, minY: 0, maxX: page.width, maxY: page.height),
              Paint(fill: Palette.paper))
          ]),
        Layer(name: "hours", label: "Hours", marks: body.marks(at: Point(x: margin, y: top))),
        Layer(
          name: "heading", label: "Heading", marks: header.marks(at: Point(x: margin, y: margin))),
        Layer(
          name: "legend", label: "Legend", marks: legend.marks(at: Point(x: margin, y: panelTop))),
        Layer(
          name: "answers", label: "Answers",
          marks: answers.marks(at: Point(x: margin + 224 * scale, y: panelTop))),
        Layer(
          name: "notes", label: "Notes", marks: footer.marks(at: Point(x: margin, y: footerTop))),
      ])
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  private static func answers(_ sentences: [String], width: Double, scale: Double) -> Block {
    var block = Block(width: width, height: 0)
    for sentence in sentences {
      block.append(
        lines: TextMetrics.lines(of: sentence, within: width, size: 8.5 * scale, limit: 3),
        style: .style(size: 8.5 * scale))
      block.height += 2.5 * scale
    }
    return block
  }
}
