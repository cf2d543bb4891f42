import Geometry

/// The bars of a ``StackedBarChart`` with their names to the left and columns of text to the right.
struct StackedBars {
  let bars: [StackedBarChart.Bar]
  let parts: [StackedBarChart.Part]
  let columns: [String]
  let rest: String?
  let paints: StackedBarPaints
  /// How much larger than on A4 things are drawn.
  let scale: Double

  private var headingHeight: Double { 18 * scale }
  private var restHeight: Double { rest == nil ? 0 : 18 * scale }
  /// Between the names, the bars and the columns.
  private var gap: Double { 8 * scale }
  private var textSize: Double { 9 * scale }

  /// Returns the chart laid out in a width and a height.
  ///
  /// Bars are as high as there is room, but no higher than is good to look at.
  func block(width: Double, height: Double) -> Block {
    let room = (height - headingHeight - restHeight) / Double(bars.count)
    let rowHeight = min(room, 34 * scale)
    let size = min(textSize, rowHeight * 0.72)
    let texts = columns.indices.map { column in
      max(
        TextMetrics.width(of: columns[column], size: textSize, isBold: true),
        bars.map { TextMetrics.width(of: $0.texts[column], size: size) }.max() ?? 0)
    }
    let names = min(
      width * 0.3, bars.map { TextMetrics.width(of: $0.name, size: size) }.max() ?? 0)
    let right = width - texts.reduce(0) { $0 + $1 + gap }
    let frame = Box(
      minX: names + gap, minY: headingHeight, maxX: right - gap / 2,
      maxY: headingHeight + rowHeight * Double(bars.count))
    let longest = bars.map(\.length).max() ?? 0
    let unit = longest > 0 ? frame.width / longest : 0

    var block = Block(width: width, height: min(height, frame.maxY + restHeight))
    appendHeadings(texts, right: right, to: &block)
    for (row, bar) in bars.enumerated() {
      let top = frame.minY + Double(row) * rowHeight
      let baseline = top + rowHeight / 2 + TextMark.capitalHeight * size / 2
      appendName(
        bar.name, right: names, middle: top + rowHeight / 2, height: rowHeight, size: size,
        to: &block)
      block.marks.append(
        mark(
          bar, left: frame.minX, unit: unit, top: top + rowHeight * 0.12,
          bottom: top + rowHeight * 0.88))
      var x = right
      for (text, width) in zip(bar.texts, texts) {
        x += gap + width
        var mark = TextMark.style(size: size, anchor: .end)
        mark.text = text
        mark.position = Point(x: x, y: baseline)
        block.marks.append(.text(mark))
      }
    }
    // Where all bars begin.
    block.marks.append(
      .line(
        [Point(x: frame.minX, y: frame.minY), Point(x: frame.minX, y: frame.maxY)],
        Paint(stroke: Palette.quietInk, strokeWidth: 0.7 * scale)))
    if let rest {
      var mark = TextMark.style(size: 8.5 * scale, colour: Palette.quietInk)
      mark.text = TextMetrics.cut(rest, within: width, size: mark.size)
      mark.position = Point(x: 0, y: frame.maxY + 13 * scale)
      block.marks.append(.text(mark))
    }
    return block
  }

  // MARK: -

  private func appendHeadings(_ widths: [Double], right: Double, to block: inout Block) {
    var x = right
    for (heading, width) in zip(columns, widths) {
      x += gap + width
      var mark = TextMark.style(size: textSize, isBold: true, anchor: .end)
      mark.text = heading
      mark.position = Point(x: x, y: headingHeight - 6 * scale)
      block.marks.append(.text(mark))
    }
  }

  /// The name to the left of a bar, in two lines where it is long and there is room.
  private func appendName(
    _ name: String, right: Double, middle: Double, height: Double, size: Double,
    to block: inout Block
  ) {
    let leading = size * 1.12
    let lines = TextMetrics.lines(
      of: name, within: right, size: size, limit: height >= 2.1 * leading ? 2 : 1)
    let first = middle - leading * Double(lines.count - 1) / 2
    for (line, text) in lines.enumerated() {
      var mark = TextMark.style(size: size, anchor: .end)
      mark.text = text
      mark.position = Point(
        x: right, y: first + leading * Double(line) + TextMark.capitalHeight * size / 2)
      block.marks.append(.text(mark))
    }
  }

  /// A bar with its parts; those wide enough have their percentage in them.
  private func mark(
    _ bar: StackedBarChart.Bar, left: Double, unit: Double, top: Double, bottom: Double
  ) -> Mark {
    var marks: [Mark] = []
    var x = left
    let size = min(7.5 * scale, (bottom - top) * 0.72)
    for (part, amount) in bar.parts.enumerated() where amount > 0 {
      let box = Box(minX: x, minY: top, maxX: x + amount * unit, maxY: bottom)
      x = box.maxX
      var paint = paints.paints[part]
      (paint.stroke, paint.strokeWidth) = (Palette.paper, box.width > 3 * scale ? 0.6 * scale : 0)
      marks.append(.rectangle(box, paint))
      guard bar.parts.count > 1, let fill = paint.fill else { continue }
      let text = "\(NumberWords.decimal(amount / bar.length * 100, places: 0))%"
      let width = TextMetrics.width(of: text, size: size)
      guard width + 6 * scale <= box.width, size >= 5.5 * scale else { continue }
      var label = TextMark.style(
        size: size, anchor: .middle, colour: StackedBarPaints.ink(on: fill))
      label.text = text
      let middle = Point(x: box.centre.x, y: box.centre.y)
      if paint.hatch != nil {
        // Lines would run through the digits.
        let plate = Box(
          minX: middle.x - width / 2 - 1.5 * scale, minY: middle.y - size * 0.55,
          maxX: middle.x + width / 2 + 1.5 * scale, maxY: middle.y + size * 0.55)
        marks.append(.rectangle(plate, Paint(fill: fill)))
      }
      label.position = Point(x: middle.x, y: middle.y + TextMark.capitalHeight * size / 2)
      marks.append(.text(label))
    }
    let shares = zip(parts, bar.parts).map { part, amount in
      let share = bar.length > 0 ? amount / bar.length : 0
      return "\(part.name) \(NumberWords.percent(share))"
    }
    let columns = zip(columns, bar.texts).map { "\($0) \($1)" }
    return .titled(
      "\(bar.name): \(columns.joined(separator: ", "))"
        + (parts.count > 1 ? "; \(shares.joined(separator: ", "))" : ""), marks)
  }
}
