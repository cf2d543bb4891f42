import Geometry
import Tables
import TestSupport
import Testing

@testable import GeoPackages

@Suite("What GeoPackages say of their layers")
struct GeoPackageMetadataTests {
  private let folder = TemporaryFolder()

  private static let points = FeatureTable(
    name: "calls", columns: [Column("id", .integers([1, 2]))],
    geometry: .points(x: [0.5, 2], y: [51, 52]), crs: "EPSG:4326")

  /// Writes areas, points and rows without a place, and describes the first two.
  private func write(to name: String = "a.gpkg") throws -> String {
    var areas = GeoPackageWriterTests.layer()
    areas.title = "Wards, January"
    areas.description = "Counts. OFFICIAL."
    areas.columns[2].title = "Incidents"
    areas.columns[2].description = "Each in exactly one area."
    areas.styles = [.init(name: "usual", qml: "<a/>"), .init(name: "other", qml: "<b/>")]
    areas.documents = [.init(standard: "http://mrcc.com/qgis.dtd", text: "<qgis/>")]
    var calls = GeoPackageLayer(name: "calls", columns: [.init("id", .integer)], geometry: .points)
    // A title that is taken gives way to the name of the table.
    calls.title = "Wards, January"
    calls.styles = [.init(name: "calls", qml: "<c/>")]
    let rows = GeoPackageLayer(name: "rows", columns: [.init("id", .integer)], geometry: .none)
    let path = folder.path(name)
    let writer = try GeoPackageWriter(path: path, layer: areas)
    try writer.append(GeoPackageWriterTests.table)
    try writer.begin(calls)
    try writer.append(Self.points)
    try writer.begin(rows)
    try writer.append(FeatureTable(name: "rows", columns: [Column("id", .integers([9]))]))
    var notes = GeoPackageNotes()
    notes.documents = [.init(standard: "http://purl.org/dc/terms/", text: "<metadata/>")]
    notes.project = .init(name: "P", xml: "<qgis>é</qgis>")
    try writer.finish(notes)
    return path
  }

  private func rows(_ sql: String, _ path: String) throws -> [[String]] {
    let statement = try Statement(sql, in: Database(path: path, .reading))
    var rows: [[String]] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map {
          statement.kind($0) == .null ? "NULL" : statement.text($0)
        })
    }
    return rows
  }

  @Test(
    "each layer has its rows, its index, its box and its styles, the first of them the usual one")
  func layers() throws {
    let path = try write()
    #expect(try rows("PRAGMA integrity_check", path) == [["ok"]])
    #expect(try rows("PRAGMA foreign_key_check", path).isEmpty)
    #expect(
      try rows(
        "SELECT table_name, data_type, identifier, description, min_x, max_y FROM gpkg_contents",
        path) == [
          ["two \"areas\"", "features", "Wards, January", "Counts. OFFICIAL.", "0.0", "10.0"],
          ["calls", "features", "calls", "", "0.5", "52.0"],
          ["rows", "attributes", "rows", "", "NULL", "NULL"],
          ["layer_styles", "attributes", "layer_styles", "", "NULL", "NULL"],
        ])
    #expect(try rows("SELECT rtreecheck('rtree_two \"areas\"_geom')", path) == [["ok"]])
    #expect(try rows("SELECT rtreecheck('rtree_calls_geom')", path) == [["ok"]])
    #expect(try rows("SELECT id FROM rtree_calls_geom WHERE maxy > 51.5", path) == [["2"]])
    #expect(
      try rows("SELECT f_table_name, styleName, useAsDefault FROM layer_styles ORDER BY id", path)
        == [
          ["two \"areas\"", "usual", "1"], ["two \"areas\"", "other", "0"],
          ["calls", "calls", "1"],
        ])
    #expect(try rows("SELECT id FROM rows", path) == [["9"]])
    #expect(
      try rows("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'", path) == [["12"]])
  }

  @Test("columns that are described are, under their names in the file")
  func columns() throws {
    let path = try write()
    #expect(
      try rows(
        "SELECT table_name, column_name, name, title, description FROM gpkg_data_columns", path)
        == [["two \"areas\"", "n", "Incidents", "Incidents", "Each in exactly one area."]])
  }

  @Test("texts of metadata belong to the file or to a table, and extensions are listed")
  func documents() throws {
    let path = try write()
    #expect(
      try rows(
        """
        SELECT reference_scope, table_name, md_standard_uri, metadata FROM gpkg_metadata_reference
        JOIN gpkg_metadata ON id = md_file_id ORDER BY id
        """, path) == [
          ["geopackage", "NULL", "http://purl.org/dc/terms/", "<metadata/>"],
          ["table", "two \"areas\"", "http://mrcc.com/qgis.dtd", "<qgis/>"],
        ])
    #expect(
      try rows("SELECT table_name, extension_name FROM gpkg_extensions ORDER BY rowid", path) == [
        ["two \"areas\"", "gpkg_rtree_index"], ["calls", "gpkg_rtree_index"],
        ["gpkg_data_columns", "gpkg_schema"], ["gpkg_data_column_constraints", "gpkg_schema"],
        ["gpkg_metadata", "gpkg_metadata"], ["gpkg_metadata_reference", "gpkg_metadata"],
      ])
  }

  @Test("equal layers make equal bytes")
  func deterministic() throws {
    _ = try write(to: "a.gpkg")
    _ = try write(to: "b.gpkg")
    #expect(try folder.read("a.gpkg") == folder.read("b.gpkg"))
  }
}
