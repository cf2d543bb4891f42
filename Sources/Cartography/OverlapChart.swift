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
}
