import Geometry

/// The rows of a chart of two periods, with the axis above them.
struct ChangeRows {
  let rows: [ChangeChart.Row]
  let periods: ChangeChart.Periods
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// The heights of the axis and of a row, from the least to the most, in points of A4.
  private static let (axisHeight, leastRow, mostRow) = (34.0, 11.5, 28.0)

  /// Returns the rows that there is room for: all, or those with evidence and of the others those
  /// with the most incidents; sums of which a part is shown, and the total.
  func shown(in height: Double) -> [ChangeChart.Row] {
    let room = Int((height - Self.axisHeight * scale) / (Self.leastRow * scale))
    guard rows.count > room else { return sorted(rows) }
    let units = rows.indices.filter { rows[$0].evidence != nil }
    let sums = rows.count - units.count
    let order = units.sorted { left, right in
      let (a, b) = (rows[left], rows[right])
      let (first, second) = (a.evidence?.isChange == true, b.evidence?.isChange == true)
      if first != second { return first }
      return (b.now + b.earlier, left) < (a.now + a.earlier, right)
    }
    let kept = Set(order.prefix(max(1, room - sums)))
    let groups = Set(kept.compactMap { rows[$0].group })
    return sorted(
      rows.indices.filter { place in
        kept.contains(place)
          || (rows[place].evidence == nil && rows[place].group.map(groups.contains) ?? true)
      }.map { rows[$0] })
  }

  /// Returns the rows of each group behind its sum, the largest of this period first; the total last.
  private func sorted(_ rows: [ChangeChart.Row]) -> [ChangeChart.Row] {
    var order: [String?] = []
    for row in rows where !order.contains(row.group) { order.append(row.group) }
    let total = rows.last.flatMap { $0.evidence == nil && $0.group == nil ? $0 : nil }
    let body = total == nil ? rows : Array(rows.dropLast())
    return order.flatMap { group in
      let members = body.filter { $0.group == group }
      return members.filter { $0.evidence == nil }
        + members.filter { $0.evidence != nil }.enumerated().sorted { left, right in
          (right.element.now, left.offset) < (left.element.now, right.offset)
        }.map(\.element)
    } + [total].compactMap(\.self)
  }

  /// Returns rows laid out in a width and at most a height.
  func block(width: Double, height: Double, rows: [ChangeChart.Row]) -> Block {
    let top = Self.axisHeight * scale
    let rowHeight = min(
      Self.mostRow * scale, (height - top) / Double(max(1, rows.count)))
    var block = Block(width: width, height: height)
    let columns = Columns(rows: rows, places: periods.places, width: width, scale: scale)
    let largest =
      rows.filter { $0.evidence != nil }.map {
        max(periods.places(of: $0).0, periods.places(of: $0).1)
      }
      .max() ?? 0
    let axis = ChartAxis(upTo: largest, steps: 5)
    let plot = Box(
      minX: columns.plotLeft, minY: top, maxX: columns.plotRight,
      maxY: top + rowHeight * Double(rows.count))
    block.marks += lines(of: axis, in: plot, rows.count)
    block.marks += columns.headings(at: top - 6 * scale)
    for (place, row) in rows.enumerated() {
      let middle = top + rowHeight * (Double(place) + 0.5)
      if row.evidence == nil && place > 0 {
        block.marks.append(
          .line(
            [
              Point(x: 0, y: middle - rowHeight / 2), Point(x: width, y: middle - rowHeight / 2),
            ], Paint(stroke: Palette.rule, strokeWidth: 0.5 * scale)))
      }
      let marks = columns.texts(of: row, at: middle) + dots(of: row, axis, plot, middle)
      block.marks.append(.titled(ChangeChartWords.title(of: row, periods), marks))
    }
    return block
  }

  // MARK: -

  private func lines(of axis: ChartAxis, in plot: Box, _ count: Int) -> [Mark] {
    var heading = TextMark.style(size: 7.5 * scale, anchor: .start, colour: Palette.quietInk)
    heading.text = periods.isPerDay ? "Incidents a day" : "Incidents"
    heading.position = Point(x: plot.minX, y: plot.minY - 22 * scale)
    let widest =
      axis.ticks.map { TextMetrics.width(of: axis.text($0), size: 7.5 * scale) }.max() ?? 0
    let gap = plot.width / Double(axis.ticks.count - 1)
    // Where numbers are too wide for every line, only the ends have one.
    let isTight = widest + 4 * scale > gap
    return [.text(heading)]
      + axis.ticks.enumerated().flatMap { place, tick -> [Mark] in
        let x = plot.minX + plot.width * tick / axis.end
        var marks: [Mark] = [
          .line(
            [Point(x: x, y: plot.minY - 4 * scale), Point(x: x, y: plot.maxY)],
            Paint(stroke: Palette.rule, strokeWidth: (tick == 0 ? 0.9 : 0.4) * scale))
        ]
        if !isTight || place == 0 || place == axis.ticks.count - 1 {
          var label = TextMark.style(size: 7.5 * scale, anchor: .middle, colour: Palette.quietInk)
          label.text = axis.text(tick)
          label.position = Point(x: x, y: plot.minY - 8 * scale)
          marks.append(.text(label))
        }
        return marks
      }
  }

