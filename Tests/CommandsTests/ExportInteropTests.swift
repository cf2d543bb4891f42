import CommandLineKit
import Foundation
import TestSupport
import Testing

@testable import Commands

/// GDAL and GeoPandas open what is exported of London.
///
/// Seven decimals of a degree are 11 mm of latitude, so a vertex moves by up to 7 mm, and the size of
/// an area by what that makes on its border: for the smallest LSOAs some hundred-thousandths. Over a
/// layer it averages out, and in the file's own system nothing is rounded.
@Suite(
  "Exported boundaries in other programs",
  .enabled(if: Interop.isEnabled, "\(Interop.absence)"),
  .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
struct ExportInteropTests {
  struct Layer: Sendable, CustomTestStringConvertible {
    var name: String
    var codeField: String
    var count: Int
    var testDescription: String { name }
  }

  @Test(
    "London opens without a warning, wound the right way, as large as it was",
    arguments: [
      Layer(name: "london-lsoa-2011", codeField: "LSOA11CD", count: 4835),
      Layer(name: "london-wards-2014", codeField: "GSS_CODE", count: 654),
    ])
  func london(layer: Layer) async throws {
    let folder = TemporaryFolder()
    let source = SharedData.path("realdata/boundaries/\(layer.name).shp")
    let (degrees, metres) = (folder.path("degrees.geojson"), folder.path("metres.geojson"))
    let first = await ReportRun("export", "--boundaries", source, "--output", degrees)
    #expect(first.status == .done, "\(first.errors)")
    let second = await ReportRun(
      "export", "--boundaries", source, "--output", metres, "--output-crs", "EPSG:27700")
    #expect(second.status == .done, "\(second.errors)")

    for path in [degrees, metres] {
      let outcome = try Interop.run("ogrinfo", ["-so", "-al", path])
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(!outcome.output.lowercased().contains("warning"))
      #expect(outcome.output.contains("Feature Count: \(layer.count)\n"))
    }

    let script = """
      import sys, warnings
      warnings.simplefilter("error")
      import geopandas, shapely
      source, degrees, metres, code = sys.argv[1:]
      original = geopandas.read_file(source).set_index(code).sort_index()
      for path in (degrees, metres):
          read = geopandas.read_file(path)
          assert list(read.code) == list(original.index), "codes"
          assert read.crs == (4326 if path == degrees else 27700), "system"
          for outline in shapely.get_parts(read.geometry.values):
              assert shapely.is_ccw(outline.exterior), "outer ring"
              assert not any(shapely.is_ccw(hole) for hole in outline.interiors), "hole"
          old = shapely.area(original.geometry.values)
          new = shapely.area(read.to_crs(27700).geometry.values)
          change = abs(new - old)
          assert abs(new.sum() / old.sum() - 1) < 1e-6, "layer"
          if path == metres:
              assert (change < 1e-6 * old).all(), "areas in metres"
          else:
              assert (change < 1e-4 * old).all(), "areas in degrees"
              assert (change < 0.0075 * shapely.length(original.geometry.values)).all(), "borders"
      """
    try folder.write(script.utf8, to: "check.py")
    let outcome = try Interop.run(
      Interop.python, [folder.path("check.py"), source, degrees, metres, layer.codeField])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
  }
}
