import Geometry

/// What stands above the map: marking, title and subtitle.
struct Header {
  let title: String
  let subtitle: String
  let marking: String?
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the header laid out in a width.
  func block(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    if let marking {
      block.append(
        lines: TextMetrics.lines(
          of: marking, within: width, size: 9 * scale, isBold: true, limit: 2),
        style: .style(size: 9 * scale, isBold: true, anchor: .middle))
      block.height += 3 * scale
    }
    // A long title is set smaller before it is broken.
    let size =
      [19, 17, 15].map { $0 * scale }
      .first { TextMetrics.width(of: title, size: $0, isBold: true) <= width } ?? 15 * scale
    block.append(
      lines: TextMetrics.lines(of: title, within: width, size: size, isBold: true, limit: 3),
      style: .style(size: size, isBold: true))
    block.append(
      lines: TextMetrics.lines(of: subtitle, within: width, size: 11 * scale, limit: 3),
      style: .style(size: 11 * scale, colour: Palette.quietInk))
    return block
  }
}
