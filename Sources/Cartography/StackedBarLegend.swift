import Geometry

/// The key of a chart of stacked bars: the parts in the order in which they stand, with their sums.
struct StackedBarLegend {
  let parts: [StackedBarChart.Part]
  let paints: StackedBarPaints
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    for (part, paint) in zip(parts, paints.paints) {
      let box = Box(
        minX: 0, minY: block.height, maxX: 22 * scale, maxY: block.height + 11 * scale)
      block.marks.append(.rectangle(box, paint))
      let lines = TextMetrics.lines(
        of: "\(part.name): \(part.text)", within: width - 28 * scale, size: 8 * scale, limit: 2)
      for (line, text) in lines.enumerated() {
        var label = TextMark.style(size: 8 * scale)
        label.text = text
        label.position = Point(
          x: 28 * scale, y: block.height + (8.5 + 9.5 * Double(line)) * scale)
        block.marks.append(.text(label))
      }
      block.height += (15 + 9.5 * Double(max(0, lines.count - 1))) * scale
    }
    return block
  }
}
