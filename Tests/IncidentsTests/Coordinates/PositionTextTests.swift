import Testing

@testable import Incidents

/// A place in London, -0.120969 east and 51.508369 north; the bytes of well-known binary are those
/// of Python's `struct.pack`.
@Suite("Positions in one field")
struct PositionTextTests {
  private static func read(_ text: String) -> PositionText.Reading {
    var plain = CoordinateText()
    var digits: [UInt8] = []
    let bytes = Array(text.utf8)
    plain.take(bytes.span)
    let storage = plain.bytes
    return PositionText.read(storage.span, digits: &digits)
  }

  @Test(
    "forms that say which coordinate is which",
    arguments: [
      ("POINT (-0.120969 51.508369)", 0), ("POINT(-0.120969 51.508369)", 0),
      ("point z (-0.120969 51.508369 12.5)", 0), ("POINT ZM (-0.120969 51.508369 12.5 3)", 0),
      ("POINT Z(-0.120969 51.508369 12.5)", 0), ("Point (-0.120969 51.508369 12.5)", 0),
      ("POINT M (-0.120969 51.508369 3)", 0), ("  POINT  ( -0.120969   51.508369 )  ", 0),
      ("POINT (−0.120969 51.508369)", 0), ("POINT (-1.20969e-1 5.1508369E1)", 0),
      ("SRID=4326;POINT(-0.120969 51.508369)", 4326),
      ("srid=4258; POINT (-0.120969 51.508369)", 4258),
      ("0101000000586FD40AD3F7BEBF6EA6423C12C14940", 0),
      ("0000000001BFBEF7D30AD46F584049C1123C42A66E", 0),
      ("0101000020E6100000586FD40AD3F7BEBF6EA6423C12C14940", 4326),
      ("0101000020e6100000586fd40ad3f7bebf6ea6423c12c14940", 4326),
      ("\\x0101000020E6100000586FD40AD3F7BEBF6EA6423C12C14940", 4326),
      ("01010000A0E6100000586FD40AD3F7BEBF6EA6423C12C149400000000000002940", 4326),
      ("01E9030000586FD40AD3F7BEBF6EA6423C12C149400000000000002940", 0),
      ("0xE61000000101000000586FD40AD3F7BEBF6EA6423C12C14940", 4326),
      ("0xE6100000010C6EA6423C12C14940586FD40AD3F7BEBF", 4326),
      (#"{"type":"Point","coordinates":[-0.120969,51.508369]}"#, 0),
      (#"{""type"":""Point"",""coordinates"":[-0.120969,51.508369]}"#, 0),
      (#"{ "coordinates" : [ -0.120969 , 51.508369, 12 ], "type": "Point" }"#, 0),
      ("{'type': 'Point', 'coordinates': [-0.120969, 51.508369]}", 0),
      (#"{"latitude": "51.508369", "longitude": "-0.120969", "human_address": "{}"}"#, 0),
      (#"{"lat":51.508369,"lng":-0.120969}"#, 0), (#"{"x":-0.120969,"y":51.508369}"#, 0),
      ("51.508369N, 0.120969W", 0), ("51.508369 N 0.120969 W", 0), ("N51.508369 W0.120969", 0),
      ("W 0.120969, N 51.508369", 0), ("0.120969° W / 51.508369° N", 0),
      ("Lat: 51.508369, Lon: -0.120969", 0), ("longitude=-0.120969 latitude=51.508369", 0),
      ("Latitude:51.508369;Longitude:-0.120969", 0), ("x: -0.120969, y: 51.508369", 0),
    ])
  func ordered(text: String, system: Int) throws {
    guard case .position(let found) = Self.read(text) else {
      Issue.record("\(text): \(Self.read(text))")
      return
    }
    #expect(found.isOrdered)
    #expect(abs(found.first - -0.120969) < 1e-12 && abs(found.second - 51.508369) < 1e-12)
    #expect(found.system == system)
  }

  @Test(
    "pairs as they are written, whichever coordinate is first",
    arguments: [
      "(51.508369, -0.120969)", "51.508369, -0.120969", "51.508369,-0.120969",
      "51.508369 -0.120969", "51.508369;-0.120969", "51.508369 | -0.120969", "51.508369/-0.120969",
      "[51.508369, -0.120969]", "51,508369; -0,120969", "51,508369 -0,120969",
      "51,508369, -0,120969", "(51,508369; -0,120969)", "geo:51.508369,-0.120969;u=35",
      "51.508369, -0.120969, 35.5", "<51.508369, -0.120969>", "(51.508369° , -0.120969°)",
      "51.508369,\u{a0}−0.120969", "1 Elm Row\nLondon, UK\n(51.508369, -0.120969)",
    ])
  func pairs(text: String) throws {
    guard case .position(let found) = Self.read(text) else {
      Issue.record("\(text): \(Self.read(text))")
      return
    }
    #expect(found.form == .pair && !found.isOrdered)
    #expect(abs(found.first - 51.508369) < 1e-12 && abs(found.second - -0.120969) < 1e-12)
  }

  @Test(
    "degrees, minutes and seconds: 51 + 30/60 + 30.1284/3600 and 7/60 + 15.4884/3600",
    arguments: [
      "51°30'30.1284\"N 0°07'15.4884\"W", "51°30'30.1284\"\"N, 0°07'15.4884\"\"W",
      "51° 30′ 30.1284″ N, 0° 7′ 15.4884″ W", "51 30 30.1284 N 0 7 15.4884 W",
      "N51°30'30.1284\" W0°7'15.4884\"", "51-30-30.1284N 0-07-15.4884W",
      "51:30:30.1284N 0:07:15.4884W", "51°30'30,1284\"N 0°07'15,4884\"W",
      "51d30m30.1284\"N 0d07m15.4884\"W", "51°30.50214'N 0°7.25814'W",
      "51º30.50214'N 0º7.25814'W", "51°30'30.1284''N 0°07'15.4884''W",
      "51 deg 30 min 30.1284 sec N, 0 deg 7 min 15.4884 sec W",
    ])
  func angles(text: String) {
    guard case .position(let found) = Self.read(text) else {
      Issue.record("\(text): \(Self.read(text))")
      return
    }
    #expect(found.isOrdered)
    #expect(abs(found.first - -0.120969) < 1e-9 && abs(found.second - 51.508369) < 1e-9)
  }

  @Test(
    "metres in one field",
    arguments: [
      ("530500 180500", false), ("530500,180500", false), ("(530500.0, 180500.0)", false),
      ("530,500 180,500", false), ("530500E 180500N", true), ("E530500 N180500", true),
      ("Easting: 530500 Northing: 180500", true), ("X=530500, Y=180500", true),
      ("180500N 530500E", true),
    ])
  func metres(text: String, isOrdered: Bool) {
    guard case .position(let found) = Self.read(text) else {
      Issue.record("\(text): \(Self.read(text))")
      return
    }
    #expect(found.first == 530_500 && found.second == 180_500 && found.isOrdered == isOrdered)
  }

  @Test(
    "nothing, and geometries that are no points",
    arguments: [
      ("", PositionText.Reading.absent), ("NULL", .absent), ("REDACTED", .absent), ("-", .absent),
      ("POINT EMPTY", .absent), ("SRID=4326;POINT EMPTY", .absent), ("POINT (nan nan)", .absent),
      ("0101000000000000000000F87F000000000000F87F", .absent),
      (#"{"type":"Point","coordinates":[]}"#, .absent),
      (#"{"type":"Point","coordinates":[null,null]}"#, .absent),
      ("LINESTRING (0 1, 2 3)", .notAPoint), ("SRID=4326;POLYGON((0 0,0 1,1 1,0 0))", .notAPoint),
      ("MULTIPOINT ((0 1))", .notAPoint),
      (
        "010200000002000000586FD40AD3F7BEBF6EA6423C12C14940586FD40AD3F7BEBF6EA6423C12C14940",
        .notAPoint
      ),
      (#"{"type":"LineString","coordinates":[[0,1],[2,3]]}"#, .notAPoint),
    ])
  func others(text: String, reading: PositionText.Reading) {
    #expect(Self.read(text) == reading)
  }

  @Test(
    "what is no position",
    arguments: [
      "Elm Row", "12 Elm Row, London", "POINT", "POINT (1)", "POINT (1 2", "POINT (1 x)",
      "01010000", "0101000000586FD40AD3F7BEBF6EA6423C12C149", "{}", "{\"a\":1}",
      "51.5N 52.5N", "51.5", "(51.5)", "51.5, x", "-51.5S 0.1W", "51 61 0 N 0 7 0 W",
      "2025-02-03 10:00", "10:30", "SW1A 1AA", "TQ 305 80", "TQ 305", "AB12 34 56", "II 12 34",
      "TQ 530500 180500", "1,234,567", "A1",
    ])
  func none(text: String) {
    #expect(Self.read(text) == .none)
  }
}
