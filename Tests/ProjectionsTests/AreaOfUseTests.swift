import Geometry
import Testing

@testable import Projections

@Suite("Area of use")
struct AreaOfUseTests {
  let britain = AreaOfUse(name: "Britain", west: -9, south: 50, east: 1, north: 60)
  let zealand = AreaOfUse(name: "Zealand", west: 160, south: -60, east: -170, north: -20)

  @Test(
    "the share of a rectangle is that of its extent in degrees",
    arguments: [
      (Box(minX: -1, minY: 51, maxX: 0, maxY: 52), 1.0),
      (Box(minX: 0, minY: 51, maxX: 2, maxY: 52), 0.5),
      (Box(minX: 0, minY: 40, maxX: 2, maxY: 60), 0.25),
      (Box(minX: 5, minY: 51, maxX: 6, maxY: 52), 0.0),
      (Box(minX: 0, minY: 51, maxX: 0, maxY: 51), 1.0),
      (Box(minX: 3, minY: 51, maxX: 3, maxY: 51), 0.0),
    ])
  func share(box: Box, expected: Double) {
    #expect(britain.share(of: box) == expected)
  }

  @Test("an area across the antimeridian holds both its sides")
  func antimeridian() {
    #expect(zealand.share(of: Box(minX: 170, minY: -40, maxX: 180, maxY: -30)) == 1)
    #expect(zealand.share(of: Box(minX: -180, minY: -40, maxX: -175, maxY: -30)) == 1)
    #expect(zealand.share(of: Box(minX: -160, minY: -40, maxX: 150, maxY: -30)) == 0)
    #expect(zealand.box == Box(minX: -180, minY: -60, maxX: 180, maxY: -20))
    #expect(britain.box == Box(minX: -9, minY: 50, maxX: 1, maxY: 60))
  }
}
