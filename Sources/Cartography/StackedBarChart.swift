import Geometry

/// A chart of one bar for each of several things, cut into parts, with everything it needs to stand
/// alone on a wall.
///
/// Bars are as long as the sums of their parts, on one scale; columns of text beside them have totals
/// and shares, so that it can be read without measuring. Parts stand in one order everywhere, dark to
/// light, and the larger ones have their percentage in them, so that it can be read without colours.
///
///     let chart = StackedBarChart(of: bars, parts: ["Property", "Police"], description: description)
///     chart.svg()   // the page, as SVG
package struct StackedBarChart: Sendable {
  /// One bar.
  package struct Bar: Sendable {
    /// What it is of.
    package var name: String
    /// Its parts, none negative, in the order of all bars.
    package var parts: [Double]
    /// The texts of the columns beside it.
    package var texts: [String]

    /// Describes a bar.
    package init(name: String, parts: [Double], texts: [String]) {
      (self.name, self.parts, self.texts) = (name, parts, texts)
    }

    /// How long it is.
    var length: Double { parts.reduce(0, +) }
  }

  /// A part of every bar.
  package struct Part: Sendable {
    /// What it is.
    package var name: String
    /// Its sum over all bars, drawn or not, in words.
    package var text: String

    /// Describes a part.
    package init(name: String, text: String) { (self.name, self.text) = (name, text) }
  }

  /// The page as layers of marks.
  package let drawing: Drawing

  /// The most bars that are drawn on one page.
  package static let barLimit = 30
  /// The most parts that a bar is cut into, as many as can be told apart.
  package static let partLimit = 6

  /// Draws a chart.
  ///
  /// - Parameters:
  ///   - bars: The bars, the first on top; at least one, at most ``barLimit``.
  ///   - parts: The parts; at least one, at most ``partLimit``.
  ///   - columns: The headings of the columns beside the bars.
  ///   - rest: What is not drawn, a sentence; `nil` if everything is.
  ///   - summary: What is seen, for those who do not see it.
  ///   - description: What the chart says beside the numbers.
  ///   - page: The page.
  package init(
    of bars: [Bar], parts: [Part], columns: [String], rest: String? = nil, summary: String,
    description: ChartDescription, page: Page = .a4Portrait
  ) {
    precondition(
      !bars.isEmpty && bars.count <= Self.barLimit, "StackedBarChart: no bars, or too many")
    precondition(
      bars.allSatisfy { $0.parts.count == parts.count && $0.texts.count == columns.count },
      "StackedBarChart: bars differ from the parts and columns")
    let chart = ChartPage(description, page: page, summary: summary)
    let paints = StackedBarPaints(count: parts.count)
    drawing = chart.drawing(
      layer: "bars", label: "Bars",
      legend: StackedBarLegend(parts: parts, paints: paints, scale: chart.scale)
        .block(width: 230 * chart.scale)
    ) { width, height in
      StackedBars(
        bars: bars, parts: parts, columns: columns, rest: rest, paints: paints, scale: chart.scale
      ).block(width: width, height: height)
    }
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
