import GeoPackages
import Geometry
import Tables
import TestSupport
import Testing
import Topology

@testable import Boundaries

/// Boundaries read from GeoJSON and from GeoPackages.
@Suite("Boundaries in other formats")
struct BoundaryFormatsTests {
  private let folder = TemporaryFolder()

  private func geoJSON(_ text: String, name: String = "a.geojson") throws -> BoundaryLayer {
    try folder.write(text.utf8, to: name)
    return try BoundaryLayer.load(path: folder.path(name))
  }

  /// Returns a collection of features, each given as code and geometry.
  private func collection(_ features: [(code: String, geometry: String)], crs: String = "")
    -> String
  {
    let rows = features.map {
      #"{"type":"Feature","properties":{"GSS_CODE":\#($0.code),"NAME":null},"geometry":\#($0.geometry)}"#
    }
    return #"{"type":"FeatureCollection",\#(crs)"features":[\#(rows.joined(separator: ",\n"))]}"#
  }

  private static let square = #"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0],[0,0]]]}"#
  /// Two squares in one another, the inner one a part of its own, on ground of the outer one.
  private static let nested = """
    {"type":"MultiPolygon","coordinates":[[[[5,0],[9,0],[9,4],[5,4],[5,0]]],\
    [[[6,1],[7,1],[7,2],[6,2],[6,1]]]]}
    """

  @Test(
    "a collection gives areas in the order of their codes, rings turned and sorted into each other")
  func geoJSON() throws {
    var layer = try geoJSON(
      collection([("\"B\"", Self.nested), ("\"A\"", Self.square), ("\"C\"", "null")]),
      name: "two.areas.geojson")
    #expect(layer.outlines.polygons(of: 1).count == 2)
    #expect(layer.warnings == ["feature 3 ('C') has no outline and is left out"])
    try layer.mendOutlines()
    #expect(layer.name == "two.areas")
    #expect(layer.codes == ["A", "B"] && layer.names == ["A", "B"])
    #expect(layer.projection == "EPSG:4326" && !layer.isProjectionAssumed)
    #expect(layer.outlines.area(of: 0) == 1 && layer.outlines.area(of: 1) == 16)
    #expect(layer.outlines.polygons(of: 1).count == 1)
    #expect(layer.recordCount == 3 && layer.records == [2, 1])
    #expect(layer.invalidAreas.map(\.fault) == [.nestedPolygons])
  }

