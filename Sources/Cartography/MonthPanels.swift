import Geometry

/// The lines of one or several series of months on one scale.
struct MonthPanels {
  let series: [MonthChart.Series]
  let names: MonthNames
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// The colour of averages.
  static let averageColour = Colour(0x0072B2)
  /// The ground of random variation.
  static let rangeColour = Colour(0xDCDCDC)

  /// Returns the panels laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    var block = Block(width: width, height: height)
    let count = series.count
    let columns = count == 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4
    let rows = (count + columns - 1) / columns
    let gap = 16 * scale
    let size = (
      width: (width - gap * Double(columns - 1)) / Double(columns),
      height: (height - gap * Double(rows - 1)) / Double(rows)
    )
    let values = series.flatMap(\.months).flatMap {
      [$0.perDay, $0.average, $0.range?.upperBound].compactMap(\.self)
    }
    let axis = ChartAxis(
      upTo: values.max() ?? 0, steps: max(2, min(10, Int(size.height / (30 * scale)))))
    for (index, one) in series.enumerated() {
      let corner = Point(
        x: Double(index % columns) * (size.width + gap),
        y: Double(index / columns) * (size.height + gap))
      block.marks += panel(one, axis, width: size.width, height: size.height).marks(at: corner)
    }
    return block
  }

  // MARK: -

  private func panel(
    _ series: MonthChart.Series, _ axis: ChartAxis, width: Double, height: Double
  ) -> Block {
    var block = Block(width: width, height: 0)
    if let name = series.name {
      block.append(
        lines: [TextMetrics.cut(name, within: width, size: 9 * scale, isBold: true)],
        style: .style(size: 9 * scale, isBold: true))
    }
    block.append(
      lines: ["Incidents a day"], style: .style(size: 7 * scale, colour: Palette.quietInk))
    let labels = axis.ticks.map { TextMetrics.width(of: axis.text($0), size: 7.5 * scale) }
    let plot = Box(
      minX: (labels.max() ?? 0) + 6 * scale, minY: block.height + 6 * scale, maxX: width,
      maxY: height - 15 * scale)
    block.marks += grid(axis, plot)
    block.marks += monthLabels(series.months.count, plot)
    block.marks += lines(of: series, axis, plot)
    block.height = height
    return block
  }

  private func grid(_ axis: ChartAxis, _ plot: Box) -> [Mark] {
    axis.ticks.flatMap { tick -> [Mark] in
      let y = plot.maxY - plot.height * tick / axis.end
      var label = TextMark.style(size: 7.5 * scale, anchor: .end, colour: Palette.quietInk)
      label.text = axis.text(tick)
      label.position = Point(
        x: plot.minX - 4 * scale, y: y + TextMark.capitalHeight * 7.5 * scale / 2)
      return [
        .line(
          [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)],
          Paint(stroke: Palette.rule, strokeWidth: (tick == 0 ? 0.9 : 0.4) * scale)),
        .text(label),
      ]
    }
  }

  /// The names below the axis, as many as there is room for.
  private func monthLabels(_ count: Int, _ plot: Box) -> [Mark] {
    let size = 7.5 * scale
    let room = plot.width / Double(count)
    let widest = TextMetrics.width(of: "May 2000", size: size) + 6 * scale
    let step = [1, 2, 3, 6, 12, 24, 60, 120].first { Double($0) * room >= widest } ?? 240
    var marks: [Mark] = []
    for place in 0..<count {
      let x = plot.minX + (Double(place) + 0.5) * room
      let isLabelled = names.isLabelled(place, each: step)
      guard isLabelled || room >= 3 * scale else { continue }
      marks.append(
        .line(
          [
            Point(x: x, y: plot.maxY),
            Point(x: x, y: plot.maxY + (isLabelled ? 4 : 2) * scale),
          ], Paint(stroke: Palette.rule, strokeWidth: 0.6 * scale)))
      let half = TextMetrics.width(of: names.short(place), size: size) / 2
      guard isLabelled else { continue }
      var label = TextMark.style(size: size, anchor: .middle, colour: Palette.quietInk)
      label.text = names.short(place)
      // At the edges of the plot names keep inside it.
      label.position = Point(
        x: min(max(x, plot.minX + min(half, plot.width / 2)), plot.maxX - half),
        y: plot.maxY + 13 * scale)
      marks.append(.text(label))
    }
    return marks
  }

  private func lines(
    of series: MonthChart.Series, _ axis: ChartAxis, _ plot: Box
  ) -> [Mark] {
    let room = plot.width / Double(series.months.count)
    func point(_ place: Int, _ value: Double) -> Point {
      Point(
        x: plot.minX + (Double(place) + 0.5) * room,
        y: plot.maxY - plot.height * value / axis.end)
    }
    func stretches(_ has: (MonthChart.Month) -> Bool) -> [[Int]] {
      var found: [[Int]] = []
      for (place, month) in series.months.enumerated() where has(month) {
        if found.last?.last == place - 1, place > 0 {
          found[found.count - 1].append(place)
        } else {
          found.append([place])
        }
      }
      return found
    }
    let months = series.months
    var marks: [Mark] = stretches { $0.range != nil }.map { places in
      // Half a month on either side, so that a single month has a ground too.
      var (low, high): ([Point], [Point]) = ([], [])
      for place in places {
        guard let range = months[place].range else { continue }
        low.append(point(place, range.lowerBound))
        high.append(point(place, range.upperBound))
      }
      func widened(_ line: [Point]) -> [Point] {
        [Point(x: line[0].x - room / 2, y: line[0].y)] + line
          + [Point(x: line[line.count - 1].x + room / 2, y: line[line.count - 1].y)]
      }
      return .line(widened(low) + widened(high).reversed(), Paint(fill: Self.rangeColour))
    }
    marks += stretches { $0.average != nil }.map { places in
      var line = places.map { point($0, months[$0].average ?? 0) }
      if line.count == 1 {
        line = [
          Point(x: line[0].x - room / 2, y: line[0].y),
          Point(x: line[0].x + room / 2, y: line[0].y),
        ]
      }
      return .line(line, Paint(stroke: Self.averageColour, strokeWidth: 2.2 * scale))
    }
    marks += stretches { $0.perDay != nil }.filter { $0.count > 1 }.map { places in
      .line(
        places.map { point($0, months[$0].perDay ?? 0) },
        Paint(stroke: Palette.ink, strokeWidth: 0.8 * scale))
    }
    let radius = min(2.6 * scale, max(0.9 * scale, room * 0.3))
    for (place, month) in months.enumerated() {
      guard let perDay = month.perDay else { continue }
      marks.append(
        .titled(
          MonthChartWords.title(of: month, names.full(place)),
          [
            .circle(
              centre: point(place, perDay), radius: radius,
              Paint(
                fill: month.isBeyond ? Palette.ink : Palette.paper, stroke: Palette.ink,
                strokeWidth: 0.8 * scale))
          ]))
    }
    return marks
  }
}
