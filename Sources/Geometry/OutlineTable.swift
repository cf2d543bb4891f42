/// The outlines of many areas, held as columns.
///
/// An area has polygons, a polygon has rings (its outer ring first, then its holes), a ring has
/// vertices (the first repeated at the end). Outer rings run counter-clockwise and holes clockwise,
/// whatever the file they came from did. All coordinates lie in two arrays, so that a whole layer
/// is projected with one call.
///
///     for area in outlines.areas.indices {
///       for polygon in outlines.polygons(of: area) {
///         for ring in outlines.rings(ofPolygon: polygon) {
///           for vertex in outlines.vertices(ofRing: ring) { ... outlines.x[vertex] ... }
///         }
///       }
///     }
@frozen
public struct OutlineTable: Sendable, Equatable {
  /// The vertices' eastings or longitudes, ring after ring.
  public var x: [Double]
  /// The vertices' northings or latitudes, ring after ring.
  public var y: [Double]
  /// The first vertex of each ring, and the number of vertices at the end.
  public private(set) var ringStarts: [Int]
  /// The first ring of each polygon, and the number of rings at the end.
  public private(set) var polygonStarts: [Int]
  /// The first polygon of each area, and the number of polygons at the end.
  public private(set) var areaStarts: [Int]

  /// Creates a table without areas.
  public init() {
    x = []
    y = []
    ringStarts = [0]
    polygonStarts = [0]
    areaStarts = [0]
  }

  /// The number of areas.
  @inlinable
  public var areaCount: Int { areaStarts.count - 1 }

  /// The number of polygons of all areas.
  @inlinable
  public var polygonCount: Int { polygonStarts.count - 1 }

  /// The number of rings of all polygons.
  @inlinable
  public var ringCount: Int { ringStarts.count - 1 }

  /// The number of vertices of all rings, the repeated last ones included.
  @inlinable
  public var vertexCount: Int { x.count }

  /// Returns the polygons of an area.
  @inlinable
  public func polygons(of area: Int) -> Range<Int> { areaStarts[area]..<areaStarts[area + 1] }

  /// Returns the rings of a polygon, the outer one first.
  @inlinable
  public func rings(ofPolygon polygon: Int) -> Range<Int> {
    polygonStarts[polygon]..<polygonStarts[polygon + 1]
  }

  /// Returns the rings of an area, polygon after polygon.
  @inlinable
  public func rings(ofArea area: Int) -> Range<Int> {
    polygonStarts[areaStarts[area]]..<polygonStarts[areaStarts[area + 1]]
  }

  /// Returns the vertices of a ring; the last equals the first.
  @inlinable
  public func vertices(ofRing ring: Int) -> Range<Int> { ringStarts[ring]..<ringStarts[ring + 1] }

  /// Returns the vertices of an area, ring after ring.
  @inlinable
  public func vertices(ofArea area: Int) -> Range<Int> {
    let rings = rings(ofArea: area)
    return ringStarts[rings.lowerBound]..<ringStarts[rings.upperBound]
  }

  /// Reserves space for an expected number of vertices.
  public mutating func reserveCapacity(vertices: Int) {
    x.reserveCapacity(vertices)
    y.reserveCapacity(vertices)
  }

  /// Appends an area given as polygons of closed rings, the outer ring of each first.
  ///
  /// Rings are turned where needed, so that outer ones run counter-clockwise and holes clockwise.
  ///
  /// - Parameter polygons: Polygons of rings of positions; every ring closed.
  /// - Complexity: O(*n*) for *n* vertices.
  public mutating func appendArea(_ polygons: [[[Point]]]) {
    for rings in polygons {
      for (position, ring) in rings.enumerated() {
        precondition(
          ring.count >= 4 && ring.first == ring.last, "OutlineTable.appendArea: an open ring")
        let runsCounterClockwise = signedRingArea(ring) > 0
        let isOuter = position == 0
        if runsCounterClockwise == isOuter {
          for point in ring { appendVertex(point) }
        } else {
          for point in ring.reversed() { appendVertex(point) }
        }
        ringStarts.append(x.count)
      }
      polygonStarts.append(ringCount)
    }
    areaStarts.append(polygonCount)
  }

  /// Appends one area of another table.
  public mutating func appendArea(_ area: Int, of other: OutlineTable) {
    for polygon in other.polygons(of: area) {
      for ring in other.rings(ofPolygon: polygon) {
        let vertices = other.vertices(ofRing: ring)
        x.append(contentsOf: other.x[vertices])
        y.append(contentsOf: other.y[vertices])
        ringStarts.append(x.count)
      }
      polygonStarts.append(ringCount)
    }
    areaStarts.append(polygonCount)
  }

  /// Appends all areas of another table.
  ///
  /// - Complexity: O(*n*) for *n* vertices of the other table.
  public mutating func append(contentsOf other: OutlineTable) {
    let (vertices, rings, polygons) = (vertexCount, ringCount, polygonCount)
    x += other.x
    y += other.y
    ringStarts += other.ringStarts.dropFirst().map { $0 + vertices }
    polygonStarts += other.polygonStarts.dropFirst().map { $0 + rings }
    areaStarts += other.areaStarts.dropFirst().map { $0 + polygons }
  }

  private mutating func appendVertex(_ point: Point) {
    x.append(point.x)
    y.append(point.y)
  }

  /// Returns the rectangle around an area; empty for an area without rings.
  public func box(ofArea area: Int) -> Box { box(of: vertices(ofArea: area)) }

  /// Returns the rectangle around a ring.
  public func box(ofRing ring: Int) -> Box { box(of: vertices(ofRing: ring)) }

  /// The rectangle around all areas; empty when there is none.
  public var box: Box { box(of: 0..<vertexCount) }

  private func box(of vertices: Range<Int>) -> Box {
    var box = Box.empty
    for vertex in vertices { box.formUnion(x: x[vertex], y: y[vertex]) }
    return box
  }

  /// Returns the area enclosed by an area's rings, holes taken off, in squared coordinate units.
  ///
  /// - Complexity: O(*n*) for *n* vertices of the area.
  public func area(of area: Int) -> Double {
    var sum = 0.0
    for ring in rings(ofArea: area) { sum += signedArea(ofRing: ring) }
    return sum
  }

  /// Returns a ring's enclosed area: positive counter-clockwise, negative clockwise.
  public func signedArea(ofRing ring: Int) -> Double {
    let vertices = vertices(ofRing: ring)
    guard let first = vertices.first else { return 0 }
    let (originX, originY) = (x[first], y[first])
    var doubled = 0.0
    for vertex in vertices.dropLast() {
      doubled +=
        (x[vertex] - originX) * (y[vertex + 1] - originY)
        - (x[vertex + 1] - originX) * (y[vertex] - originY)
    }
    return doubled / 2
  }
}

/// Returns a closed ring's enclosed area: positive counter-clockwise, negative clockwise.
public func signedRingArea(_ ring: [Point]) -> Double {
  guard let origin = ring.first else { return 0 }
  var doubled = 0.0
  for (a, b) in zip(ring, ring.dropFirst()) {
    doubled += (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y)
  }
  return doubled / 2
}
