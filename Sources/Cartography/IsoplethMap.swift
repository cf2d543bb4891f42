package import Geometry

/// A map of bands of equal density, with the outlines of areas over them and a list of hotspots.
///
///     let map = IsoplethMap(
///       bands: bands, labels: ["under 20", "20 and over"], counts: [900, 300], areas: wards,
///       hotspots: list, hotspotOutlines: found.outlines, summary: "", notes: [],
///       description: description)
///     map.svg()   // the page, as SVG
package struct IsoplethMap: Sendable {
  /// A place of the list, which the map marks with its position there, from 1.
  package struct Hotspot: Sendable {
    /// What the list calls it.
    package var name: String
    /// Its incidents, as text.
    package var incidents: String
    /// Its part of all incidents, as text.
    package var share: String
    /// Its densest place, in metres.
    package var peak: Point

    /// Describes a hotspot.
    package init(name: String, incidents: String, share: String, peak: Point) {
      self.name = name
      self.incidents = incidents
      self.share = share
      self.peak = peak
    }
  }

  /// How bands are coloured.
  package enum Scheme: Sendable, Equatable {
    /// Neutral for the lowest, then from light to dark.
    case density
    /// From low over a neutral middle to high, hatched like significance; ground without a band is
    /// hatched as without data, under this name and with so many counted in it.
    case aroundMiddle(uncovered: String, count: Int)

    /// Returns how a band is painted.
    func paint(ofBand number: Int, of count: Int) -> Paint {
      switch self {
      case .density: return Paint(fill: Palette.bands(count)[number - 1])
      case .aroundMiddle:
        let level = min(max(number - 1 - count / 2, -3), 3)
        return Paint(fill: Palette.diverging[level + 3], hatch: .significance(level))
      }
    }
  }

  /// The page as layers of marks.
  package let drawing: Drawing
  /// How ground without a band is painted.
  private static let uncovered = Paint(fill: Palette.absent, hatch: .absent)

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - bands: The ground of each band, the lowest first, in metres.
  ///   - numbers: The number of each band, from 1; those between may have no ground.
  ///   - bandCount: How many bands there are with those without ground, which colours depend on.
  ///   - labels: What the key says of each band.
  ///   - counts: What the key counts in each band.
  ///   - scheme: How bands are coloured.
  ///   - areas: The areas whose outlines are drawn over the bands.
  ///   - listHeading: The heading of the list.
  ///   - hotspots: The list beside the map.
  ///   - hotspotOutlines: The ground of each hotspot, in the order of the list.
  ///   - summary: A sentence below the list.
  ///   - notes: What else the foot of the page says.
  ///   - description: What the map says beside the bands.
  ///   - page: The page; else A4, the way round that shows the areas larger.
  /// - Complexity: O(*n* log *n*) for *n* vertices.
  package init(
    bands: OutlineTable, numbers: [Int], bandCount: Int, labels: [String], counts: [Int],
    scheme: Scheme = .density, areas: OutlineTable, listHeading: String = "Hotspots",
    hotspots: [Hotspot], hotspotOutlines: OutlineTable = OutlineTable(), summary: String,
    notes: [String], description: MapDescription, page: Page? = nil
  ) {
    let marks = HotspotMarks(
      list: hotspots, outlines: hotspotOutlines, valueLabel: description.value.label,
      summary: summary)
    precondition(
      bands.areaCount == labels.count && labels.count == counts.count
        && labels.count == numbers.count, "IsoplethMap: bands and labels differ in number")
    let paints = numbers.map { scheme.paint(ofBand: $0, of: bandCount) }
    func swatch(_ paint: Paint) -> Paint {
      var paint = paint
      (paint.stroke, paint.strokeWidth) = (Palette.quietInk, 0.5)
      return paint
    }
    var rows = labels.indices.reversed().map { band in
      Legend.Row(label: labels[band], paint: swatch(paints[band]), count: counts[band])
    }
    if case .aroundMiddle(let label, let count) = scheme {
      rows.append(Legend.Row(label: label, paint: swatch(Self.uncovered), count: count))
    }
    let furniture = MapLayout.Furniture(
      description, legendRows: rows,
      notes: notes + (description.standsAlone ? CreditWords.notes(description.credits) : [])
    ) {
      scale, limit in
      BusiestTable(
        heading: listHeading, valueLabel: marks.valueLabel,
        rows: Array(marks.rows.prefix(limit)), summary: marks.summary(rows: limit),
        hasBadges: true, scale: scale)
    }
    let layout = MapLayout.best(
      on: page.map { [$0] } ?? [.a4Landscape, .a4Portrait], extent: areas.box,
      furniture: furniture)
    let transform = PageTransform(extent: areas.box, frame: layout.frame)
    let scale = layout.page.typeScale
    let numbers = NumberLabelling(
      marks.candidates(transform, limit: layout.listedRows), frame: layout.frame, scale: scale)
    let backdrop = BackdropDrawing(
      description.backdrop, transform: transform, frame: layout.frame, scale: scale,
      byteLimit: BackdropDrawing.byteLimit(on: layout.page))
    let outlines = SharedOutlines(
      of: [OutlineLayer(areas), OutlineLayer(bands), OutlineLayer(hotspotOutlines)],
      transform: transform, limits: .of(description, hasBorders: true))
    var drawing = Drawing(
      page: layout.page, identifierPrefix: description.identifierPrefix,
      title: description.title, summary: summary)
    drawing.folded = FoldedLayout([layout])
    drawing.layers = [layout.paperLayer]
    drawing.layers += backdrop.ground
    drawing.layers.append(
      Self.bandLayer(
        outlines, labels: labels, paints: paints, coversGround: scheme == .density))
    drawing.layers += backdrop.lines
    drawing.layers += [
      Self.areaLayer(outlines, scale: scale, isFigureOfPage: description.isFigureOfPage),
      marks.layer(outlines.areas(ofLayer: 2), scale: scale, width: 0.9),
      Layer(
        name: "labels", label: "Labels", marks: numbers.marks + numbers.remarks(in: layout.strip),
        ignoresPointer: true),
    ]
    drawing.layers += layout.furnitureLayers(
      table: (name: "hotspots", label: "Hotspots"), transform: transform)
    if !backdrop.lines.isEmpty {
      let frame = BackdropDrawing.frameMark(layout.frame, scale: scale)
      drawing.layers.append(Layer(name: "frame", label: "Frame", marks: [frame]))
    }
    self.drawing = drawing
  }

  /// The bands, one group for each, the lowest first; their shared borders stay shared.
  private static func bandLayer(
    _ outlines: SharedOutlines, labels: [String], paints: [Paint], coversGround: Bool
  ) -> Layer {
    let uncovered =
      coversGround
      ? nil
      : Mark.shapes(
        ShapeGroup(
          className: "uncovered", label: "No value", paint: Self.uncovered,
          shapes: [
            Shape(name: "uncovered", title: "No value", rings: outlines.whole(ofLayer: 0))
          ]))
    let bands = outlines.areas(ofLayer: 1)
    return Layer(
      name: "areas", label: "Bands",
      marks: [uncovered].compactMap(\.self)
        + labels.indices.map { band in
          // A line of the same colour closes the hairlines that renderers leave between shapes.
          var paint = paints[band]
          (paint.stroke, paint.strokeWidth) = (paint.fill, 0.3)
          return .shapes(
            ShapeGroup(
              className: "band-\(band + 1)", label: labels[band],
              paint: paint,
              shapes: [
                Shape(name: "band-\(band + 1)", title: labels[band], rings: bands[band])
              ]))
        })
  }

  /// The most areas whose borders a figure of a web page draws: of more, they are a grey veil.
  private static let borderedAreas = 10_000

  /// The borders of the areas of the first layer, thin, and the rim of all of them.
  static func areaLayer(
    _ outlines: SharedOutlines, scale: Double, isFigureOfPage: Bool
  ) -> Layer {
    var marks: [Mark] = []
    let thin = Paint(stroke: Palette.quietInk, strokeWidth: 0.2 * scale)
    if !isFigureOfPage {
      let closed = outlines.areas(ofLayer: 0).joined().map { ring -> GridLine in
        var line = ring
        if let x = ring.x.first, let y = ring.y.first { line.append(x: x, y: y) }
        return line
      }
      marks.append(.strokes(closed, thin))
    } else if outlines.areaCount(ofLayer: 0) <= borderedAreas {
      marks.append(.strokes(outlines.innerBorders(ofLayer: 0), thin))
    }
    marks.append(
      .strokes(
        outlines.rim(ofLayer: 0), Paint(stroke: Palette.quietInk, strokeWidth: 0.7 * scale)))
    return Layer(
      name: "outline", label: "Borders of areas", marks: marks, ignoresPointer: true)
  }

  /// Returns the page as an SVG document in UTF-8.
  package func svg() -> [UInt8] { SVGWriter(drawing).bytes }
}
