import GeoJSON

/// Looks for the coordinate system that a collection of features names behind them, where GeoServer
/// writes it, before the features are read.
enum LateSystem {
  /// How many bytes at the end of a file are searched for the member.
  private static let endLength = 1 << 16

  /// Returns the text once more if it is worth to read all of it for a system at its end.
  ///
  /// It is where coordinates are no degrees, and where the end of the file has such a member. The end
  /// of a compressed text is known only once all of it has been decompressed; where coordinates can be
  /// degrees it is left to the reader to find at the end whether they were those of WGS 84.
  ///
  /// - Parameters:
  ///   - stream: The text, some of which has been read.
  ///   - again: Opens it once more.
  ///   - evidence: What the first features say.
  /// - Returns: The text; `nil` if it cannot be read again, or that is not worth it.
  /// - Throws: What `again` throws.
  static func text(
    _ stream: ByteStream, _ again: GeoJSONRows.Opening, _ evidence: DegreeEvidence
  ) throws(IncidentError) -> ByteStream? {
    guard stream.canRepeat else { return nil }
    // Degrees are what features without a system have, so it is worth less to look for one.
    if evidence.canBeDegrees {
      guard stream.isFile && !stream.isCompressed,
        let end = ByteStream.end(ofFile: stream.path, atMost: endLength),
        contains(end, Array("\"crs\"".utf8))
      else { return nil }
    }
    return try again()
  }

  /// Reads a whole text for its system, without looking into its features.
  ///
  /// - Parameter text: The text.
  /// - Returns: The system; `nil` for WGS 84 and if none is named.
  /// - Throws: ``IncidentError``.
  /// - Complexity: O(*n*) for *n* bytes; the memory is that of some features.
  static func read(_ text: ByteStream) throws(IncidentError) -> String? {
    let source = ByteSource(stream: text)
    let reader = GeoJSONReader(path: text.path, readsVertices: false) { source.more() }
    do throws(GeoJSONError) {
      var feature = GeoJSONFeature()
      guard try reader.next(&feature) else { return nil }
      while try reader.nextChunk(most: .max) != nil {}
      return reader.crs
    } catch {
      throw source.failure ?? .geoJSON(error)
    }
  }

  private static func contains(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return bytes.indices.dropLast(word.count - 1).contains { start in
      bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
    }
  }
}

/// Whether the first positions of a text can be degrees of longitude and latitude.
struct DegreeEvidence {
  private var positions = 0
  private var beyond = 0

  /// Whether at least half of the positions lie within 180 and 90.
  var canBeDegrees: Bool { beyond * 2 <= positions }

  /// Takes the first position of a feature.
  mutating func take(_ feature: GeoJSONFeature) {
    guard feature.positionCount > 0, let place = feature.firstPlace else { return }
    positions += 1
    if abs(place.x) > 180 || abs(place.y) > 90 { beyond += 1 }
  }
}
