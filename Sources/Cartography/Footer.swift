import Geometry

/// What stands below the map: where the numbers come from and what was done to them.
struct Footer {
  /// The notes, each a paragraph.
  let notes: [String]
  let marking: String?
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the footer laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    if !notes.isEmpty {
      let rule = Paint(stroke: Palette.rule, strokeWidth: 0.5 * scale)
      block.marks.append(.line([Point(x: 0, y: 0), Point(x: width, y: 0)], rule))
      block.height = 3 * scale
    }
    for note in notes {
      block.append(
        lines: TextMetrics.lines(of: note, within: width, size: 7 * scale, limit: 6),
        style: .style(size: 7 * scale, colour: Palette.quietInk))
    }
    if let marking {
      block.height += 3 * scale
      block.append(
        lines: TextMetrics.lines(
          of: marking, within: width, size: 9 * scale, isBold: true, limit: 2),
        style: .style(size: 9 * scale, isBold: true, anchor: .middle))
    }
    return block
  }
}
