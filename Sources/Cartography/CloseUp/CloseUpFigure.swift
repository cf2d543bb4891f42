import Geometry

/// The map of a close-up alone, as a figure of a page that says the rest.
///
///     CloseUpFigure(contents, map: map, page: page, identifierPrefix: "close-up-1").svg()
package struct CloseUpFigure: Sendable {
  /// The figure as layers of marks.
  package let drawing: Drawing

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
          name: "scale", label: "Scale, north and key",
          marks: view.strip.marks(at: Point(x: margin, y: view.frame.maxY + 5 * scale)))
      ])
  }

  /// Returns the figure as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