  private func dots(
    of row: ChangeChart.Row, _ axis: ChartAxis, _ plot: Box, _ middle: Double
  ) -> [Mark] {
    guard let evidence = row.evidence else { return [] }
    let (earlier, now) = periods.places(of: row)
    func point(_ value: Double) -> Point {
      Point(x: plot.minX + plot.width * value / axis.end, y: middle)
    }
    let colour = evidence.colour
    return [
      .line(
        [point(earlier), point(now)],
        Paint(stroke: colour, strokeWidth: (evidence.isChange ? 2.6 : 1.2) * scale)),
      .circle(
        centre: point(earlier), radius: 2.9 * scale,
        Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.9 * scale)),
      .circle(
        centre: point(now), radius: (evidence.isChange ? 3.4 : 2.9) * scale,
        Paint(fill: colour, stroke: Palette.ink, strokeWidth: 0.6 * scale)),
    ]
  }

  /// Where names, dots and numbers stand.
  struct Columns {
    let rows: [ChangeChart.Row]
    let places: Int
    let width: Double
    let scale: Double
    let plotLeft: Double
    let plotRight: Double
    /// The right edges of the earlier count, the count of this period and the change; the left edge
    /// of the evidence.
    private let edges: (earlier: Double, now: Double, change: Double, evidence: Double)

    private static let headings = ["Earlier", "Now", "Change", "Evidence"]

    init(rows: [ChangeChart.Row], places: Int, width: Double, scale: Double) {
      (self.rows, self.places, self.width, self.scale) = (rows, places, width, scale)
      let size = 8.5 * scale
      func widest(_ texts: [String], _ heading: String) -> Double {
        (texts.map { TextMetrics.width(of: $0, size: size, isBold: true) }
          + [TextMetrics.width(of: heading, size: 7.5 * scale)]).max() ?? 0
      }
      let gap = 9 * scale
      let counts = (
        widest(rows.map { NumberWords.decimal($0.earlier, places: places) }, Self.headings[0]),
        widest(rows.map { NumberWords.decimal($0.now, places: places) }, Self.headings[1])
      )
      let change = widest(rows.map { ChangeChartWords.percent(of: $0) }, Self.headings[2])
      let evidence = width - widest(rows.compactMap { $0.evidence?.word }, Self.headings[3])
      edges = (
        evidence - gap - change - gap - counts.1 - gap, evidence - gap - change - gap,
        evidence - gap, evidence
      )
      let names =
        rows.map { TextMetrics.width(of: $0.name, size: size, isBold: $0.evidence == nil) }.max()
        ?? 0
      plotLeft = min(names, width * 0.36) + 12 * scale
      plotRight = edges.earlier - counts.0 - 14 * scale
    }

    func headings(at baseline: Double) -> [Mark] {
      zip(Self.headings, [edges.earlier, edges.now, edges.change, edges.evidence]).map { text, x in
        var mark = TextMark.style(
          size: 7.5 * scale, anchor: text == "Evidence" ? .start : .end, colour: Palette.quietInk)
        mark.text = text
        mark.position = Point(x: x, y: baseline - 2 * scale)
        return .text(mark)
      }
    }

    func texts(of row: ChangeChart.Row, at middle: Double) -> [Mark] {
      let (size, isBold) = (8.5 * scale, row.evidence == nil)
      func text(_ text: String, _ x: Double, _ anchor: TextMark.Anchor, bold: Bool = false) -> Mark
      {
        var mark = TextMark.style(size: size, isBold: isBold || bold, anchor: anchor)
        mark.text = text
        mark.position = Point(x: x, y: middle + TextMark.capitalHeight * size / 2)
        return .text(mark)
      }
      let room = (isBold ? plotRight : plotLeft - 10 * scale)
      var marks = [
        text(TextMetrics.cut(row.name, within: room, size: size, isBold: isBold), 0, .start),
        text(NumberWords.decimal(row.earlier, places: places), edges.earlier, .end),
        text(NumberWords.decimal(row.now, places: places), edges.now, .end),
        text(ChangeChartWords.percent(of: row), edges.change, .end),
      ]
      if let evidence = row.evidence {
        marks.append(text(evidence.word, edges.evidence, .start, bold: evidence.isChange))
      }
      return marks
    }
  }
}
