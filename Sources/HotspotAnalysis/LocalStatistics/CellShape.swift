/// The shape of the cells of a grid.
package enum CellShape: String, Sendable, CaseIterable {
  /// Squares with sides parallel to the axes; the cell size is the length of a side.
  case square
  /// Regular hexagons with a corner to the north; the cell size is the distance between opposite
  /// sides, and so between the centres of neighbours.
  case hexagon

  /// The distance between the centre lines of rows, for cells of size 1.
  var rowHeight: Double { self == .square ? 1 : Self.halfRootOfThree }

  /// The area of a cell of size 1.
  package var cellArea: Double { rowHeight }

  /// How far a cell reaches north and south of its centre, for cells of size 1.
  var reachNorth: Double { self == .square ? 0.5 : 1 / (2 * Self.halfRootOfThree) }

  /// The directions in which opposite sides of a cell lie half a cell size away from its centre.
  var sideDirections: [(x: Double, y: Double)] {
    switch self {
    case .square: [(1, 0), (0, 1)]
    case .hexagon: [(1, 0), (0.5, Self.halfRootOfThree), (0.5, -Self.halfRootOfThree)]
    }
  }

  /// The corners of a cell of size 1 around its centre, counter-clockwise from the south-west or
  /// south.
  var corners: [(x: Double, y: Double)] {
    switch self {
    case .square: [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)]
    case .hexagon:
      [
        (0, -reachNorth), (0.5, -reachNorth / 2), (0.5, reachNorth / 2), (0, reachNorth),
        (-0.5, reachNorth / 2), (-0.5, -reachNorth / 2),
      ]
    }
  }

  /// √3/2.
  private static let halfRootOfThree = 0.75.squareRoot()
}
