package import Geometry

/// The part of the world in which a coordinate system or an operation may be used.
///
/// In degrees of longitude and latitude; `west` is greater than `east` where the area crosses the
/// antimeridian.
package struct AreaOfUse: Sendable, Hashable {
  /// What the area is called.
  package let name: String
  /// The western bound, in degrees.
  package let west: Double
  /// The southern bound, in degrees.
  package let south: Double
  /// The eastern bound, in degrees.
  package let east: Double
  /// The northern bound, in degrees.
  package let north: Double

  /// Creates an area from its bounds in degrees.
  package init(name: String, west: Double, south: Double, east: Double, north: Double) {
    self.name = name
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// The area as one rectangle; it goes around the world where the area crosses the antimeridian.
  package var box: Box {
    Box(
      minX: west <= east ? west : -180, minY: south, maxX: west <= east ? east : 180, maxY: north)
  }

  /// Returns the share of a rectangle, by its extent in degrees, that lies in the area.
  ///
  /// A rectangle without extent in a direction is in or out by its position.
  func share(of box: Box) -> Double {
    let tall = Self.share(of: box.minY, box.maxY, in: south, north)
    guard west > east else { return tall * Self.share(of: box.minX, box.maxX, in: west, east) }
    return tall
      * (Self.share(of: box.minX, box.maxX, in: west, 180)
        + Self.share(of: box.minX, box.maxX, in: -180, east))
  }

  private static func share(
    of lower: Double, _ upper: Double, in minimum: Double, _ maximum: Double
  ) -> Double {
    guard upper > lower else { return lower >= minimum && lower <= maximum ? 1 : 0 }
    return max(0, min(upper, maximum) - max(lower, minimum)) / (upper - lower)
  }
}
