import Geometry
import Statistics
import Testing

/// Returns rings as the search takes them; each is closed here.
private func flat(_ rings: [[(Double, Double)]]) -> (x: [Double], y: [Double], starts: [Int]) {
  var result: (x: [Double], y: [Double], starts: [Int]) = ([], [], [0])
  for ring in rings {
    for vertex in ring + [ring[0]] {
      result.x.append(vertex.0)
      result.y.append(vertex.1)
    }
    result.starts.append(result.x.count)
  }
  return result
}

private func meetings(_ rings: [[(Double, Double)]], limit: Int = 1_000_000) -> Int {
  let (x, y, starts) = flat(rings)
  var search = EdgeMeetings()
  return search.count(x: x, y: y, ringStarts: starts[...], limit: limit)
}

@Suite("Edges that meet")
struct EdgeMeetingsTests {
  private static let square: [(Double, Double)] = [(0, 0), (10, 0), (10, 10), (0, 10)]

  @Test("an outline that keeps away from itself has none, holes and parts beside each other too")
  func none() {
    #expect(meetings([Self.square]) == 0)
    #expect(meetings([[(0, 0), (4, 0), (0, 4)]]) == 0)
    #expect(meetings([Self.square, [(2, 2), (2, 8), (8, 8), (8, 2)]]) == 0)
    #expect(meetings([Self.square, [(20, 0), (30, 0), (20, 9)]]) == 0)
    #expect(meetings([]) == 0)
    // A vertex in the middle of a straight side turns nowhere.
    #expect(meetings([[(0, 0), (5, 0), (10, 0), (10, 10), (0, 10)]]) == 0)
  }

  @Test("crossings, touching vertices, shared sides and ways back are found")
  func some() {
    #expect(meetings([[(0, 0), (10, 10), (10, 0), (0, 10)]]) == 1, "a bow-tie")
    #expect(meetings([Self.square, [(5, 5), (15, 5), (15, 6), (5, 6)]]) == 2, "two parts overlap")
    #expect(meetings([Self.square, [(4, 0), (6, 4), (5, 5)]]) == 2, "a hole touches a side")
    // The vertex 5,5 lies on two edges of each visit.
    #expect(
      meetings([[(0, 0), (5, 5), (10, 0), (10, 10), (5, 5), (0, 10)]]) == 4,
      "a ring touches itself")
    // Each side of the shared one touches it too.
    #expect(meetings([Self.square, [(10, 0), (20, 0), (20, 10), (10, 10)]]) == 7, "a shared side")
    #expect(meetings([[(0, 0), (10, 0), (10, 5), (15, 5), (10, 5), (10, 10)]]) > 0, "a spike")
    #expect(meetings([[(0, 0), (10, 0), (10, 5), (10, 2), (5, 9)]]) > 0, "a way back")
    // The last edge goes back on the first, along a line through the first vertex.
    #expect(meetings([[(0, 0), (8, 4), (9, 9), (4, 2)]]) == 2, "across the end of the ring")
  }

  @Test("edges that nearly touch do not meet, by whatever is left")
  func nearlyTouching() {
    let tip = 10.0.nextDown
    #expect(meetings([Self.square, [(2, 2), (tip, 5), (2, 8)]]) == 0)
    #expect(meetings([Self.square, [(2, 2), (10, 5), (2, 8)]]) == 2)
  }

  /// All pairs of edges, by the sign of turns of whole numbers, which are exact.
  private func bruteForce(_ rings: [[(Double, Double)]]) -> Int {
    struct Edge {
      var ring: Int
      var place: Int
      var a: (Double, Double)
      var b: (Double, Double)
    }
    let edges = rings.enumerated().flatMap { number, ring in
      ring.indices.map {
        Edge(ring: number, place: $0, a: ring[$0], b: ring[($0 + 1) % ring.count])
      }
    }
    func turn(_ a: (Double, Double), _ b: (Double, Double), _ c: (Double, Double)) -> Double {
      ((b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0)).sign(or: 0)
    }
    func lies(_ p: (Double, Double), on e: Edge) -> Bool {
      turn(e.a, e.b, p) == 0 && p.0 >= min(e.a.0, e.b.0) && p.0 <= max(e.a.0, e.b.0)
        && p.1 >= min(e.a.1, e.b.1) && p.1 <= max(e.a.1, e.b.1)
    }
    var count = 0
    for (position, e) in edges.enumerated() {
      for f in edges[(position + 1)...] {
        if e.a == e.b || f.a == f.b { continue }
        let size = rings[e.ring].count
        if e.ring == f.ring && (f.place == e.place + 1 || (e.place == 0 && f.place == size - 1)) {
          let (from, at, to) = f.place == e.place + 1 ? (e.a, e.b, f.b) : (f.a, f.b, e.b)
          let along = (from.0 - at.0) * (to.0 - at.0) + (from.1 - at.1) * (to.1 - at.1)
          if turn(from, at, to) == 0 && along > 0 { count += 1 }
          continue
        }
        let crosses =
          turn(e.a, e.b, f.a) * turn(e.a, e.b, f.b) < 0
          && turn(f.a, f.b, e.a) * turn(f.a, f.b, e.b) < 0
        if crosses || lies(e.a, on: f) || lies(e.b, on: f) || lies(f.a, on: e) || lies(f.b, on: e) {
          count += 1
        }
      }
    }
    return count
  }

  @Test("counts are those of comparing every pair", arguments: 0..<40 as Range<UInt64>)
  func everyPair(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let rings = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 3...40, using: &random)).map { _ in
        (
          Double(Int.random(in: 0...30, using: &random)),
          Double(Int.random(in: 0...30, using: &random))
        )
      }
    }
    let expected = bruteForce(rings)
    #expect(meetings(rings) == expected)
    #expect(meetings(rings, limit: 3) == min(3, expected))
  }
}

extension Double {
  /// The sign, or something else for zero.
  fileprivate func sign(or zero: Double) -> Double { self > 0 ? 1 : self < 0 ? -1 : zero }
}
