import Geometry

/// The page around a chart: heading above, key and answers below, notes at the foot.
struct ChartPage {
  let description: ChartDescription
  let page: Page
  /// What is seen on the chart, for those who do not see it.
  let summary: String
  /// The notes at the foot, each a paragraph.
  let notes: [String]

  /// Describes a page.
  ///
  /// - Parameters:
  ///   - description: What the chart says beside its numbers.
  ///   - page: The page.
  ///   - summary: What is seen on the chart, for those who do not see it.
  ///   - notes: What the foot says beyond source, rows, projection and method.
  init(
    _ description: ChartDescription, page: Page = .a4Portrait, summary: String, notes: [String] = []
  ) {
    self.description = description
    self.page = page
    self.summary = summary
    self.notes = (description.isOnPage ? [] : description.notes) + notes
  }

  /// How much larger than on A4 things are drawn.
  var scale: Double { page.typeScale }

  /// Lays out the page.
  ///
  /// - Parameters:
  ///   - name: The identifier of the chart's layer, in lower case: `hours`.
  ///   - label: Its name for people: `Hours`.
  ///   - legend: The key, which stands at the left below the chart; `nil` for none.
  ///   - body: Draws the chart into a width and a height, both in points.
  /// - Returns: The drawing.
  func drawing(
    layer name: String, label: String, legend: Block? = nil,
    body: (_ width: Double, _ height: Double) -> Block
  ) -> Drawing {
    drawing(layer: name, label: label, legend: legend) { (frame: Box) in
      body(frame.width, frame.height).marks(at: Point(x: frame.minX, y: frame.minY))
    }
  }

  /// Lays out the page of a chart with shapes, which are drawn where they lie on the page.
  ///
  /// - Parameters:
  ///   - name: The identifier of the chart's layer, in lower case: `map`.
  ///   - label: Its name for people.
  ///   - legend: The key, which stands at the left below the chart; `nil` for none.
  ///   - body: Draws the chart into a frame of the page.
  /// - Returns: The drawing.
  func drawing(
    layer name: String, label: String, legend: Block? = nil, body: (_ frame: Box) -> [Mark]
  ) -> Drawing {
    let margin = page.margin * scale
    let width = page.width - 2 * margin
    let isOnPage = description.isOnPage
    let marking = isOnPage ? nil : description.marking
    let header = Header(
      title: isOnPage ? "" : description.title, subtitle: isOnPage ? "" : description.subtitle,
      marking: marking, scale: scale
    ).block(width: width)
    let footer = Footer(notes: notes, marking: marking, scale: scale).block(width: width)
    let answersLeft = legend.map { $0.width + 24 * scale } ?? 0
    let answers = answers(width: width - answersLeft)

    let top = margin + header.height + (isOnPage ? 0 : 8 * scale)
    let footerTop = page.height - margin - footer.height
    let panelTop = footerTop - 12 * scale - max(legend?.height ?? 0, answers.height)
    let frame = Box(minX: margin, minY: top, maxX: margin + width, maxY: panelTop - 14 * scale)
    return Drawing(
      page: page, identifierPrefix: description.identifierPrefix, title: description.title,
      summary: summary,
      layers: [
        Layer(
          name: "paper", label: "Paper",
          marks: [
            .rectangle(
              Box(minX: 0, minY: 0, maxX: page.width, maxY: page.height),
              Paint(fill: Palette.paper))
          ]),
        Layer(name: name, label: label, marks: body(frame)),
        Layer(
          name: "heading", label: "Heading", marks: header.marks(at: Point(x: margin, y: margin))),
        Layer(
          name: "legend", label: "Legend",
          marks: legend?.marks(at: Point(x: margin, y: panelTop)) ?? []),
        Layer(
          name: "answers", label: "Answers",
          marks: answers.marks(at: Point(x: margin + answersLeft, y: panelTop))),
        Layer(
          name: "notes", label: "Notes", marks: footer.marks(at: Point(x: margin, y: footerTop))),
      ])
  }

  private func answers(width: Double) -> Block {
    var block = Block(width: width, height: 0)
    for sentence in description.isOnPage ? [] : description.answers {
      block.append(
        lines: TextMetrics.lines(of: sentence, within: width, size: 8.5 * scale, limit: 3),
        style: .style(size: 8.5 * scale))
      block.height += 2.5 * scale
    }
    return block
  }
}
