import Geometry

/// A position in whole centimetres from the south-western corner of the made-up borough's map.
///
/// Whole numbers keep the geometry exact, and the samples the same on any machine.
struct GridPosition: Hashable, Sendable {
  /// Centimetres east of the corner.
  var x: Int
  /// Centimetres north of the corner.
  var y: Int

  /// The easting of the map's south-western corner on the British National Grid, in metres.
  ///
  /// Fields and villages lie there in truth: nothing in the samples describes that place.
  static let originEasting = 452_000
  /// The northing of the map's south-western corner on the British National Grid, in metres.
  static let originNorthing = 243_000

  /// Creates a position from centimetres east and north of the corner.
  init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }

  /// The position on the British National Grid, in metres.
  ///
  /// One division, correctly rounded: the nearest double to a number with two decimals.
  var point: Point {
    Point(
      x: Double(Self.originEasting * 100 + x) / 100,
      y: Double(Self.originNorthing * 100 + y) / 100)
  }

  /// Returns the square of the distance to another position, in square centimetres.
  func squaredDistance(to other: GridPosition) -> Int {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
