import Geometry

/// The key of a heat table: the colours from none to the most, and what the numbers' marks mean.
struct HeatLegend {
  let table: HeatTable
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    block.append(
      lines: TextMetrics.lines(of: table.key, within: width, size: 9 * scale, isBold: true),
      style: .style(size: 9 * scale, isBold: true))
    block.height += 3 * scale
    let bar = Box(
      minX: 24 * scale, minY: block.height, maxX: min(width, 190 * scale),
      maxY: block.height + 11 * scale)
    let none = Box(minX: 0, minY: bar.minY, maxX: 18 * scale, maxY: bar.maxY)
    block.marks.append(.rectangle(none, Paint(fill: Palette.zero)))
    block.marks += HourScale.marks(in: bar)
    for (x, text, anchor) in [
      (none.minX, "none", TextMark.Anchor.start), (bar.maxX, table.largest, .end),
    ] {
      var label = TextMark.style(size: 7.5 * scale, anchor: anchor, colour: Palette.quietInk)
      label.text = text
      label.position = Point(x: x, y: bar.maxY + 9 * scale)
      block.marks.append(.text(label))
    }
    block.height = bar.maxY + 14 * scale
    if let mark = table.mark {
      block.append(
        lines: TextMetrics.lines(of: mark, within: width, size: 8 * scale, limit: 3),
        style: .style(size: 8 * scale))
    }
    return block
  }
}
