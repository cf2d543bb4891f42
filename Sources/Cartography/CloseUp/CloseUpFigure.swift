import Geometry

/// The map of a close-up alone, as a figure of a page that says the rest.
///
///     CloseUpFigure(contents, map: map, page: page, identifierPrefix: "close-up-1").svg()
package struct CloseUpFigure: Sendable {
  /// The figure as layers of marks.
  package let drawing: Drawing
  /// The key below the map, for narrow pages, where it takes the place of the one beside the scale.
  let narrowKey: Layer

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot, of which the map shows the number, and before
  ///     others the names of its leading streets.
  ///   - map: What the map shows.
  ///   - page: The size of the figure.
  ///   - identifierPrefix: What stands before every identifier.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the hotspot.
  package init(
    _ contents: CloseUpContents, map: CloseUpMap, page: Page, identifierPrefix: String
  ) {
    let scale = page.typeScale
    let margin = page.margin * scale
    let width = page.width - 2 * margin
    let view = CloseUpView(
      contents, map, width: width, scale: scale, isRound: false,
      byteLimit: CloseUpPlate.byteLimits.figure
    ) { stripHeight in
      Box(
        minX: margin, minY: margin, maxX: margin + width,
        maxY: max(page.height - margin - stripHeight - 5 * scale, page.height / 2))
    }
    let stripCorner = Point(x: margin, y: view.frame.maxY + 5 * scale)
    let gaugeEnd = stripCorner.y + view.strip.gauge.height
    // Circles of the key are as large as those of the map, so it is laid out anew, not enlarged.
    let narrow = CloseUpStrip.key(
      view.plate.key, note: map.note, width: width, scale: Self.narrowScale * scale)
    narrowKey = Layer(
      name: "narrow-key", label: "Key of a narrow page",
      marks: narrow.marks(at: Point(x: margin, y: gaugeEnd + margin)))
    drawing = Drawing(
      page: page, identifierPrefix: identifierPrefix, title: contents.title,
      summary: CloseUpWords(contents, scale: nil).summary,
      layers: [
        Layer(
          name: "paper", label: "Paper",
          marks: [
            .rectangle(
              Box(minX: 0, minY: 0, maxX: page.width, maxY: page.height),
              Paint(fill: Palette.paper))
          ])
      ] + view.plate.layers + [
        Layer(
          name: "legend", label: "Key",
          marks: view.strip.key.marks(at: view.strip.keyCorner(stripCorner))),
        Layer(
          name: "scale", label: "Scale and north", marks: view.strip.gauge.marks(at: stripCorner)),
      ],
      folded: FoldedLayout(
        page: page,
        map: Box(minX: 0, minY: 0, maxX: page.width, maxY: gaugeEnd),
        keyHeight: narrow.height + 2 * margin))
  }

  /// How much larger than beside the map the key of a narrow page is: 7.5 points on a map of 510 points
  /// are five pixels on a telephone.
  private static let narrowScale = 1.9

  /// Returns the figure as an SVG document in UTF-8.
  package func svg() -> [UInt8] {
    SVGWriter(drawing, hidden: [("narrow", [narrowKey])]).bytes
  }
}
