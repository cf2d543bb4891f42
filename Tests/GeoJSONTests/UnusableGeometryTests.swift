import Testing

@testable import GeoJSON

/// Geometries that say nothing of where: faults of one feature, not of the file.
@Suite("Geometries that cannot be used")
struct UnusableGeometryTests {
  private static func read(_ geometry: String) throws -> [GeoJSONFeature] {
    let good =
      #"{"type":"Feature","properties":[],"geometry":{"type":"Point","coordinates":[1,2]}}"#
    let odd = #"{"type":"Feature","properties":{"v":NaN,"w":-Infinity},"geometry":\#(geometry)}"#
    var bytes = Array(#"{"type":"FeatureCollection","features":[\#(odd),\#(good)]}"#.utf8)
    let reader = GeoJSONReader(path: "a.geojson", readsVertices: true) {
      defer { bytes = Array(bytes.dropFirst(5)) }
      return Array(bytes.prefix(5))
    }
    var (feature, features) = (GeoJSONFeature(), [GeoJSONFeature]())
    while try reader.next(&feature) { features.append(feature) }
    return features
  }

  @Test(
    "the feature says why, and the next one is read",
    arguments: [
      ("7", "the 'geometry' is not an object"), ("{}", "the 'geometry' is empty"),
      (#"{"coordinates":[1,2]}"#, "the geometry has no 'type'"),
      (#"{"type":7,"coordinates":[1,2]}"#, "the geometry's 'type' is not text"),
      (#"{"type":"Circle","coordinates":[1,2]}"#, "the type 'Circle' is none of GeoJSON's"),
      (#"{"type":"","coordinates":[1,2]}"#, "the type '' is none of GeoJSON's"),
      (#"{"type":"Point"}"#, "the Point has no 'coordinates'"),
      (#"{"type":"Point","coordinates":"1,2"}"#, "the 'coordinates' are not an array"),
      (#"{"type":"Point","coordinates":[1]}"#, "a position of 1 number, two are needed"),
      (#"{"type":"Point","coordinates":["x",2]}"#, "a coordinate that is not a number"),
      (#"{"type":"Point","coordinates":["1,5",2]}"#, "a coordinate that is not a number"),
      (#"{"type":"Point","coordinates":[true,2]}"#, "a coordinate that is not a number"),
      (#"{"type":"Point","coordinates":[{"x":1},2]}"#, "a coordinate that is not a number"),
      (
        #"{"type":"Polygon","coordinates":[[0,0],[0,1],[1,1],[0,0]]}"#,
        "the coordinates lie in 2 arrays, those of a Polygon lie in 3"
      ),
      (
        #"{"type":"Polygon","coordinates":[[[0,0],[0,1],3]]}"#,
        "coordinates that are not an array of arrays"
      ),
    ])
  func faults(geometry: String, fault: String) throws {
    let features = try Self.read(geometry)
    #expect(features.map(\.kind) == [.unusable, .point])
    #expect(features.first?.fault == fault && features.last?.fault == nil)
    #expect(features.first?.x == [] && features.last?.x == [1])
  }

  @Test(
    "a coordinate without a number is none, and one in quotes is one",
    arguments: [
      (#"[null,null]"#, GeoJSONFeature.Kind.point, ["", ""]), (#"[NaN,NaN]"#, .point, ["", ""]),
      (#"[nan, Infinity]"#, .point, ["", ""]), (#"[-Infinity,51.5]"#, .point, ["", "51.5"]),
      (#"["-0.12","+51.5"]"#, .point, ["-0.12", "+51.5"]), ("[]", .none, []), ("null", .none, []),
    ])
  func coordinates(written: String, kind: GeoJSONFeature.Kind, texts: [String]) throws {
    let feature = try Self.read(#"{"type":"Point","coordinates":\#(written)}"#)[0]
    #expect(feature.kind == kind)
    let found = [feature.firstPosition.x, feature.firstPosition.y].map {
      String(decoding: feature.bytes[$0], as: UTF8.self)
    }
    #expect(found.prefix(texts.count) == texts[...])
    #expect(
      (feature.x + feature.y).map { $0.isNaN ? "" : "\($0)" }
        == texts.map { Double($0).map { "\($0)" } ?? "" })
  }

  @Test("properties that are not numbers are as empty as null")
  func properties() throws {
    let feature = try Self.read("null")[0]
    #expect(feature.properties.map(\.kind) == [.null, .null])
  }

  @Test("what is not JSON is still the end of the file", arguments: ["[1,]", "[01,2]", "[Nan,1]"])
  func syntax(coordinates: String) {
    #expect(throws: GeoJSONError.self) {
      try Self.read(#"{"type":"Point","coordinates":\#(coordinates)}"#)
    }
  }
}
