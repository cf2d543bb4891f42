import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// GDAL, its validation script of GeoPackages, SQLite and GeoPandas read what is written, and write
/// what is read.
@Suite("Formats of other programs", .enabled(if: Interop.isEnabled, "\(Interop.absence)"))
struct FormatsInteropTests {
  private static let areas = ProjectFolder.path("boundaries/lsoa.shp")
  private static let incidents = ProjectFolder.path("samples/incidents.csv")
  private let folder = TemporaryFolder()

  private func run(_ words: String...) async throws {
    let run = await CommandRun(words: words)
    #expect(run.status == 0, "\(words): \(run.messages)")
  }

  private func python(_ script: String, _ arguments: [String]) throws -> Interop.Outcome {
    try folder.write(script.utf8, to: "check.py")
    return try Interop.run(Interop.python, [folder.path("check.py")] + arguments)
  }

  /// Runs GDAL's script, which checks the requirements of the standard one by one; it comes with the
  /// system's Python.
  private func validate(_ path: String) throws -> Interop.Outcome {
    try Interop.run(
      "/usr/bin/python3",
      ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", "--warning-as-error", path])
  }

  private static let inputs = ["--boundaries", areas, "--incidents", incidents]

  @Test(
    "every result is a valid GeoPackage that GDAL opens without a warning",
    arguments: [
      (["areas"] + inputs, "areas", 128),
      (["clusters"] + inputs, "clusters", 128),
      (["clusters", "--method", "local-moran"] + inputs, "clusters", 128),
      (["density", "--bandwidth", "300"] + inputs, "density", 4),
      (["export", "--boundaries", areas], "lsoa", 128),
      (["export", "--boundaries", areas, "--output-crs", "EPSG:4326"], "lsoa", 128),
    ] as [([String], String, Int)])
  func geoPackages(words: [String], name: String, count: Int) async throws {
    let path = folder.path("a.gpkg")
    let run = await CommandRun(words: words + ["--output", path])
    #expect(run.status == 0, "\(run.messages)")
    let outcome = try validate(path)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let opened = try Interop.run("ogrinfo", ["-so", "-al", path])
    #expect(opened.status == 0 && opened.errors.isEmpty, "\(opened.errors)")
    #expect(!opened.output.lowercased().contains("warning"))
    #expect(opened.output.contains("Geometry: Multi Polygon\nFeature Count: \(count)\n"))
    if words[0] != "export" {
      // QGIS opens a layer with the style of this table.
      let styles = try python(
        """
        import sqlite3, sys, xml.dom.minidom
        base = sqlite3.connect(sys.argv[1])
        (table, qml, default), = base.execute(
            "select f_table_name, styleQML, useAsDefault from layer_styles").fetchall()
        assert default == 1
        assert base.execute("select count(*) from gpkg_contents where table_name = ?",
                            (table,)).fetchone() == (1,)
        style = xml.dom.minidom.parseString(qml)
        rules = style.getElementsByTagName("rule")
        symbols = {s.getAttribute("name") for s in style.getElementsByTagName("symbol")}
        assert {r.getAttribute("symbol") for r in rules} == symbols
        # Every row is in one class: the filters are SQL as well.
        filters = [r.getAttribute("filter") for r in rules]
        named = [f for f in filters if f != "ELSE"]
        total = base.execute(f'select count(*) from "{table}"').fetchone()[0]
        held = [base.execute(f'select count(*) from "{table}" where {f}').fetchone()[0]
                for f in named]
        assert sum(held) == total or "ELSE" in filters, (held, total)
        assert base.execute("pragma integrity_check").fetchall() == [("ok",)]
        """, [path])
      #expect(styles.status == 0, "\(styles.errors)")
    }
  }

  @Test("the validation can fail: a file without its description of geometry does")
  func control() async throws {
    let path = folder.path("a.gpkg")
    try await run("export", "--boundaries", Self.areas, "--output", path)
    let broken = try python(
      """
      import sqlite3, sys
      base = sqlite3.connect(sys.argv[1])
      base.execute("delete from gpkg_geometry_columns")
      base.commit()
      """, [path])
    #expect(broken.status == 0, "\(broken.errors)")
    #expect(try validate(path).status != 0)
  }

  @Test("incidents keep their places and attributes, numbers as numbers")
  func incidentAttributes() async throws {
    let path = folder.path("q.gpkg")
    let rows =
      "Ref,Easting,Northing,From,Speed,Beat,Note\n1,455686.25,245856,2025-01-01T00:30,30,007,é\n2,,,2025-01-01T00:30,,1,\n3,455687,245857.5,2025-07-01T00:30,31.5,2,\"a, b\"\n"
    let csv = try folder.file("i.csv", rows)
    let run = await CommandRun(
      words: [
        "query", "--incidents", csv, "--bbox", "-2,52,-1,53", "--keep", "all", "--output", path,
      ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(try validate(path).status == 0)
    let outcome = try python(
      """
      import sys, geopandas
      read = geopandas.read_file(sys.argv[1])
      assert read.crs == 27700
      assert [(p.x, p.y) for p in read.geometry] == [(455686.25, 245856), (455687, 245857.5)]
      assert list(read["Speed"]) == [30, 31.5] and read["Speed"].dtype == float
      assert list(read["Beat"]) == ["007", "2"], list(read["Beat"])
      assert list(read["Note"]) == ["é", "a, b"]
      assert [t.isoformat() for t in read["start"]] == [
          "2025-01-01T00:30:00+00:00", "2025-06-30T23:30:00+00:00"], list(read["start"])
      """, [path])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("boundaries keep every vertex and every attribute through each format")
  func boundaries() async throws {
    let formats = ["gpkg", "kml", "ndjson", "geojson"]
    for format in formats {
      try await run("export", "--boundaries", Self.areas, "--output", folder.path("a.\(format)"))
    }
    let outcome = try python(
      """
      import sys, warnings
      import geopandas, pandas, shapely
      source, folder = sys.argv[1:]
      original = geopandas.read_file(source).sort_values("LSOA21CD", ignore_index=True)
      degrees = original.to_crs(4326)
      for name in ("gpkg", "kml", "ndjson", "geojson"):
          read = geopandas.read_file(f"{folder}/a.{name}")
          assert len(read) == len(original), name
          for column in ("LSOA21CD", "LSOA21NM", "WD22CD", "WD22NM", "LAD22CD", "LAD22NM", "USUALRES"):
              assert list(read[column]) == list(original[column]), (name, column)
          if name != "kml":
              assert list(read["code"]) == list(original["LSOA21CD"])
          expected = original if name == "gpkg" else degrees
          assert read.crs == expected.crs, (name, read.crs)
          limit = 0 if name == "gpkg" else 2e-5
          for a, b in zip(read.geometry, expected.geometry):
              if name == "gpkg":
                  assert shapely.normalize(shapely.force_2d(a)).equals(
                      shapely.normalize(shapely.multipolygons([b]) if b.geom_type == "Polygon"
                                        else b)), name
                  assert sorted(shapely.get_coordinates(a).tolist()) == \\
                      sorted(shapely.get_coordinates(b).tolist())
              else:
                  assert shapely.hausdorff_distance(a, b) < limit, name
      """, [Self.areas, folder.path("").description])
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test("boundaries written by GeoPandas count like the Shapefile")
  func readBoundaries() async throws {
    let outcome = try python(
      """
      import sys, geopandas
      source, folder = sys.argv[1:]
      areas = geopandas.read_file(source)
      areas.to_file(f"{folder}/b.gpkg", driver="GPKG", layer="beats")
      areas.to_file(f"{folder}/b.geojson", driver="GeoJSON")
      areas.iloc[:5].to_file(f"{folder}/two.gpkg", driver="GPKG", layer="one")
      areas.to_file(f"{folder}/two.gpkg", driver="GPKG", layer="all areas")
      """, [Self.areas, folder.path("").description])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = [
      Self.areas, folder.path("b.gpkg"), folder.path("b.geojson"),
      folder.path("two.gpkg") + ":all areas",
    ]
    var results: [String] = []
    for file in files {
      try await run(
        "areas", "--boundaries", file, "--incidents", Self.incidents, "--output",
        folder.path("r.csv"))
      results.append(try folder.text("r.csv"))
    }
    #expect(Set(results).count == 1)
  }

  @Test("incidents written by GeoPandas count like the CSV, by area, category and hour")
  func readIncidents() async throws {
    let incidents = try folder.fewerSamples()
    let outcome = try python(
      """
      import sys, warnings
      warnings.simplefilter("ignore")
      import geopandas, pandas
      from shapely import Point
      source, folder = sys.argv[1:]
      rows = pandas.read_csv(source, dtype=str, keep_default_na=False)
      places = [Point(float(x), float(y)) if x else None
                for x, y in zip(rows.Easting, rows.Northing)]
      rows = geopandas.GeoDataFrame(
          rows.drop(columns=["Easting", "Northing"]), geometry=places, crs=27700)
      rows.to_file(f"{folder}/i.gpkg", driver="GPKG", layer="calls")
      rows.to_file(f"{folder}/i.shp")
      rows.to_file(f"{folder}/i.geojson", driver="GeoJSON")
      """, [incidents, folder.path("").description])
    #expect(outcome.status == 0, "\(outcome.errors)")
    var results: [[String]] = []
    let files = [incidents] + ["i.gpkg", "i.shp", "i.geojson"].map { folder.path($0) }
    for file in files {
      try await run(
        "areas", "--boundaries", Self.areas, "--incidents", file, "--hours", "18-06", "--output",
        folder.path("r.csv"))
      try await run("hours", "--incidents", file, "--output", folder.path("h.csv"))
      results.append([try folder.text("r.csv"), try folder.text("h.csv")])
    }
    #expect(Set(results).count == 1)
  }
}
