import Geometry

/// A side of a region, walked with the region on its left.
struct RegionSide {
  /// Where it begins.
  var from: Point
  /// Where it ends.
  var to: Point
}

/// Joins the sides of a region to rings, and the rings to polygons.
enum RingTracing {
  /// Returns the polygons a region consists of, each an outer ring, counter-clockwise, and its
  /// holes, clockwise.
  ///
  /// Rings are closed, visit no place twice and meet others at corners only; the ground within a
  /// polygon hangs together. So they are valid by the rules of OGC's simple features.
  ///
  /// - Parameters:
  ///   - sides: All sides, in any order; as many end at a place as begin there. Two that run opposite
  ///     ways between the same places have nothing between them and are left out.
  ///   - merging: Whether corners between sides of one direction are left out.
  /// - Returns: The polygons, in the order of their southernmost places, western ones first.
  /// - Complexity: O(*n* log *n* + *h* *p*) for *n* sides, *h* holes and *p* polygons.
  static func polygons(of sides: [RegionSide], mergingStraight merging: Bool) -> [[[Point]]] {
    var rings: [[Point]] = []
    for walk in closedWalks(along: withoutOpposites(sides)) {
      appendSimpleRings(of: walk, to: &rings)
    }
    var polygons = nested(rings)
    if merging {
      for polygon in polygons.indices {
        polygons[polygon] = polygons[polygon].map(withoutStraightCorners)
      }
    }
    return polygons
  }

  private static func precedes(_ a: Point, _ b: Point) -> Bool {
    a.y != b.y ? a.y < b.y : a.x < b.x
  }

  /// Returns the sides without those of no length and without pairs that run opposite ways, sorted
  /// by where they begin.
  private static func withoutOpposites(_ sides: [RegionSide]) -> [RegionSide] {
    // Sides between the same two places stand together, whichever way they run.
    let directed = sides.filter { $0.from != $0.to }.map { side in
      precedes(side.from, side.to)
        ? (low: side.from, high: side.to, isUp: true) : (side.to, side.from, false)
    }.sorted { a, b in
      a.low != b.low ? precedes(a.low, b.low) : precedes(a.high, b.high)
    }
    var kept: [RegionSide] = []
    var first = 0
    while first < directed.count {
      var surplus = 0
      var next = first
      while next < directed.count, directed[next].low == directed[first].low,
        directed[next].high == directed[first].high
      {
        surplus += directed[next].isUp ? 1 : -1
        next += 1
      }
      let (low, high) = (directed[first].low, directed[first].high)
      for _ in 0..<abs(surplus) {
        kept.append(surplus > 0 ? RegionSide(from: low, to: high) : RegionSide(from: high, to: low))
      }
      first = next
    }
    return kept.sorted { a, b in
      a.from != b.from ? precedes(a.from, b.from) : precedes(a.to, b.to)
    }
  }

  /// Walks from side to side until each is used.
  private static func closedWalks(along sides: [RegionSide]) -> [[Point]] {
    var isUsed = [Bool](repeating: false, count: sides.count)
    var walks: [[Point]] = []
    for first in sides.indices where !isUsed[first] {
      var walk: [Point] = []
      var side: Int? = first
      while let here = side {
        isUsed[here] = true
        walk.append(sides[here].from)
        side = next(after: sides[here], in: sides, isUsed, closing: first)
      }
      walks.append(walk)
    }
    return walks
  }

  /// Returns the unused side that bounds the same ground where a side ends; `nil` if the walk is
  /// closed.
  ///
  /// Where several begin, it is the first one clockwise from the way back, because the ground lies
  /// there: pieces of ground that meet in a corner only are walked around one by one.
  private static func next(
    after side: RegionSide, in sides: [RegionSide], _ isUsed: [Bool], closing first: Int
  ) -> Int? {
    var (low, high) = (0, sides.count)
    while low < high {
      let middle = (low + high) / 2
      if precedes(sides[middle].from, side.to) { low = middle + 1 } else { high = middle }
    }
    var best: Int?
    while low < sides.count, sides[low].from == side.to {
      let isFree = !isUsed[low] || low == first
      if isFree, best.map({ isClockwise(sides[low], before: sides[$0], from: side) }) ?? true {
        best = low
      }
      low += 1
    }
    return best == first ? nil : best
  }

