import Foundation
import Geometry
import Tables
import TestSupport
import Testing

@testable import Interchange

@Suite("GeoJSON writer")
struct GeoJSONWriterTests {
  private let folder = TemporaryFolder()

  private func square(_ x: Double, _ y: Double, _ size: Double, clockwise: Bool = false) -> [Point]
  {
    let points = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { (dx: Double, dy: Double) in
      Point(x: x + dx * size, y: y + dy * size)
    }
    return clockwise ? points.reversed() : points
  }

  /// A square with a hole in which an island lies; a plain square; an area without outline.
  private var table: FeatureTable {
    var outlines = OutlineTable()
    outlines.appendArea([
      [square(0, 50, 1), square(0.25, 50.25, 0.5, clockwise: true)], [square(0.4, 50.4, 0.1)],
    ])
    outlines.appendArea([[square(-0.123456789, 51.987654321, 1)]])
    return FeatureTable(
      name: "areas \"x\"",
      columns: [
        Column("code", .text(["E1", "E2"])), Column("na\"me", .text(["St Éloi's", nil])),
        Column("incidents", .integers([3, nil])), Column("share", .reals([1.0 / 3, nil])),
      ],
      geometry: .areas(outlines), crs: "EPSG:4326")
  }

  private func write(_ table: FeatureTable, _ writer: GeoJSONWriter = GeoJSONWriter()) throws
    -> [UInt8]
  {
    let file = try OutputFile(path: folder.path("out.geojson"))
    try writer.write(table, to: file)
    try file.commit()
    return try folder.read("out.geojson")
  }

  private func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("the text is the same for any number of threads", arguments: [2, 3, 16])
  func threads(count: Int) throws {
    var outlines = OutlineTable()
    for area in 0..<9000 { outlines.appendArea([[square(Double(area) / 100, 50, 0.01)]]) }
    let table = FeatureTable(
      name: "many", columns: [Column("incidents", .integers(Array(0..<9000)))],
      geometry: .areas(outlines), crs: "EPSG:4326")
    var writer = GeoJSONWriter()
    let alone = try write(table, writer)
    writer.threads = count
    #expect(try write(table, writer) == alone)
    let features = try #require(try object(alone)["features"] as? [[String: Any]])
    #expect(
      features.map { ($0["properties"] as? [String: Int])?["incidents"] } == Array(0..<9000))
  }

  @Test("another reader finds the features, their properties and kinds")
  func structure() throws {
    let collection = try object(try write(table))
    #expect(collection["type"] as? String == "FeatureCollection")
    #expect(collection["name"] as? String == "areas \"x\"")
    #expect(collection["crs"] == nil)
    let features = try #require(collection["features"] as? [[String: Any]])
    #expect(features.map { $0["type"] as? String } == ["Feature", "Feature"])
    let properties = try features.map { try #require($0["properties"] as? NSDictionary) }
    #expect(
      properties == [
        ["code": "E1", "na\"me": "St Éloi's", "incidents": 3, "share": 1.0 / 3],
        ["code": "E2", "na\"me": NSNull(), "incidents": NSNull(), "share": NSNull()],
      ])
    let kinds = features.map { ($0["geometry"] as? [String: Any])?["type"] as? String }
    #expect(kinds == ["MultiPolygon", "Polygon"])
  }

  @Test("rings close, outer ones run counter-clockwise and holes clockwise, with seven decimals")
  func rings() throws {
    let bytes = try write(table)
    let features = try #require(try object(bytes)["features"] as? [[String: Any]])
    var areas: [[Double]] = []
    for feature in features {
      let geometry = try #require(feature["geometry"] as? [String: Any])
      let single = geometry["coordinates"] as? [[[Double]]]
      let several = geometry["coordinates"] as? [[[[Double]]]]
      let polygons = try #require(several ?? single.map { [$0] })
      for polygon in polygons {
        areas.append(
          polygon.map { ring in
            #expect(ring.first == ring.last && ring.count >= 4)
            return zip(ring, ring.dropFirst()).reduce(0) {
              $0 + ($1.0[0] * $1.1[1] - $1.1[0] * $1.0[1]) / 2
            }
          })
      }
    }
    #expect(areas.map { $0.map { $0 > 0 } } == [[true, false], [true], [true]])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("[-0.1234568,51.9876543]"))
    #expect(text.contains("[0.8765432,52.9876543]"))
    // One feature stands on each line.
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test("a named system and added members stand in the collection")
  func members() throws {
    var writer = GeoJSONWriter()
    writer.namedCRS = "urn:ogc:def:crs:EPSG::27700"
    writer.members = [.init("reconciliation", .object([.init("read", .integer(5))]))]
    writer.decimals = 2
    let bytes = try write(table, writer)
    let collection = try object(bytes)
    let crs = try #require(collection["crs"] as? NSDictionary)
    #expect(crs == ["type": "name", "properties": ["name": "urn:ogc:def:crs:EPSG::27700"]])
    #expect(collection["reconciliation"] as? NSDictionary == ["read": 5])
    #expect(String(decoding: bytes, as: UTF8.self).contains("[-0.12,51.99]"))
  }

  @Test("points, missing points and tables without geometry are features too")
  func otherGeometry() throws {
    let points = FeatureTable(
      name: "p", columns: [Column("n", .integers([1, 2]))],
      geometry: .points(x: [-0.1, .nan], y: [51.5, .nan]), crs: "EPSG:4326")
    var features = try #require(try object(try write(points))["features"] as? [[String: Any]])
    #expect(
      features[0]["geometry"] as? NSDictionary == ["type": "Point", "coordinates": [-0.1, 51.5]])
    #expect(features[1]["geometry"] is NSNull)
    let empty = FeatureTable(
      name: "e", columns: [Column("n", .integers([]))])
    features = try #require(try object(try write(empty))["features"] as? [[String: Any]])
    #expect(features.isEmpty)
  }

  @Test("a table larger than the buffer is written whole")
  func large() throws {
    let count = 20_000
    let table = FeatureTable(
      name: "many", columns: [Column("n", .integers((0..<count).map { $0 }))],
      geometry: .points(
        x: (0..<count).map { Double($0) / 1000 }, y: [Double](repeating: 5, count: count)),
      crs: "EPSG:4326")
    let bytes = try write(table)
    #expect(bytes.count > 1 << 20)
    let features = try #require(try object(bytes)["features"] as? [[String: Any]])
    #expect(features.count == count)
    #expect((features[12_345]["properties"] as? [String: Int]) == ["n": 12_345])
  }
}
