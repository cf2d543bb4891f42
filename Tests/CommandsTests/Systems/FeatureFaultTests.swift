import Foundation
import Geometry
import TestSupport
import Testing

/// One bad feature among good ones.
@Suite("Features that are no areas or no points")
struct FeatureFaultTests {
  private let folder = TemporaryFolder()

  private static let square =
    #"{"type":"Polygon","coordinates":[[[-0.13,51.5],[-0.12,51.5],[-0.12,51.51],[-0.13,51.51],[-0.13,51.5]]]}"#

  private func areas(_ boundaries: String, _ more: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", folder.path(boundaries), "--incidents", folder.path("points.csv"),
        "--output", folder.path("a.csv"), "--crs", "EPSG:27700",
      ] + more)
  }

  @Test(
    "a feature that is no area is left out by name, and --strict refuses it",
    arguments: [
      (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "it is a line, areas are needed"),
      (#"{"type":"Point","coordinates":[1,2]}"#, "it is a point, areas are needed"),
      (
        #"{"type":"GeometryCollection","geometries":[]}"#,
        "it is a collection of geometries, areas are needed"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[null,null],[0,1],[1,1],[null,null]]]}"#,
        "a coordinate is not a number"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[NaN,NaN],[0,1],[1,1],[NaN,NaN]]]}"#,
        "a coordinate is not a number"
      ),
      (#"{"type":"Polygon","coordinates":[[0,1],[1,1]]}"#, "the coordinates lie in 2 arrays"),
      (#"{"type":"Sphere"}"#, "the type 'Sphere' is none of GeoJSON's"), ("7", "is not an object"),
    ])
  func leftOut(geometry: String, reason: String) async throws {
    try folder.write("Longitude,Latitude\n-0.125,51.505\n".utf8, to: "points.csv")
    let features = [("A1", Self.square), ("A2", geometry)].map { code, geometry in
      #"{"type":"Feature","properties":{"CODE":"\#(code)"},"geometry":\#(geometry)}"#
    }
    try folder.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8,
      to: "a.geojson")
    try folder.write(features.joined(separator: "\n").utf8, to: "a.ndjson")
    for name in ["a.geojson", "a.ndjson"] {
      let run = await areas(name)
      #expect(run.status == 0, "\(run.messages)")
      #expect(
        run.messages.contains("warning: \(folder.path(name)): feature 2 ('A2') is left out: "))
      #expect(run.messages.contains(reason))
      #expect(try folder.rows("a.csv").dropFirst().map { $0[0] } == ["A1"])
      let strict = await areas(name, "--strict")
      #expect(strict.status == 65 && strict.messages.contains("feature 2: "), "\(strict.messages)")
    }
  }

  @Test("an open ring of three places is a triangle, and said")
  func triangle() async throws {
    try folder.write("Longitude,Latitude\n-0.122,51.502\n".utf8, to: "points.csv")
    let ring = "[[[-0.13,51.5],[-0.12,51.5],[-0.12,51.51]]]"
    try folder.write(
      #"{"type":"Feature","properties":{"CODE":"T"},"geometry":{"type":"Polygon","coordinates":\#(ring)}}"#
        .utf8,
      to: "a.geojson")
    let run = await areas("a.geojson")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("ring 1 is not closed; a straight line closes it"))
    #expect(try folder.rows("a.csv")[1][2] == "1")
  }

  @Test("rows without a place are counted as such in every format")
  func points() async throws {
    try SquareFile.write(
      [SquareFile.ring(-0.13, 51.5, -0.12, 51.51)], to: "squares.geojson", in: folder)
    let coordinates = [
      "[-0.125,51.505]", "[\"-0.125\",\"51.505\"]", "[null,null]", "[NaN,NaN]", "[null,51.5]", "[]",
      "[\"x\",1]",
    ]
    let features = coordinates.map {
      #"{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":\#($0)}}"#
    }
    try folder.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#.utf8,
      to: "p.geojson")
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("squares.geojson"), "--crs", "EPSG:27700", "--incidents",
      folder.path("p.geojson"), "--output", folder.path("a.csv"))
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.messages.contains("7 rows read: 2 assigned, 4 without coordinates, 1 rejected"),
      "\(run.messages)")
    // Shapefiles say it with no number, or one below -1e38.
    try RawPoints(
      [Point(x: -0.125, y: 51.505), Point(x: .nan, y: .nan), Point(x: -1e39, y: -1e39), nil],
      fields: [.init("NAME", width: 4)], rows: ["a", "b", "c", "d"].map { [$0] }
    ).write(to: folder)
    let shapes = await CommandRun(
      "areas", "--boundaries", folder.path("squares.geojson"), "--crs", "EPSG:27700", "--incidents",
      folder.path("points.shp"), "--incidents-crs", "EPSG:4326", "--output", folder.path("a.csv"))
    #expect(shapes.status == 0, "\(shapes.messages)")
    #expect(
      shapes.messages.contains("4 rows read: 1 assigned, 3 without coordinates"),
      "\(shapes.messages)")
  }

  @Test("an index that cannot be used is made again only where that is asked for")
  func rebuiltIndex() async throws {
    var raw = RawShapefile.squares(3)
    raw.projection = UnusableSystemTests.grid(name: "British_National_Grid", datum: "D_OSGB_1936")
    try raw.write(to: folder)
    try folder.write("Easting,Northing\n400015,300005\n".utf8, to: "points.csv")
    folder.remove("areas.shx")
    let refused = await areas("areas.shp")
    #expect(refused.status == 65 && refused.messages.contains("help: --rebuild-index"))
    let run = await areas("areas.shp", "--rebuild-index")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.messages.contains("warning: \(folder.path("areas.shp")): the index (.shx)"))
    #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == ["0", "1", "0"])
    #expect(!FileManager.default.fileExists(atPath: folder.path("areas.shx")))
    var points = RawPoints(
      [Point(x: 400_005, y: 300_005)], fields: [.init("NAME", width: 4)], rows: [["a"]])
    points.table.projection = raw.projection
    try points.write(to: folder)
    folder.remove("points.shx")
    func incidents(_ more: String...) async -> CommandRun {
      await CommandRun(
        words: [
          "areas", "--boundaries", folder.path("areas.shp"), "--incidents",
          folder.path("points.shp"), "--output", folder.path("a.csv"),
        ] + more)
    }
    try raw.write(to: folder)
    let missing = await incidents()
    #expect(missing.status == 65 && missing.messages.contains("help: --rebuild-index"))
    let found = await incidents("--rebuild-index")
    #expect(found.status == 0 && found.messages.contains("warning: \(folder.path("points.shp"))"))
    #expect(try folder.rows("a.csv")[1][2] == "1")
  }
}
