import Statistics
import Testing

@testable import HotspotAnalysis

@Suite("Joining of locations")
struct LocationJoiningTests {
  @Test("a row of houses is not chained together: the busiest take their neighbours")
  func street() {
    // Houses every 20 m, of which the third and the last are busy; within 25 m.
    let x: [Int32] = [0, 2_000, 4_000, 6_000, 8_000, 10_000]
    let y = [Int32](repeating: 0, count: 6)
    let centres = LocationJoining.centres(
      x: x, y: y, incidents: [1, 2, 9, 2, 1, 5], within: 25)
    // The third takes the second and the fourth, the last the fifth; the first is left by itself.
    #expect(centres == [0, 2, 2, 2, 5, 5])
  }

  @Test("of equally busy ones the western goes first, then the southern")
  func ties() {
    #expect(
      LocationJoining.centres(
        x: [1_000, 0, 2_000], y: [0, 0, 0], incidents: [3, 3, 3], within: 10) == [1, 1, 2])
    #expect(
      LocationJoining.centres(
        x: [0, 0, 0], y: [2_000, 1_000, 0], incidents: [3, 3, 3], within: 10) == [0, 2, 2])
  }

  @Test("exactly the distance is within it, a centimetre more is not")
  func edge() {
    #expect(
      LocationJoining.centres(x: [0, 3_000], y: [0, 4_000], incidents: [2, 1], within: 50)
        == [0, 0])
    #expect(
      LocationJoining.centres(x: [0, 3_000], y: [0, 4_001], incidents: [2, 1], within: 50)
        == [0, 1])
    #expect(LocationJoining.centres(x: [], y: [], incidents: [], within: 50) == [])
  }

  @Test("it is what comparing all with all finds, in any order of the locations", arguments: 1...6)
  func slow(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    func coordinate() -> Int32 { Int32(truncatingIfNeeded: random.next() % 60_000) - 30_000 }
    var places: Set<[Int32]> = []
    while places.count < 300 { places.insert([coordinate(), coordinate()]) }
    let sites = places.sorted { $0.lexicographicallyPrecedes($1) }.map {
      (x: $0[0], y: $0[1], incidents: Int(random.next() % 5) + 1)
    }
    for metres in [1.0, 12.5, 40, 200] {
      var expected: [[Int32]: [Int32]] = [:]
      for site in sites.sorted(by: {
        $0.incidents != $1.incidents ? $0.incidents > $1.incidents : ($0.x, $0.y) < ($1.x, $1.y)
      }) where expected[[site.x, site.y]] == nil {
        for other in sites where expected[[other.x, other.y]] == nil {
          let (dx, dy) = (Double(other.x) - Double(site.x), Double(other.y) - Double(site.y))
          if (dx * dx + dy * dy).squareRoot() <= metres * 100 + 1e-6 {
            expected[[other.x, other.y]] = [site.x, site.y]
          }
        }
      }
      let turned = sites.enumerated().sorted { ($0.offset * 7) % 300 < ($1.offset * 7) % 300 }.map(
        \.element)
      let centres = LocationJoining.centres(
        x: turned.map(\.x), y: turned.map(\.y), incidents: turned.map(\.incidents), within: metres)
      for (site, centre) in zip(turned, centres) {
        let found = turned[Int(centre)]
        #expect(expected[[site.x, site.y]] == [found.x, found.y], "\(metres) m")
      }
    }
  }
}
