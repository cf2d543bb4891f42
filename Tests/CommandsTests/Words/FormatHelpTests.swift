import Archives
import Boundaries
import GeoPackages
import Incidents
import Shapefiles
import Tables
import Testing
import Workbooks

@testable import Commands

/// The remedies of errors that single formats have, also where the error of a dataset wraps them.
@Suite("Help for single formats")
struct FormatHelpTests {
  @Test(
    "an error of a Shapefile says which of its files to mend",
    arguments: [
      (
        .missingFile(path: "a.shp", part: "shx"),
        "--rebuild-index finds the records in the .shp, and changes no file"
      ),
      (
        .missingFile(path: "a.shp", part: "dbf"),
        "a Shapefile is three files or more with one name: .shp, .shx, .dbf and .prj; keep them together"
      ),
      (.truncated(path: "a.shp", bytes: 1, expected: 2), "copy or download the file again"),
      (
        .truncated(path: "a.shx", bytes: 1, expected: 2),
        "--rebuild-index finds the records in the .shp, and changes no file"
      ),
      (
        .differingCounts(path: "a.shp", shapes: 1, index: 2, attributes: 3),
        "the files are not of one version; copy or export all of them again"
      ),
      (
        .differingCounts(path: "a.shp", shapes: 3, index: 2, attributes: 3),
        "--rebuild-index finds the records in the .shp, and changes no file"
      ),
      (.unreadable(path: "a.shp", reason: "no"), nil),
    ] as [(ShapefileError, String?)])
  func shapefiles(error: ShapefileError, help: String?) {
    #expect(error.help == help)
    #expect(BoundaryError.shapefile(error).help == help)
    #expect(IncidentError.shapefile(error).help == help)
  }

  @Test(
    "an error of a GeoPackage names its layers",
    arguments: [
      (
        .severalLayers(path: "a.gpkg", layers: ["lsoa", "wards"]),
        "name it, as in 'a.gpkg:lsoa'; the layers are: 'lsoa', 'wards'"
      ),
      (
        .noSuchLayer(path: "a.gpkg", layer: "ward", layers: ["wards"]), "the layers are: 'wards'"
      ),
      (.noLayers(path: "a.gpkg"), nil),
    ] as [(GeoPackageError, String?)])
  func geoPackages(error: GeoPackageError, help: String?) {
    #expect(error.help == help)
    #expect(BoundaryError.geoPackage(error).help == help)
    #expect(IncidentError.geoPackage(error).help == help)
  }

  @Test(
    "an error of an archive or a workbook says what to do with it",
    arguments: [
      (
        .archive(.damaged(path: "a.zip", reason: "cut")),
        "fetch the file again, or unpack it to see how far it goes"
      ),
      (
        .archive(.noSuchEntry(path: "a.zip", entry: "b.csv", entries: ["c.csv"])),
        "it has 'c.csv'"
      ),
      (.archive(.noSuchEntry(path: "a.zip", entry: "b.csv", entries: [])), "it has no files"),
      (.archive(.notAnArchive(path: "a.zip")), nil),
      (
        .notWorkbook(path: "a.xls", kind: "an old workbook"),
        "save it as 'Excel Workbook (.xlsx)' or as CSV"
      ),
      (
        .noSuchSheet(path: "a.xlsx", sheet: "Mar", sheets: ["March", "April"]),
        "the sheets are: 'March', 'April'"
      ),
      (.tooMuchText(path: "a.xlsx", limit: 1), "save the sheet as CSV"),
      (.noSheets(path: "a.xlsx"), nil),
    ] as [(WorkbookError, String?)])
  func workbooks(error: WorkbookError, help: String?) {
    #expect(error.help == help)
    #expect(IncidentError.workbook(error).help == help)
    if case .archive(let archive) = error {
      #expect(archive.help == help && IncidentError.archive(archive).help == help)
      #expect(BoundaryError.archive(archive).help == help)
    }
  }

  @Test("drawn shapes and grids say what else to give")
  func shapesAndGrids() {
    #expect(
      DrawnShapeError.unknownFormat(path: "a.kml").help
        == "convert it: ogr2ogr line.geojson 'a.kml'")
    #expect(DrawnShapeError.unreadable(path: "a.wkt", reason: "no").help == nil)
    #expect(
      SurfaceGridError.tooManyCells(cellSize: 5, cells: 2e8, limit: 1_000_000, usable: 100).help
        == "take cells of 100 m, or a smaller study area")
    #expect(SurfaceGridError.unusableBox.help == nil)
  }
}
