import Statistics
import Testing

@testable import GeoJSON

@Suite("Reading GeoJSON")
struct GeoJSONReaderTests {
  /// A feature as a test compares it.
  struct Read: Equatable {
    var kind: GeoJSONFeature.Kind
    var x: [Double] = []
    var y: [Double] = []
    var ringEnds: [Int] = []
    var properties: [String] = []
  }

  /// Reads a text that arrives in pieces.
  static func read(
    _ text: some Sequence<UInt8>, piece: Int = 1 << 16, limit: Int = 1 << 30
  ) throws -> (features: [Read], crs: String?) {
    let bytes = Array(text)
    var position = 0
    let reader = GeoJSONReader(path: "a.geojson", readsVertices: true, limit: limit) {
      let end = min(position + piece, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
    var feature = GeoJSONFeature()
    var features: [Read] = []
    while try reader.next(&feature) {
      #expect(feature.number == features.count + 1)
      features.append(
        Read(
          kind: feature.kind, x: feature.x, y: feature.y, ringEnds: feature.ringEnds,
          properties: feature.properties.map {
            "\(feature.name(of: $0))=\($0.kind == .null ? "NULL" : feature.text(of: $0))"
          }))
    }
    return (features, reader.crs)
  }

  static let collection = """
    {"type": "FeatureCollection", "name": "x", "extra": {"features": [1, [2, {"a": "]}"}]]},
     "features": [
      {"type": "Feature", "id": 7, "properties": {"a": "é\\u00e9\\ud83d\\ude00\\n\\"", "b": -1.50e+2,
       "c": null, "d": true, "e": [1, {"f": "}"}]},
       "geometry": {"type": "Point", "coordinates": [-0.125, 51.5, 12]}},
      {"geometry": {"coordinates": [[[0, 0], [1, 0], [0, 2], [0, 0]], [[3,3],[4,3],[3,4],[3,3]]],
       "type": "Polygon"}, "properties": null, "type": "Feature"},
      {"type": "Feature", "properties": {}, "geometry": null}
     ], "crs": null }
    """

  static let expected = [
    Read(
      kind: .point, x: [-0.125], y: [51.5],
      properties: ["id=7", "a=éé😀\n\"", "b=-1.50e+2", "c=NULL", "d=true", "e=[1, {\"f\": \"}\"}]"]),
    Read(
      kind: .polygon, x: [0, 1, 0, 0, 3, 4, 3, 3], y: [0, 0, 2, 0, 3, 3, 4, 3], ringEnds: [4, 8]),
    Read(kind: .none),
  ]

  @Test(
    "a collection gives its features, in whatever pieces its bytes arrive",
    arguments: [1, 2, 3, 5, 7, 64, 1 << 16])
  func collection(piece: Int) throws {
    let read = try Self.read(Self.collection.utf8, piece: piece)
    #expect(read.features == Self.expected)
    #expect(read.crs == nil)
  }

  @Test("features one after the other, lone geometries and text sequences are read as well")
  func sequences() throws {
    let point = #"{"type":"Point","coordinates":[1,2]}"#
    let feature = #"{"type":"Feature","properties":{"n":1},"geometry":\#(point)}"#
    let read = Read(kind: .point, x: [1], y: [2], properties: ["n=1"])
    let bare = Read(kind: .point, x: [1], y: [2])
    for piece in [1, 9, 1000] {
      func features(_ text: String) throws -> [Read] {
        try Self.read(text.utf8, piece: piece).features
      }
      #expect(try features("\u{FEFF}\(feature)") == [read])
      #expect(try features("\(feature)\n\(feature)\r\n\n\(point)\n") == [read, read, bare])
      #expect(try features("\u{1E}\(feature)\n\u{1E}\(feature)\n") == [read, read])
      #expect(try features(point) == [bare])
      #expect(try features("") == [])
      #expect(
        try features(#"{"type":"FeatureCollection","features":[]} \#(feature)"#) == [read])
    }
  }

  @Test(
    "bad text is refused, and the message says where",
    arguments: [
      (
        "{\"type\":\"FeatureCollection\",\n\"features\":[{]}",
        "line 2, byte 14, feature 1: it is not JSON: found ']' where a string is needed"
      ),
      ("[1,2]", "line 1, byte 1: an array, an object of GeoJSON is needed"),
      ("{}", "line 1, byte 1: an empty object, a feature is needed"),
      ("hello", "line 1, byte 1: it is not JSON: found 'h' where '{' is needed"),
      (
        "{\"type\":\"FeatureCollection\",\"features\":[",
        "line 1, byte 41, feature 1: it is not JSON: the text ends in the middle"
      ),
      ("{\"type\":\"FeatureCollection\"}", "line 1, byte 1: a collection without 'features'"),
      ("{\"a\":1}", "line 1, byte 1: the object has no 'type'"),
      (
        "{\"type\":\"Topology\",\"objects\":{}}",
        "line 1, byte 1: the type 'Topology' is none of GeoJSON's"
      ),
      (
        "{\"type\":\"Point\",\"coordinates\":[1]}",
        "line 1, byte 34: a position of 1 number, two are needed"
      ),
      (
        "{\"type\":\"Point\",\"coordinates\":[[1,2]]}",
        "line 1, byte 1: the coordinates lie in 2 arrays, those of a Point lie in 1"
      ),
      (
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[\"a\",4]]]}",
        "line 1, byte 42: a coordinate that is not a number"
      ),
      (
        "{\"type\":\"Polygon\",\"coordinates\":[[[1,2],3]]}",
        "line 1, byte 41: coordinates that are not an array of arrays"
      ),
      (
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[1,2]],[[[1,2]]]]}",
        "line 1, byte 56: coordinates that lie in different numbers of arrays"
      ),
      ("{\"type\":\"Point\"}", "line 1, byte 1: the Point has no 'coordinates'"),
      (
        "{\"type\":\"Point\",\"coordinates\":[01,2]}",
        "line 1, byte 32: it is not JSON: a number begins with a needless 0"
      ),
      (
        "{\"type\":\"Point\",\"coordinates\":[1.,2]}",
        "line 1, byte 34: it is not JSON: found ',' where a digit is needed"
      ),
      (
        "{\"type\":\"a\u{1}b\"}",
        "line 1, byte 11: it is not JSON: found the byte 0x1 where a character of a string is needed"
      ),
      (
        "{\"type\":\"\\x\"}",
        "line 1, byte 11: it is not JSON: found 'x' where an escape such as \\n or \\u00e9 is needed"
      ),
      (
        "{\"type\":\"FeatureCollection\",\"features\":[null]}",
        "line 1, byte 41, feature 1: a member of 'features' that is not an object"
      ),
      (
        "{\"type\":\"Point\",\"coordinates\":[1,2]} x",
        "line 1, byte 38, feature 2: it is not JSON: found 'x' where '{' is needed"
      ),
    ])
  func refused(text: String, message: String) {
    for piece in [1, 1000] {
      do {
        _ = try Self.read(text.utf8, piece: piece)
        Issue.record("\(text) was read")
      } catch {
        #expect("\(error)" == "cannot read 'a.geojson': \(message)")
      }
    }
  }

  @Test("arrays that lie too deep are refused before the stack ends")
  func depth() {
    let deep = "{\"type\":\"Feature\",\"x\":" + String(repeating: "[", count: 1_000_000)
    #expect(throws: GeoJSONError.self) { try Self.read(deep.utf8) }
  }

  @Test("a feature beyond the limit is refused without holding it")
  func limit() {
    let long =
      "{\"type\":\"Feature\",\"properties\":{\"a\":\"" + String(repeating: "x", count: 5000)
    #expect(throws: GeoJSONError.tooLong(path: "a.geojson", feature: 1, limit: 2000)) {
      try Self.read(long.utf8, piece: 100, limit: 2000)
    }
  }

  @Test("damaged bytes end in an error or in features, never in a crash", arguments: 0..<40)
  func garbage(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<50 {
      var bytes = Array(Self.collection.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        default:
          bytes.insert(contentsOf: Array("[{\"}],:0-\\u".utf8).shuffled(using: &random), at: place)
        }
        if bytes.isEmpty { break }
      }
      var outcomes: [String] = []
      for piece in [1, 4096] {
        do {
          outcomes.append("\(try Self.read(bytes, piece: piece).features.count)")
        } catch {
          outcomes.append("\(error)")
        }
      }
      // What is said must not depend on how the bytes arrive.
      #expect(outcomes[0] == outcomes[1])
    }
  }

  @Test(
    "numbers are rounded correctly",
    arguments: [
      "0", "-0", "1", "-12.5", "0.1", "123456789012345", "0.000000000000001", "51.5073219123456789",
      "1e3", "-1.5E-7", "179.99999999999999", "9007199254740993", "1e400",
    ])
  func numbers(text: String) {
    // The oracle is the C library's strtod, which Double's own reading of text calls.
    #expect(JSONText.number(Array(text.utf8)[...]) == Double(text))
  }
}
