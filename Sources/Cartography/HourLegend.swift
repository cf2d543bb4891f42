import Geometry

/// The key of a chart of hours: the colours from none to the most, and the outline of the busiest.
struct HourLegend {
  let colours: HourScale
  /// What is added up: `incidents`.
  let noun: String
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    block.append(
      lines: TextMetrics.lines(
        of:
          "\(noun.prefix(1).uppercased() + noun.dropFirst()) in each hour (\(EstimateWords.full))",
        within: width, size: 9 * scale,
        isBold: true),
      style: .style(size: 9 * scale, isBold: true))
    block.height += 3 * scale
    let bar = Box(
      minX: 24 * scale, minY: block.height, maxX: min(width, 190 * scale),
      maxY: block.height + 11 * scale)
    let none = Box(minX: 0, minY: bar.minY, maxX: 18 * scale, maxY: bar.maxY)
    block.marks.append(.rectangle(none, Paint(fill: Palette.zero)))
    block.marks += HourScale.marks(in: bar)
    let ticks: [(Double, Double, TextMark.Anchor)] = [
      (none.minX, 0, .start), (bar.minX + bar.width / 2, colours.largest / 2, .middle),
      (bar.maxX, colours.largest, .end),
    ]
    for (x, value, anchor) in ticks {
      var label = TextMark.style(size: 7.5 * scale, anchor: anchor, colour: Palette.quietInk)
      label.text = value == 0 ? "none" : colours.text(value)
      label.position = Point(x: x, y: bar.maxY + 9 * scale)
      block.marks.append(.text(label))
    }
    block.height = bar.maxY + 16 * scale
    let box = Box(
      minX: 0, minY: block.height, maxX: 18 * scale, maxY: block.height + 10 * scale)
    block.marks.append(
      .rectangle(box, Paint(stroke: Palette.ink, strokeWidth: 1.8 * scale)))
    var label = TextMark.style(size: 8 * scale)
    label.text = "the busiest hour"
    label.position = Point(x: 24 * scale, y: box.maxY - 2 * scale)
    block.marks.append(.text(label))
    block.height = box.maxY + 2 * scale
    return block
  }
}
