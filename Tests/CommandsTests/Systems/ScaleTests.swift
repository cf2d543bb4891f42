import Foundation
import TestSupport
import Testing

/// Areas and distances are geodesic, on WGS 84, from GeographicLib by way of pyproj 3.7.
@Suite("Lengths and areas are those on the ground")
struct ScaleTests {
  private let folder = TemporaryFolder()
  private let output: String

  init() throws {
    output = folder.path("areas.csv")
    // 388,079.680 m² on the ground, which Web Mercator takes for a square kilometre.
    try SquareFile.write(
      [SquareFile.ring(-13_800, 6_710_000, -12_800, 6_711_000)], crs: "EPSG:3857",
      to: "mercator.geojson", in: folder)
    // 386,269.102, 1,011,478.319, 760,693.187 and 915,174.834 m².
    for (name, west, south, east, north) in [
      ("london", -0.13, 51.5, -0.12, 51.505), ("memphis", -90.01, 35.1, -90, 35.11),
      ("warsaw", 21, 52.2, 21.01, 52.21), ("boston", -71.06, 42.35, -71.05, 42.36),
      ("belfast", -5.94, 54.59, -5.93, 54.6),
    ] {
      try SquareFile.write(
        [SquareFile.ring(west, south, east, north)], to: "\(name).geojson", in: folder)
      let middle = "\((west + east) / 2),\((south + north) / 2)"
      try folder.write("id,Longitude,Latitude\n1,\(middle)\n".utf8, to: "\(name).csv")
    }
    try folder.write("id,Longitude,Latitude\n1,-0.1194759,51.5015709\n".utf8, to: "mercator.csv")
    // East of -0.12, 51.5 by 100, 300, 490, 510 and 700 m, in Web Mercator.
    let rows = [
      (-13_198.03, 6_710_219.082), (-12_877.411, 6_710_219.069), (-12_572.824, 6_710_219.045),
      (-12_540.762, 6_710_219.042), (-12_236.175, 6_710_219.006),
    ].map { "\($0.0),\($0.1)\n" }
    try folder.write(("Easting,Northing\n" + rows.joined()).utf8, to: "points.csv")
  }

  private func areas(_ name: String, _ more: String...) async -> CommandRun {
    await CommandRun(
      words: [
        "areas", "--boundaries", folder.path("\(name).geojson"), "--incidents",
        folder.path("\(name).csv"), "--output", output,
      ] + more)
  }

