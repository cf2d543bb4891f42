import Geometry

/// A part of a backdrop on the page, in hundredths of a point.
struct BackdropPart {
  let layer: Int
  let kind: BackdropLayer.Kind
  /// What it is called.
  let name: String?
  /// How it is drawn where it is a road; `nil` for all else.
  let roadClass: BackdropLayer.RoadClass?
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
      guard let box = layer.box(ofPart: part), transform.page(box).intersects(window) else {
        return nil
      }
      return BackdropPart(part, of: layer, at: index, transform)
    }
  }

  private init(
    _ part: Int, of layer: BackdropLayer, at index: Int, _ transform: PageTransform
  ) {
    self.layer = index
    kind = layer.kinds[part]
    name = layer.name(ofPart: part)
    roadClass = layer.road(ofPart: part)
    let vertices = layer.vertices(ofPart: part)
    let places = zip(layer.x[vertices], layer.y[vertices]).map { transform.page(x: $0, y: $1) }
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
