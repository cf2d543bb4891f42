package import Geometry

/// The extent of the areas of layers.
package struct AreaReach {
  /// The median position of the areas, from about a thousand of them.
  ///
  /// Unlike the centre of the rectangle around them it is where the data is, even if one area lies
  /// far from all others.
  package let middle: Point
  /// The vertices farthest to the west, east, south and north in each layer, with their areas.
  package let edges: [(vertex: Point, layer: Int, area: Int)]

  /// Examines layers that have areas.
  package init(of layers: [OutlineTable]) {
    let count = layers.reduce(0) { $0 + $1.areaCount }
    precondition(count > 0, "AreaReach: there is no area")
    var middles: [Point] = []
    for outlines in layers {
      for area in stride(from: 0, to: outlines.areaCount, by: max(1, count / 1000)) {
        middles.append(outlines.box(ofArea: area).centre)
      }
    }
    let half = (middles.count - 1) / 2
    middle = Point(x: middles.map(\.x).sorted()[half], y: middles.map(\.y).sorted()[half])
    edges = layers.enumerated().flatMap { layer, outlines in
      outlines.extremes.map { (outlines.point(at: $0), layer, outlines.area(ofVertex: $0)) }
    }
  }
}

extension OutlineTable {
  /// The vertices farthest to the west, east, south and north; empty without areas.
  fileprivate var extremes: [Int] {
    if x.isEmpty { return [] }
    var (west, east, south, north) = (0, 0, 0, 0)
    for vertex in x.indices {
      if x[vertex] < x[west] { west = vertex }
      if x[vertex] > x[east] { east = vertex }
      if y[vertex] < y[south] { south = vertex }
      if y[vertex] > y[north] { north = vertex }
    }
    return [west, east, south, north]
  }

  fileprivate func point(at vertex: Int) -> Point { Point(x: x[vertex], y: y[vertex]) }

  fileprivate func area(ofVertex vertex: Int) -> Int {
    (0..<areaCount).first { vertices(ofArea: $0).contains(vertex) } ?? 0
  }

  /// Returns the areas with a vertex outside a rectangle, or one that is not a number.
  package func areasBeyond(_ bounds: Box) -> [Int] {
    if x.indices.allSatisfy({ bounds.contains(x: x[$0], y: y[$0]) }) { return [] }
    return (0..<areaCount).filter { area in
      !vertices(ofArea: area).allSatisfy { bounds.contains(x: x[$0], y: y[$0]) }
    }
  }
}
