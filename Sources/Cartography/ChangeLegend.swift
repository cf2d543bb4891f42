import Geometry

/// The key of a chart of two periods: the dot of either, and what evidence looks like.
struct ChangeLegend {
  let periods: ChangeChart.Periods
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the key laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    let filled = { (evidence: ChangeChart.Evidence) in
      Paint(fill: evidence.colour, stroke: Palette.ink, strokeWidth: 0.6 * scale)
    }
    let hollow = Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 0.9 * scale)
    append("earlier: \(periods.earlier.words)", hollow, to: &block)
    append("now: \(periods.now.words)", filled(.none), to: &block)
    append("now, with evidence of an increase", filled(.increase), to: &block)
    append("now, with evidence of a decrease", filled(.decrease), to: &block)
    return block
  }

  private func append(_ text: String, _ paint: Paint, to block: inout Block) {
    let size = 8 * scale
    let lines = TextMetrics.lines(of: text, within: block.width - 14 * scale, size: size, limit: 2)
    let top = block.height
    for (place, line) in lines.enumerated() {
      var mark = TextMark.style(size: size)
      mark.text = line
      mark.position = Point(x: 14 * scale, y: top + (Double(place) + 0.8) * size * 1.28)
      block.marks.append(.text(mark))
    }
    block.marks.append(
      .circle(centre: Point(x: 5 * scale, y: top + size * 0.66), radius: 3.1 * scale, paint))
    block.height = top + Double(lines.count) * size * 1.28 + 2 * scale
  }
}
