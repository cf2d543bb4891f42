import Geometry
import Glibc

/// Incidents at source positions as circles, cut off at the frame.
struct CloseUpSymbols {
  /// The circles, where there are some; the smaller over the larger.
  private(set) var layers: [Layer] = []
  /// Their key.
  private(set) var key: [FlowKey.Item] = []
  /// What they cover.
  private(set) var boxes: [Box] = []
  /// What those cover that would hide a name; smaller ones may lie on it.
  private(set) var large: [Box] = []

  private let frame: CloseUpFrame

  /// Between the lightest and the darkest class, so that it shows in grey.
  private static let paint = Paint(
    fill: Palette.sequential(classes: 4)[2], stroke: Palette.paper, strokeWidth: 0.7)

  /// Draws circles, unless something else is drawn of the incidents.
  ///
  /// - Parameters:
  ///   - incidents: What is drawn of the incidents.
  ///   - isWeighted: Whether incidents are written with a decimal.
  ///   - frame: Where the map lies on the page.
  init(_ incidents: CloseUpMap.Incidents, isWeighted: Bool, frame: CloseUpFrame) {
    self.frame = frame
    guard case .symbols(let symbols) = incidents else { return }
    let seen = symbols.map { symbol in
      (symbol: symbol, place: frame.transform.page(x: symbol.position.x, y: symbol.position.y))
    }
    .filter { $0.symbol.incidents > 0 && frame.box.contains(x: $0.place.x, y: $0.place.y) }
    .sorted { left, right in
      (right.symbol.incidents, left.place.x, left.place.y)
        < (left.symbol.incidents, right.place.x, right.place.y)
    }
    let sizes = SymbolSizes(
      seen.map(\.symbol.incidents), in: frame.box, scale: frame.scale)
    var paint = Self.paint
    paint.strokeWidth *= frame.scale
    var marks: [Mark] = []
    for (symbol, place) in seen {
      let radius = sizes.radius(of: symbol.incidents)
      let name = symbol.name.isEmpty ? "" : "\(symbol.name): "
      let words = CloseUpPanels.words(symbol.incidents, isWeighted: isWeighted)
      marks.append(
        .titled(
          "\(name)\(words) \(symbol.incidents == 1 ? "incident" : "incidents")",
          [disc(at: place, radius: radius, paint)]))
      boxes.append(Box.around(place, radius: radius))
    }
    large = boxes.filter { $0.width > 10 * frame.scale }
    layers = [Layer(name: "symbols", label: "Source positions", marks: marks)]
    key = [FlowKey.Item(sample: .heading, label: "Incidents at a source position")]
    key += sizes.keyed.map { amount in
      FlowKey.Item(
        sample: .circle(radius: sizes.radius(of: amount), paint),
        label: NumberWords.decimal(amount, places: NumberWords.places(of: amount)))
    }
  }

  /// Returns a disc, cut off at the frame.
  private func disc(at place: Point, radius: Double, _ paint: Paint) -> Mark {
    guard !frame.box.contains(Box.around(place, radius: radius)) else {
      return .circle(centre: place, radius: radius, paint)
    }
    var ring = GridLine()
    // A polygon that looks round.
    for step in 0..<48 {
      let angle = Double(step) * .pi / 24
      ring.append(
        x: Int(((place.x + radius * cos(angle)) * GridLine.unitsPerPoint).rounded()),
        y: Int(((place.y + radius * sin(angle)) * GridLine.unitsPerPoint).rounded()))
    }
    return .strokes([frame.clip.ring(ring)], Paint(fill: paint.fill))
  }
}
