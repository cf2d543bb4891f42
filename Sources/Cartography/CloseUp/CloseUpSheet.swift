import Geometry

/// The sheet of one hotspot: its map at street scale, and what is known of it.
///
///     let sheet = CloseUpSheet(contents, map: map)
///     sheet.svg()   // the page, as SVG
package struct CloseUpSheet: Sendable {
  /// The page as layers of marks.
  package let drawing: Drawing
  /// The metres that one metre of paper stands for; `nil` for a hotspot of more than some kilometres.
  package let denominator: Int?

  /// Draws a sheet.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot.
  ///   - map: What its map shows.
  ///   - page: The page, higher than wide.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the hotspot.
  package init(_ contents: CloseUpContents, map: CloseUpMap, page: Page = .a4Portrait) {
    let scale = page.typeScale
    let margin = page.margin * scale
    let width = page.width - 2 * margin
    let header = Header(
      title: contents.title, subtitle: contents.subtitle, marking: contents.marking, scale: scale
    ).block(width: width)
    let standing = Self.standing(contents.standing, width: width, scale: scale)
    let footer = Footer(notes: contents.notes, marking: contents.marking, scale: scale)
      .block(width: width)
    let top = margin + header.height + 4 * scale
    let mapTop = top + standing.height + (standing.height > 0 ? 5 : 0) * scale
    let footerTop = page.height - margin - footer.height
    let panels = CloseUpPanels(contents: contents, scale: scale).block(
      width: width, within: footerTop - mapTop - (Self.leastHeight + 70) * scale)
    let panelTop = footerTop - 9 * scale - panels.height
    let view = CloseUpView(
      contents, map, width: width, scale: scale, isRound: true,
      byteLimit: CloseUpPlate.byteLimits.sheet
    ) { stripHeight in
      // No higher than wide: a sheet that says little is left empty at its end.
      let bottom = max(
        min(panelTop - 13 * scale - stripHeight, mapTop + width), mapTop + 100 * scale)
      return Box(minX: margin, minY: mapTop, maxX: margin + width, maxY: bottom)
    }
    denominator = view.streets.denominator
    drawing = Drawing(
      page: page, identifierPrefix: "", title: contents.title,
      summary: CloseUpWords(contents, scale: view.streets.words).summary,
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
          name: "heading", label: "Heading",
          marks: header.marks(at: Point(x: margin, y: margin))
            + standing.marks(at: Point(x: margin, y: top))),
        Layer(
          name: "scale", label: "Scale, north and key",
          marks: view.strip.marks(at: Point(x: margin, y: view.frame.maxY + 5 * scale))),
        Layer(
          name: "facts", label: "Facts",
          marks: panels.marks(
            at: Point(
              x: margin,
              y: min(panelTop, view.frame.maxY + view.strip.height + 18 * scale)))),
        Layer(
          name: "notes", label: "Notes",
          marks: footer.marks(at: Point(x: margin, y: footerTop))),
      ])
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  /// The height in points on A4 that the map has at least, however much there is to say.
  static let leastHeight = 250.0

  /// Returns whether a hotspot is new, persistent or fading: the word in a frame, then the sentence.
  private static func standing(
    _ standing: CloseUpContents.Standing?, width: Double, scale: Double
  ) -> Block {
    guard let standing else { return Block(width: width, height: 0) }
    let size = 9 * scale
    let label = TextMetrics.width(of: standing.label, size: size, isBold: true)
    let left = label + 16 * scale
    var sentence = Block(width: width - left, height: 0)
    sentence.append(
      lines: TextMetrics.lines(of: standing.sentence, within: width - left, size: size, limit: 3),
      style: .style(size: size))
    var word = TextMark.style(size: size, isBold: true, colour: Palette.paper)
    word.text = standing.label
    word.position = Point(x: 5 * scale, y: 1.5 * scale + size)
    let pill = Box(minX: 0, minY: 0, maxX: label + 10 * scale, maxY: 14 * scale)
    return Block(
      marks: [.rectangle(pill, Paint(fill: Palette.ink)), .text(word)]
        + sentence.marks(at: Point(x: left, y: 1.5 * scale)), width: width,
      height: max(14 * scale, sentence.height + 1.5 * scale))
  }
}
