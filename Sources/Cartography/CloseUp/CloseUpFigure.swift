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
    func plate(_ stripHeight: Double) -> (StreetScale, Box, CloseUpPlate) {
      let frame = Box(
        minX: margin, minY: margin, maxX: margin + width,
        maxY: max(page.height - margin - stripHeight, page.height / 2))
      let streets = StreetScale(showing: map.extent, in: frame, isRound: false)
      return (
        streets, frame,
        CloseUpPlate(
          contents, map,
          frame: CloseUpFrame(frame, transform: streets.transform, scale: scale),
          byteLimit: CloseUpPlate.byteLimits.figure)
      )
    }
    func strip(_ plate: CloseUpPlate, _ streets: StreetScale?) -> Block {
      CloseUpStrip(key: plate.key, scale: scale, note: map.note)
        .block(width: width, streetScale: streets)
    }
    var (streets, frame, drawn) = plate(32 * scale)
    // A lower map may have another key, which may be higher once more.
    var room = 27 * scale
    for _ in 0..<Self.tries {
      let height = strip(drawn, nil).height
      if height <= room { break }
      room = height
      (streets, frame, drawn) = plate(room + 5 * scale)
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
      ] + drawn.layers + [
        Layer(
          name: "scale", label: "Scale, north and key",
          marks: strip(drawn, streets).marks(at: Point(x: margin, y: frame.maxY + 5 * scale)))
      ])
  }

  /// How often a map is drawn anew for a key that is higher than the room left for it.
  static let tries = 3

  /// Returns the figure as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
