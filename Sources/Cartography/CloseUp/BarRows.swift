import Geometry

/// Rows of a name, bars and numbers in a narrow column.
struct BarRows {
  /// One row.
  struct Row {
    let name: String
    /// The numbers, at the right.
    let text: String
    /// The bars below each other: their parts of the longest, and their colours.
    let bars: [(part: Double, colour: Colour)]
  }

  let rows: [Row]
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the rows laid out in a width.
  func block(width: Double) -> Block {
    let size = 8 * scale
    let rowHeight = 13 * scale
    let gap = 5 * scale
    let texts = rows.map { TextMetrics.width(of: $0.text, size: size) }.max() ?? 0
    let names = min(
      width * 0.48, rows.map { TextMetrics.width(of: $0.name, size: size) }.max() ?? 0)
    let frame = (left: names + gap, right: width - texts - gap)
    var block = Block(width: width, height: rowHeight * Double(rows.count))
    for (place, row) in rows.enumerated() {
      let top = rowHeight * Double(place)
      let baseline = top + rowHeight / 2 + TextMark.capitalHeight * size / 2
      var name = TextMark.style(size: size)
      name.text = TextMetrics.cut(row.name, within: names, size: size)
      name.position = Point(x: 0, y: baseline)
      var text = TextMark.style(size: size, anchor: .end)
      text.text = row.text
      text.position = Point(x: width, y: baseline)
      let marks = bars(of: row, frame: frame, top: top + 2 * scale, height: rowHeight - 4 * scale)
      block.marks += marks + [.text(name), .text(text)]
    }
    return block
  }

  private func bars(
    of row: Row, frame: (left: Double, right: Double), top: Double, height: Double
  ) -> [Mark] {
    let each = height / Double(max(row.bars.count, 1))
    return row.bars.enumerated().map { place, bar in
      let length = max(frame.right - frame.left, 0) * min(max(bar.part, 0), 1)
      return .rectangle(
        Box(
          minX: frame.left, minY: top + each * Double(place),
          maxX: frame.left + max(length, bar.part > 0 ? 0.5 * scale : 0),
          maxY: top + each * Double(place + 1)), Paint(fill: bar.colour))
    }
  }
}
