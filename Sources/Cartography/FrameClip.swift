package import Geometry

/// Cuts what is drawn off at the edges of the map's frame.
///
/// Cutting the lines themselves, where a clipping path would hide them, keeps files small and easy
/// to edit.
package struct FrameClip: Sendable {
  private let minX: Int
  private let minY: Int
  private let maxX: Int
  private let maxY: Int

  /// Creates a clip from a frame in points.
  package init(frame: Box) {
    minX = Int((frame.minX * GridLine.unitsPerPoint).rounded())
    minY = Int((frame.minY * GridLine.unitsPerPoint).rounded())
    maxX = Int((frame.maxX * GridLine.unitsPerPoint).rounded())
    maxY = Int((frame.maxY * GridLine.unitsPerPoint).rounded())
  }

  /// Returns the part of a ring inside the frame; an empty line when there is none.
  ///
  /// Where the ring leaves and returns, the result runs along the frame's edge. After Sutherland &
  /// Hodgman (1974), https://doi.org/10.1145/360767.360802
  package func ring(_ ring: GridLine) -> GridLine {
    if contains(ring) { return ring }
    var result = ring
    for edge in edges {
      let input = result
      result = GridLine()
      guard input.count > 0 else { break }
      var previous = (x: input.x[input.count - 1], y: input.y[input.count - 1])
      for vertex in 0..<input.count {
        let current = (x: input.x[vertex], y: input.y[vertex])
        if edge.isInside(current) != edge.isInside(previous) {
          let crossing = edge.crossing(previous, current)
          result.append(x: crossing.x, y: crossing.y)
        }
        if edge.isInside(current) { result.append(x: current.x, y: current.y) }
        previous = current
      }
    }
    result.openRing()
    return result.count >= 3 ? result : GridLine()
  }

  /// Returns the parts of an open line inside the frame.
  package func lines(_ line: GridLine) -> [GridLine] {
    if contains(line) { return [line] }
    return edges.reduce([line]) { parts, edge in parts.flatMap { cut($0, at: edge) } }
  }

  /// Returns the parts of a line on the inner side of one edge.
  private func cut(_ line: GridLine, at edge: Edge) -> [GridLine] {
    var parts: [GridLine] = []
    var part = GridLine()
    for vertex in 0..<line.count {
      let current = (x: line.x[vertex], y: line.y[vertex])
      if vertex > 0 {
        let previous = (x: line.x[vertex - 1], y: line.y[vertex - 1])
        if edge.isInside(current) != edge.isInside(previous) {
          let crossing = edge.crossing(previous, current)
          part.append(x: crossing.x, y: crossing.y)
        }
      }
      if edge.isInside(current) {
        part.append(x: current.x, y: current.y)
      } else {
        parts.append(part)
        part = GridLine()
      }
    }
    return (parts + [part]).filter { $0.count > 1 }
  }

  private func contains(_ line: GridLine) -> Bool {
    line.x.allSatisfy { $0 >= minX && $0 <= maxX } && line.y.allSatisfy { $0 >= minY && $0 <= maxY }
  }

  private var edges: [Edge] {
    [
      Edge(isVertical: true, isUpper: false, limit: minX),
      Edge(isVertical: true, isUpper: true, limit: maxX),
      Edge(isVertical: false, isUpper: false, limit: minY),
      Edge(isVertical: false, isUpper: true, limit: maxY),
    ]
  }
}

/// One edge of the frame.
private struct Edge {
  /// Whether the edge limits x.
  let isVertical: Bool
  /// Whether coordinates stay below the limit.
  let isUpper: Bool
  let limit: Int

  func isInside(_ place: (x: Int, y: Int)) -> Bool {
    let coordinate = isVertical ? place.x : place.y
    return isUpper ? coordinate <= limit : coordinate >= limit
  }

  /// Returns where the segment between two positions meets the edge, the same in both directions.
  func crossing(_ first: (x: Int, y: Int), _ second: (x: Int, y: Int)) -> (x: Int, y: Int) {
    let (a, b) = first < second ? (first, second) : (second, first)
    if isVertical {
      let part = Double(limit - a.x) / Double(b.x - a.x)
      return (limit, a.y + Int((Double(b.y - a.y) * part).rounded()))
    }
    let part = Double(limit - a.y) / Double(b.y - a.y)
    return (a.x + Int((Double(b.x - a.x) * part).rounded()), limit)
  }
}
