import Geometry

/// How roads are drawn where streets are told apart: pale, with a rim, the wider the more important.
struct RoadPaint {
  /// The points on the page that one metre takes.
  let pointsPerMetre: Double
  /// How much larger than on A4 things are drawn.
  let scale: Double

  /// Returns how wide a road is drawn, in points: about as wide as it is, but neither so thin that
  /// it is lost nor so wide that it hides what lies below.
  func width(of roadClass: BackdropLayer.RoadClass) -> Double {
    let (metres, least, most) =
      switch roadClass {
      case .path: (0.0, 0.4, 0.4)
      case .minor: (6.0, 0.6, 4.0)
      case .main: (9.0, 1.0, 6.0)
      case .trunk: (12.0, 1.3, 8.0)
      }
    return min(max(metres * pointsPerMetre, least * scale), most * scale)
  }

  /// Returns the lines of a road over each other: its rim, and where it is wide enough its middle.
  func paints(of roadClass: BackdropLayer.RoadClass) -> [Paint] {
    let width = width(of: roadClass)
    let rim = Paint(stroke: Palette.backdrop, strokeWidth: width)
    let inside = width - 0.9 * scale
    return inside > 0.6 * scale ? [rim, Paint(stroke: Palette.paper, strokeWidth: inside)] : [rim]
  }

  /// Returns the marks of roads, the rims of all below all roads, so that crossings are open.
  ///
  /// - Parameter roads: The lines of each class, the lowest first.
  /// - Returns: The marks, the lowest first.
  func marks(of roads: [(roadClass: BackdropLayer.RoadClass, lines: [GridLine])]) -> [Mark] {
    let drawn = roads.filter { !$0.lines.isEmpty }.map { road in
      paints(of: road.roadClass).map { Mark.strokes(road.lines, $0) }
    }
    return drawn.flatMap { $0.prefix(1) } + drawn.flatMap { $0.dropFirst() }
  }
}
