import Geometry

/// A small map of the whole layer in a corner of the frame, with the part that the map shows.
struct LocatorInset {
  /// The rectangle that it takes, which labels avoid.
  let box: Box
  private let rim: [GridLine]
  private let part: Box
  private let scale: Double

  /// The vertices that its outline may have.
  private static let vertexLimit = 1500

  /// Places an inset in the corner of the frame where it hides least.
  ///
  /// - Parameters:
  ///   - outlines: The whole layer, in metres.
  ///   - extent: What the map shows, in metres.
  ///   - frame: The frame of the map.
  ///   - busy: Places on the page that should stay free, the most important first.
  ///   - scale: How much larger than on A4 things are drawn.
  init(of outlines: OutlineTable, extent: Box, frame: Box, avoiding busy: [Point], scale: Double) {
    let whole = outlines.box
    let longest = 0.24 * min(frame.width, frame.height)
    let ratio = longest / max(whole.width, whole.height)
    let padding = 4 * scale
    let size = (
      width: whole.width * ratio + 2 * padding, height: whole.height * ratio + 2 * padding
    )
    let gap = 4 * scale
    let corners = [true, false].flatMap { isBottom in
      [true, false].map { isLeft in
        let x = isLeft ? frame.minX + gap : frame.maxX - gap - size.width
        let y = isBottom ? frame.maxY - gap - size.height : frame.minY + gap
        return Box(minX: x, minY: y, maxX: x + size.width, maxY: y + size.height)
      }
    }
    // What is busiest counts most: the second of the list half as much, the third a third.
    func harm(_ box: Box) -> Double {
      let near = box.padded(by: 8 * scale)
      return busy.enumerated().reduce(0) { sum, place in
        near.contains(x: place.element.x, y: place.element.y)
          ? sum + 1 / Double(place.offset + 1) : sum
      }
    }
    let harms = corners.map(harm)
    let best = harms.indices.reduce(0) { harms[$1] < harms[$0] ? $1 : $0 }
    box = corners[best]
    let transform = PageTransform(extent: whole, frame: box.padded(by: -padding))
    rim =
      SharedOutlines(
        of: [OutlineLayer(outlines)], transform: transform,
        limits: .init(inner: 0, outer: Self.vertexLimit)
      ).rim(ofLayer: 0)
    part = transform.page(extent)
    self.scale = scale
  }

  /// The layer of the inset.
  var layer: Layer {
    Layer(
      name: "locator", label: "Locator",
      marks: [
        .rectangle(
          box, Paint(fill: Palette.paper, stroke: Palette.quietInk, strokeWidth: 0.6 * scale)),
        .strokes(rim, Paint(stroke: Palette.quietInk, strokeWidth: 0.4 * scale)),
        .rectangle(part, Paint(stroke: Palette.paper, strokeWidth: 2.6 * scale)),
        .rectangle(part, Paint(stroke: Palette.ink, strokeWidth: 1.2 * scale)),
      ], ignoresPointer: true)
  }
}
