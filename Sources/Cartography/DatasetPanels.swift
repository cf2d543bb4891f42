import Geometry

/// The small maps and hours of several datasets, side by side.
struct DatasetPanels {
  let panels: [DatasetsChart.Panel]
  let outlines: OutlineTable
  let names: [String]
  let key: DatasetKey
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// The colour of the hours' bars.
  static let barColour = Colour(0x0072B2)

  /// Returns the marks of all panels in a frame of the page.
  func marks(in frame: Box) -> [Mark] {
    let columns = Self.columns(panels.count, isWide: frame.width > frame.height)
    let rows = (panels.count + columns - 1) / columns
    let (across, down) = (18 * scale, 14 * scale)
    let size = (
      width: (frame.width - across * Double(columns - 1)) / Double(columns),
      height: (frame.height - down * Double(rows - 1)) / Double(rows)
    )
    let axis = ChartAxis(
      upTo: panels.compactMap(\.hours).joined().reduce(0) { max($0, $1 * 100) },
      steps: size.height < 200 * scale ? 3 : 4)
    let tick = axis.ticks.map { TextMetrics.width(of: text($0, axis), size: 7 * scale) }.max() ?? 0
    return panels.indices.flatMap { index -> [Mark] in
      let corner = Point(
        x: frame.minX + Double(index % columns) * (size.width + across),
        y: frame.minY + Double(index / columns) * (size.height + down))
      return marks(
        of: index,
        in: Box(
          minX: corner.x, minY: corner.y, maxX: corner.x + size.width,
          maxY: corner.y + size.height), axis, left: tick + 4 * scale)
    }
  }

  /// How many panels stand side by side.
  static func columns(_ count: Int, isWide: Bool) -> Int {
    if !isWide { return count <= 2 ? 1 : count <= 6 ? 2 : 3 }
    return count <= 4 ? count : count <= 6 ? 3 : 4
  }

  private func marks(
    of index: Int, in frame: Box, _ axis: ChartAxis, left: Double
  ) -> [Mark] {
    let panel = panels[index]
    var heading = Block(width: frame.width, height: 0)
    heading.append(
      lines: [TextMetrics.cut(panel.name, within: frame.width, size: 10 * scale, isBold: true)],
      style: .style(size: 10 * scale, isBold: true))
    heading.append(
      lines: TextMetrics.lines(of: panel.detail, within: frame.width, size: 7.5 * scale, limit: 2),
      style: .style(size: 7.5 * scale, colour: Palette.quietInk))
    let hoursHeight = min(110 * scale, max(46 * scale, frame.height * 0.27))
    let map = Box(
      minX: frame.minX, minY: frame.minY + 40 * scale, maxX: frame.maxX,
      maxY: frame.maxY - hoursHeight - 6 * scale)
    let hours = Box(
      minX: frame.minX + left, minY: frame.maxY - hoursHeight + 10 * scale, maxX: frame.maxX,
      maxY: frame.maxY - 11 * scale)
    return heading.marks(at: Point(x: frame.minX, y: frame.minY))
      + areas(of: index, in: map) + hourMarks(of: panel, in: hours, axis)
  }

  // MARK: - The map

  private func areas(of index: Int, in frame: Box) -> [Mark] {
    let transform = PageTransform(extent: outlines.box, frame: frame)
    let drawn = PageOutlines(
      of: outlines, areas: Array(0..<outlines.areaCount), transform: transform,
      vertexLimit: PageOutlines.vertexLimit / max(1, panels.count))
    let shares = panels[index].shares
    var groups: [Int: ShapeGroup] = [:]
    for area in 0..<outlines.areaCount where !drawn.areas[area].isEmpty {
      let (number, fill) = key.fill(shares?[area])
      let shape = Shape(
        name: "map-\(index + 1)-area-\(area + 1)", title: title(of: area, index),
        rings: drawn.areas[area])
      if groups[number] == nil {
        var paint = fill
        (paint.stroke, paint.strokeWidth) = (Palette.paper, 0.3 * scale)
        groups[number] = ShapeGroup(
          className: "class-\(number)", label: "Class \(number) of \(panels[index].name)",
          paint: paint, shapes: [])
      }
      groups[number]?.shapes.append(shape)
    }
    return groups.keys.sorted().compactMap { groups[$0].map(Mark.shapes) }
      + [.strokes(drawn.rim, Paint(stroke: Palette.quietInk, strokeWidth: 0.5 * scale))]
  }

  private func title(of area: Int, _ index: Int) -> String {
    let panel = panels[index]
    guard let share = panel.shares?[area] else {
      return "\(names[area]): \(panel.name) has too few incidents"
    }
    return "\(names[area]): \(NumberWords.percent(share)) of \(panel.name)"
  }

  // MARK: - The hours

  private func hourMarks(
    of panel: DatasetsChart.Panel, in plot: Box, _ axis: ChartAxis
  ) -> [Mark] {
    guard let hours = panel.hours else {
      var block = Block(width: plot.width, height: 0)
      let words = "No hours: \(panel.hourAbsence ?? "they are not told")"
      block.append(
        lines: TextMetrics.lines(of: words, within: plot.width, size: 7.5 * scale, limit: 3),
        style: .style(size: 7.5 * scale, colour: Palette.quietInk))
      return block.marks(at: Point(x: plot.minX, y: plot.minY))
    }
    var marks = grid(in: plot, axis)
    let room = plot.width / 24
    for (hour, share) in hours.enumerated() {
      let bar = Box(
        minX: plot.minX + (Double(hour) + 0.12) * room,
        minY: plot.maxY - plot.height * share * 100 / axis.end,
        maxX: plot.minX + (Double(hour) + 0.88) * room, maxY: plot.maxY)
      marks.append(
        .titled(
          "\(Self.clock(hour)): \(NumberWords.percent(share)) of \(panel.name)",
          [.rectangle(bar, Paint(fill: Self.barColour))]))
    }
    return marks
  }

  private func grid(in plot: Box, _ axis: ChartAxis) -> [Mark] {
    var marks: [Mark] = []
    for tick in axis.ticks {
      let y = plot.maxY - plot.height * tick / axis.end
      marks.append(
        .line(
          [Point(x: plot.minX, y: y), Point(x: plot.maxX, y: y)],
          Paint(stroke: Palette.rule, strokeWidth: (tick == 0 ? 0.9 : 0.4) * scale)))
      var label = TextMark.style(size: 7 * scale, anchor: .end, colour: Palette.quietInk)
      label.text = text(tick, axis)
      label.position = Point(
        x: plot.minX - 3 * scale, y: y + TextMark.capitalHeight * 3.5 * scale)
      marks.append(.text(label))
    }
    // The first label begins at its hour, so that the second needs one and a half times its width.
    let isNarrow = plot.width / 4 < 1.7 * TextMetrics.width(of: Self.clock(0), size: 7 * scale)
    for hour in stride(from: 0, through: 24, by: isNarrow ? 12 : 6) {
      var label = TextMark.style(
        size: 7 * scale, anchor: hour == 0 ? .start : hour == 24 ? .end : .middle,
        colour: Palette.quietInk)
      label.text = Self.clock(hour)
      label.position = Point(
        x: plot.minX + plot.width * Double(hour) / 24, y: plot.maxY + 9 * scale)
      marks.append(.text(label))
    }
    return marks
  }

  private func text(_ tick: Double, _ axis: ChartAxis) -> String { "\(axis.text(tick))%" }

  private static func clock(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }
}
