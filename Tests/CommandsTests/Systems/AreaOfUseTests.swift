import Foundation
import TestSupport
import Testing

@Suite("Beyond the area of use of a system")
struct BeyondAreaOfUseTests {
  private let folder = TemporaryFolder()

  /// Writes two squares on both sides of a meridian with a point in each, and one elsewhere.
  private func write(meridian: Double, south: Double, elsewhere: String) throws {
    try SquareFile.write(
      [
        SquareFile.ring(meridian - 0.02, south, meridian, south + 0.01),
        SquareFile.ring(meridian, south, meridian + 0.02, south + 0.01),
      ], to: "squares.geojson", in: folder)
    let rows = [-0.01, 0.01, 0.015].map { "\(meridian + $0),\(south + 0.005)\n" }
    try folder.write(
      ("Longitude,Latitude\n" + rows.joined() + "\(elsewhere)\n").utf8, to: "points.csv")
  }

  @Test(
    "a point inside the boundaries is counted wherever registers end the system",
    arguments: [
      // The zone 30 ends at Greenwich, 32 at 12 degrees east, 15 at 90 west; the old Irish grid of
      // the Republic at 5.93 west; Poland's at 24.15 east.
      ("EPSG:32630", 0, 51.48), ("EPSG:25832", 13.4, 52.5), ("EPSG:32615", -90, 35.1),
      ("EPSG:29902", -5.93, 54.59), ("EPSG:2180", 24.15, 52.2), ("EPSG:27700", 2.01, 51.5),
    ])
  func counted(crs: String, meridian: Double, south: Double) async throws {
    try write(meridian: meridian, south: south, elsewhere: "\(meridian + 1),0")
    for more in [[], ["--exact-projection"], ["--threads", "1"]] {
      let run = await CommandRun(
        words: [
          "areas", "--boundaries", folder.path("squares.geojson"), "--incidents",
          folder.path("points.csv"), "--crs", crs, "--output", folder.path("areas.csv"),
        ] + more)
      #expect(run.status == 0, "\(run.messages)")
      let rows = try folder.rows("areas.csv").dropFirst()
      #expect(rows.map { $0[2] } == ["1", "2"])
      #expect(run.messages.contains("4 rows read: 3 assigned, 1 outside"))
    }
  }

  @Test("coordinates of the analysis' own system are counted beyond its area of use")
  func identity() async throws {
    try write(meridian: 0, south: 51.48, elsewhere: "0,0")
    // -0.01, 51.485; 0.01, 51.485; 0.019, 51.481 in zone 30.
    try folder.write(
      "Easting,Northing\n707591.12,5708000.88\n708979.41,5708057.81\n709622.48,5707638.84\n".utf8,
      to: "points.csv")
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("squares.geojson"), "--incidents",
      folder.path("points.csv"), "--incidents-crs", "EPSG:32630", "--crs", "EPSG:32630", "--output",
      folder.path("areas.csv"))
    #expect(run.status == 0)
    #expect(try folder.rows("areas.csv").dropFirst().map { $0[2] } == ["1", "2"])
  }

  @Test("a circle over the border of two zones finds the points on both sides")
  func circle() async throws {
    // 100, 4,900 and 5,100 m to the east and west of 90.001 west, by the geodesic.
    let rows = [
      "-89.9999032,35.1", "-90.0020968,35.1", "-89.9472584,35.0999881", "-90.0547416,35.0999881",
      "-89.9450648,35.0999871", "-90.0569352,35.0999871",
    ]
    try folder.write(
      ("Longitude,Latitude\n" + rows.joined(separator: "\n") + "\n").utf8, to: "points.csv")
    for system in [[], ["--crs", "EPSG:32615"], ["--crs", "EPSG:32616"], ["--exact-projection"]] {
      let run = await CommandRun(
        words: [
          "query", "--incidents", folder.path("points.csv"), "--count", "all", "--near",
          "-90.001,35.1", "--radius", "5000",
        ] + system)
      #expect(run.status == 0 && run.messages.contains("found: 4 incidents within 5,000 m"))
      #expect(run.messages.contains("6 rows read: 4 assigned, 2 outside"))
    }
  }

  @Test("a point that no operation brings there and back is outside, and has its own reason")
  func unusable() async throws {
    try write(meridian: -0.1, south: 51.5, elsewhere: "88,0")
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("squares.geojson"), "--incidents",
      folder.path("points.csv"), "--crs", "EPSG:27700", "--output", folder.path("areas.csv"))
    #expect(run.messages.contains("4 rows read: 3 assigned, 1 outside"))
    #expect(run.messages.contains("1 outside area of use"))
  }

  @Test(
    "real robberies on both sides of 90 degrees west",
    .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
  func memphis() async throws {
    // 430 lie within 5,000 m by the geodesic of WGS 84 (pyproj's Geod), counted one by one.
    let run = await CommandRun(
      "query", "--incidents", SharedData.path("realdata/incidents/memphis_robberies.csv"),
      "--count",
      "all", "--near", "-90.001,35.1", "--radius", "5000")
    #expect(run.messages.contains("found: 430 incidents within 5,000 m of -90.001,35.1"))
  }
}
