/// A rectangle with sides parallel to the axes, its edges included.
@frozen
public struct Box: Hashable, Sendable {
  /// The western edge.
  public var minX: Double
  /// The southern edge.
  public var minY: Double
  /// The eastern edge.
  public var maxX: Double
  /// The northern edge.
  public var maxY: Double

  /// Creates a rectangle from its four edges.
  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The rectangle that holds nothing and that any point enlarges to itself.
  @inlinable
  public static var empty: Box {
    Box(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
  }

  /// Whether the rectangle holds no point.
  @inlinable
  public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }

  /// The extent from west to east.
  @inlinable
  public var width: Double { maxX - minX }

  /// The extent from south to north.
  @inlinable
  public var height: Double { maxY - minY }

  /// The middle of the rectangle.
  @inlinable
  public var centre: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// Returns whether a position lies in the rectangle or on its edge.
  @inlinable
  public func contains(x: Double, y: Double) -> Bool {
    x >= minX && x <= maxX && y >= minY && y <= maxY
  }

  /// Returns whether another rectangle lies in this one, edges included.
  @inlinable
  public func contains(_ other: Box) -> Bool {
    other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY
  }

  /// Returns whether the two rectangles share a point.
  @inlinable
  public func intersects(_ other: Box) -> Bool {
    other.minX <= maxX && other.maxX >= minX && other.minY <= maxY && other.maxY >= minY
  }

  /// Enlarges the rectangle to hold a position.
  @inlinable
  public mutating func formUnion(x: Double, y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  /// Enlarges the rectangle to hold another.
  @inlinable
  public mutating func formUnion(_ other: Box) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Returns the rectangle with each edge moved outwards.
  ///
  /// - Parameter distance: How far, in the units of the coordinates.
  /// - Returns: The enlarged rectangle.
  @inlinable
  public func padded(by distance: Double) -> Box {
    Box(
      minX: minX - distance, minY: minY - distance, maxX: maxX + distance, maxY: maxY + distance)
  }
}
