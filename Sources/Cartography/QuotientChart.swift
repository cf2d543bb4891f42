import Geometry

/// A chart of location quotients: for each a dot with its interval as a whisker, on an axis of equal
/// factors about 1, with its numbers beside it.
///
/// Filled dots are those whose whole interval lies above 1, hollow ones the others.
///
///     let chart = QuotientChart(of: rows, noun: "pairs of ward and category", description: description)
///     chart.svg()   // the page, as SVG
package struct QuotientChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// One quotient.
  package struct Row: Sendable, Equatable {
    /// What it is of, such as `West End: Robbery`.
    package var name: String
    /// The incidents it rests on, as it is printed.
    package var incidents: String
    /// The quotient.
    package var value: Double
    /// The ends of its interval.
    package var (low, high): (Double, Double)
    /// Whether the whole interval lies above 1.
    package var isAbove: Bool

    /// Describes a quotient.
    package init(
      name: String, incidents: String, value: Double, low: Double, high: Double, isAbove: Bool
    ) {
      (self.name, self.incidents, self.value) = (name, incidents, value)
      (self.low, self.high, self.isAbove) = (low, high, isAbove)
    }

    /// The quotient and its interval in words: `2.10 (1.90 to 2.31)`.
    package var words: String {
      "\(QuotientAxis.words(value)) (\(QuotientAxis.words(low)) to \(QuotientAxis.words(high)))"
    }
  }

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - rows: The quotients in the order in which they stand; where there is no room for all, the first.
  ///   - count: How many there are in all; the notes say so where not all are shown.
  ///   - noun: What several are: `pairs of ward and category`.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page, higher than wide.
  package init(
    of rows: [Row], count: Int, noun: String, description: ChartDescription,
    page: Page = .a4Portrait
  ) {
    let summary =
      rows.first.map {
        "\(description.title). The highest quotient is \($0.words), of \($0.name); "
          + "\(NumberWords.grouped(count)) \(noun) in all."
      } ?? "\(description.title). There is no quotient to show."
    let shown = min(rows.count, Self.mostRows)
    let notes =
      shown < count
      ? [
        "Shown: the \(NumberWords.grouped(shown)) highest of \(NumberWords.grouped(count)) \(noun)."
      ]
      : []
    let scale = page.typeScale
    drawing = ChartPage(description, page: page, summary: summary, notes: notes)
      .drawing(
        layer: "quotients", label: "Quotients", legend: Self.key(scale: scale)
      ) { width, height in
        Self.block(Array(rows.prefix(shown)), width: width, height: height, scale: scale)
      }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  // MARK: -

  /// So many rows have type of eight points on a sheet of A4.
  private static let mostRows = 40
  private static let above = Palette.diverging[6]

  private static func block(_ rows: [Row], width: Double, height: Double, scale: Double) -> Block {
    let (size, top) = (8.5 * scale, 26 * scale)
    let rowHeight = min(22 * scale, (height - top) / Double(max(1, rows.count)))
    func widest(_ texts: [String]) -> Double {
      texts.map { TextMetrics.width(of: $0, size: size) }.max() ?? 0
    }
    let names = min(widest(rows.map(\.name)), width * 0.42)
    let (words, counts) = (
      max(widest(rows.map(\.words)), 60 * scale), max(widest(rows.map(\.incidents)), 40 * scale)
    )
    let gap = 10 * scale
    let plot = Box(
      minX: names + gap, minY: top, maxX: width - words - counts - 2 * gap,
      maxY: top + rowHeight * Double(rows.count))
    let axis = QuotientAxis(over: rows.flatMap { [$0.low, $0.high] })
    func x(_ value: Double) -> Double { plot.minX + plot.width * axis.place(of: value) }
    func text(
      _ text: String, _ x: Double, _ y: Double, _ anchor: TextMark.Anchor = .start,
      quiet: Bool = false
    ) -> Mark {
      var mark = TextMark.style(
        size: quiet ? 7.5 * scale : size, anchor: anchor,
        colour: quiet ? Palette.quietInk : Palette.ink)
      (mark.text, mark.position) = (text, Point(x: x, y: y))
      return .text(mark)
    }
    var block = Block(width: width, height: height)
    for tick in axis.ticks {
      block.marks.append(
        .line(
          [Point(x: x(tick), y: top - 4 * scale), Point(x: x(tick), y: plot.maxY)],
          Paint(
            stroke: tick == 1 ? Palette.quietInk : Palette.rule,
            strokeWidth: (tick == 1 ? 1 : 0.4) * scale)))
      block.marks.append(
        text(QuotientAxis.text(tick), x(tick), top - 7 * scale, .middle, quiet: true))
    }
    block.marks += [
      text("Times its share of all incidents", plot.minX, top - 18 * scale, quiet: true),
      text("Incidents", width - words - gap, top - 7 * scale, .end, quiet: true),
      text("Quotient (95% interval)", width, top - 7 * scale, .end, quiet: true),
    ]
    for (place, row) in rows.enumerated() {
      let middle = top + rowHeight * (Double(place) + 0.5)
      let baseline = middle + TextMark.capitalHeight * size / 2
      let colour = row.isAbove ? above : Palette.quietInk
      block.marks.append(
        .titled(
          "\(row.name): \(row.words), \(row.incidents) incidents",
          [
            text(TextMetrics.cut(row.name, within: names, size: size), 0, baseline),
            text(row.incidents, width - words - gap, baseline, .end),
            text(row.words, width, baseline, .end),
            .line(
              [Point(x: x(row.low), y: middle), Point(x: x(row.high), y: middle)],
              Paint(stroke: colour, strokeWidth: 1.4 * scale)),
            .circle(
              centre: Point(x: x(row.value), y: middle), radius: 3 * scale,
              Paint(
                fill: row.isAbove ? colour : Palette.paper, stroke: colour,
                strokeWidth: 1.2 * scale)),
          ]))
    }
    return block
  }

  /// What filled and hollow dots are.
  private static func key(scale: Double) -> Block {
    let size = 8 * scale
    var block = Block(width: 190 * scale, height: 24 * scale)
    for (row, (words, isAbove)) in [
      ("Above: the whole interval lies above 1", true),
      ("The interval has 1, or lies below", false),
    ].enumerated() {
      let y = (Double(row) * 12 + 5) * scale
      let colour = isAbove ? above : Palette.quietInk
      var label = TextMark.style(size: size)
      (label.text, label.position) = (
        words, Point(x: 28 * scale, y: y + TextMark.capitalHeight * size / 2)
      )
      block.marks += [
        .line(
          [Point(x: 0, y: y), Point(x: 22 * scale, y: y)],
          Paint(stroke: colour, strokeWidth: 1.4 * scale)),
        .circle(
          centre: Point(x: 11 * scale, y: y), radius: 3 * scale,
          Paint(
            fill: isAbove ? colour : Palette.paper, stroke: colour, strokeWidth: 1.2 * scale)),
        .text(label),
      ]
    }
    return block
  }
}
