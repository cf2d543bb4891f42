import Geometry
import Tables
import TestSupport
import Testing

@testable import GeoPackages

@Suite("Writing GeoPackages")
struct GeoPackageWriterTests {
  private let folder = TemporaryFolder()

  /// Two areas: a square with a hole, and two squares.
  static var outlines: OutlineTable {
    func square(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
      [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
        Point(x: x + size * Double($0.0), y: y + size * Double($0.1))
      }
    }
    var outlines = OutlineTable()
    outlines.appendArea([[square(0, 0, 10), square(2, 2, 3)]])
    outlines.appendArea([[square(20, 0, 5)], [square(30, -5, 5)]])
    return outlines
  }

  static var table: FeatureTable {
    FeatureTable(
      name: "two \"areas\"",
      columns: [
        Column("code", .text(["A", nil])), Column("Code", .text(["", "é'; DROP TABLE x --"])),
        Column("n", .integers([7, nil])), Column("fid", .reals([nil, 0.1])),
      ], geometry: .areas(outlines), crs: "EPSG:27700")
  }

  static func layer(
    style: GeoPackageLayer.Style? = nil, geometry: GeoPackageLayer.Geometry = .areas
  ) -> GeoPackageLayer {
    GeoPackageLayer(
      name: "two \"areas\"",
      columns: [
        .init("code", .text), .init("Code", .text), .init("n", .integer), .init("fid", .real),
      ],
      geometry: geometry,
      reference: SpatialReference(
        name: "Grid", organization: "EPSG", code: 27700, definition: "PROJCS[\"x\"]"),
      styles: [style].compactMap(\.self))
  }

  private func write(
    _ table: FeatureTable, _ layer: GeoPackageLayer, to name: String = "a.gpkg"
  ) throws -> String {
    let path = folder.path(name)
    let writer = try GeoPackageWriter(path: path, layer: layer)
    try writer.append(table)
    try writer.finish()
    return path
  }

  /// Returns the rows of a query as text.
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

