import Geometry
import Statistics
import Testing

@Suite("Grouping rings")
struct RingGroupingTests {
  private func square(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0 * size, y: y + $1 * size) }
  }

  private func ring(_ corners: (Double, Double)...) -> [Point] {
    (corners + corners[..<1]).map { Point(x: $0.0, y: $0.1) }
  }

  @Test("one ring is one polygon, none is none")
  func simple() {
    #expect(groupRings([]).isEmpty)
    #expect(groupRings([square(0, 0, 1)]) == [[square(0, 0, 1)]])
  }

  @Test("an island in a hole is a polygon of its own, whatever the order")
  func islandInHole() {
    let (outer, hole, island) = (square(0, 0, 10), square(2, 2, 6), square(4, 4, 1))
    #expect(groupRings([outer, hole, island]) == [[outer, hole], [island]])
    #expect(groupRings([island, hole, outer]) == [[island], [outer, hole]])
    #expect(groupRings([hole, island, outer]) == [[island], [outer, hole]])
  }

  @Test("rings that touch are told apart by what does not touch")
  func touching() {
    let outer = square(0, 0, 10)
    // A hole whose corners all lie on the outer ring's edges.
    let diamond = ring((5, 0), (10, 5), (5, 10), (0, 5))
    #expect(groupRings([diamond, outer]) == [[outer, diamond]])
    // A hole with a corner and an edge of the outer ring, and one that touches it.
    let corner = ring((0, 0), (4, 0), (4, 4))
    let neighbour = ring((4, 4), (8, 4), (8, 8))
    #expect(groupRings([corner, outer, neighbour]) == [[outer, corner, neighbour]])
    // Two outer rings that share an edge or a corner.
    let (east, northEast) = (square(10, 0, 5), square(10, 10, 5))
    #expect(groupRings([outer, east, northEast]) == [[outer], [east], [northEast]])
    // A ring in the bay of another, all its corners on it.
    let bay = ring((0, 0), (10, 0), (10, 10), (7, 10), (7, 4), (3, 4), (3, 10), (0, 10))
    let filling = ring((3, 4), (7, 4), (7, 10), (3, 10))
    #expect(groupRings([bay, filling]) == [[bay], [filling]])
    // An island that fills part of a hole.
    let island = ring((5, 0), (10, 5), (5, 5))
    #expect(groupRings([island, outer, diamond]) == [[island], [outer, diamond]])
  }

  @Test("rings that cross lose no vertex")
  func crossing() {
    let rings = [square(0, 0, 10), square(5, 5, 10), square(6, 6, 3), square(-1, 4, 5)]
    for seed in 0..<20 as Range<UInt64> {
      var generator = SplitMix64(seed: seed)
      let grouped = groupRings(rings.shuffled(using: &generator))
      #expect(grouped.joined().count == 4)
      #expect(Set(grouped.joined()) == Set(rings))
    }
  }

  /// A nest of rings whose grouping is known because it was built that way.
  private struct Nest {
    var rings: [[Point]] = []
    var polygons: [Set<[Point]>] = []

    mutating func add(
      _ box: (x: Double, y: Double, size: Double), outer: Int?, depth: Int,
      using generator: inout SplitMix64
    ) {
      var ring = [(0, 0), (1, 0), (1, 1), (0, 1)].map {
        Point(x: box.x + $0 * box.size, y: box.y + $1 * box.size)
      }
      let turn = Int.random(in: 0..<4, using: &generator)
      ring = Array(ring[turn...] + ring[..<turn])
      if Bool.random(using: &generator) { ring.reverse() }
      ring.append(ring[0])
      rings.append(ring)
      var own = outer
      if let outer {
        polygons[outer].insert(ring)
        own = nil
      } else {
        own = polygons.count
        polygons.append([ring])
      }
      guard depth < 4 else { return }
      for cell in 0..<9 where Int.random(in: 0..<3, using: &generator) == 0 {
        let size = box.size / 3
        // Some children touch their neighbours and their parent in a corner or along an edge.
        let margin = Bool.random(using: &generator) ? 0 : size / 8
        add(
          (
            box.x + Double(cell % 3) * size + margin, box.y + Double(cell / 3) * size + margin,
            size - 2 * margin
          ),
          outer: own, depth: depth + 1, using: &generator)
      }
    }
  }

  @Test("nests of any depth come out as they were built", arguments: 0..<40 as Range<UInt64>)
  func nests(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var nest = Nest()
    nest.add((0, 0, 6561), outer: nil, depth: 0, using: &generator)
    nest.add((7000, 0, 6561), outer: nil, depth: 0, using: &generator)
    let grouped = groupRings(nest.rings.shuffled(using: &generator))
    #expect(Set(grouped.map(Set.init)) == Set(nest.polygons))
    for polygon in grouped {
      let sizes = polygon.map { abs(signedRingArea($0)) }
      #expect(sizes.first == sizes.max(), "the outer ring comes first")
    }
  }
}
