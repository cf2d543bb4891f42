import Geometry
import Statistics
import Testing

@testable import Projections

@Suite("Rounded points")
struct RoundedPointsTests {
  @Test("points have the digits that PROJ gives, inside the approximation's box and outside")
  func digits() throws {
    let plan = try ProjectionPlan.choose(from: "EPSG:27700", to: "EPSG:4326")
    let operation = try plan.makeOperation()
    let box = Box(minX: 500_000, minY: 150_000, maxX: 560_000, maxY: 200_000)
    let approximation = try #require(ApproximateProjection(operation, over: box))
    var generator = SplitMix64(seed: 7)
    func random(_ low: Double, _ high: Double) -> Double {
      low + (high - low) * Double(generator.next() >> 11) * 0x1p-53
    }
    let x = (0..<5000).map { _ in random(490_000, 570_000) } + [.nan]
    let y = (0..<5000).map { _ in random(140_000, 210_000) } + [180_000]
    var (exactX, exactY) = (x, y)
    operation.transform(x: &exactX, y: &exactY)
    for decimals in [0, 3, 7] {
      let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
      var points = try RoundedPoints(plan, approximation: approximation, decimals: decimals)
      var (foundX, foundY) = (x, y)
      points.project(x: &foundX, y: &foundY)
      #expect(foundX.last?.isNaN == true)
      #expect(
        zip(foundX.dropLast(), exactX).allSatisfy {
          ($0 * scale).rounded() == ($1 * scale).rounded()
        })
      #expect(
        zip(foundY.dropLast(), exactY).allSatisfy {
          ($0 * scale).rounded() == ($1 * scale).rounded()
        })
    }
    var plain = try RoundedPoints(plan, approximation: nil, decimals: 7)
    var (plainX, plainY) = (x, y)
    plain.project(x: &plainX, y: &plainY)
    #expect(plainX.dropLast() == exactX.dropLast() && plainY.dropLast() == exactY.dropLast())
  }

  @Test("points of the same system stay as they are")
  func identity() throws {
    let plan = try ProjectionPlan.choose(from: "EPSG:4326", to: "EPSG:4326")
    var points = try RoundedPoints(plan, approximation: nil, decimals: 2)
    var (x, y) = ([-0.123456], [51.98765])
    points.project(x: &x, y: &y)
    #expect(x == [-0.123456] && y == [51.98765])
  }
}
