import Geometry

/// Where a close-up's map lies on its page.
struct CloseUpFrame {
  /// The frame on the page.
  let box: Box
  /// Where metres lie on the page.
  let transform: PageTransform
  /// How much larger than on A4 things are drawn.
  let scale: Double
  /// What cuts things off at the frame.
  let clip: FrameClip

  /// Describes a frame.
  init(_ box: Box, transform: PageTransform, scale: Double) {
    (self.box, self.transform, self.scale) = (box, transform, scale)
    clip = FrameClip(frame: box)
  }
}

/// The map of a close-up inside its frame, and the key of what is on it.
struct CloseUpPlate {
  /// What is drawn, the lowest first.
  let layers: [Layer]
  /// The key.
  let key: [FlowKey.Item]

  /// About how many bytes the backdrop of a close-up takes: of a sheet, and of one of several
  /// figures of a page.
  static let byteLimits = (sheet: 160_000, figure: 80_000)

  /// Draws a map.
  ///
  /// - Parameters:
  ///   - contents: What is said of the hotspot.
  ///   - map: What the map shows.
  ///   - frame: Where it lies on the page.
  ///   - byteLimit: About how many bytes the backdrop may take.
  init(_ contents: CloseUpContents, _ map: CloseUpMap, frame: CloseUpFrame, byteLimit: Int) {
    let scale = frame.scale
    let backdrop = BackdropDrawing(
      map.backdrop, transform: frame.transform, frame: frame.box, scale: scale,
      style: .streets(pointsPerMetre: frame.transform.pointsPerMetre), byteLimit: byteLimit)
    let surface = CloseUpSurface(map.incidents, frame: frame)
    let symbols = CloseUpSymbols(
      map.incidents, isWeighted: contents.isWeighted, frame: frame)
    let outlines = CloseUpOutlines(map, number: contents.number, frame: frame)
    let names = RoadNames(
      backdrop.namedRoads, wanted: contents.streets.map(\.name), scale: scale
    ).placed(
      in: frame.box.padded(by: -2 * scale), avoiding: outlines.badges.map(\.box) + symbols.large,
      sparing: symbols.boxes)
    layers =
      backdrop.ground + surface.layers + backdrop.lines + outlines.layers
      + [
        Layer(
          name: "labels", label: "Names of roads", marks: names.map { .text($0) },
          ignoresPointer: true)
      ] + symbols.layers + [
        Layer(
          name: "numbers", label: "Numbers", marks: outlines.badges.flatMap(\.marks),
          ignoresPointer: true), Self.edge(of: frame),
      ]
    key =
      outlines.key + (backdrop.namedRoads.isEmpty ? [] : [Self.road(frame)]) + surface.key
      + symbols.key
  }

  private static func road(_ frame: CloseUpFrame) -> FlowKey.Item {
    let paint = RoadPaint(
      pointsPerMetre: frame.transform.pointsPerMetre, scale: frame.scale)
    return FlowKey.Item(sample: .line(paint.paints(of: .minor)), label: "road")
  }

  /// Returns the frame, and paper beyond it, where the round ends of wide roads reach out.
  private static func edge(of frame: CloseUpFrame) -> Layer {
    let inner = frame.box
    let outer = inner.padded(by: 6 * frame.scale)
    let edges = [
      Box(minX: outer.minX, minY: outer.minY, maxX: outer.maxX, maxY: inner.minY),
      Box(minX: outer.minX, minY: inner.maxY, maxX: outer.maxX, maxY: outer.maxY),
      Box(minX: outer.minX, minY: inner.minY, maxX: inner.minX, maxY: inner.maxY),
      Box(minX: inner.maxX, minY: inner.minY, maxX: outer.maxX, maxY: inner.maxY),
    ]
    return Layer(
      name: "frame", label: "Frame",
      marks: edges.map { .rectangle($0, Paint(fill: Palette.paper)) }
        + [BackdropDrawing.frameMark(inner, scale: frame.scale)], ignoresPointer: true)
  }
}
