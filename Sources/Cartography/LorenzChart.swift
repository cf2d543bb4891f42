import Geometry

/// A chart of how few units hold how many incidents: curves of Lorenz, the busiest units first, with
/// what an even spread and what chance alone would give.
///
/// Lorenz (1905), *Publications of the American Statistical Association* 9,
/// https://doi.org/10.2307/2276207
package struct LorenzChart: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// The most curves that are drawn: all incidents, and five kinds of them.
  package static let curveLimit = 6

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - curves: The curve of all incidents, then those of kinds of them, the most first; those beyond
  ///     ``curveLimit`` are named as left out.
  ///   - chance: The part of the incidents that each hundredth of the units holds with those before
  ///     it, if incidents fall by chance, from 0 to 100 hundredths; empty if nobody knows.
  ///   - chanceShare: What the busiest units hold then.
  ///   - units: What incidents are counted by.
  ///   - description: What the chart says beside the curves.
  ///   - page: The page, higher than wide.
  package init(
    of curves: [LorenzCurve], chance: [Double] = [], chanceShare: Double? = nil,
    units: LorenzUnits, description: ChartDescription, page: Page = .a4Portrait
  ) {
    let shown = Array(curves.prefix(Self.curveLimit))
    let subject = description.subtitle.isEmpty ? "" : ", \(description.subtitle)"
    let captions = shown.map { "\($0.name): \(units.caption(of: $0))." }
    let byChance = chanceShare.map {
      " By chance alone \(units.busiest) \(NumberWords.percent($0))."
    }
    let summary =
      "Curves of Lorenz: how many of the incidents the busiest of \(NumberWords.grouped(units.count)) "
      + "\(units.noun) hold together\(subject). " + captions.joined(separator: " ")
      + (byChance ?? "")
    let left = curves.count - shown.count
    let page = ChartPage(
      description, page: page, summary: summary,
      notes: left > 0
        ? [
          "Shown are all incidents and the \(shown.count - 1) categories with the most; the table has "
            + "all \(NumberWords.grouped(curves.count - 1))."
        ] : [])
    let key = LorenzKey(
      curves: shown, chanceShare: chance.isEmpty ? nil : chanceShare, units: units,
      scale: page.scale)
    let plot = LorenzPlot(curves: shown, chance: chance, units: units, scale: page.scale)
    drawing = page.drawing(layer: "curves", label: "Curves") { width, height in
      var block = Block(width: width, height: height)
      let table = key.block(width: width)
      let gap = 16 * page.scale
      let square = plot.block(width: width, height: height - table.height - gap)
      block.marks = square.marks + table.marks(at: Point(x: 0, y: square.height + gap))
      return block
    }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
