import Geometry

/// The chart of how sets overlap: a bar for each combination, dots below it that say of which sets,
/// and bars of the sets at the left.
///
/// After Lex, Gehlenborg, Strobelt, Vuillemot & Pfister (2014), "UpSet: Visualization of Intersecting
/// Sets", https://doi.org/10.1109/TVCG.2014.2346248
package struct OverlapChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - plot: What is shown.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page.
  package init(
    of plot: OverlapPlot, description: ChartDescription, page: Page = .a4Landscape
  ) {
    let scale = page.typeScale
    let all = plot.combinations.reduce(0) { $0 + $1.amount }
    let summary = Self.summary(of: plot, description)
    var drawing: Drawing?
    var omissions: [String] = []
    // Saying what is left out takes a line from the chart, but no combination: width decides those.
    for _ in 0..<2 {
      var found: [String] = []
      drawing = ChartPage(description, page: page, summary: summary, notes: omissions).drawing(
        layer: "overlaps", label: "Overlaps"
      ) { width, height in
        let layout = OverlapLayout(plot, width: width, height: height, scale: scale)
        found = layout.omissions(from: plot, all: all)
        return Self.body(layout, width: width)
      }
      if found == omissions { break }
      omissions = found
    }
    guard let drawing else { preconditionFailure("OverlapChart: nothing was drawn") }
    self.drawing = drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  /// Returns what is seen, for those who do not see it.
  private static func summary(of plot: OverlapPlot, _ description: ChartDescription) -> String {
    let subject = description.subtitle.isEmpty ? "" : ", \(description.subtitle)"
    let shown = plot.combinations.prefix(20)
    func name(_ combination: OverlapPlot.Combination) -> String {
      let names = combination.members.sorted().map { plot.sets[$0].name }
      return names.isEmpty ? "in none" : names.joined(separator: " and ")
    }
    return "Bars of combinations of \(plot.sets.count) sets\(subject). Each is counted once: "
      + shown.map { "\(name($0)) \($0.text) (\($0.share))" }.joined(separator: "; ")
      + (shown.count < plot.combinations.count ? "; and others" : "") + ". Sets: "
      + plot.sets.map { "\($0.name) \($0.text)" }.joined(separator: "; ")
      + "; they overlap and are not added up."
  }

  // MARK: -

  private static func body(_ layout: OverlapLayout, width: Double) -> Block {
    let (plot, scale) = (layout.plot, layout.scale)
    var block = Block(width: width, height: 0)
    appendHeadings(layout, to: &block)
    for set in plot.sets.indices where set.isMultiple(of: 2) {
      let stripe = Box(
        minX: layout.names.lowerBound, minY: layout.y(set) - layout.rowHeight / 2,
        maxX: layout.columnStart + layout.columnWidth * Double(plot.combinations.count),
        maxY: layout.y(set) + layout.rowHeight / 2)
      block.marks.append(.rectangle(stripe, Paint(fill: Colour(0xF2F2F2))))
    }
    for (set, total) in plot.sets.enumerated() { append(total, set, layout, to: &block) }
    for (place, combination) in plot.combinations.enumerated() {
      block.marks.append(
        .titled(
          combination.title,
          bar(combination, place, layout) + dots(combination, place, layout)))
    }
    let rule = Paint(stroke: Palette.quietInk, strokeWidth: 0.6 * scale)
    block.marks.append(
      .line(
        [
          Point(x: layout.columnStart, y: layout.base),
          Point(
            x: layout.columnStart + layout.columnWidth * Double(plot.combinations.count),
            y: layout.base),
        ], rule))
    block.height = layout.y(plot.sets.count - 1) + layout.rowHeight / 2
    if let place = plot.combinations.firstIndex(where: \.members.isEmpty) {
      var name = TextMark.style(
        size: OverlapLayout.smallest * scale, anchor: .middle, colour: Palette.quietInk)
      name.text = "none"
      name.position = Point(x: layout.x(place), y: block.height + 9 * scale)
      block.marks.append(.text(name))
      block.height += 11 * scale
    }
    return block
  }

  private static func appendHeadings(_ layout: OverlapLayout, to block: inout Block) {
    let scale = layout.scale
    let texts: [(text: String, x: Double, y: Double, room: Double, anchor: TextMark.Anchor)] = [
      (
        "\(layout.plot.noun) in exactly these sets", layout.columnStart, 9 * scale,
        block.width - layout.columnStart, .start
      ),
      (
        "\(layout.plot.noun) in each set", layout.names.upperBound, layout.base,
        layout.names.upperBound, .end
      ),
    ]
    for (text, x, y, room, anchor) in texts {
      var mark = TextMark.style(size: 9 * scale, isBold: true, anchor: anchor)
      mark.text = TextMetrics.cut(text, within: room, size: mark.size, isBold: true)
      mark.position = Point(x: x - (anchor == .end ? 6 * scale : 0), y: y)
      block.marks.append(.text(mark))
    }
  }

  /// The name of a set, and the bar of all it holds, which grows to the left.
  private static func append(
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
  private static func bar(
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
  private static func dots(
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
