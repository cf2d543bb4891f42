import Geometry
import Statistics

/// Puts the parts of a map together on its page.
struct MapComposition {
  let areas: MappedAreas
  let classes: MapClasses
  let description: MapDescription
  private let extent: MapExtent
  private let layout: MapLayout
  private let transform: PageTransform
  /// The areas that the map shows, and how they are drawn.
  private let shown: [Int]
  private let outlines: PageOutlines

  /// The most areas that are labelled with their names; more get ranks for the busiest.
  static let namedAreas = 40

  /// Lays out a map.
  init(areas: MappedAreas, classes: MapClasses, description: MapDescription, pages: [Page]) {
    self.areas = areas
    self.classes = classes
    self.description = description
    let extent = MapExtent(of: areas.outlines, values: areas.values, ranked: areas.ranked)
    self.extent = extent
    let words = MapWords(
      areas: areas, classes: classes, description: description, isPart: extent.isPart)
    layout = MapLayout.best(on: pages, extent: extent.box, furniture: words.furniture)
    let transform = PageTransform(extent: extent.box, frame: layout.frame)
    self.transform = transform
    let window = layout.frame.padded(by: 2)
    shown = (0..<areas.outlines.areaCount).filter {
      transform.page(areas.outlines.box(ofArea: $0)).intersects(window)
    }
    outlines = PageOutlines(of: areas.outlines, areas: shown, transform: transform)
  }

  /// The page as layers of marks.
  var drawing: Drawing {
    Drawing(
      page: layout.page, identifierPrefix: description.identifierPrefix,
      title: description.title, summary: MapWords.summary(of: areas, description: description),
      layers: [
        Layer(
          name: "paper", label: "Paper",
          marks: [
            .rectangle(
              Box(minX: 0, minY: 0, maxX: layout.page.width, maxY: layout.page.height),
              Paint(fill: Palette.paper))
          ]),
        areaLayer, rimLayer, labelLayer,
        Layer(
          name: "heading", label: "Heading",
          marks: layout.header.block.marks(at: layout.header.corner)),
        Layer(
          name: "legend", label: "Legend",
          marks: layout.legend.block.marks(at: layout.legend.corner)),
        Layer(
          name: "busiest", label: "Busiest areas",
          marks: layout.table.block.marks(at: layout.table.corner)),
        scaleLayer,
        Layer(
          name: "notes", label: "Notes", marks: layout.footer.block.marks(at: layout.footer.corner)),
      ])
  }

  /// The areas, one group for each class, the lowest first.
  private var areaLayer: Layer {
    let clip = FrameClip(frame: layout.frame)
    let classIndices: [Int?] = classes.counts.indices.map { $0 } + [nil]
    let groups = classIndices.map { index in
      var paint = classes.fill(ofClass: index)
      (paint.stroke, paint.strokeWidth) = (Palette.paper, borderWidth)
      return ShapeGroup(
        className: index.map { "class-\($0)" } ?? "no-data",
        label: index.map { classes.labels[$0] } ?? "no data", paint: paint,
        shapes: shown.indices.filter { classes.classOfArea[shown[$0]] == index }.compactMap {
          shape(of: $0, clip: clip)
        })
    }
    return Layer(
      name: "areas", label: "Areas",
      marks: groups.filter { !$0.shapes.isEmpty }.map { .shapes($0) })
  }

  private func shape(of position: Int, clip: FrameClip) -> Shape? {
    let rings = outlines.areas[position].map(clip.ring).filter { $0.count > 0 }
    let row = shown[position]
    return rings.isEmpty
      ? nil
      : Shape(
        name: areas.identifier(of: row),
        title: areas.title(of: row, label: description.value.label), rings: rings)
  }

  /// Thin enough that borders do not bleach small areas.
  private var borderWidth: Double {
    let sizes = outlines.areas.map { rings in
      Double(abs(rings.reduce(0) { $0 + $1.doubledArea })) / 2
        / (GridLine.unitsPerPoint * GridLine.unitsPerPoint)
    }.sorted()
    let typical = sizes.isEmpty ? 0 : sizes[sizes.count / 2].squareRoot()
    return min(max(0.02 * typical, 0.12), 0.8) * layout.page.typeScale
  }

  /// The outer border of all areas, and the frame where the map shows only part of them.
  private var rimLayer: Layer {
    let clip = FrameClip(frame: layout.frame)
    let scale = layout.page.typeScale
    let paint = Paint(stroke: Palette.quietInk, strokeWidth: max(0.4, borderWidth))
    var marks: [Mark] = [.strokes(outlines.rim.flatMap(clip.lines), paint)]
    if extent.isPart {
      marks.append(
        .rectangle(layout.frame, Paint(stroke: Palette.quietInk, strokeWidth: 0.6 * scale)))
    }
    return Layer(name: "outline", label: "Outline", marks: marks, ignoresPointer: true)
  }

  /// Names where there are few areas, else the ranks of the busiest.
  private var labelLayer: Layer {
    Layer(
      name: "labels", label: "Labels", marks: isNamed ? nameMarks : rankMarks, ignoresPointer: true)
  }

  private var isNamed: Bool { areas.values.count <= MapComposition.namedAreas }

  private var nameMarks: [Mark] {
    let ranks = areas.ranked.entries.map(\.row)
    let order = ranks + areas.values.indices.filter { areas.values[$0] == nil }
    let positions = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
    let candidates = order.compactMap { row -> NameLabels.Candidate? in
      guard let position = positions[row], let anchor = anchor(of: row) else { return nil }
      return NameLabels.Candidate(
        name: areas.names[row], anchor: anchor, rings: outlines.areas[position])
    }
    return NameLabels(scale: layout.page.typeScale).placed(candidates, in: layout.frame).joined()
      .map { .text($0) }
  }

  private var rankMarks: [Mark] {
    let labels = RankLabels(scale: layout.page.typeScale)
    let positions = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
    let candidates = areas.ranked.top(MapLayout.tableRows).compactMap {
      entry -> RankLabels.Candidate? in
      guard let position = positions[entry.row], let anchor = anchor(of: entry.row) else {
        return nil
      }
      let distances = outlines.areas[position].map { $0.distance(to: anchor) }
      return RankLabels.Candidate(
        rank: entry.rank, anchor: anchor, clearance: distances.min() ?? 0)
    }
    return labels.marks(of: labels.placed(candidates, in: layout.frame))
  }

  /// Returns the inner point of an area on the page.
  private func anchor(of row: Int) -> Point? {
    let precision = 0.5 / transform.pointsPerMetre
    return areas.outlines.innerPoint(ofArea: row, precision: precision)
      .map { transform.page(x: $0.x, y: $0.y) }
  }

  /// Scale bar and north arrow in their strip below the map.
  private var scaleLayer: Layer {
    let scale = layout.page.typeScale
    let limit = min(layout.strip.width * 0.4, 150 * scale)
    let bar = ScaleBar(pointsPerMetre: transform.pointsPerMetre, within: limit, scale: scale)
      .block()
    let arrow = NorthArrow(scale: scale).block()
    let top = layout.strip.minY + 6 * scale
    return Layer(
      name: "scale", label: "Scale and north",
      marks: arrow.marks(at: Point(x: layout.strip.minX, y: top))
        + bar.marks(at: Point(x: layout.strip.minX + arrow.width + 10 * scale, y: top + 5 * scale)))
  }
}
