import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite struct NeighboursTests {
  @Test("pairs may repeat and come in any order and direction")
  func fromPairs() {
    let neighbours = Neighbours(pairs: [(3, 1), (0, 1), (1, 3), (1, 0), (3, 0)], count: 5)
    #expect(neighbours.starts == [0, 2, 4, 4, 6, 6])
    #expect(neighbours.ids == [1, 3, 0, 3, 0, 1])
    #expect(neighbours.degrees == [2, 2, 0, 2, 0])
    #expect(neighbours.islands == [2, 4])
    #expect(neighbours.pairCount == 6)
  }

  @Test("sums are of the neighbours alone")
  func sums() {
    let neighbours = Neighbours(pairs: [(0, 1), (0, 2)], count: 4)
    #expect(neighbours.sums(of: [1, 10, 100, 1000]) == [110, 1, 1, 0])
  }

  @Test("places that are left out take their pairs with them", arguments: 0..<20)
  func keeping(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 20
    let chosen = (0..<count * count).map { _ in random.nextUnit() < 0.2 }
    let all = (0..<count).flatMap { a in (0..<a).map { (a, $0) } }
      .filter { chosen[$0.0 * count + $0.1] }
    let places = (0..<count).filter { _ in random.nextUnit() < 0.6 }
    let kept = Neighbours(pairs: all, count: count).keeping(places)
    let expected = pairs(among: places.count) { a, b in
      chosen[max(places[a], places[b]) * count + min(places[a], places[b])]
    }
    #expect((0..<kept.count).map { Array(kept[$0]) } == expected)
  }

  @Test("places within a distance are those a double loop finds", arguments: 0..<40)
  func withinDistance(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    // Whole coordinates, so that many pairs are exactly the distance apart; some on one line.
    let span = [3.0, 30, 300][seed % 3]
    let x = (0..<120).map { _ in (random.nextUnit() * span).rounded() + 530_000 }
    let y = (0..<120).map { _ in seed % 5 == 0 ? 7 : (random.nextUnit() * span).rounded() }
    for distance in [1.0, 5, 13, 1000] {
      let neighbours = Neighbours.within(distance, x: x, y: y)
      let expected = pairs(among: 120) { a, b in
        (x[a] - x[b]) * (x[a] - x[b]) + (y[a] - y[b]) * (y[a] - y[b]) <= distance * distance
      }
      #expect((0..<120).map { Array(neighbours[$0]) } == expected)
    }
  }

  @Test("a place without a position has no neighbours within a distance")
  func nowhere() {
    let neighbours = Neighbours.within(
      10, x: [0, .nan, 5, 0, .infinity], y: [0, 0, 0, .nan, 0])
    #expect(neighbours.degrees == [1, 0, 1, 0, 0])
    #expect(Neighbours.within(10, x: [], y: []).count == 0)
    #expect(Neighbours.within(10, x: [.nan], y: [.nan]).degrees == [0])
    #expect(Neighbours.within(.infinity, x: [0, 9e9, 1], y: [0, 0, 7]).degrees == [2, 2, 2])
  }

  @Test("a place that is its own neighbour is a mistake of the program")
  func traps() async {
    await #expect(processExitsWith: .failure) { _ = Neighbours(pairs: [(1, 1)], count: 2) }
    await #expect(processExitsWith: .failure) { _ = Neighbours(pairs: [(0, 2)], count: 2) }
    await #expect(processExitsWith: .failure) { _ = Neighbours.within(0, x: [], y: []) }
  }
}
