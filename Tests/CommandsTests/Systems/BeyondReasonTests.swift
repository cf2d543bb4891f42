import Foundation
import TestSupport
import Testing

/// Coordinates that no place has; each ends with a line that says so.
@Suite("Coordinates beyond reason")
struct BeyondReasonTests {
  private let folder = TemporaryFolder()

  init() throws {
    try folder.write(
      "Longitude,Latitude\n-0.125,51.505\n180,90\n-180,-90\n".utf8, to: "degrees.csv")
    try folder.write(
      """
      Easting,Northing
      530250,180250
      1e20,5
      999999999,999999999
      1e308,-1e308

      """.utf8, to: "metres.csv")
    try SquareFile.write(
      [SquareFile.ring(530_000, 180_000, 531_000, 181_000)], crs: "EPSG:27700",
      to: "square.geojson", in: folder)
  }

  private func areas(_ words: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("layer.geojson"), "--output", folder.path("a.csv"),
        "--incidents",
      ] + words)
  }

  @Test(
    "an outline that has no place in the system of the analysis is named",
    arguments: [
      // A quarter of the Earth away from the meridian of the grid, on the equator, its easting is
      // without end.
      ("EPSG:25831", SquareFile.ring(92.9, -0.1, 93.1, 0.1)),
      ("EPSG:27700", SquareFile.ring(87.9, -0.1, 88.1, 0.1)),
      ("EPSG:27700", SquareFile.ring(1e9, 0, 1.1e9, 1e9)),
    ])
  func projected(crs: String, ring: [(Double, Double)]) async throws {
    try SquareFile.write(
      [SquareFile.ring(-0.13, 51.5, -0.12, 51.51), ring], to: "layer.geojson", in: folder)
    let run = await areas(folder.path("degrees.csv"), "--crs", crs)
    #expect(run.status == 65, "\(run.messages)")
    #expect(run.messages.contains("layer.geojson' in \(crs) ("))
    #expect(run.messages.contains("the outline of 'A2' reaches beyond what has a place there"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.csv")))
  }

  @Test(
    "an outline of the analysis' own system is held to the same bound", arguments: [1e10, 9e11])
  func own(far: Double) async throws {
    try SquareFile.write(
      [
        SquareFile.ring(530_000, 180_000, 531_000, 181_000),
        SquareFile.ring(far, 180_000, far * 1.1, 181_000),
      ], crs: "EPSG:27700", to: "layer.geojson", in: folder)
    let run = await areas(folder.path("metres.csv"))
    #expect(run.status == 65 && run.messages.contains("the outline of 'A2' reaches beyond"))
  }

  @Test("an outline on the other side of the Earth is refused, one that touches the pole is none")
  func far() async throws {
    try SquareFile.write(
      [
        SquareFile.ring(-0.13, 51.5, -0.12, 51.51), SquareFile.ring(-0.13, 51.52, -0.12, 51.53),
        SquareFile.ring(100, 51.5, 100.01, 51.51),
      ], to: "layer.geojson", in: folder)
    let run = await areas(folder.path("degrees.csv"), "--crs", "EPSG:25831")
    #expect(
      run.status == 65 && run.messages.contains("layer.geojson', at 'A3', a metre on"),
      "\(run.messages)")
    try SquareFile.write(
      [SquareFile.ring(-0.13, 51.5, -0.12, 51.51), SquareFile.ring(0, 85, 90, 90)],
      to: "layer.geojson", in: folder)
    #expect(await areas(folder.path("degrees.csv"), "--crs", "EPSG:25831").status == 0)
  }

  @Test("an outline where its system cannot be used is refused", arguments: [1e8, 9e8])
  func edge(far: Double) async throws {
    try SquareFile.write(
      [
        SquareFile.ring(530_000, 180_000, 531_000, 181_000),
        SquareFile.ring(531_000, 180_000, far, 181_000),
        SquareFile.ring(530_000, 181_000, 531_000, 182_000),
      ], crs: "EPSG:27700", to: "layer.geojson", in: folder)
    let run = await areas(folder.path("metres.csv"))
    #expect(
      run.status == 65 && run.messages.contains("', at 'A2', it cannot be used"), "\(run.messages)")
  }

  @Test("rows beyond reason are rejected or outside")
  func rows() async throws {
    let run = await CommandRun(
      "areas", "--boundaries", folder.path("square.geojson"), "--incidents",
      folder.path("metres.csv"), "--output", folder.path("a.csv"))
    #expect(run.status == 0)
    #expect(run.messages.contains("4 rows read: 1 assigned, 1 without coordinates, 2 rejected"))
    #expect(run.messages.contains("2 coordinate out of range"))
  }

  @Test(
    "a place that cannot be is named",
    arguments: [
      ["--within", "SRID=27700;POLYGON((0 0,1e308 0,1e308 1e308,0 0))"],
      ["--within", "SRID=4326;POLYGON((0 0,1e20 0,1e20 1e20,0 0))"],
      ["--line", "SRID=27700;LINESTRING(530000 180000,1e20 180000)", "--distance", "100"],
      ["--near", "1e20,5", "--radius", "500"], ["--near", "1e308,-1e308", "--radius", "500"],
      ["--near", "180,0", "--radius", "20000000"], ["--near", "0,90", "--radius", "20000000"],
      ["--near", "-0.12,51.5", "--radius", "100000000"],
      ["--near", "-0.12,51.5", "--radius", "20000000", "--crs", "EPSG:27700"],
      ["--line", "SRID=4326;LINESTRING(-90 35,100 35)", "--distance", "100"],
    ])
  func places(words: [String]) async throws {
    for file in ["degrees.csv", "metres.csv"] {
      let run = await CommandRun(
        words: ["query", "--incidents", folder.path(file), "--count", "all"] + words)
      #expect(run.status == 65, "\(run.messages)")
      #expect(run.messages.contains("cannot") && run.messages.contains("\n  help: "))
    }
  }

  @Test("a study area and a backdrop beyond reason are named")
  func others() async throws {
    try SquareFile.write(
      [SquareFile.ring(-0.13, 51.5, -0.12, 51.51), SquareFile.ring(87.9, -0.1, 88.1, 0.1)],
      to: "far.geojson", in: folder)
    let square = [
      "areas", "--boundaries", folder.path("square.geojson"), "--incidents",
      folder.path("metres.csv"), "--output", folder.path("a.csv"),
    ]
    let study = await CommandRun(words: square + ["--study-area", folder.path("far.geojson")])
    #expect(study.status == 65 && study.messages.contains("far.geojson' in EPSG:27700"))
    let backdrop = await CommandRun(
      words: square + ["--map", folder.path("m.svg"), "--backdrop", folder.path("far.geojson")])
    #expect(backdrop.status == 65 && backdrop.messages.contains("far.geojson': some of it reaches"))
    let written = await CommandRun(
      "export", "--boundaries", folder.path("far.geojson"), "--output", folder.path("b.gpkg"),
      "--output-crs", "EPSG:27700")
    #expect(written.status == 65 && written.messages.contains("beyond what has a place there"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("b.gpkg")))
  }
}