  @Test("a layer in Web Mercator is refused with its scale and a local system")
  func mercator() async throws {
    let run = await areas("mercator")
    #expect(run.status == 65)
    #expect(
      run.messages.contains(
        "cannot measure in EPSG:3857 (WGS 84 / Pseudo-Mercator): in the middle of "
          + "'\(folder.path("mercator.geojson"))' a metre on the ground is 1.607 m in it, at most 1 % "
          + "off is allowed\n  help: name a local system, as in --crs EPSG:27700 (OSGB36 / British "
          + "National Grid)"))
    #expect(!FileManager.default.fileExists(atPath: output))
  }

  @Test(
    "systems that are off where the data lies are refused, whoever names them",
    arguments: [
      ("london", "EPSG:3857", "1.607", "EPSG:27700"),
      ("london", "EPSG:3395", "1.603", "EPSG:27700"),
      ("london", "ESRI:102100", "1.607", "EPSG:27700"),
      ("london", "EPSG:4087", "1.603", "EPSG:27700"), ("belfast", "EPSG:3857", "1.7", "EPSG:2157"),
      ("memphis", "EPSG:32610", "1.11", "EPSG:32615"),
      ("memphis", "EPSG:3857", "1.22", "EPSG:32615"),
      ("warsaw", "EPSG:3857", "1.6", "EPSG:2180"), ("boston", "EPSG:27700", "", "EPSG:32619"),
    ])
  func refused(name: String, crs: String, scale: String, local: String) async throws {
    let run = await areas(name, "--crs", crs)
    #expect(run.status == 65 && run.messages.contains("is \(scale)"), "\(run.messages)")
    #expect(run.messages.contains("as in --crs \(local) ("))
    #expect(!FileManager.default.fileExists(atPath: output))
    #expect(await areas(name, "--crs", local).status == 0)
  }

  @Test(
    "systems that are right where the data lies give the ground's areas",
    arguments: [
      ("mercator", "EPSG:27700", 388_079.680), ("london", "EPSG:27700", 386_269.102),
      ("london", "EPSG:3035", 386_269.102), ("london", "EPSG:32630", 386_269.102),
      ("london", "EPSG:25831", 386_269.102), ("memphis", "EPSG:5070", 1_011_478.319),
      ("memphis", "EPSG:32615", 1_011_478.319), ("memphis", "EPSG:32616", 1_011_478.319),
      ("warsaw", "EPSG:2180", 760_693.187), ("warsaw", "EPSG:3035", 760_693.187),
      ("boston", "EPSG:26986", 915_174.834), ("boston", "EPSG:32619", 915_174.834),
    ])
  func areas(name: String, crs: String, squareMetres: Double) async throws {
    let run = await areas(name, "--crs", crs)
    #expect(run.status == 0, "\(run.messages)")
    let row = try #require(try folder.rows("areas.csv").last)
    let area = 1e6 / (try #require(Double(row[5])))
    // Twice the scale's own error of at most 0.13 % (conformal systems) or none (equal areas).
    #expect(abs(area / squareMetres - 1) < 0.0026, "\(area)")
  }

  @Test("a circle and a corridor among points of Web Mercator reach as far as on the ground")
  func distances() async throws {
    let place = ["query", "--incidents", folder.path("points.csv"), "--count", "all"]
    for words in [
      ["--near", "-0.12,51.5", "--radius", "500"],
      ["--near", "-13358.339,6710219.083", "--radius", "500"],
      ["--line", "SRID=4326;LINESTRING(-0.12 51.49,-0.12 51.51)", "--distance", "500"],
    ] {
      let run = await CommandRun(words: place + ["--incidents-crs", "EPSG:3857"] + words)
      #expect(run.status == 0 && run.messages.contains("found: 3 incidents within 500 m"))
      #expect(run.messages.contains("distances are measured in EPSG:27700"))
      let named = await CommandRun(
        words: place + ["--incidents-crs", "EPSG:3857", "--crs", "EPSG:3857"] + words)
      #expect(
        named.status == 65 && named.messages.contains("a metre on the ground is 1.607 m in it"))
    }
  }

  @Test("what measures nothing needs no true lengths")
  func unmeasured() async throws {
    let layer = folder.path("mercator.geojson")
    let query = await CommandRun(
      "query", "--incidents", folder.path("mercator.csv"), "--within", layer, "--count", "all")
    #expect(query.status == 0 && query.messages.contains("found: 1 incident inside"))
    let export = await CommandRun("export", "--boundaries", layer, "--output", folder.path("a.csv"))
    #expect(export.status == 0)
    let inspect = await CommandRun("inspect", "--boundaries", layer, "--output", "-")
    #expect(inspect.status == 0 && inspect.output.filter { $0 != " " }.contains("\"km2\":null"))
    #expect(inspect.output.contains("a metre on the ground is 1.607 m in it"))
    #expect(inspect.output.contains("as in --crs EPSG:27700"))
  }

  @Test("a layer that reaches where its system is off is warned of, or refused")
  func edges() async throws {
    // Equal areas around 52 north, 10 east: lengths are off by 1/cos(c/2) at the angle c on a sphere.
    // Funchal is 28 degrees away, 3 %; Recife 72 degrees, 24 %.
    let rings = [(-0.13, 51.5), (-0.2, 51.4), (-1.1, 52.9), (2.3, 48.8)].map {
      SquareFile.ring($0.0, $0.1, $0.0 + 0.01, $0.1 + 0.01)
    }
    for (longitude, latitude, status, words) in [
      (-16.9, 32.6, Int32(0), "towards the edge a metre on the ground is"),
      (-34.9, -8.0, 65, "towards the edge of"),
    ] {
      try SquareFile.write(
        rings + [SquareFile.ring(longitude, latitude, longitude + 0.01, latitude + 0.01)],
        to: "wide.geojson", in: folder)
      let run = await CommandRun(
        "areas", "--boundaries", folder.path("wide.geojson"), "--incidents",
        folder.path("london.csv"), "--crs", "EPSG:3035", "--output", output)
      #expect(run.status == status && run.messages.contains(words), "\(run.messages)")
    }
  }
}
