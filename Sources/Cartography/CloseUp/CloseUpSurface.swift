import Geometry

/// The surface of a close-up in bands, cut off at the frame.
struct CloseUpSurface {
  /// The bands, where there are some.
  private(set) var layers: [Layer] = []
  /// Their key.
  private(set) var key: [FlowKey.Item] = []

  /// The most vertices drawn.
  private static let vertexLimit = 20_000

  /// Draws a surface, unless something else is drawn of the incidents.
  init(_ incidents: CloseUpMap.Incidents, frame: CloseUpFrame) {
    guard case .bands(let bands) = incidents else { return }
    let outlines = SharedOutlines(
      of: [OutlineLayer(bands.outlines)], transform: frame.transform,
      limits: .both(Self.vertexLimit))
    let colours = Palette.bands(bands.count)
    let rings = outlines.areas(ofLayer: 0)
    var marks: [Mark] = []
    key.append(FlowKey.Item(sample: .heading, label: bands.heading))
    for (band, number) in bands.numbers.enumerated() {
      let colour = colours[min(max(number, 1), colours.count) - 1]
      let label = bands.labels[band]
      key.append(
        FlowKey.Item(
          sample: .swatch(Paint(fill: colour, stroke: Palette.quietInk, strokeWidth: 0.5)),
          label: label))
      let drawn = rings[band].map(frame.clip.ring).filter { $0.count > 2 }
      guard !drawn.isEmpty else { continue }
      let shape = Shape(
        name: "band-\(number)", title: "\(bands.heading): \(label)", rings: drawn)
      marks.append(
        .shapes(
          ShapeGroup(
            className: "band-\(number)", label: label,
            // A line of the same colour closes the hairlines that renderers leave between shapes.
            paint: Paint(fill: colour, stroke: colour, strokeWidth: 0.3), shapes: [shape])))
    }
    layers = [Layer(name: "surface", label: "Surface", marks: marks)]
  }
}
