import Geometry
import Glibc

/// Roads joined where one of the same name begins at the end of another, as files cut streets at
/// every crossing.
struct RoadChains {
  /// A street, from one end of it to the other.
  struct Chain {
    let name: String
    /// The highest class of its roads.
    let roadClass: BackdropLayer.RoadClass
    /// Its vertices on the page, in points; two at least.
    let points: [Point]
    /// How far each vertex lies from the first along the street.
    let distances: [Double]

    /// Its length.
    var length: Double { distances.last ?? 0 }
  }

  /// The streets of each name, in the order in which names come first.
  let byName: [[Chain]]

  /// Joins roads.
  ///
  /// - Parameter roads: The roads.
  /// - Complexity: O(*n*) for *n* vertices of roads that do not all meet in one place.
  init(_ roads: [RoadNames.Road]) {
    var order: [String] = []
    var groups: [String: [RoadNames.Road]] = [:]
    for road in roads where road.points.count > 1 {
      if groups[road.name] == nil { order.append(road.name) }
      groups[road.name, default: []].append(road)
    }
    byName = order.map { name in
      let roads = groups[name] ?? []
      let roadClass = roads.map(\.roadClass).max() ?? .minor
      return Self.joined(roads.map(\.points)).map { points in
        var distances = [0.0]
        for (from, to) in zip(points, points.dropFirst()) {
          distances.append(distances[distances.count - 1] + hypot(to.x - from.x, to.y - from.y))
        }
        return Chain(name: name, roadClass: roadClass, points: points, distances: distances)
      }
    }
  }

  /// A place that ends share when they meet, to a tenth of a point.
  private struct End: Hashable {
    let x: Int
    let y: Int

    init(_ point: Point) {
      (x, y) = (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
    }
  }

  private static func joined(_ pieces: [[Point]]) -> [[Point]] {
    var ends: [End: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      ends[End(piece[0]), default: []].append(index)
      ends[End(piece[piece.count - 1]), default: []].append(index)
    }
    var isUsed = Array(repeating: false, count: pieces.count)
    var chains: [[Point]] = []
    for start in pieces.indices where !isUsed[start] {
      var chain = pieces[start]
      isUsed[start] = true
      // To its one end, then turned round to its other.
      for _ in 0..<2 {
        while true {
          let end = End(chain[chain.count - 1])
          let next = (ends[end] ?? []).filter { !isUsed[$0] }.map { index in
            let piece = pieces[index]
            let isForward = End(piece[0]) == end
            return (index: index, points: isForward ? piece : piece.reversed())
          }.max { straightness(chain, $0.points) < straightness(chain, $1.points) }
          guard let next else { break }
          isUsed[next.index] = true
          chain += next.points.dropFirst()
        }
        chain.reverse()
      }
      chains.append(chain)
    }
    return chains
  }

  /// Returns the cosine of the turn from the end of one line to the beginning of another.
  private static func straightness(_ line: [Point], _ next: [Point]) -> Double {
    let (before, end) = (line[line.count - 2], line[line.count - 1])
    let (ax, ay) = (end.x - before.x, end.y - before.y)
    let (bx, by) = (next[1].x - next[0].x, next[1].y - next[0].y)
    let length = hypot(ax, ay) * hypot(bx, by)
    return length > 0 ? (ax * bx + ay * by) / length : -1
  }
}

extension RoadChains.Chain {
  /// A stretch of a street that text may stand on.
  struct Stretch {
    /// The middle of the straight line between its ends.
    let middle: Point
    /// The direction of this line, turned so that text upon it is read from the left or from
    /// below, in degrees clockwise.
    let turn: Double
    /// How far the street lies from this line at most.
    let deviation: Double
  }

  /// Returns the stretch between two distances from the first vertex; `nil` if its ends are
  /// nearer to each other than text on it may be shortened.
  ///
  /// - Complexity: O(log *n* + *m*) for *n* vertices of the street and *m* of the stretch.
  func stretch(from start: Double, to end: Double) -> Stretch? {
    let (first, last) = (place(at: start), place(at: end))
    let (a, b) = (first.point, last.point)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let chord = hypot(dx, dy)
    guard chord > 0, chord >= 0.96 * (end - start) else { return nil }
    var (low, high) = (0.0, 0.0)
    for vertex in first.after..<max(first.after, last.after) {
      let (px, py) = (points[vertex].x - a.x, points[vertex].y - a.y)
      let distance = (dx * py - dy * px) / chord
      (low, high) = (min(low, distance), max(high, distance))
    }
    var turn = atan2(dy, dx) * 180 / .pi
    if turn >= 89.5 { turn -= 180 } else if turn < -90.5 { turn += 180 }
    // Between what lies to both sides of the line.
    let shift = (low + high) / 2
    return Stretch(
      middle: Point(
        x: (a.x + b.x) / 2 - dy / chord * shift, y: (a.y + b.y) / 2 + dx / chord * shift),
      turn: turn, deviation: (high - low) / 2)
  }

  /// Returns the place at a distance from the first vertex, and the first vertex beyond it.
  private func place(at distance: Double) -> (point: Point, after: Int) {
    var (low, high) = (1, points.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if distances[middle] < distance { low = middle + 1 } else { high = middle }
    }
    let (from, to) = (points[low - 1], points[low])
    let length = distances[low] - distances[low - 1]
    // Beyond the ends the last piece is carried on, by as much as text may stand over.
    let part = length > 0 ? (distance - distances[low - 1]) / length : 0
    return (
      Point(x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part), low
    )
  }
}
