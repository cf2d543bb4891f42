import Geometry
import HotspotAnalysis
import Statistics
import Testing

@Suite("The busiest square of a hotspot") struct BusiestSquareTests {
  @Test("the square with most is found, and in it the incident nearest to the mean")
  func most() {
    // Two in the square of 0, three in that of 100 with the mean 151, one far away.
    let x: [Double] = [10, 20, 101, 150, 202 - 0.5, 950]
    let y: [Double] = [10, 20, 5, 5, 5, 950]
    #expect(BusiestSquare(of: [0, 1, 2, 3, 4, 5], x: x, y: y).point == Point(x: 10, y: 10))
    let near: [Double] = [10, 20, 101, 150, 199, 950]
    #expect(BusiestSquare(of: [0, 1, 2, 3, 4, 5], x: near, y: y).point == Point(x: 150, y: 5))
    // A weight outdoes a number.
    let weights: [Double] = [1, 1, 1, 1, 1, 9]
    #expect(
      BusiestSquare(of: [0, 1, 2, 3, 4, 5], x: near, y: y, weights: weights).point
        == Point(x: 950, y: 950))
    // Only what is asked about counts.
    #expect(BusiestSquare(of: [0, 5], x: near, y: y).point == Point(x: 10, y: 10))
    // Squares go down below zero, too.
    #expect(BusiestSquare(of: [0, 1], x: [-1, 1], y: [0, 0]).point == Point(x: -1, y: 0))
  }

  @Test("it is that of counting every square, whatever the order", arguments: 0..<40)
  func bruteForce(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = 1 + seed * 3
    let x = (0..<count).map { _ in 530_000 + (random.nextUnit() * 500).rounded() }
    let y = (0..<count).map { _ in 180_000 + (random.nextUnit() * 300).rounded() }
    let point = BusiestSquare(of: Array(0..<count), x: x, y: y).point
    func inSquare(_ west: Double, _ south: Double) -> [Int] {
      (0..<count).filter {
        x[$0] >= west && x[$0] < west + 100 && y[$0] >= south && y[$0] < south + 100
      }
    }
    var best: [Int] = []
    for west in stride(from: 530_000.0, through: 530_500, by: 100) {
      for south in stride(from: 180_000.0, through: 180_300, by: 100) {
        let found = inSquare(west, south)
        if found.count > best.count { best = found }
      }
    }
    #expect(best.contains { Point(x: x[$0], y: y[$0]) == point })
    let backwards = BusiestSquare(of: (0..<count).reversed(), x: x, y: y).point
    // A sum taken the other way round may differ in its last bit, which no distance here depends on.
    #expect(abs(backwards.x - point.x) < 100 && abs(backwards.y - point.y) < 100)
    #expect(best.contains { Point(x: x[$0], y: y[$0]) == backwards })
  }
}
