import Foundation
import TestSupport
import Testing

/// The shared cases of systems, GeoJSON and features; right values are theirs, from pyproj and
/// shapely.
@Suite(
  "Shared cases of systems and features",
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct SharedCasesTests {
  /// What a run over one case must give.
  struct Case: Sendable, CustomTestStringConvertible {
    var boundaries: String
    var incidents: String
    var options: [String] = []
    var status: Int32 = 0
    /// The incidents of each area, in the order of the codes.
    var counts: [String] = []
    /// What is said.
    var says: [String] = []

    var testDescription: String { "\(boundaries) \(incidents) \(options)" }
  }

  private static let grid = ["--crs", "EPSG:27700"]

  static let cases: [Case] =
    [
      // Definitions that PROJ cannot use.
      Case(
        boundaries: "crs/localprj.shp", incidents: "crs/pts.csv", status: 65,
        says: [
          "it is a local one", "EPSG:27700 (OSGB36 / British National Grid), by its name",
          "help: if it is, name it with --crs EPSG:27700",
        ]),
      Case(
        boundaries: "crs/miprj.shp", incidents: "crs/pts.csv", status: 65,
        says: ["it rests on no datum", "by 60 % confidence", "name it with --crs EPSG:27700"]),
      Case(
        boundaries: "crs/proj4prj.shp", incidents: "crs/pts.csv", status: 65,
        says: ["it rests on no datum", "by 70 % confidence", "name it with --crs EPSG:27700"]),
      Case(
        boundaries: "crs/unkprj.shp", incidents: "crs/pts.csv", status: 65,
        says: ["it rests on no datum", "by 60 % confidence", "name it with --crs EPSG:27700"]),
    ]
    + ["localprj", "miprj", "proj4prj", "unkprj"].flatMap { name in
      [
        Case(
          boundaries: "crs/\(name).shp", incidents: "crs/pts.csv", options: grid,
          counts: ["1", "1", "0", "0"],
          says: ["the coordinates are taken for those of EPSG:27700"]),
        Case(
          boundaries: "crs/\(name).shp", incidents: "crs/pts.csv",
          options: ["--crs", "EPSG:32630"],
          status: 65, says: ["cannot take the coordinates", "EPSG:32630"]),
      ]
    } + [
      // A system behind the features, and by its code.
      Case(
        boundaries: "geojson/crs_after.geojson", incidents: "crs/pts.csv", counts: ["1", "1"]),
      Case(boundaries: "geojson/crs_code.geojson", incidents: "crs/pts.csv", counts: ["1", "1"]),
      Case(
        boundaries: "base/areas.shp", incidents: "geojson/crs_after_bng.geojson",
        counts: ["1", "1", "0", "0"], says: ["2 rows read: 2 assigned"]),
      // One bad feature.
      Case(
        boundaries: "geojson/gc.geojson", incidents: "crs/pts.csv", options: grid,
        counts: ["1"],
        says: ["feature 1 ('A1') is left out: it is a collection of geometries", "1 outside"]),
      Case(
        boundaries: "geojson/gc.geojson", incidents: "crs/pts.csv", options: grid + ["--strict"],
        status: 65, says: ["feature 1: it is a collection of geometries, areas are needed"]),
      Case(
        boundaries: "geojson/unclosed.geojson", incidents: "crs/pts.csv", options: grid,
        counts: ["1", "1"],
        says: ["feature 1 ('A1'): ring 1 is not closed; a straight line closes it"]),
      Case(
        boundaries: "geojson/unclosed.geojson", incidents: "crs/pts.csv",
        options: grid + ["--strict"], status: 65, says: ["feature 1: ring 1 is not closed"]),
      Case(
        boundaries: "base/areas.shp", incidents: "geojson/pointnull.geojson",
        counts: ["1", "0", "0", "0"],
        says: ["2 rows read: 1 assigned, 1 without coordinates", "1 coordinates empty"]),
      Case(
        boundaries: "base/areas.shp", incidents: "geojson/pointnan.geojson",
        options: ["--strict"], counts: ["1", "0", "0", "0"],
        says: ["2 rows read: 1 assigned, 1 without coordinates"]),
      // Areas of use and scales.
      Case(
        boundaries: "area-of-use/greenwich32630.shp", incidents: "area-of-use/greenwich32630.csv",
        counts: ["1", "1"]),
      Case(
        boundaries: "area-of-use/berlin25832.shp", incidents: "area-of-use/berlin25832.csv",
        counts: ["1", "1"]),
      Case(
        boundaries: "mercator/webmerc.shp", incidents: "mercator/webmerc.csv", status: 65,
        says: ["a metre on the ground is 1.607 m", "--crs auto"]),
    ]

  @Test("each is counted as it must be, or refused with what mends it", arguments: cases)
  func rightValues(_ one: Case) async throws {
    let folder = TemporaryFolder()
    let run = await CommandRun(
      words: [
        "areas", "--boundaries", SharedData.path("cases/\(one.boundaries)"), "--incidents",
        SharedData.path("cases/\(one.incidents)"), "--output", folder.path("a.csv"),
      ] + one.options)
    #expect(run.status == one.status, "\(run.messages)")
    for words in one.says { #expect(run.messages.contains(words), "\(run.messages)") }
    if one.status == 0 {
      #expect(try folder.rows("a.csv").dropFirst().map { $0[2] } == one.counts)
    } else {
      #expect(!FileManager.default.fileExists(atPath: folder.path("a.csv")))
    }
  }

  @Test("a square of Web Mercator has the ground's area in a system that is chosen")
  func mercator() async throws {
    for name in ["webmerc", "webmerc_esri"] {
      let folder = TemporaryFolder()
      let run = await CommandRun(
        "areas", "--boundaries", SharedData.path("cases/mercator/\(name).shp"), "--incidents",
        SharedData.path("cases/mercator/\(name).csv"), "--crs", "auto", "--output",
        folder.path("a.csv"))
      #expect(run.status == 0, "\(run.messages)")
      let row = try folder.rows("a.csv")[1]
      #expect(abs(try #require(Double(row[5])) - 1 / 0.38806) < 0.002)
    }
  }
}
