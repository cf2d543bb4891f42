import Foundation
import Geometry
import TestSupport
import Testing

@testable import Boundaries

@Suite("Drawn shapes")
struct DrawnShapesTests {
  private let folder = TemporaryFolder()

  private func file(_ name: String, _ text: String) throws -> String {
    try folder.file(name, text)
  }

  /// The areas with holes taken off, as shoelaces give them by hand.
  static let drawings: [(String, [Double])] = [
    ("POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))", [100]),
    ("polygon ((0 0,0 10,10 10,10 0,0 0),(2 2,4 2,4 4,2 4,2 2))", [96]),
    ("  MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,7 5,7 7,5 7,5 5)))  ", [4.5]),
    ("POLYGON Z((0 0 9,1 0 9,1 1 9,0 0 9))", [0.5]),
    ("POLYGONZM((0 0 9 1,1 0 9 1,1 1 9 1,0 0 9 1))", [0.5]),
    ("SRID=27700;POLYGON((0 0,1e1 0,1e1 10.0,0 0))", [50]),
  ]

  @Test("well-known text gives its polygons, holes taken off", arguments: drawings)
  func wellKnownText(text: String, areas: [Double]) throws {
    let shapes = try DrawnShapes.load(text, kind: .polygons)
    #expect((0..<shapes.outlines.areaCount).map { shapes.outlines.area(of: $0) } == areas)
    #expect(shapes.projection == (text.hasPrefix("SRID") ? "EPSG:27700" : nil))
    let path = try file("a.wkt", text)
    let read = try DrawnShapes.load(path, kind: .polygons)
    #expect(read.outlines == shapes.outlines && read.projection == shapes.projection)
  }

