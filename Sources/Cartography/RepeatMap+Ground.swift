import Geometry

extension RepeatMap {
  /// The least width and height of what is shown around circles alone, in metres.
  private static let leastExtent = 400.0

  /// Returns what the map shows: all areas, or where the circles are if that is a small part of them.
  static func extent(of units: [Unit], _ areas: OutlineTable?) -> Box {
    var box = Box.empty
    for unit in units { box.formUnion(x: unit.position.x, y: unit.position.y) }
    if let areas,
      box.isEmpty || 3 * max(box.width, box.height) > max(areas.box.width, areas.box.height)
    {
      return areas.box
    }
    if box.isEmpty { box = Box(minX: 0, minY: 0, maxX: 1, maxY: 1) }
    // The circles at the rim have their whole width on the page.
    let pad = max(0.08 * max(box.width, box.height), 1)
    return Box(
      minX: min(box.minX - pad, box.centre.x - leastExtent / 2),
      minY: min(box.minY - pad, box.centre.y - leastExtent / 2),
      maxX: max(box.maxX + pad, box.centre.x + leastExtent / 2),
      maxY: max(box.maxY + pad, box.centre.y + leastExtent / 2))
  }

  /// The borders of the areas that are seen.
  static func outlineLayers(
    _ areas: OutlineTable?, _ transform: PageTransform, _ layout: MapLayout,
    _ description: MapDescription
  ) -> [Layer] {
    let scale = layout.page.typeScale
    let frame = BackdropDrawing.frameMark(layout.frame, scale: scale)
    let framed = Layer(name: "frame", label: "Frame", marks: [frame])
    guard let areas else { return [framed] }
    let window = layout.frame.padded(by: 2)
    let seen = (0..<areas.areaCount).filter {
      transform.page(areas.box(ofArea: $0)).intersects(window)
    }
    guard !seen.isEmpty else { return [framed] }
    let outlines = SharedOutlines(
      of: [OutlineLayer(areas, areas: seen)], transform: transform,
      limits: .of(description, hasBorders: false))
    let clip = FrameClip(frame: layout.frame)
    let (inner, rim) = (
      outlines.innerBorders(ofLayer: 0).flatMap(clip.lines),
      outlines.rim(ofLayer: 0).flatMap(clip.lines)
    )
    let thin = Paint(stroke: Palette.rule, strokeWidth: 0.35 * scale)
    let heavy = Paint(stroke: Palette.quietInk, strokeWidth: 0.7 * scale)
    let isPart = !layout.frame.padded(by: 1).contains(transform.page(areas.box))
    return [
      Layer(
        name: "outline", label: "Borders of areas",
        marks: [.strokes(inner, thin), .strokes(rim, heavy)], ignoresPointer: true)
    ] + (isPart || !description.backdrop.isEmpty ? [framed] : [])
  }
}
