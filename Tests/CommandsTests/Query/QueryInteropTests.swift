import Foundation
import Statistics
import TestSupport
import Testing

@testable import Commands

/// GeoPandas finds the same incidents of Westminster's real year in the same polygons.
@Suite(
  "Queries and GeoPandas",
  .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct QueryInteropTests {
  private let folder = TemporaryFolder()
  private let incidents = SharedData.path(
    "realdata/incidents/westminster-2016-04_2017-03.csv")

  /// A polygon whose corners stand around a middle in order, so that no edges cross; every second
  /// one has a hole.
  private static func polygon(
    _ seed: UInt64, middle: (x: Double, y: Double), size: (x: Double, y: Double)
  ) -> String {
    var generator = SplitMix64(seed: seed)
    func random() -> Double { Double(generator.next() >> 11) * 0x1p-53 }
    let centre = (
      x: middle.x + (random() - 0.5) * 4 * size.x, y: middle.y + (random() - 0.5) * 4 * size.y
    )
    let corners = 3 + Int(random() * 30)
    func ring(_ scale: Double) -> String {
      let points = (0..<corners).map { corner in
        let angle = (Double(corner) + 0.8 * random()) / Double(corners) * 2 * Double.pi
        let radius = scale * (0.5 + 0.5 * random())
        return "\(centre.x + radius * size.x * cos(angle)) "
          + "\(centre.y + radius * size.y * sin(angle))"
      }
      return "(\((points + [points[0]]).joined(separator: ",")))"
    }
    let outer = ring(1)
    // Inside the largest circle that fits into any outer ring of these corners and radii: with few
    // corners there is none.
    let hasHole = seed % 2 == 0 && corners > 8
    return "POLYGON(\(outer)\(hasHole ? ",\(ring(0.25))" : ""))"
  }

  /// Writes the first incident of each place to a file of its own.
  ///
  /// The police move incidents to the middles of streets: the year's 66,502 stand at 1,866 places, and
  /// a polygon holds either all of a place or none.
  private func onePerPlace() throws -> String {
    let rows = try String(contentsOfFile: incidents, encoding: .utf8)
      .components(separatedBy: "\r\n")
    var seen: Set<ArraySlice<String>> = []
    // Quotes come behind the coordinates only.
    let kept = rows.dropLast().filter {
      seen.insert($0.components(separatedBy: ",").dropFirst(2).prefix(2)).inserted
    }
    #expect(rows.count == 66_504 && kept.count == 1_867)
    return try folder.file("places.csv", kept.joined(separator: "\n"))
  }

  @Test("a hundred polygons in two coordinate systems hold the same incidents")
  func polygons() async throws {
    let incidents = try onePerPlace()
    var cases: [[String: String]] = []
    for seed in 0..<100 {
      let isMetric = seed >= 50
      let text = Self.polygon(
        UInt64(seed),
        middle: isMetric ? (528_500, 181_000) : (-0.15, 51.513),
        size: isMetric ? (900, 900) : (0.013, 0.008))
      let output = folder.path("\(seed).csv")
      let run = await CommandRun(
        "query", "--quiet", "--incidents", incidents, "--within",
        isMetric ? "SRID=27700;\(text)" : text, "--keep", "API id", "--output", output)
      #expect(run.status == 0, "\(run.messages)")
      cases.append(["wkt": text, "crs": isMetric ? "EPSG:27700" : "EPSG:4326", "file": output])
    }
    try folder.write(try JSONSerialization.data(withJSONObject: cases), to: "cases.json")
    let script = """
      import json, sys, warnings
      warnings.simplefilter("ignore")
      import pandas, geopandas, shapely
      incidents, cases = sys.argv[1:]
      rows = pandas.read_csv(incidents, dtype={"API id": str}).dropna(
          subset=["Longitude", "Latitude"])
      degrees = geopandas.GeoDataFrame(
          rows, geometry=geopandas.points_from_xy(rows.Longitude, rows.Latitude), crs=4326)
      points = {"EPSG:4326": degrees, "EPSG:27700": degrees.to_crs(27700)}
      total = 0
      for case in json.load(open(cases)):
          polygon = shapely.from_wkt(case["wkt"])
          assert polygon.is_valid, case
          inside = points[case["crs"]][points[case["crs"]].intersects(polygon)]
          found = pandas.read_csv(case["file"], dtype={"API id": str})
          assert list(found["API id"]) == list(inside["API id"]), (
              case["wkt"], len(found), len(inside))
          total += len(found)
      print(total)
      """
    try folder.write(script.utf8, to: "check.py")
    let outcome = try Interop.run(
      Interop.python, [folder.path("check.py"), incidents, folder.path("cases.json")])
    #expect(outcome.status == 0, "\(outcome.errors)")
    // Not a test of empty polygons.
    #expect(try #require(Int(outcome.output.split(separator: "\n").last ?? "")) > 3_000)
  }

  @Test("GDAL and GeoPandas open each format with the same rows, times and numbers")
  func formats() async throws {
    let script = """
      import sys, warnings
      warnings.simplefilter("error")
      import geopandas, pandas
      folder = sys.argv[1]
      table = pandas.read_csv(folder + "/a.csv")
      for name in ("a.geojson", "a.ndjson", "a.gpkg"):
          read = geopandas.read_file(folder + "/" + name)
          assert read.crs == 4326, name
          assert len(read) == len(table) > 1000, name
          assert list(read["category"].fillna("")) == list(table["category"].fillna("")), name
          assert list(read["location"]) == list(table["location"]), name
          assert list(read["Street ID"]) == list(table["Street ID"]), name
          assert str(read["Street ID"].dtype).startswith("int"), name
          assert abs(read.geometry.x - table.longitude).max() < 1e-9, name
          assert abs(read.geometry.y - table.latitude).max() < 1e-9, name
      print("same")
      """
    try folder.write(script.utf8, to: "check.py")
    for name in ["a.csv", "a.geojson", "a.ndjson", "a.gpkg"] {
      let run = await CommandRun(
        "query", "--quiet", "--incidents", incidents, "--near", "TQ 297 807", "--radius", "500",
        "--keep", "all", "--output", folder.path(name))
      #expect(run.status == 0, "\(run.messages)")
      if name != "a.csv" {
        let info = try Interop.run("ogrinfo", ["-so", "-al", folder.path(name)])
        #expect(info.status == 0 && info.errors.isEmpty, "\(info.errors)")
      }
    }
    let outcome = try Interop.run(
      Interop.python,
      [
        folder.path("check.py"),
        URL(filePath: folder.path("a.csv")).deletingLastPathComponent().path,
      ])
    #expect(outcome.status == 0 && outcome.output == "same\n", "\(outcome.errors)")
  }
}
