import Geometry

/// The key of a chart of months.
struct MonthLegend {
  /// Whether ranges allow for more variation than Poisson's.
  var isWidened = false
  /// Whether there are parts of months.
  var hasParts = false
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    append("incidents a day in a month; filled beyond random variation", to: &block) { box in
      let middle = Point(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
      return [
        line(box, Palette.ink, 0.8),
        .circle(
          centre: middle, radius: 2.6 * scale,
          Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.8 * scale)),
      ]
    }
    if hasParts {
      append("part of a month", to: &block) { box in
        [
          line(box, Palette.ink, 0.8),
          .rectangle(
            MonthPanels.square(
              at: Point(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2),
              radius: 2.6 * scale),
            Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.8 * scale)),
        ]
      }
    }
    append("average of the 12 months that end there", to: &block) { box in
      [line(box, MonthPanels.averageColour, 2.2)]
    }
    append(
      isWidened
        ? "random variation around it: 95 months of 100, widened by how much months vary"
        : "random variation around it: 95 months of 100, if incidents were independent (Poisson)",
      to: &block
    ) { box in [.rectangle(box, Paint(fill: MonthPanels.rangeColour))] }
    return block
  }

  private func line(_ box: Box, _ colour: Colour, _ width: Double) -> Mark {
    let middle = (box.minY + box.maxY) / 2
    return .line(
      [Point(x: box.minX, y: middle), Point(x: box.maxX, y: middle)],
      Paint(stroke: colour, strokeWidth: width * scale))
  }

  private func append(_ text: String, to block: inout Block, _ swatch: (Box) -> [Mark]) {
    let (size, left) = (8 * scale, 28 * scale)
    let top = block.height
    let lines = TextMetrics.lines(of: text, within: block.width - left, size: size, limit: 3)
    for (place, line) in lines.enumerated() {
      var mark = TextMark.style(size: size)
      mark.text = line
      mark.position = Point(x: left, y: top + (Double(place) + 0.8) * size * 1.28)
      block.marks.append(.text(mark))
    }
    block.marks += swatch(
      Box(minX: 0, minY: top + size * 0.25, maxX: 22 * scale, maxY: top + size * 1.1))
    block.height = top + Double(lines.count) * size * 1.28 + 2 * scale
  }
}
