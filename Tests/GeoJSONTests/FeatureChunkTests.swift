import Statistics
import Testing

@testable import GeoJSON

/// Features that are read a chunk at a time are those that are read one after the other.
@Suite("Chunks of GeoJSON")
struct FeatureChunkTests {
  /// What a reading came to: the features, or why it ended.
  private struct Outcome: Equatable {
    var features: [String] = []
    var error: String?

    mutating func take(_ feature: GeoJSONFeature) {
      let properties = feature.properties.map { "\(feature.name(of: $0))=\(feature.text(of: $0))" }
      let (x, y) = feature.firstPosition
      let position = [x, y].map { String(decoding: feature.bytes[$0], as: UTF8.self) }
      features.append("\(feature.number) \(feature.kind) \(position) \(properties)")
    }
  }

  private static func reader(_ bytes: [UInt8], piece: Int) -> GeoJSONReader {
    var position = 0
    return GeoJSONReader(path: "a.geojson", readsVertices: false) {
      let end = min(position + piece, bytes.count)
      defer { position = end }
      return Array(bytes[position..<end])
    }
  }

  private static func readSerially(_ bytes: [UInt8]) -> Outcome {
    var outcome = Outcome()
    let reader = reader(bytes, piece: 1 << 20)
    var feature = GeoJSONFeature()
    do {
      while try reader.next(&feature) { outcome.take(feature) }
    } catch {
      outcome.error = "\(error)"
    }
    return outcome
  }

  /// Reads the first feature by itself, and the others in chunks.
  private static func readInChunks(_ bytes: [UInt8], piece: Int, most: Int) -> Outcome {
    var outcome = Outcome()
    let reader = reader(bytes, piece: piece)
    var feature = GeoJSONFeature()
    do {
      guard try reader.next(&feature) else { return outcome }
      outcome.take(feature)
      while let chunk = try reader.nextChunk(most: most) {
        let part = GeoJSONReader(chunk)
        var count = 0
        while try part.next(&feature) {
          outcome.take(feature)
          count += 1
        }
        #expect(count <= most)
      }
    } catch {
      outcome.error = "\(error)"
    }
    return outcome
  }

  private static let features = (0..<30).map { number in
    let text = String(repeating: "x", count: number * 7 % 80)
    let signs = ["}", "{", "\\\"", "]", "\\\\", "\\u0022", ",", "\\\\\\\""][number % 8]
    return """
      {"type":"Feature","properties":{"n":\(number),"t":"\(text)\(signs)","l":[{"a":"]}"}]},\
      "geometry":{"type":"Point","coordinates":[\(number),-1.5]}}
      """
  }

  /// The same features in every arrangement.
  private static let arrangements: [String] = [
    features.joined(separator: "\n"),
    features.map { "\u{1E}\($0)\n" }.joined(),
    "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
    "{\"features\": [\n" + features.joined(separator: " ,\n  ")
      + "\n], \"type\": \"FeatureCollection\", \"bbox\": [1, 2]}\n",
    features.map { $0.split(separator: ":").joined(separator: " :\n ") }.joined(separator: "\r\n"),
    [features[..<10], features[10...]].map {
      "{\"type\":\"FeatureCollection\",\"features\":[\($0.joined(separator: ","))]}"
    }.joined(separator: "\n"),
  ]

  @Test("every arrangement of features comes in chunks", arguments: arrangements.indices)
  func everyArrangement(index: Int) {
    let bytes = Array(Self.arrangements[index].utf8)
    let expected = Self.readSerially(bytes)
    #expect(expected.features.count == 30 && expected.error == nil)
    for piece in [1, 63, 64, 65, 1000, 1 << 20] {
      for most in [1, 7, 1000] {
        #expect(Self.readInChunks(bytes, piece: piece, most: most) == expected, "\(piece) \(most)")
      }
    }
  }

  @Test("most features of a text come many at a time")
  func sizes() throws {
    for text in Self.arrangements.prefix(5) {
      let reader = Self.reader(Array(text.utf8), piece: 1 << 20)
      var feature = GeoJSONFeature()
      #expect(try reader.next(&feature))
      let chunk = try #require(try reader.nextChunk(most: 1000))
      #expect(chunk.byteCount > text.utf8.count * 9 / 10)
      #expect(try reader.nextChunk(most: 1000) == nil)
    }
  }

  @Test("damaged text ends in the same features and words", arguments: 0..<40)
  func garbage(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20 {
      var bytes = Array(Self.arrangements[seed % Self.arrangements.count].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.removeSubrange(place...)
        default:
          bytes.insert(Array("[{\"}],:0-\\".utf8).randomElement(using: &random) ?? 0, at: place)
        }
        if bytes.isEmpty { break }
      }
      let expected = Self.readSerially(bytes)
      for (piece, most) in [(100, 3), (1 << 20, 1000)] {
        let found = Self.readInChunks(bytes, piece: piece, most: most)
        #expect(found == expected, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("a collection in another coordinate system than the one before is refused")
  func systems() {
    let feature = Self.features[0]
    let named = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:27700\"}},"
    func collection(_ crs: String) -> String {
      "{\"type\":\"FeatureCollection\",\(crs)\"features\":[\(feature)]}"
    }
    let unlike = Self.readSerially(Array("\(collection(""))\n\(collection(named))".utf8))
    #expect(unlike.features.count == 1)
    #expect(unlike.error?.contains("line 2, byte 1, feature 2: a collection in another") == true)
    // Only at its end it is known that the second one names none.
    let silent = Self.readSerially(Array("\(collection(named))\n\(collection(""))".utf8))
    #expect(silent.features.count == 2)
    #expect(silent.error?.contains("feature 3: a collection in another") == true)
    let same = Array([named, named].map(collection).joined(separator: "\n").utf8)
    #expect(Self.readSerially(same).features.count == 2)
  }
}
