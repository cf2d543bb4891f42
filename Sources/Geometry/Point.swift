/// A position in the plane: metres in a projected system, degrees in a geographic one.
///
/// `x` is always the easting or longitude and `y` the northing or latitude.
@frozen
public struct Point: Hashable, Sendable {
  /// The easting or longitude.
  public var x: Double
  /// The northing or latitude.
  public var y: Double

  /// Creates a position from its two coordinates.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
