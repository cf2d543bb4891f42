import Foundation
import Geometry
import Interchange
import Tables
import TestSupport
import Testing

@Suite("KML and features line by line")
struct KMLWriterTests {
  private let folder = TemporaryFolder()

  private static func square(_ x: Double, _ y: Double, _ size: Double) -> [Point] {
    [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)].map { Point(x: x + $0 * size, y: y + $1 * size) }
  }

  private static var table: FeatureTable {
    var outlines = OutlineTable()
    outlines.appendArea([[square(0, 0, 4), square(1, 1, 0.5)]])
    outlines.appendArea([[square(10, 0, 1)], [square(20, -0.123456789, 1)]])
    return FeatureTable(
      name: "a <b> & \"c\"",
      columns: [
        Column("code", .text(["A\u{1}", nil])), Column("n & m", .integers([1, nil])),
        Column("r", .reals([0.1, .nan])),
      ], geometry: .areas(outlines))
  }

  @Test("KML is XML with typed data, escaped text and rings of boundaries")
  func kml() throws {
    let file = try OutputFile(path: folder.path("a.kml"))
    try KMLWriter().write(Self.table, to: file)
    try file.commit()
    let expected = """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2">
      <Document>
      <name>a &lt;b&gt; &amp; &quot;c&quot;</name>
      <Schema name="columns" id="columns">
      <SimpleField type="string" name="code"></SimpleField>
      <SimpleField type="int" name="n &amp; m"></SimpleField>
      <SimpleField type="double" name="r"></SimpleField>
      </Schema>
      <Style id="areas"><LineStyle><color>ff595959</color></LineStyle>\
      <PolyStyle><fill>0</fill></PolyStyle></Style>
      <Placemark><name>A\u{FFFD}</name><ExtendedData><SchemaData schemaUrl="#columns">\
      <SimpleData name="code">A\u{FFFD}</SimpleData><SimpleData name="n &amp; m">1</SimpleData>\
      <SimpleData name="r">0.1</SimpleData></SchemaData></ExtendedData>\
      <styleUrl>#areas</styleUrl><Polygon>\
      <outerBoundaryIs><LinearRing><coordinates>0,0 4,0 4,4 0,4 0,0</coordinates></LinearRing>\
      </outerBoundaryIs><innerBoundaryIs><LinearRing>\
      <coordinates>1,1 1,1.5 1.5,1.5 1.5,1 1,1</coordinates></LinearRing></innerBoundaryIs>\
      </Polygon></Placemark>
      <Placemark><name></name><ExtendedData><SchemaData schemaUrl="#columns">\
      </SchemaData></ExtendedData><styleUrl>#areas</styleUrl><MultiGeometry><Polygon>\
      <outerBoundaryIs><LinearRing><coordinates>10,0 11,0 11,1 10,1 10,0</coordinates>\
      </LinearRing></outerBoundaryIs></Polygon><Polygon><outerBoundaryIs><LinearRing>\
      <coordinates>20,-0.1234568 21,-0.1234568 21,0.8765432 20,0.8765432 20,-0.1234568\
      </coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
      </Document>
      </kml>

      """
    let text = String(decoding: try folder.read("a.kml"), as: UTF8.self)
    #expect(text == expected)
  }

  @Test("points without a place are placemarks without geometry")
  func points() throws {
    let file = try OutputFile(path: folder.path("a.kml"))
    try KMLWriter().write(
      FeatureTable(
        name: "p", columns: [Column("id", .integers([1, 2]))],
        geometry: .points(x: [-0.1, .nan], y: [51.5, .nan])), to: file)
    try file.commit()
    let text = String(decoding: try folder.read("a.kml"), as: UTF8.self)
    #expect(text.contains("<Point><coordinates>-0.1,51.5</coordinates></Point></Placemark>"))
    #expect(text.components(separatedBy: "<Placemark>").count == 3)
    #expect(text.components(separatedBy: "<Point>").count == 2)
  }

  @Test("each line is the feature that stands in a collection, and nothing makes an empty file")
  func lines() throws {
    let collection = try OutputFile(path: folder.path("a.geojson"))
    try GeoJSONWriter().write(Self.table, to: collection)
    try collection.commit()
    let lines = try OutputFile(path: folder.path("a.ndjson"))
    try GeoJSONLinesWriter().write(Self.table, to: lines)
    try lines.commit()
    let features = try #require(
      JSONSerialization.jsonObject(with: Data(folder.read("a.geojson"))) as? NSDictionary)
    let members = try String(decoding: folder.read("a.ndjson"), as: UTF8.self)
      .split(separator: "\n").map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    #expect(features["features"] as? NSArray == members as NSArray)
    let empty = try OutputFile(path: folder.path("b.ndjson"))
    try GeoJSONLinesWriter().write(FeatureTable(name: "x", columns: []), to: empty)
    try empty.commit()
    #expect(try folder.read("b.ndjson").isEmpty)
  }
}
