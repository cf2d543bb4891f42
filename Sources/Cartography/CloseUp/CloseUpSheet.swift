import Geometry

/// The sheet of one hotspot: its map at street scale, and what is known of it.
///
///     let sheet = CloseUpSheet(contents, map: map)
///     sheet.svg()   // the page, as SVG
package struct CloseUpSheet: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing

  /// Draws a sheet.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot.
  ///   - map: What its map shows.
  ///   - page: The page, higher than wide.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the hotspot.
  package init(_ contents: CloseUpContents, map: CloseUpMap, page: Page = .a4Portrait) {
    let scale = page.typeScale
    let header = Header(
      title: contents.title, subtitle: contents.subtitle, marking: contents.marking, scale: scale
    ).block(width: page.width - 2 * page.margin * scale)
    drawing = Drawing(
      page: page, identifierPrefix: "", title: contents.title, summary: contents.subtitle,
      layers: [
        Layer(
          name: "heading", label: "Heading",
          marks: header.marks(at: Point(x: page.margin * scale, y: page.margin * scale)))
      ])
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}

/// The map of a close-up alone, as a figure of a page that says the rest.
package struct CloseUpFigure: Sendable {
  /// The figure as layers of marks.
  package let drawing: Drawing

  /// Draws a figure.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot, of which the map shows number and name.
  ///   - map: What the map shows.
  ///   - page: The size of the figure.
  ///   - identifierPrefix: What stands before every identifier.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the hotspot.
  package init(
    _ contents: CloseUpContents, map: CloseUpMap, page: Page, identifierPrefix: String
  ) {
    drawing = Drawing(
      page: page, identifierPrefix: identifierPrefix, title: contents.title,
      summary: contents.subtitle)
  }

  /// Returns the figure as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
