import Geometry

extension OverlapChart {
  /// The name of a set, and the bar of all it holds, which grows to the left.
  static func append(
    _ total: OverlapPlot.Total, _ set: Int, _ layout: OverlapLayout, to block: inout Block
  ) {
    let scale = layout.scale
    let largest = layout.plot.sets.map(\.amount).max() ?? 0
    let end = layout.setBars.upperBound
    let length = largest > 0 ? 66 * scale * total.amount / largest : 0
    let half = layout.rowHeight * 0.32
    let y = layout.y(set)
    var name = TextMark.style(size: 9 * scale, anchor: .end)
    name.text = TextMetrics.cut(
      total.name, within: layout.names.upperBound - layout.names.lowerBound - 12 * scale,
      size: name.size)
    name.position = Point(
      x: layout.names.upperBound - 6 * scale, y: y + TextMark.capitalHeight * name.size / 2)
    var number = TextMark.style(size: OverlapLayout.smallest * scale, anchor: .end)
    number.text = total.text
    number.position = Point(
      x: end - length - 3 * scale, y: y + TextMark.capitalHeight * number.size / 2)
    block.marks += [
      .rectangle(
        Box(minX: end - length, minY: y - half, maxX: end, maxY: y + half),
        Paint(fill: Palette.hatch)),
      .text(name), .text(number),
    ]
  }

  /// The bar of a combination with its number; that of no set is hatched, and cut where it is far
  /// higher than the others.
  static func bar(
    _ combination: OverlapPlot.Combination, _ place: Int, _ layout: OverlapLayout
  ) -> [Mark] {
    let scale = layout.scale
    let x = layout.x(place)
    let half = min(layout.columnWidth * 0.34, 13 * scale)
    let top = layout.base - layout.height(of: combination.amount)
    let isNone = combination.members.isEmpty
    let paint =
      isNone
      ? Paint(
        fill: Palette.absent, hatch: .absent, stroke: Palette.hatch, strokeWidth: 0.6 * scale)
      : Paint(fill: combination.members.count > 1 ? Colour(0xC73F0A) : Palette.quietInk)
    var marks: [Mark] = [
      .rectangle(
        Box(minX: x - half, minY: top, maxX: x + half, maxY: layout.base), paint)
    ]
    if layout.isCut(combination.amount) {
      let y = top + 16 * scale
      marks.append(
        .line(
          [
            Point(x: x - half - 3 * scale, y: y + 3 * scale),
            Point(x: x + half + 3 * scale, y: y - 3 * scale),
          ], Paint(stroke: Palette.paper, strokeWidth: 4 * scale)))
    }
    let lines = (layout.showsShares ? [combination.share] : []) + [combination.text]
    for (line, text) in lines.enumerated() {
      let isShare = layout.showsShares && line == 0
      var mark = TextMark.style(
        size: OverlapLayout.smallest * scale, anchor: .middle,
        colour: isShare ? Palette.quietInk : Palette.ink)
      mark.text = text
      mark.position = Point(x: x, y: top - 3 * scale - Double(line) * 9.5 * scale)
      marks.append(.text(mark))
    }
    return marks
  }

  /// The dots that say of which sets a combination is, joined by a line.
  static func dots(
    _ combination: OverlapPlot.Combination, _ place: Int, _ layout: OverlapLayout
  ) -> [Mark] {
    let radius = min(layout.rowHeight * 0.26, layout.columnWidth * 0.3, 5.5 * layout.scale)
    let x = layout.x(place)
    var marks: [Mark] = []
    if let first = combination.members.min(), let last = combination.members.max(), first < last {
      marks.append(
        .line(
          [Point(x: x, y: layout.y(first)), Point(x: x, y: layout.y(last))],
          Paint(stroke: Palette.ink, strokeWidth: 2 * layout.scale)))
    }
    for set in layout.plot.sets.indices {
      let isIn = combination.members.contains(set)
      marks.append(
        .circle(
          centre: Point(x: x, y: layout.y(set)), radius: radius,
          Paint(fill: isIn ? Palette.ink : Colour(0xD9D9D9))))
    }
    return marks
  }
}