  @Test("SQLite finds nothing wrong with the file, and values keep their types")
  func values() throws {
    let path = try write(Self.table, Self.layer(style: .init(name: "s", qml: "<qgis/>")))
    #expect(try rows("PRAGMA integrity_check", path) == [["ok"]])
    #expect(try rows("PRAGMA foreign_key_check", path).isEmpty)
    #expect(try rows("PRAGMA application_id", path) == [["\(0x4750_4B47)"]])
    #expect(try rows("PRAGMA user_version", path) == [["10300"]])
    let table = "\"two \"\"areas\"\"\""
    #expect(
      try rows("SELECT fid, code, Code_2, n, fid_2 FROM \(table)", path) == [
        ["1", "A", "", "7", "NULL"], ["2", "NULL", "é'; DROP TABLE x --", "NULL", "0.1"],
      ])
    #expect(
      try rows("SELECT typeof(code), typeof(Code_2), typeof(n), typeof(fid_2) FROM \(table)", path)
        == [["text", "text", "integer", "null"], ["null", "text", "null", "real"]])
    #expect(
      try rows("SELECT data_type, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents", path)
        == [
          ["features", "0.0", "-5.0", "35.0", "10.0", "27700"],
          ["attributes", "NULL", "NULL", "NULL", "NULL", "NULL"],
        ])
    #expect(
      try rows("SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY srs_id", path)
        == [["-1"], ["0"], ["4326"], ["27700"]])
    #expect(
      try rows("SELECT id, minx, maxx, miny, maxy FROM \"rtree_two \"\"areas\"\"_geom\"", path)
        == [["1", "0.0", "10.0", "0.0", "10.0"], ["2", "20.0", "35.0", "-5.0", "5.0"]])
    #expect(
      try rows("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'", path) == [["6"]])
    #expect(
      try rows("SELECT styleQML, useAsDefault FROM layer_styles", path) == [["<qgis/>", "1"]])
  }

  @Test("a blob is the header, the box and the well-known binary that the standards describe")
  func blob() {
    // shapely.to_wkb(shapely.Point(1, 2), byte_order=1).hex()
    var blob = GeometryBlob()
    blob.setPoint(x: 1, y: 2, reference: 4326)
    #expect(
      hexadecimal(blob.bytes) == "47500001e6100000" + "0101000000000000000000f03f0000000000000040")
    var triangle = OutlineTable()
    triangle.appendArea([
      [[Point(x: 0, y: 0), Point(x: 1, y: 0), Point(x: 0, y: 2), Point(x: 0, y: 0)]]
    ])
    // shapely.to_wkb(shapely.MultiPolygon([shapely.Polygon([(0,0),(1,0),(0,2),(0,0)])]),
    // byte_order=1)
    let box = blob.setArea(0, of: triangle, reference: -1)
    #expect(box == Box(minX: 0, minY: 0, maxX: 1, maxY: 2))
    #expect(
      hexadecimal(blob.bytes) == "47500003ffffffff"
        + "0000000000000000000000000000f03f00000000000000000000000000000040"
        + "0106000000010000000103000000010000000400000000000000000000000000000000000000"
        + "000000000000f03f00000000000000000000000000000000000000000000004000000000000000000000000000000000"
    )
    var empty = OutlineTable()
    empty.appendArea([])
    #expect(blob.setArea(0, of: empty, reference: 0).isEmpty)
    #expect(hexadecimal(blob.bytes) == "4750001100000000" + "010600000000000000")
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test("equal rows make equal bytes")
  func deterministic() throws {
    let first = try write(Self.table, Self.layer(), to: "a.gpkg")
    let second = try write(Self.table, Self.layer(), to: "b.gpkg")
    #expect(first != second)
    #expect(try folder.read("a.gpkg") == folder.read("b.gpkg"))
  }

  @Test("points come in batches or one by one, and those without a place have no geometry")
  func points() throws {
    let table = FeatureTable(
      name: "p", columns: [Column("id", .integers([1, 2, 3]))],
      geometry: .points(x: [0.5, .nan, -1], y: [51, .nan, 52]))
    let layer = GeoPackageLayer(name: "p", columns: [.init("id", .integer)], geometry: .points)
    let path = try write(table, layer)
    let writer = try GeoPackageWriter(path: folder.path("b.gpkg"), layer: layer)
    try writer.append(x: 0.5, y: 51, values: [.integer(1)])
    try writer.append(x: .nan, y: .nan, values: [.integer(2)])
    try writer.append(x: -1, y: 52, values: [.integer(3)])
    try writer.finish()
    #expect(try folder.read("a.gpkg") == folder.read("b.gpkg"))
    #expect(
      try rows("SELECT fid, geom IS NULL FROM p", path) == [["1", "0"], ["2", "1"], ["3", "0"]])
    #expect(try rows("SELECT id FROM rtree_p_geom ORDER BY id", path) == [["1"], ["3"]])
    #expect(
      try rows("SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents", path)
        == [["-1.0", "51.0", "0.5", "52.0", "4326"]])
  }

  @Test("attributes become numbers where every value is one, and lose nothing where one is not")
  func attributeTypes() throws {
    let names = ["whole", "real", "mixed", "leading", "padded", "huge", "empty", "fixed"]
    let rows = [
      ["1", "0.5", "1", "7", "1.5", "1", "", "3"],
      ["", "2", "x", "007", "1.50", "12345678901234567890", "", "4"],
      ["-9223372036854775808", "-1e-07", "2", "8", "2", "2", "", ""],
    ]
    let layer = GeoPackageLayer(
      name: "calls \"a\"",
      columns: names.map { .init($0, $0 == "fixed" ? .real : .attribute) }, geometry: .points)
    let path = folder.path("a.gpkg")
    let writer = try GeoPackageWriter(path: path, layer: layer)
    for row in rows {
      var (bytes, ends): ([UInt8], [Int]) = ([], [])
      for field in row {
        bytes += Array(field.utf8)
        ends.append(bytes.count)
      }
      try writer.append(count: 1, bytes: bytes, ends: ends, x: [1], y: [2])
    }
    try writer.finish()
    #expect(try self.rows("PRAGMA integrity_check", path) == [["ok"]])
    let table = "\"calls \"\"a\"\"\""
    #expect(
      try self.rows("SELECT name, type FROM pragma_table_info('calls \"a\"') WHERE cid > 1", path)
        .map { "\($0[0]) \($0[1])" } == [
          "whole INTEGER", "real REAL", "mixed TEXT", "leading TEXT", "padded TEXT", "huge TEXT",
          "empty TEXT", "fixed REAL",
        ])
    #expect(
      try self.rows("SELECT whole, real, mixed, leading, padded, huge FROM \(table)", path) == [
        ["1", "0.5", "1", "7", "1.5", "1"],
        ["NULL", "2.0", "x", "007", "1.50", "12345678901234567890"],
        ["-9223372036854775808", "-1.0e-07", "2", "8", "2", "2"],
      ])
    #expect(
      try self.rows(
        "SELECT typeof(whole), typeof(real), typeof(mixed), typeof(fixed) FROM \(table)", path)
        == [
          ["integer", "real", "text", "real"], ["null", "real", "text", "real"],
          ["integer", "real", "text", "null"],
        ])
  }

  @Test("rows without geometry are a table of attributes")
  func attributes() throws {
    let table = FeatureTable(name: "sqlite_t", columns: [Column("a", .text(["x"]))])
    let path = try write(
      table, GeoPackageLayer(name: "sqlite_t", columns: [.init("a", .text)], geometry: .none))
    #expect(try rows("SELECT a FROM layer_sqlite_t", path) == [["x"]])
    #expect(
      try rows("SELECT data_type, srs_id FROM gpkg_contents", path) == [["attributes", "NULL"]])
    #expect(try rows("SELECT count(*) FROM gpkg_geometry_columns", path) == [["0"]])
  }

  @Test("a folder that is not there is told with SQLite's words")
  func unwritable() {
    #expect(
      throws: GeoPackageError.unwritable(
        path: "/nowhere/a.gpkg", reason: "unable to open database file")
    ) { try GeoPackageWriter(path: "/nowhere/a.gpkg", layer: Self.layer()) }
  }
}
