import Geometry

/// The lines of one or several series of months on one scale, below that of all of them.
struct MonthPanels {
  let series: [MonthChart.Series]
  /// The series of all of them, on a scale of its own; `nil` for none.
  var overall: MonthChart.Series?
  let names: MonthNames
  /// What stands above the small charts where there is one of all.
  var heading = ""
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// The colour of averages.
  static let averageColour = Colour(0x0072B2)
  /// The ground of random variation.
  static let rangeColour = Colour(0xDCDCDC)

  /// Returns the panels laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    var block = Block(width: width, height: height)
    var top = 0.0
    if let overall {
      let share = series.isEmpty ? 1 : series.count > 8 ? 0.32 : 0.45
      let panel = panel(
        overall, axis(of: [overall], height: height * share), width: width,
        height: height * share)
      block.marks += panel.marks(at: Point(x: 0, y: 0))
      if series.isEmpty { return block }
      var words = TextMark.style(size: 10 * scale, isBold: true)
      words.text = TextMetrics.cut(heading, within: width, size: words.size, isBold: true)
      words.position = Point(x: 0, y: height * share + 22 * scale)
      block.marks.append(.text(words))
      top = height * share + 32 * scale
    }
    let gap = (series.count > 12 ? 10 : 16) * scale
    let columns = columns(width: width, height: height - top)
    let rows = (series.count + columns - 1) / columns
    let size = (
      width: (width - gap * Double(columns - 1)) / Double(columns),
      height: (height - top - gap * Double(rows - 1)) / Double(rows)
    )
    let axis = axis(of: series, height: size.height, fewest: series.count > 12 ? 3 : 2)
    for (index, one) in series.enumerated() {
      let corner = Point(
        x: Double(index % columns) * (size.width + gap),
        y: top + Double(index / columns) * (size.height + gap))
      block.marks += panel(
        one, axis, width: size.width, height: size.height, isSmall: series.count > 12
      ).marks(at: corner)
    }
    return block
  }

  /// How many panels stand side by side: of many so many that each is half as wide again as high.
  private func columns(width: Double, height: Double) -> Int {
    let count = series.count
    if count <= 12 { return count == 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4 }
    return (4...6).min { left, right in
      func misfit(_ columns: Int) -> Double {
        let rows = Double((count + columns - 1) / columns)
        return abs(width / Double(columns) / (height / rows) - 1.5)
      }
      return misfit(left) < misfit(right)
    } ?? 4
  }

  private func axis(
    of series: [MonthChart.Series], height: Double, fewest: Int = 2
  ) -> ChartAxis {
    let values = series.flatMap(\.months).flatMap {
      [$0.perDay, $0.average, $0.range?.upperBound].compactMap(\.self)
    }
    return ChartAxis(
      upTo: values.max() ?? 0, steps: max(fewest, min(10, Int(height / (30 * scale)))))
  }

  /// Returns the square that marks part of a month.
  static func square(at centre: Point, radius: Double) -> Box {
    Box(
      minX: centre.x - radius, minY: centre.y - radius, maxX: centre.x + radius,
      maxY: centre.y + radius)
  }

  // MARK: -

  private func panel(
    _ series: MonthChart.Series, _ axis: ChartAxis, width: Double, height: Double,
    isSmall: Bool = false
  ) -> Block {
    var block = Block(width: width, height: 0)
    if let name = series.name {
      block.append(
        lines: [TextMetrics.cut(name, within: width, size: 9 * scale, isBold: true)],
        style: .style(size: 9 * scale, isBold: true))
    }
    // Of many the first chart says what all are of, beside it.
    if !isSmall {
      block.append(
        lines: ["Incidents a day"], style: .style(size: 7 * scale, colour: Palette.quietInk))
    }
    let labels = axis.ticks.map { TextMetrics.width(of: axis.text($0), size: 7.5 * scale) }
    let plot = Box(
      minX: (labels.max() ?? 0) + 6 * scale, minY: block.height + 6 * scale, maxX: width,
      maxY: height - 15 * scale)
    block.marks += grid(axis, plot)
    block.marks += monthLabels(series.months.count, plot, isSmall: isSmall)
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
  private func monthLabels(_ count: Int, _ plot: Box, isSmall: Bool) -> [Mark] {
    let size = 7.5 * scale
    let room = plot.width / Double(count)
    // In small charts Januaries have their year alone.
    func text(_ place: Int, each step: Int) -> String {
      isSmall && step >= 12 ? names.year(place) : names.short(place)
    }
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120].first { step in
        let widest = isSmall && step >= 12 ? "2000" : "May 2000"
        return Double(step) * room >= TextMetrics.width(of: widest, size: size) + 6 * scale
      } ?? 240
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
      let words = text(place, each: step)
      let half = TextMetrics.width(of: words, size: size) / 2
      guard isLabelled else { continue }
      var label = TextMark.style(size: size, anchor: .middle, colour: Palette.quietInk)
      label.text = words
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
    // Where there is no room between dots only those that stand out are seen.
    let isCrowded = room < 3.2 * scale
    let radius = min(2.6 * scale, max(1.2 * scale, room * 0.3))
    for (place, month) in months.enumerated() {
      guard let perDay = month.perDay else { continue }
      marks.append(
        .titled(
          MonthChartWords.title(of: month, names.full(place)),
          [
            mark(
              month, at: point(place, perDay),
              radius: isCrowded && !month.isBeyond && month.partDays == nil ? 0.4 * scale : radius)
          ]))
    }
    return marks
  }

  private func mark(_ month: MonthChart.Month, at centre: Point, radius: Double) -> Mark {
    let paint = Paint(
      fill: month.isBeyond || radius < 0.5 * scale ? Palette.ink : Palette.paper,
      stroke: Palette.ink,
      strokeWidth: (radius < 0.5 * scale ? 0 : radius < 2 * scale ? 0.5 : 0.8) * scale)
    return month.partDays == nil
      ? .circle(centre: centre, radius: radius, paint)
      : .rectangle(Self.square(at: centre, radius: radius), paint)
  }
}
