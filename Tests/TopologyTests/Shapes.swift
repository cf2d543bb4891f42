import Geometry

/// Outlines written by hand, as rings of x and y without the repeated last position.
enum Shapes {
  /// Makes a table whose areas have one polygon each, given as its rings.
  static func layer(_ areas: [[(Double, Double)]]...) -> OutlineTable {
    var outlines = OutlineTable()
    for rings in areas { outlines.appendArea([rings.map(closed)]) }
    return outlines
  }

  /// Makes a rectangle's ring.
  static func rectangle(
    _ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double
  ) -> [(Double, Double)] {
    [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)]
  }

  /// Returns a ring as positions, the first repeated at the end.
  static func closed(_ ring: [(Double, Double)]) -> [Point] {
    (ring + ring.prefix(1)).map { Point(x: $0.0, y: $0.1) }
  }
}