  @Test("codes that are whole numbers lose their decimals, and fields keep their kinds")
  func kinds() throws {
    let layer = try geoJSON(
      """
      {"type":"Feature","properties":{"beat":1200001.0,"n":1,"r":0.5,"t":"x","b":true,"m":1},\
      "geometry":\(Self.square)}
      {"type":"Feature","properties":{"beat":12,"n":null,"r":2,"t":3,"b":false,"late":"z"},\
      "geometry":\(Self.square)}
      """, name: "a.ndjson")
    #expect(layer.codes == ["12", "1200001"])
    #expect(
      layer.fields == [
        AreaField(name: "beat", kind: .integer), AreaField(name: "n", kind: .integer),
        AreaField(name: "r", kind: .real), AreaField(name: "t", kind: .text),
        AreaField(name: "b", kind: .logical), AreaField(name: "m", kind: .integer),
        AreaField(name: "late", kind: .text),
      ])
    #expect(try layer.values(ofField: "late") == ["z", ""])
    #expect(try layer.values(ofField: "m") == ["", "1"])
  }

  @Test("a crs member names the system; without one degrees are meant, or nobody knows")
  func system() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"#
    let metres = Self.square.split(separator: "1").joined(separator: "530000")
    #expect(
      try geoJSON(collection([("\"A\"", metres)], crs: crs)).projection
        == "EPSG:27700")
    #expect(
      throws: BoundaryError.noProjection(
        path: folder.path("a.geojson"), likely: .britishNationalGrid)
    ) { try geoJSON(collection([("\"A\"", metres)])) }
  }

  @Test(
    "what is no area is left out by name, and refused where the rule is strict",
    arguments: [
      (#"{"type":"Point","coordinates":[1,2]}"#, "it is a point, areas are needed"),
      (#"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "it is a line, areas are needed"),
      (
        #"{"type":"GeometryCollection","geometries":[]}"#,
        "it is a collection of geometries, areas are needed"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1e13,1],[1,0],[0,0]]]}"#,
        "a coordinate is '10000000000000.0', it must be a finite number between -1e12 and 1e12"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[0,null],[1,1],[0,0]]]}"#,
        "a coordinate is not a number"
      ),
    ])
  func notAnArea(geometry: String, reason: String) throws {
    let text = collection([("\"A\"", Self.square), ("\"B\"", geometry), ("null", geometry)])
    let layer = try geoJSON(text)
    #expect(layer.codes == ["A"] && layer.recordCount == 3)
    #expect(
      layer.warnings == [
        "feature 2 ('B') is left out: \(reason)", "feature 3 is left out: \(reason)",
      ])
    #expect(
      throws: BoundaryError.badRecord(
        path: folder.path("a.geojson"), record: "feature 2", reason: reason)
    ) {
      try BoundaryLayer.load(
        path: folder.path("a.geojson"), rule: BoundaryRule(isStrict: true))
    }
  }

  @Test("an open ring is closed and said, and refused where the rule is strict")
  func openRing() throws {
    let open = #"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[1,0]]]}"#
    let layer = try geoJSON(collection([("\"A\"", open)]))
    #expect(layer.outlines.area(of: 0) == 1)
    #expect(
      layer.warnings == ["feature 1 ('A'): ring 1 is not closed; a straight line closes it"])
    #expect(
      throws: BoundaryError.badRecord(
        path: folder.path("a.geojson"), record: "feature 1",
        reason: "ring 1 is not closed, its last position must be its first")
    ) {
      try BoundaryLayer.load(
        path: folder.path("a.geojson"), rule: BoundaryRule(isStrict: true))
    }
  }

  @Test("a ring without room is left out with a warning")
  func flatRing() throws {
    let layer = try geoJSON(
      collection([
        (
          "\"A\"",
          #"{"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]],[[0,0],[1,1],[0,0]],[]]}"#
        )
      ]))
    #expect(layer.outlines.ringCount == 1)
    #expect(
      layer.warnings == [
        "feature 1 ('A'): ring 2 has 3 points, at least 4 are needed; the ring is left out"
      ])
  }

  /// Writes a GeoPackage of two areas.
  private func geoPackage(_ name: String, layer: String = "beats") throws -> String {
    var outlines = OutlineTable()
    func corner(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
    outlines.appendArea(
      [
        [corner(0, 0), corner(9, 0), corner(9, 9), corner(0, 0)]
      ].map { [$0] })
    outlines.appendArea([
      [
        [corner(20, 0), corner(30, 0), corner(30, 10), corner(20, 10), corner(20, 0)],
        [corner(22, 2), corner(22, 4), corner(24, 4), corner(22, 2)],
      ],
      [[corner(40, 0), corner(50, 0), corner(40, 10), corner(40, 0)]],
    ])
    let writer = try GeoPackageWriter(
      path: folder.path(name),
      layer: GeoPackageLayer(
        name: layer,
        columns: [.init("Beat", .text), .init("Name", .text), .init("n", .integer)],
        geometry: .areas,
        reference: SpatialReference(
          name: "Grid", organization: "EPSG", code: 27700, definition: "undefined")))
    try writer.append(
      FeatureTable(
        name: layer,
        columns: [
          Column("Beat", .text(["Z", "Y"])), Column("Name", .text(["é", nil])),
          Column("n", .integers([nil, 4])),
        ], geometry: .areas(outlines)))
    try writer.finish()
    return folder.path(name)
  }

  @Test("a GeoPackage gives the areas of its layer, named or the only one")
  func geoPackageLayer() throws {
    let path = try geoPackage("all.gpkg")
    for (address, name) in [(path, "all"), ("\(path):beats", "beats"), ("\(path):BEATS", "BEATS")] {
      let layer = try BoundaryLayer.load(path: address)
      #expect(layer.name == name && layer.path == path)
      #expect(layer.codes == ["Y", "Z"] && layer.names == ["Y", "é"])
      #expect(layer.projection == "EPSG:27700")
      #expect(layer.outlines.area(of: 0) == 148 && layer.outlines.area(of: 1) == 40.5)
      #expect(layer.outlines.polygons(of: 0).count == 2)
      #expect(try layer.values(ofField: "n") == ["4", ""])
    }
    #expect(
      throws: BoundaryError.geoPackage(
        .noSuchLayer(path: path, layer: "wards", layers: ["beats"]))
    ) { try BoundaryLayer.load(path: "\(path):wards") }
  }

  @Test("truncated and foreign files are errors at any length")
  func damaged() throws {
    let path = try geoPackage("all.gpkg")
    let bytes = try folder.read("all.gpkg")
    for length in stride(from: 0, to: bytes.count, by: 4093) {
      try folder.write(bytes[..<length], to: "cut.gpkg")
      #expect(throws: BoundaryError.self) {
        try BoundaryLayer.load(path: folder.path("cut.gpkg"))
      }
    }
    try folder.write("code,name\n1,2\n".utf8, to: "table.gpkg")
    #expect(
      throws: BoundaryError.geoPackage(
        .notGeoPackage(path: folder.path("table.gpkg"), found: "it is not a SQLite file"))
    ) { try BoundaryLayer.load(path: folder.path("table.gpkg")) }
    let error = #expect(throws: BoundaryError.self) {
      try BoundaryLayer.load(path: folder.path("absent.gpkg"))
    }
    #expect(error?.isMissingFile == true)
    _ = path
  }
}
