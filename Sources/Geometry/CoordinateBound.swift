/// How far coordinates in a plane may lie from its origin.
public enum CoordinateBound {
  /// The farthest easting or northing, in any unit: far beyond every plane of the Earth in use, and
  /// so near that products of two lengths stay exact enough to compute with.
  @inlinable
  public static var length: Double { 1e9 }
}
