import Geometry

/// The months of a hotspot as bars, dark where its ground held more than its share.
struct MonthBars {
  let months: [CloseUpContents.Month]
  let isWeighted: Bool
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns the bars laid out in a width and a height.
  func block(width: Double, height: Double) -> Block {
    var block = Block(width: width, height: height)
    let size = 7 * scale
    let step = width / Double(max(months.count, 6))
    let base = height - 11 * scale
    let room = base - 10 * scale
    let largest = months.map(\.incidents).max() ?? 0
    for (place, month) in months.enumerated() {
      let left = step * Double(place)
      let top = base - (largest > 0 ? room * month.incidents / largest : 0)
      let words = CloseUpPanels.words(month.incidents, isWeighted: isWeighted)
      let fill = month.isHeld ? CloseUpPanels.first : CloseUpPanels.second
      block.marks.append(
        .titled(
          "\(month.label): \(words) incidents"
            + (month.isHeld ? ", at least twice its share by area" : ""),
          [
            .rectangle(
              Box(
                minX: left + 2 * scale, minY: top, maxX: left + step - 2 * scale, maxY: base),
              Paint(fill: fill))
          ]))
      if TextMetrics.width(of: words, size: size) <= step {
        append(words, middle: left + step / 2, baseline: top - 2 * scale, to: &block)
      }
      if TextMetrics.width(of: month.shortLabel, size: size) <= step {
        append(month.shortLabel, middle: left + step / 2, baseline: base + 8 * scale, to: &block)
      }
    }
    block.marks.append(
      .line(
        [Point(x: 0, y: base), Point(x: step * Double(months.count), y: base)],
        Paint(stroke: Palette.quietInk, strokeWidth: 0.5 * scale)))
    return block
  }

  private func append(
    _ text: String, middle: Double, baseline: Double, to block: inout Block
  ) {
    var mark = TextMark.style(size: 7 * scale, anchor: .middle, colour: Palette.quietInk)
    mark.text = text
    mark.position = Point(x: middle, y: baseline)
    block.marks.append(.text(mark))
  }
}
