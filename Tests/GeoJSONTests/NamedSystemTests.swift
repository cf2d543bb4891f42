import Testing

@testable import GeoJSON

/// What `crs` members mean, in every spelling and wherever they stand.
@Suite("The crs member")
struct NamedSystemTests {
  private static let feature = #"{"type":"Feature","geometry":null}"#

  private static func name(_ text: String) -> String {
    #"{"type":"name","properties":{"name":"\#(text)"}}"#
  }

  /// Reads a text in pieces of a few bytes.
  private static func crs(_ text: String, rule: GeoJSONReader.SystemRule = .learn) throws -> String?
  {
    let bytes = Array(text.utf8)
    var position = 0
    let reader = GeoJSONReader(path: "a.geojson", readsVertices: true) {
      let end = min(position + 7, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
    reader.systemRule = rule
    var feature = GeoJSONFeature()
    while try reader.next(&feature) {}
    return reader.crs
  }

  static let members: [(String, String?)] = [
    (name("urn:ogc:def:crs:EPSG::27700"), "EPSG:27700"), (name("EPSG:27700"), "EPSG:27700"),
    (name("epsg:27700"), "EPSG:27700"), (name("urn:ogc:def:crs:EPSG:9.9.1:27700"), "EPSG:27700"),
    (name("urn:x-ogc:def:crs:EPSG:27700"), "EPSG:27700"),
    (name("http://www.opengis.net/def/crs/EPSG/0/27700"), "EPSG:27700"),
    (name("http:\\/\\/www.opengis.net\\/gml\\/srs\\/epsg.xml#27700"), "EPSG:27700"),
    (name("ESRI:102100"), "ESRI:102100"), (name("British National Grid"), "British National Grid"),
    (#"{"type":"EPSG","properties":{"code":27700}}"#, "EPSG:27700"),
    (#"{"type":"EPSG","properties":{"code":"27700"}}"#, "EPSG:27700"),
    (#"{"properties":{"code":27700},"type":"EPSG"}"#, "EPSG:27700"),
    (#"{"type":"EPSG","properties":{"code":4326}}"#, nil),
    (
      #"{"type":"link","properties":{"href":"http://spatialreference.org/ref/epsg/27700/proj4/"}}"#,
      "EPSG:27700"
    ),
    (#"{"type":"link","properties":{"href":"crs.wkt","type":"ogcwkt"}}"#, "crs.wkt"),
    (#"{"type":"link"}"#, #"{"type":"link"}"#), (#""EPSG:27700""#, "EPSG:27700"),
    (name("urn:ogc:def:crs:OGC:1.3:CRS84"), nil), (name("urn:ogc:def:crs:OGC::CRS84"), nil),
    (name("http://www.opengis.net/def/crs/OGC/1.3/CRS84"), nil), (name("EPSG:4326"), nil),
    (name("urn:ogc:def:crs:EPSG::4326"), nil), (name("urn:ogc:def:crs:OGC:2:84"), nil),
    ("null", nil),
  ]

  @Test("every spelling is understood, before and behind the features", arguments: members)
  func spellings(member: String, crs: String?) throws {
    let features = #""features":[\#(Self.feature)]"#
    let type = #""type":"FeatureCollection""#
    for text in [
      "{\(type),\"crs\":\(member),\(features)}", "{\(type),\(features),\"crs\":\(member)}",
      "{\(features),\"totalFeatures\":1,\"crs\":\(member),\(type)}",
      "\u{FEFF}{\(features),\"crs\":\(member),\"bbox\":[0,0,1,1],\(type)}",
      #"{"type":"Feature","crs":\#(member),"geometry":null}"#,
      #"{"type":"Feature","geometry":null,"crs":\#(member)}"# + "\n" + Self.feature,
    ] {
      #expect(try Self.crs(text) == crs, "\(text)")
      #expect(try Self.crs(text, rule: .ignore) == nil)
    }
  }

  @Test("what names another system than that in which features were read is refused")
  func contradictions() {
    let (one, other) = ("\"crs\":\(Self.name("EPSG:27700"))", "\"crs\":\(Self.name("EPSG:2157"))")
    func collection(_ before: String, _ feature: String, _ behind: String) -> String {
      let members = [#""type":"FeatureCollection""#, before, "\"features\":[\(feature)]", behind]
      return "{\(members.filter { !$0.isEmpty }.joined(separator: ","))}"
    }
    func feature(_ member: String) -> String { #"{"type":"Feature","geometry":null,\#(member)}"# }
    let (own, others) = (feature(one), feature(other))
    // Two systems for one collection; two collections, each with its own, or one with none; features
    // with their own.
    let texts: [String] = [
      collection(one, Self.feature, other),
      collection("", Self.feature, "\(one),\(other)"),
      collection("\"crs\":\(Self.name("EPSG:4326"))", Self.feature, one),
      [collection("", Self.feature, one), collection("", Self.feature, other)].joined(),
      [collection("", Self.feature, one), collection("", Self.feature, "")].joined(),
      [collection("", Self.feature, ""), collection("", Self.feature, one)].joined(),
      [collection("", Self.feature, ""), collection(one, Self.feature, "")].joined(),
      [Self.feature, own].joined(separator: "\n"), [own, others].joined(separator: "\n"),
      collection("", "\(Self.feature),\(own)", ""), collection(other, own, ""),
      collection("", own, other),
      [own, collection(other, Self.feature, "")].joined(separator: "\n"),
    ]
    for text in texts {
      #expect(throws: GeoJSONError.self, "\(text)") { try Self.crs(text) }
      #expect(throws: Never.self) { try Self.crs(text, rule: .ignore) }
    }
  }

  @Test("where features have been used already, another system behind them is told by its name")
  func late() throws {
    let text =
      #"{"type":"FeatureCollection","features":[\#(Self.feature)],"crs":\#(Self.name("EPSG:4258"))}"#
    let error = #expect(throws: GeoJSONError.self) { try Self.crs(text, rule: .agree) }
    guard case .lateSystem(_, _, "EPSG:4258")? = error else {
      Issue.record("\(error.map { "\($0)" } ?? "")")
      return
    }
    let same = text.replacing("EPSG:4258", with: "EPSG:4326")
    #expect(try Self.crs(same, rule: .agree) == nil)
  }

  @Test("two collections that agree are one, wherever they name their system")
  func agreement() throws {
    let crs = "\"crs\":\(Self.name("EPSG:27700"))"
    let head = "{\"type\":\"FeatureCollection\","
    let before = "\(head)\(crs),\"features\":[\(Self.feature)]}"
    let behind = "\(head)\"features\":[\(Self.feature)],\(crs)}"
    for (first, second) in [(before, behind), (behind, before), (behind, behind)] {
      #expect(try Self.crs("\(first)\n\(second)") == "EPSG:27700")
    }
  }
}
