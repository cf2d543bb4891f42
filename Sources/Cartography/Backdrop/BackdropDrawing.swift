import Geometry

/// Backdrops as they are drawn: quiet and thin, cut off at the frame, with as many vertices as
/// print can show and the file can hold.
struct BackdropDrawing {
  /// The ground of areas, drawn below the data.
  private(set) var ground: [Layer] = []
  /// Borders of areas, lines and points, drawn over the colours of the data so that they are seen,
  /// and below its labels.
  private(set) var lines: [Layer] = []
  /// The roads with names that are seen, in the order of the files.
  private(set) var namedRoads: [RoadNames.Road] = []

  /// How backdrops are drawn.
  enum Style {
    /// Thin, for maps of many streets.
    case overview
    /// Roads as wide as their class, with so many points on the page for a metre.
    case streets(pointsPerMetre: Double)
  }

  /// About how many bytes all backdrops of a sheet may take.
  static let byteLimit = 240_000

  /// Returns how many bytes backdrops may take: on figures smaller than a sheet, several of which
  /// stand on one web page, a third.
  static func byteLimit(on page: Page) -> Int {
    let sheet = Page.a4Portrait
    return page.width * page.height < sheet.width * sheet.height ? byteLimit / 3 : byteLimit
  }

  /// Draws backdrops.
  ///
  /// - Parameters:
  ///   - layers: The backdrops, the lowest first.
  ///   - transform: Where metres lie on the page.
  ///   - frame: Where they are cut off.
  ///   - scale: How much larger than on A4 things are drawn.
  ///   - style: How they are drawn.
  ///   - byteLimit: About how many bytes they may take; the shortest lines and the least
  ///     significant vertices go first.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the frame.
  init(
    _ layers: [BackdropLayer], transform: PageTransform, frame: Box, scale: Double,
    style: Style = .overview, byteLimit: Int = BackdropDrawing.byteLimit
  ) {
    var parts: [BackdropPart] = []
    for index in layers.indices {
      parts += BackdropPart.parts(of: layers[index], at: index, transform, near: frame)
    }
    // A wide road is two lines.
    let repeats = if case .streets = style { 2 } else { 1 }
    let tolerance = Self.limit(&parts, byteLimit: byteLimit / repeats)
    let clip = FrameClip(frame: frame)
    for (index, layer) in layers.enumerated() {
      let own = parts.filter { $0.layer == index }
      let name = "backdrop-\(XMLText.identifier(layer.name))"
      let rings = own.filter { $0.kind == .ring }.map { clip.ring($0.line(above: tolerance)) }
        .filter { $0.count > 2 }
      if !rings.isEmpty {
        ground.append(
          Layer(
            name: "\(name)-ground", label: "Backdrop ground: \(layer.name)",
            marks: [.strokes(rings, Paint(fill: Palette.backdropGround))], ignoresPointer: true))
      }
      var marks: [Mark] = []
      var strokes: [GridLine] = []
      var roads: [(roadClass: BackdropLayer.RoadClass, lines: [GridLine])] =
        BackdropLayer.RoadClass.allCases.map { ($0, []) }
      for part in own where part.kind != .points {
        let pieces = clip.lines(part.line(above: tolerance))
        guard case .streets = style, let roadClass = part.roadClass else {
          strokes += pieces
          continue
        }
        roads[roadClass.rawValue].lines += pieces
        guard let name = part.name else { continue }
        namedRoads += pieces.map { RoadNames.Road(name: name, roadClass: roadClass, $0) }
      }
      if !strokes.isEmpty {
        marks.append(
          .strokes(strokes, Paint(stroke: Palette.backdrop, strokeWidth: 0.3 * scale)))
      }
      if case .streets(let pointsPerMetre) = style {
        marks += RoadPaint(pointsPerMetre: pointsPerMetre, scale: scale).marks(of: roads)
      }
      let dots = own.filter { $0.kind == .points }.flatMap { $0.dots(within: clip) }
      if !dots.isEmpty {
        // Hollow, so that nobody takes them for the ends of the lines that lead to numbers.
        marks.append(.strokes(dots, Paint(stroke: Palette.quietInk, strokeWidth: 3.2 * scale)))
        marks.append(.strokes(dots, Paint(stroke: Palette.paper, strokeWidth: 1.8 * scale)))
      }
      if !marks.isEmpty {
        lines.append(
          Layer(
            name: name, label: "Backdrop: \(layer.name)", marks: marks, ignoresPointer: true))
      }
    }
  }

  /// The frame, for a map that something reaches beyond.
  static func frameMark(_ frame: Box, scale: Double) -> Mark {
    .rectangle(frame, Paint(stroke: Palette.quietInk, strokeWidth: 0.6 * scale))
  }

  // MARK: - Size

  /// Leaves out parts that cannot be seen, and the smallest until half of the bytes are enough to
  /// begin every part; then finds how exact the rest can be.
  ///
  /// - Returns: The significance that a vertex must exceed, in hundredths of a point.
  private static func limit(_ parts: inout [BackdropPart], byteLimit: Int) -> Double {
    let (perVertex, perPart) = (6, 24)
    let finest = PageOutlines.tolerance * ArcNetwork.unitsPerPoint
    parts.removeAll { $0.kind != .points && Double($0.extent) < finest }
    let most = byteLimit / 2 / perPart
    if parts.count > most {
      let smallest = parts.map(\.extent).sorted(by: >)[most]
      parts.removeAll { $0.extent <= smallest }
    }
    for index in parts.indices { parts[index].findSignificances() }
    let visible = parts.flatMap(\.significances).filter { $0 > finest && $0.isFinite }
    let room = (byteLimit - parts.count * perPart) / perVertex
    guard visible.count > room else { return finest }
    return visible.sorted(by: >)[max(room, 0)]
  }
}
