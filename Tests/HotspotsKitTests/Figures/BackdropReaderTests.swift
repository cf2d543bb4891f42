import Cartography
import GeoPackages
import Geometry
import TestSupport
import Testing

@testable import HotspotsKit

@Suite("Backdrops with names")
struct BackdropReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ path: String) throws -> BackdropLayer {
    try BackdropReader(crs: "EPSG:27700", gridFolders: [], allowsBallpark: true).read(path).layer
  }

  private func names(_ layer: BackdropLayer) -> [String?] {
    layer.ends.indices.map(layer.name(ofPart:))
  }

  @Test("a Shapefile's table names its records, in its encoding; without a table nothing is named")
  func shapefile() throws {
    let lines = [(0.0, 0.0), (0, 50), (90, 90)].map { x, y in
      [Point(x: 455_000 + x, y: 245_000 + y), Point(x: 455_100 + x, y: 245_000 + y)]
    }
    var roads = RawShapefile(
      records: [[lines[0], lines[1]], [], [lines[2]]],
      fields: [.init("identifier"), .init("name1", width: 20), .init("class", width: 20)],
      rows: [["1", "Noël's Yard", "B Road"], ["2", "Nowhere", "A Road"], ["3", "", "Unknown"]])
    roads.type = 3
    roads.hasMeasures = false
    roads.codePage = "UTF-8"
    roads.projection = "EPSG:27700"
    try roads.write(to: folder, as: "roads")
    let layer = try read(folder.path("roads.shp"))
    #expect(names(layer) == ["Noël's Yard", "Noël's Yard", nil])
    #expect(layer.roadClasses == [.main, .main, .minor])
    #expect(layer.x == [455_000, 455_100, 455_000, 455_100, 455_090, 455_190])
    folder.remove("roads.dbf")
    #expect(names(try read(folder.path("roads.shp"))) == [nil, nil, nil])
  }

  @Test("a table of fewer records than shapes is refused")
  func disagreement() throws {
    let line = [Point(x: 455_000, y: 245_000), Point(x: 455_100, y: 245_000)]
    var roads = RawShapefile(
      records: [[line], [line]], fields: [.init("name")], rows: [["One"]])
    roads.type = 3
    roads.hasMeasures = false
    roads.projection = "EPSG:27700"
    try roads.write(to: folder, as: "roads")
    #expect(throws: BackdropError.self) { try read(folder.path("roads.shp")) }
  }

  @Test("the properties of GeoJSON name its features, whatever their case and order")
  func geoJSON() throws {
    let path = try folder.file(
      "roads.geojson",
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:27700"}},"features":[
      {"type":"Feature","properties":{"ref":"A4","Name":"Old \\"Wherry\\" Steps","highway":"steps"},
       "geometry":{"type":"LineString","coordinates":[[455000,245000],[455100,245000]]}},
      {"type":"Feature","properties":{"highway":"primary","ref":"A4","name":null},
       "geometry":{"type":"MultiLineString","coordinates":
        [[[455000,245000],[455100,245000]],[[455000,245100],[455100,245000]]]}},
      {"type":"Feature","properties":null,
       "geometry":{"type":"Point","coordinates":[455000,245000]}}]}
      """)
    let layer = try read(path)
    #expect(names(layer) == ["Old \"Wherry\" Steps", "A4", "A4", nil])
    #expect(layer.roadClasses == [.path, .main, .main, nil])
  }

  @Test("the columns of a GeoPackage name its rows")
  func geoPackage() throws {
    let path = folder.path("places.gpkg")
    let writer = try GeoPackageWriter(
      path: path,
      layer: GeoPackageLayer(
        name: "places",
        columns: [
          .init("length", .integer), .init("name_1", .text), .init("road_function", .text),
        ],
        geometry: .points, reference: try SpatialReference(crs: "EPSG:27700")))
    try writer.append(
      x: 455_000, y: 245_000,
      values: [.integer(1), .text("Candle Stairs"), .text("Minor Road")])
    try writer.append(x: 455_010, y: 245_000, values: [.integer(2), .null, .null])
    try writer.finish()
    let layer = try read(path)
    #expect(names(layer) == ["Candle Stairs", nil])
    #expect(layer.roadClasses == [.minor, nil])
  }
}
