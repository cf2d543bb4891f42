package import Geometry

/// A map of those to whom, or the places where, incidents happened again: circles in proportion to
/// incidents, as dark as their band, the first of them numbered as in the list beside.
package struct RepeatMap: Sendable {
  /// A circle.
  package struct Unit: Sendable {
    /// What the list calls it.
    package var name: String
    /// Its incidents.
    package var incidents: Int
    /// Their part of all, as text.
    package var share: String
    /// Where it is, in metres.
    package var position: Point
    /// The position of its band among those of the key.
    package var band: Int
    /// Whether it met the rule that is drawn as a heavy outline.
    package var isMarked: Bool

    /// Describes a circle.
    package init(
      name: String, incidents: Int, share: String, position: Point, band: Int, isMarked: Bool
    ) {
      (self.name, self.incidents, self.share) = (name, incidents, share)
      (self.position, self.band, self.isMarked) = (position, band, isMarked)
    }
  }

  /// A line of the key: a band, or the rule.
  package struct Key: Sendable {
    /// What it says.
    package var label: String
    /// How many units it is of.
    package var count: Int

    /// Describes a line.
    package init(label: String, count: Int) { (self.label, self.count) = (label, count) }
  }

  /// The page as layers of marks.
  package let drawing: Drawing

  /// The most circles that are drawn; more would cover each other and make the page heavy.
  package static let circleLimit = 1_500

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - units: The circles by rank, at most ``circleLimit``; none for a map that says so.
  ///   - bands: The key, the band of the fewest incidents first.
  ///   - mark: What a heavy outline means; `nil` without a rule.
  ///   - areas: The areas whose outlines are drawn below; `nil` for none.
  ///   - summary: What is said below the list.
  ///   - notes: What else the foot of the page says.
  ///   - description: What the map says beside the circles.
  ///   - page: The page; else A4, the way round that shows the map larger.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    of units: [Unit], bands: [Key], mark: Key? = nil, areas: OutlineTable?, summary: String,
    notes: [String], description: MapDescription, page: Page? = nil
  ) {
    let shades = Palette.sequential(classes: bands.count)
    func paint(_ band: Int, isMarked: Bool, radius: Double, scale: Double) -> Paint {
      // A line that leaves the colour of the smallest circles to be seen.
      let width = min((isMarked ? 1.5 : 0.6) * scale, radius * 0.6)
      return Paint(
        fill: shades[band], stroke: isMarked ? Palette.ink : Palette.paper, strokeWidth: width)
    }
    var rows = bands.indices.reversed().map { band in
      Legend.Row(
        label: bands[band].label,
        paint: Paint(fill: shades[band], stroke: Palette.quietInk, strokeWidth: 0.5),
        count: bands[band].count)
    }
    if let mark {
      rows.append(
        Legend.Row(
          label: mark.label,
          paint: Paint(fill: Palette.paper, stroke: Palette.ink, strokeWidth: 1.8),
          count: mark.count))
    }
    let furniture = MapLayout.Furniture(
      description, legendRows: rows,
      notes: notes + (description.standsAlone ? CreditWords.notes(description.credits) : [])
    ) { scale, limit in
      BusiestTable(
        heading: units.isEmpty ? "No repeats" : "Most incidents",
        valueLabel: description.value.shortLabel,
        rows: units.prefix(limit).enumerated().map { place, unit in
          BusiestTable.Row(
            number: "\(place + 1)", name: unit.name, code: nil,
            value: NumberWords.grouped(unit.incidents), share: unit.share)
        }, summary: summary, hasBadges: true, scale: scale)
    }
    let extent = Self.extent(of: units, areas)
    let layout = MapLayout.best(
      on: page.map { [$0] } ?? [.a4Landscape, .a4Portrait], extent: extent, furniture: furniture)
    let transform = PageTransform(extent: extent, frame: layout.frame)
    let scale = layout.page.typeScale
    let places = units.map { transform.page(x: $0.position.x, y: $0.position.y) }
    let sizes = SymbolSizes(
      units.map { Double($0.incidents) }, in: layout.frame, scale: scale)
    let radii = units.map {
      max(sizes.radius(of: Double($0.incidents)), Self.leastRadius * scale)
    }
    let numbers = NumberLabelling(
      places.prefix(layout.listedRows).enumerated().map { place, point in
        NumberLabels.Candidate(
          number: place + 1, anchor: point,
          clearance: radii[place])
      }, frame: layout.frame, scale: scale)
    let backdrop = BackdropDrawing(
      description.backdrop, transform: transform, frame: layout.frame, scale: scale,
      byteLimit: BackdropDrawing.byteLimit(on: layout.page))
    var drawing = Drawing(
      page: layout.page, identifierPrefix: description.identifierPrefix,
      title: description.title,
      summary: (units.isEmpty
        ? "No circles. " : "Circles of \(units.count) \(description.placeNoun). ")
        + summary)
    drawing.folded = FoldedLayout([layout])
    drawing.layers = [layout.paperLayer] + backdrop.ground + backdrop.lines
    drawing.layers += Self.outlineLayers(areas, transform, layout, description)
    drawing.layers += [
      Layer(
        name: "circles", label: "Circles",
        marks: units.indices.map { unit in
          let known = units[unit]
          return .titled(
            "\(known.name): \(NumberWords.grouped(known.incidents)) incidents",
            [
              .circle(
                centre: places[unit], radius: radii[unit],
                paint(known.band, isMarked: known.isMarked, radius: radii[unit], scale: scale))
            ])
        }),
      Layer(
        name: "labels", label: "Labels",
        marks: numbers.marks + numbers.remarks(in: layout.strip), ignoresPointer: true),
    ]
    drawing.layers += layout.furnitureLayers(
      table: (name: "repeats", label: "Most incidents"), transform: transform)
    self.drawing = drawing
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }

  /// The radius of the smallest circles on A4, in points, which still shows their colour.
  private static let leastRadius = 1.2
}
