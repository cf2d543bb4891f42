import GeoJSON
import GeoPackages
import Geometry
import Tables
import TestSupport
import Testing

@testable import Incidents

/// GIS files become the text that the same rows would be as CSV.
@Suite("Features as text")
struct FeatureTextTests {
  private let folder = TemporaryFolder()

  private static let systems = FeatureSystem { crs in
    crs == "EPSG:4326" ? true : crs.hasSuffix("27700") || crs.hasPrefix("PROJCS") ? false : nil
  }

  /// Returns the text that a file becomes, made in pieces of some bytes.
  private func text(_ path: String, piece: Int = 1 << 16) throws -> String {
    let stream = try TextOrigin.open(IncidentPart(path: path), features: Self.systems)
    var text: [UInt8] = []
    while true {
      let part = unsafe try [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
        count = try unsafe stream.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      text += part
      if part.count < piece { break }
    }
    guard let rows = (stream as? FeatureText)?.rows else { return "" }
    let block = TextBlock(capacity: piece)
    let columns = WantedColumns(Array(0..<rows.names.count + 2), of: rows.names.count + 2)
    while let share = try rows.nextShare() {
      block.take(share, ordinal: 0)
      repeat {
        try block.prepare(Dialect(), columns)
        unsafe text += UnsafeBufferPointer(start: block.bytes, count: block.length)
      } while block.hasMoreFeatures
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func feature(_ properties: String, _ geometry: String) -> String {
    #"{"type":"Feature","properties":\#(properties),"geometry":\#(geometry)}"#
  }

  @Test(
    "properties of all first features have columns; values keep their text", arguments: [1, 99])
  func geoJSON(piece: Int) throws {
    let features = [
      feature(
        #"{"a":"x, \"y\"\nz","n":1.50,"longitude":"l"}"#,
        #"{"type":"Point","coordinates":[-0.10,51.500000000000001,3]}"#),
      feature(#"{"n":null,"late":true,"a":"é\u00e9"}"#, "null"),
      feature(#"{"late":[1,2],"n":-2e3}"#, #"{"type":"MultiPoint","coordinates":[[1,2]]}"#),
      feature("{}", #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#),
      feature("null", #"{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,6],[1,2]]]}"#),
    ]
    let expected = """
      "longitude","latitude","a","n","longitude_2","late"
      -0.10,51.500000000000001,"x, ""y""
      z",1.50,l,
      ,,éé,,,true
      1,2,,-2e3,,"[1,2]"
      geometry,,,,,
      geometry,,,,,

      """
    let collection =
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    try folder.write(collection.utf8, to: "a.geojson")
    try folder.write(features.joined(separator: "\n").utf8, to: "a.ndjson")
    // The content tells the format, whatever the name.
    try folder.write("\u{1E}\(features.joined(separator: "\n\u{1E}"))".utf8, to: "a.csv")
    for name in ["a.geojson", "a.ndjson", "a.csv"] {
      #expect(try text(folder.path(name), piece: piece) == expected)
    }
  }

  @Test("what the coordinates mean names their columns")
  func system() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"#
    let point = feature("{}", #"{"type":"Point","coordinates":[530000,180000]}"#)
    try folder.write(
      #"{"type":"FeatureCollection",\#(crs)"features":[\#(point)]}"#.utf8, to: "a.json")
    let source = try IncidentSource(path: folder.path("a.json"), features: Self.systems)
    #expect(source.columns.header == ["easting", "northing"])
    #expect(source.crs == "EPSG:27700")
    #expect(source.origin?.noun == "feature")
    try folder.write(point.utf8, to: "b.json")
    var named = Self.systems
    named.named = "EPSG:27700"
    #expect(
      try IncidentSource(path: folder.path("b.json"), features: named).columns.coordinateKind
        == .projected)
    named.named = "EPSG:99"
    #expect(
      throws: IncidentError.unknownSystem(path: folder.path("b.json"), text: "EPSG:99")
    ) { try IncidentSource(path: folder.path("b.json"), features: named) }
  }

  @Test("an attribute called longitude is not taken for the geometry's")
  func attributeCoordinates() throws {
    let crs = #""crs":{"type":"name","properties":{"name":"EPSG:27700"}},"#
    let point = feature(
      #"{"Longitude":-0.1,"Latitude":51.5,"Easting":1,"Northing":2}"#,
      #"{"type":"Point","coordinates":[530000,180000]}"#)
    try folder.write(
      #"{"type":"FeatureCollection",\#(crs)"features":[\#(point)]}"#.utf8, to: "a.json")
    let columns = try IncidentSource(path: folder.path("a.json"), features: Self.systems).columns
    #expect(columns.coordinates?.x == 0 && columns.coordinates?.y == 1)
    #expect(columns.coordinateKind == .projected)
  }

  @Test("a property that comes late has no column, and is told")
  func lateProperty() async throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    var lines = (0..<1000).map { feature(#"{"id":\#($0)}"#, point) }
    lines.append(feature(#"{"id":1000,"late":1,"later":2}"#, point))
    try folder.write(lines.joined(separator: "\n").utf8, to: "a.ndjson")
    let source = try IncidentSource(path: folder.path("a.ndjson"), features: Self.systems)
    #expect(source.columns.header == ["longitude", "latitude", "id"])
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 2
    ).run { Counter() }
    #expect(outcome.shares.map(\.result).reduce(0, +) == 1001)
    #expect(source.unlistedProperties == ["late", "later"])
  }

  /// Counts incidents.
  private struct Counter: IncidentConsumer {
    var count = 0
    mutating func consume(_ table: inout IncidentTable) { count += table.count }
    func finish() -> Int { count }
  }

  @Test("several threads find the same late properties, and the same first fault")
  func severalThreads() async throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    func line(_ number: Int) -> String {
      // Names that come in later and later blocks, some of them again before the others.
      feature(
        #"{"id":\#(number)\#(number > 2000 ? ",\"late\(9 - number / 4000)\":1" : "")}"#, point)
    }
    let lines = (0..<30_000).map(line)
    var faulty = lines
    faulty[25_000] = "{\"type\":\"Feature\",}"
    faulty[29_000] = "nothing"
    try folder.write(lines.joined(separator: "\n").utf8, to: "a.ndjson")
    try folder.write(faulty.joined(separator: "\n").utf8, to: "b.ndjson")
    for threads in [1, 2, 5] {
      let source = try IncidentSource(path: folder.path("a.ndjson"), features: Self.systems)
      let outcome = try await IncidentStream(
        sources: [source], request: IncidentRequest(), threads: threads
      ).run { Counter() }
      #expect(outcome.shares.map(\.result).reduce(0, +) == 30_000)
      #expect(source.unlistedProperties == ["late9", "late8", "late7", "late6", "late5"])
      let path = folder.path("b.ndjson")
      let bad = try IncidentSource(path: path, features: Self.systems)
      await #expect(
        throws: IncidentError.geoJSON(
          .syntax(
            path: path, place: .init(line: 25_001, byte: 19, feature: 25_001),
            reason: "found '}' where a string is needed"))
      ) {
        try await IncidentStream(sources: [bad], request: IncidentRequest(), threads: threads)
          .run { Counter() }
      }
    }
  }

  @Test("how many rows there are is told from the features that were read ahead")
  func expectedRows() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    for (count, tolerance) in [(10, 0), (900, 0), (1500, 15), (20_000, 400)] {
      let text = (0..<count).map { _ in feature(#"{"id":"abcdefghij"}"#, point) }
        .joined(separator: "\n")
      try folder.write(text.utf8, to: "a.ndjson")
      let source = try IncidentSource(path: folder.path("a.ndjson"), features: Self.systems)
      let rows = try #require(source.expectedRows(ofBytes: text.utf8.count))
      #expect(abs(rows - count) <= tolerance, "\(rows) of \(count)")
    }
  }

  @Test("a refused feature is named by its number, also behind text of several lines")
  func numbers() async throws {
    let good = feature(#"{"t":"a\nb\nc"}"#, #"{"type":"Point","coordinates":[1,2]}"#)
    let line = feature("{}", #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#)
    // More than a block of text, so that numbers go on from block to block.
    let lines = Array(repeating: good, count: 40_000) + [line]
    try folder.write(lines.joined(separator: "\n").utf8, to: "a.ndjson")
    let source = try IncidentSource(path: folder.path("a.ndjson"), features: Self.systems)
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 2
    ).run { Counter() }
    #expect(outcome.tally[.geometryNotAPoint] == 1 && outcome.tally.read == 40_001)
    #expect(
      outcome.examples.map(\.message) == [
        "\(folder.path("a.ndjson")): feature 40001: the geometry is not a point"
      ])
  }

  @Test("a GeoPackage's columns keep their types as text")
  func geoPackage() throws {
    let layer = GeoPackageLayer(
      name: "calls",
      columns: [
        .init("From", .dateTime), .init("n", .integer), .init("r", .real), .init("t", .text),
      ],
      geometry: .points)
    let writer = try GeoPackageWriter(path: folder.path("a.gpkg"), layer: layer)
    try writer.append(
      x: 0.00001, y: 51.5,
      values: [.text("2017-03-31T22:15:00Z"), .integer(7), .real(0.1), .text("é,")])
    try writer.append(x: .nan, y: .nan, values: [.null, .null, .null, .text("")])
    try writer.finish()
    let expected = """
      "longitude","latitude","From","n","r","t"
      1e-05,51.5,2017-03-31T22:15:00Z,7,0.1,"é,"
      ,,,,,

      """
    #expect(try text(folder.path("a.gpkg")) == expected)
    #expect(try text(folder.path("a.gpkg:calls")) == expected)
    // The content tells the format, whatever the name.
    try folder.write(folder.read("a.gpkg"), to: "b.dat")
    #expect(try text(folder.path("b.dat")) == expected)
  }

  @Test("a point Shapefile gives its fields, and needs a .prj or a word of the user")
  func shapefile() throws {
    var raw = RawPoints(
      [Point(x: 530_000.25, y: 180_000), nil],
      fields: [.init("Type", width: 12), .init("Day", "D", width: 8)],
      rows: [["Theft", "20170331"], ["", ""]])
    try raw.write(to: folder)
    #expect(
      try text(folder.path("points.shp")) == """
        "easting","northing","Type","Day"
        530000.25,180000.0,Theft,2017-03-31
        ,,,

        """)
    raw.table.projection = nil
    try raw.write(to: folder, as: "bare")
    let source = try IncidentSource(path: folder.path("bare.shp"), features: Self.systems)
    #expect(source.origin?.crs == nil)
  }

  @Test("damaged GeoJSON ends in an error that says where", arguments: [1, 3, 200, 5000])
  func damaged(features: Int) async throws {
    let good = feature("{}", #"{"type":"Point","coordinates":[1,2]}"#)
    let lines = Array(repeating: good, count: features) + [String(good.dropLast(9))]
    try folder.write(lines.joined(separator: "\n").utf8, to: "a.ndjson")
    let path = folder.path("a.ndjson")
    let error = await #expect(throws: IncidentError.self) {
      let source = try IncidentSource(path: path, features: Self.systems)
      return try await IncidentStream(
        sources: [source], request: IncidentRequest(), threads: 1
      ).run { Counter() }
    }
    #expect("\(error as Any)".contains("line \(features + 1), byte"))
    #expect("\(error as Any)".contains("feature \(features + 1)"))
  }
}