  @Test("lines come as well-known text and as GeoJSON")
  func lines() throws {
    let expected = [
      [Point(x: 0, y: 0), Point(x: 1, y: 2)], [Point(x: 5, y: 5), Point(x: 6, y: 6)],
    ]
    #expect(try DrawnShapes.load("LINESTRING(0 0, 1 2)", kind: .lines).lines == [expected[0]])
    #expect(
      try DrawnShapes.load("MULTILINESTRING((0 0, 1 2),(5 5,6 6))", kind: .lines).lines == expected)
    let path = try file(
      "a.geojson",
      """
      {"type":"FeatureCollection","features":[
       {"type":"Feature","geometry":{"type":"LineString","coordinates":[[0,0],[1,2]]}},
       {"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]}},
       {"type":"Feature","geometry":
        {"type":"MultiLineString","coordinates":[[[5,5,0],[6,6,0]]]}}]}
      """)
    #expect(try DrawnShapes.load(path, kind: .lines).lines == expected)
  }

  @Test("GeoJSON gives one area for each feature with polygons, in its own system")
  func collection() throws {
    let path = try file(
      "a.geojson",
      """
      \u{feff}{"type":"FeatureCollection","bbox":[0,0,1,1],
       "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},
       "features":[
        {"type":"Feature","properties":{"a":null},"geometry":null},
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon",
         "coordinates":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}},
        {"type":"Feature","geometry":{"type":"MultiPolygon",
         "coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[9,9],[9,8],[8,8],[9,9]]]]}}]}
      """)
    let shapes = try DrawnShapes.load(path, kind: .polygons)
    #expect(shapes.outlines.areaCount == 2)
    #expect(shapes.outlines.area(of: 0) == 15.5 && shapes.outlines.area(of: 1) == 1)
    #expect(shapes.projection == "EPSG:27700")
    let plain = try file(
      "b.json", #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}"#)
    #expect(try DrawnShapes.load(plain, kind: .polygons).projection == "EPSG:4326")
  }

  @Test("a Shapefile needs no codes")
  func shapefile() throws {
    var raw = RawShapefile(
      records: [
        [RawShapefile.clockwiseSquare(x: 400_000, y: 1e5)],
        [RawShapefile.clockwiseSquare(x: 400_010, y: 1e5)],
      ],
      fields: [.init("COLOUR")], rows: [["red"], ["red"]])
    raw.projection = try String(
      contentsOfFile: ProjectFolder.path("boundaries/lsoa.prj"), encoding: .utf8)
    try raw.write(to: folder)
    let shapes = try DrawnShapes.load(folder.path("areas.shp"), kind: .polygons)
    #expect(shapes.outlines.areaCount == 2 && shapes.projection?.contains("British") == true)
  }

  private func message(_ text: String, _ kind: DrawnShapes.Kind = .polygons) -> String {
    do {
      _ = try DrawnShapes.load(text, kind: kind)
      return "no error"
    } catch { return "\(error)" }
  }

  static let faults: [(String, String)] = [
    (
      "POLYGON((0 0, 10 0, 10 10, 0 10))",
      "ring 1 is not closed: it begins at 0.0 0.0 and ends at 0.0 10.0"
    ),
    ("POLYGON((0 0,1 0,1 1,0 0),(2 2,3 2,3 3,2 4))", "ring 2 is not closed"),
    ("POLYGON((0 0,1 0,0 0))", "ring 1 has 3 points, at least 4"),
    ("POLYGON EMPTY", "it is empty, at least one polygon"),
    ("MULTIPOLYGON EMPTY", "it is empty"),
    ("LINESTRING(0 0,1 1)", "it holds lines, at least one polygon"),
    (
      "POINT(0 0)",
      "POLYGON, MULTIPOLYGON, LINESTRING or MULTILINESTRING is expected at character 1"
    ),
    ("POLYGON((0 0,1 0,1 1,0 0)", "',' or ')' is expected at character 26"),
    ("POLYGON((0 0,1 0,1 1,0 0)) x", "the end is expected at character 28"),
    ("POLYGON((0 0,1,1 1,0 0))", "a number is expected at character 15"),
    ("POLYGON((0 0,1 0,1 1e999,0 0))", "not a finite number"),
    ("POLYGON(0 0,1 0,1 1,0 0)", "'(' is expected"),
    ("SRID=x;POLYGON((0 0,1 0,1 1,0 0))", "the number of a coordinate system is expected"),
    ("absent.geojson", "there is no such file"),
    ("absent.wkt", "there is no such file"),
    ("absent.gpkg", "cannot read 'absent.gpkg'"), ("cordon.kml", "cannot read 'cordon.kml'"),
  ]

  @Test("each thing that is wrong has its own words", arguments: faults)
  func fault(text: String, words: String) {
    #expect(message(text).contains(words), "\(message(text))")
  }

  static let badFiles: [(String, String)] = [
    ("{", "bad.geojson"), ("[]", "an array"),
    (#"{"type":"Point","coordinates":[0,0]}"#, "it is a point, areas are needed"),
    (#"{"type":"FeatureCollection","features":[]}"#, "it holds no area with an outline"),
    (
      #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,null]]]}"#,
      "feature 1: a coordinate is not a number"
    ),
  ]

  @Test("files that are not as they should be are refused", arguments: badFiles)
  func files(content: String, words: String) throws {
    let path = try file("bad.geojson", content)
    #expect(message(path).contains(words), "\(message(path))")
  }

  @Test("files of something else than lines say what they hold")
  func noLines() throws {
    try RawShapefile.squares(1).write(to: folder)
    #expect(
      message(folder.path("areas.shp"), .lines).contains("it holds areas, at least one line is"))
    try RawPoints([Point(x: 1, y: 2)], fields: [.init("CODE")], rows: [["A"]]).write(to: folder)
    #expect(
      message(folder.path("points.shp"), .lines).contains("it holds points, at least one line is"))
    let point = try file("p.json", #"{"type":"Point","coordinates":[0,0]}"#)
    #expect(message(point, .lines).contains("it holds a point, at least one line is needed"))
  }

  @Test("a line of one point is refused, and a file of polygons is no line")
  func shortLine() {
    #expect(message("LINESTRING(0 0)", .lines).contains("line 1 has 1 point, at least 2"))
    #expect(
      message("POLYGON((0 0,1 0,1 1,0 0))", .lines).contains("it holds polygons, at least one line")
    )
    #expect(message("absent.geojson", .lines).contains("there is no such file"))
    #expect(
      message("roads.kml", .lines).contains("Shapefiles (.shp), GeoPackages (.gpkg) and well"))
    #expect(message("roads.shp", .lines).contains("cannot read 'roads.shp'"))
    #expect(message("roads.gpkg:a", .lines).contains("cannot read 'roads.gpkg'"))
  }
}
