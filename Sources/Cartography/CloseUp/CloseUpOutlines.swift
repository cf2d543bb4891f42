import Geometry

/// The outlines of a close-up: those of hotspots with their numbers, and borders of areas.
struct CloseUpOutlines {
  /// A number on the map.
  struct Badge {
    /// What it covers.
    let box: Box
    let marks: [Mark]
  }

  /// Borders of areas below the outlines of hotspots.
  private(set) var layers: [Layer] = []
  /// The key.
  private(set) var key: [FlowKey.Item] = []
  /// The numbers, each on the outline of its hotspot.
  private(set) var badges: [Badge] = []

  private let frame: CloseUpFrame

  /// The most vertices drawn of borders, and of hotspots.
  private static let vertexLimit = 20_000

  /// Draws outlines.
  ///
  /// - Parameters:
  ///   - map: What the map shows.
  ///   - number: The number of its hotspot.
  ///   - frame: Where it lies on the page.
  init(_ map: CloseUpMap, number: Int, frame: CloseUpFrame) {
    self.frame = frame
    let borders = map.borders.flatMap(self.borders)
    let outlines = SharedOutlines(
      of: [OutlineLayer(map.outline), OutlineLayer(map.neighbours)], transform: frame.transform,
      limits: .both(Self.vertexLimit))
    let own = lines(outlines.areas(ofLayer: 0)[0])
    let others = outlines.areas(ofLayer: 1).map(lines)
    let drawn = others.flatMap(\.self)
    let (heavy, light) = (rims(1.9), rims(0.9))
    var marks: [Mark] = drawn.isEmpty ? [] : light.map { .strokes(drawn, $0) }
    marks += heavy.map { .strokes(own, $0) }
    layers =
      (borders.map { [$0.layer] } ?? []) + [
        Layer(
          name: "hotspot-grounds", label: "Outlines of hotspots", marks: marks,
          ignoresPointer: true)
      ]
    key = [FlowKey.Item(sample: .line([heavy[1]]), label: "hotspot \(number)")]
    if !drawn.isEmpty {
      key.append(FlowKey.Item(sample: .line([light[1]]), label: "other hotspots"))
    }
    if let borders { key.append(borders.item) }
    var room = LabelRoom(frame: frame.box.padded(by: -2 * frame.scale))
    for (number, lines) in [(number, own)] + zip(map.neighbourNumbers, others) {
      let badge = NumberBadge(text: String(number), scale: frame.scale)
      guard let place = Self.place(for: badge, on: lines, in: room) else { continue }
      let box = Box.around(place, radius: badge.radius)
      room.take(box.padded(by: frame.scale))
      badges.append(Badge(box: box, marks: badge.marks(at: place)))
    }
  }

  /// Returns borders, each once, and their key; `nil` if none is seen.
  private func borders(_ areas: OutlineTable) -> (layer: Layer, item: FlowKey.Item)? {
    let near = (0..<areas.areaCount).filter {
      frame.transform.page(areas.box(ofArea: $0)).intersects(frame.box)
    }
    guard !near.isEmpty else { return nil }
    let shared = SharedOutlines(
      of: [OutlineLayer(areas, areas: near)], transform: frame.transform,
      limits: .both(Self.vertexLimit))
    let lines = shared.borders.flatMap(frame.clip.lines)
    guard !lines.isEmpty else { return nil }
    let paint = Paint(
      stroke: Palette.quietInk, strokeWidth: 0.6 * frame.scale, dash: 3 * frame.scale)
    return (
      Layer(
        name: "borders", label: "Borders of areas", marks: [.strokes(lines, paint)],
        ignoresPointer: true),
      FlowKey.Item(sample: .line([paint]), label: "border of areas")
    )
  }

  /// Returns a dark line with a white rim, which shows on any colour.
  private func rims(_ width: Double) -> [Paint] {
    [
      Paint(stroke: Palette.paper, strokeWidth: (width + 1.6) * frame.scale),
      Paint(stroke: Palette.ink, strokeWidth: width * frame.scale),
    ]
  }

  /// Returns what is seen of rings, as lines.
  private func lines(_ rings: [GridLine]) -> [GridLine] {
    rings.filter { $0.count > 0 }.flatMap { ring in
      frame.clip.lines(GridLine(x: ring.x + [ring.x[0]], y: ring.y + [ring.y[0]]))
    }
  }

  /// Returns the highest place on an outline where a number is free.
  private static func place(
    for badge: NumberBadge, on lines: [GridLine], in room: LabelRoom
  ) -> Point? {
    let places = lines.flatMap { line in
      zip(line.x, line.y).map { x, y in
        Point(x: Double(x) / GridLine.unitsPerPoint, y: Double(y) / GridLine.unitsPerPoint)
      }
    }
    return places.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
      .first { room.isFree(Box.around($0, radius: badge.radius)) }
  }
}
