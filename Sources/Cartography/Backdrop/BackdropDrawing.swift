import Geometry

/// Backdrops as they are drawn: quiet and thin, cut off at the frame, with as many vertices as
/// print can show and the file can hold.
struct BackdropDrawing {
  /// The ground of areas, drawn below the data.
  private(set) var ground: [Layer] = []
  /// Borders of areas, lines and points, drawn over the colours of the data so that they are seen,
  /// and below its labels.
  private(set) var lines: [Layer] = []

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
  ///   - byteLimit: About how many bytes they may take; the shortest lines and the least
  ///     significant vertices go first.
  /// - Complexity: O(*n* log *n*) for *n* vertices near the frame.
  init(
    _ layers: [BackdropLayer], transform: PageTransform, frame: Box, scale: Double,
    byteLimit: Int = BackdropDrawing.byteLimit
  ) {
    var parts: [BackdropPart] = []
    for index in layers.indices {
      parts += BackdropPart.parts(of: layers[index], at: index, transform, near: frame)
    }
    let tolerance = Self.limit(&parts, byteLimit: byteLimit)
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
      let strokes = own.filter { $0.kind != .points }
        .flatMap { clip.lines($0.line(above: tolerance)) }
      if !strokes.isEmpty {
        marks.append(
          .strokes(strokes, Paint(stroke: Palette.backdrop, strokeWidth: 0.3 * scale)))
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

/// A part of a backdrop on the page, in hundredths of a point.
struct BackdropPart {
  let layer: Int
  let kind: BackdropLayer.Kind
  private let x: [Int]
  private let y: [Int]
  /// How much each vertex matters.
  private(set) var significances: [Double] = []

  /// The longer side of the rectangle around the part.
  var extent: Int {
    max((x.max() ?? 0) - (x.min() ?? 0), (y.max() ?? 0) - (y.min() ?? 0))
  }

  /// Returns the parts of a layer that reach into a frame.
  static func parts(
    of layer: BackdropLayer, at index: Int, _ transform: PageTransform, near frame: Box
  ) -> [BackdropPart] {
    let window = frame.padded(by: 2)
    return layer.ends.indices.compactMap { part in
      let vertices = layer.vertices(ofPart: part)
      var box = Box.empty
      for vertex in vertices { box.formUnion(x: layer.x[vertex], y: layer.y[vertex]) }
      // A place that the projection does not reach has no coordinates.
      guard vertices.allSatisfy({ layer.x[$0].isFinite && layer.y[$0].isFinite }),
        transform.page(box).intersects(window)
      else { return nil }
      return BackdropPart(
        layer: index, kind: layer.kinds[part], x: layer.x[vertices], y: layer.y[vertices], transform
      )
    }
  }

  private init(
    layer: Int, kind: BackdropLayer.Kind, x: ArraySlice<Double>, y: ArraySlice<Double>,
    _ transform: PageTransform
  ) {
    self.layer = layer
    self.kind = kind
    let places = zip(x, y).map { transform.page(x: $0, y: $1) }
    func units(_ value: Double) -> Int {
      Int((min(max(value, -1e7), 1e7) * ArcNetwork.unitsPerPoint).rounded())
    }
    self.x = places.map { units($0.x) }
    self.y = places.map { units($0.y) }
  }

  /// Finds how much each vertex of a line matters.
  mutating func findSignificances() {
    guard kind != .points else { return }
    significances = ArcSimplification(x: x, y: y).significances(of: Array(x.indices))
  }

  /// Returns the part through the vertices that matter more than a tolerance.
  func line(above tolerance: Double) -> GridLine {
    var line = GridLine()
    for vertex in x.indices where significances[vertex] > tolerance {
      line.append(x: Self.grid(x[vertex]), y: Self.grid(y[vertex]))
    }
    return line
  }

  /// Returns each point inside a frame as a line so short that its round ends make a dot.
  func dots(within clip: FrameClip) -> [GridLine] {
    zip(x, y).flatMap { x, y in
      clip.lines(GridLine(x: [Self.grid(x), Self.grid(x) + 1], y: [Self.grid(y), Self.grid(y)]))
    }
  }

  private static func grid(_ units: Int) -> Int {
    Int((Double(units) * GridLine.unitsPerPoint / ArcNetwork.unitsPerPoint).rounded())
  }
}