  /// Returns whether one side comes before another when turning clockwise from the way back along
  /// the side that led to where both begin.
  private static func isClockwise(
    _ a: RegionSide, before b: RegionSide, from arrival: RegionSide
  ) -> Bool {
    let back = direction(RegionSide(from: arrival.to, to: arrival.from))
    let (toA, toB) = (direction(a), direction(b))
    let (halfOfA, halfOfB) = (
      isInFirstHalf(toA, clockwiseFrom: back), isInFirstHalf(toB, clockwiseFrom: back)
    )
    return halfOfA != halfOfB ? halfOfA : cross(toA, toB) < 0
  }

  private static func isInFirstHalf(_ way: Point, clockwiseFrom back: Point) -> Bool {
    cross(back, way) < 0
  }

  private static func direction(_ side: RegionSide) -> Point {
    Point(x: side.to.x - side.from.x, y: side.to.y - side.from.y)
  }

  private static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }

  /// Cuts a walk where it comes to a place again, so that no ring visits a place twice; what goes
  /// there and back encloses nothing and is dropped.
  private static func appendSimpleRings(of walk: [Point], to rings: inout [[Point]]) {
    var path: [Point] = []
    var positions: [Point: Int] = [:]
    func appendRing(_ corners: some Collection<Point>) {
      guard corners.count > 2 else { return }
      let first = corners.prefix(1)
      rings.append(Array(corners) + first)
    }
    for point in walk {
      guard let position = positions[point] else {
        positions[point] = path.count
        path.append(point)
        continue
      }
      appendRing(path[position...])
      for dropped in path[(position + 1)...] { positions[dropped] = nil }
      path.removeSubrange((position + 1)...)
    }
    appendRing(path)
  }

  /// Gives each hole to the smallest outer ring around it.
  private static func nested(_ rings: [[Point]]) -> [[[Point]]] {
    let areas = rings.map { signedRingArea($0) }
    let boxes = rings.map { ring in
      var box = Box.empty
      for point in ring { box.formUnion(x: point.x, y: point.y) }
      return box
    }
    let outer = rings.indices.filter { areas[$0] > 0 }
    let bySize = outer.sorted { areas[$0] != areas[$1] ? areas[$0] < areas[$1] : $0 < $1 }
    var holes: [Int: [Int]] = [:]
    for hole in rings.indices where areas[hole] < 0 {
      // Rings meet at corners only, so the middle of a side is on no other ring.
      let (a, b) = (rings[hole][0], rings[hole][1])
      let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
      let around = bySize.first {
        boxes[$0].contains(boxes[hole]) && contains(rings[$0], middle)
      }
      if let around { holes[around, default: []].append(hole) }
    }
    return outer.map { ring in [rings[ring]] + (holes[ring] ?? []).map { rings[$0] } }
  }

  private static func contains(_ ring: [Point], _ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      let (low, high) = a.y < b.y ? (a, b) : (b, a)
      if point.x < low.x + (point.y - low.y) / (high.y - low.y) * (high.x - low.x) {
        isInside.toggle()
      }
    }
    return isInside
  }

  private static func withoutStraightCorners(_ ring: [Point]) -> [Point] {
    let corners = ring.dropLast()
    var kept: [Point] = []
    for position in corners.indices {
      let before = corners[position == 0 ? corners.count - 1 : position - 1]
      let (here, after) = (corners[position], ring[position + 1])
      let turn =
        (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
      if turn != 0 { kept.append(here) }
    }
    return kept + kept.prefix(1)
  }
}
