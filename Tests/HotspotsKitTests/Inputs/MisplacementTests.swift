import Geometry
import Projections
import Testing

@testable import HotspotsKit

@Suite("Why incidents with coordinates lie in no area")
struct MisplacementTests {
  /// A town of 10 km on the British National Grid, and what is known of incidents in another place.
  private static func reason(
    _ points: [Point], source: String = "EPSG:27700", studyArea: Box? = nil,
    nearest: Point? = nil, distance: Double? = nil
  ) throws -> LikelyReason {
    Misplacement(
      sample: points, plan: try ProjectionPlan.choose(from: source, to: "EPSG:27700"),
      source: source, target: "EPSG:27700",
      box: Box(minX: 525_000, minY: 175_000, maxX: 535_000, maxY: 185_000),
      studyArea: studyArea.map { ("LAD=X", $0) }, nearest: nearest,
      distanceToArea: { _ in distance }, gridFolders: []
    ).reason
  }

  private static func spread(_ x: Double, _ y: Double) -> [Point] {
    (0..<40).map { Point(x: x + Double($0 % 8) * 500, y: y + Double($0 / 8) * 500) }
  }

  @Test("exchanged coordinates are told though some rows are anywhere")
  func exchanged() throws {
    var points = Self.spread(176_000, 526_000)
    points[7] = Point(x: 1, y: 1)
    points[20] = Point(x: 700_000, y: 1_200_000)
    #expect(try Self.reason(points) == .exchanged([]))
    // A part of the exchanged incidents that lies just beside the town.
    #expect(try Self.reason(Self.spread(187_000, 537_000)) == .exchanged([]))
  }

  @Test("incidents between the areas, beside them and beside the study area are told apart")
  func near() throws {
    #expect(
      try Self.reason(Self.spread(528_000, 178_000), distance: 42) == .between(metres: 42))
    let north = Point(x: 530_000, y: 230_000)
    #expect(
      try Self.reason(Self.spread(530_000, 230_000), nearest: north, distance: 45_000)
        == .apart(.init(metres: 45_000, direction: "north", isOfNearest: true)))
    let whole = Box(minX: 500_000, minY: 150_000, maxX: 560_000, maxY: 240_000)
    #expect(
      try Self.reason(Self.spread(530_000, 230_000), studyArea: whole) == .studyArea("LAD=X"))
    #expect(
      try Self.reason(Self.spread(528_000, 178_000), studyArea: whole) == .studyArea("LAD=X"))
  }

  @Test(
    "directions are those of the compass",
    arguments: [
      (1.0, 0.0, "east"), (1, 1, "north-east"), (0, 1, "north"), (-1, 1, "north-west"),
      (-1, 0, "west"), (-1, -1, "south-west"), (0, -1, "south"), (1, -1, "south-east"),
      (-1, 0.3, "west"), (-1, -0.3, "west"),
    ])
  func directions(east: Double, north: Double, words: String) {
    #expect(Misplacement.direction(east: east, north: north) == words)
  }

  // PROJ's Geod on WGS 84: London to New York 5,586.0 km, first azimuth -71.6; to the place that
  // London is with its coordinates exchanged 7,482.6 km, 121.7.
  @Test("great circles are right to half a per cent")
  func greatCircle() {
    let london = Point(x: -0.11358316517654266, y: 51.512746715219535)
    for (end, metres, direction) in [
      (Point(x: -74.0060, y: 40.7128), 5_585_982.8, "west"),
      (Point(x: 51.508369, y: -0.120969), 7_482_620.6, "south-east"),
    ] {
      let way = GreatCircle(from: london, to: end)
      #expect(abs(way.metres / metres - 1) < 0.005)
      #expect(way.direction == direction)
    }
  }
}
