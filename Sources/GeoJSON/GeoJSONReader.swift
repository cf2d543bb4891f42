/// Reads the features of a GeoJSON text one after the other, without ever holding all of it.
///
///     let reader = GeoJSONReader(path: path, readsVertices: true) { try more() }
///     var feature = GeoJSONFeature()
///     while try reader.next(&feature) { ... }
///
/// The text is a collection of features, one feature or geometry, or any number of them one after
/// the other: newline-delimited GeoJSON, and GeoJSON text sequences (RFC 8142,
/// https://doi.org/10.17487/RFC8142). Memory is bounded by the largest feature.
///
/// After RFC 7946, https://doi.org/10.17487/RFC7946; a `crs` member is honoured as in its predecessor
/// of 2008, https://geojson.org/geojson-spec.html#coordinate-reference-system-objects
package final class GeoJSONReader {
  /// The name that messages use.
  package let path: String
  /// The coordinate system that the text names; absent for WGS 84, the only one of RFC 7946.
  package private(set) var crs: String?
  /// How many features have been read.
  package private(set) var featureCount = 0

  private var features: FeatureScanner
  private let limit: Int
  private let more: () -> [UInt8]?
  private var state = State.between
  /// Whether nothing has been read, so that a byte-order mark may stand there.
  private var isAtStart = true
  /// How many bytes were dropped of the current line, and the lines before it.
  private var dropped = (lines: 0, bytes: 0)

  private enum State {
    /// Between documents.
    case between
    /// In the array of features, before the first or behind another.
    case features(isFirst: Bool)
    /// Behind the array of features.
    case behind
  }

  private enum Step {
    case feature, again, end
  }

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - path: The name that messages use.
  ///   - readsVertices: Whether vertices are wanted, or only where the first position stands.
  ///   - limit: The most bytes that a feature may have.
  ///   - more: Returns the next bytes; none at the end, nil when that failed.
  package init(
    path: String, readsVertices: Bool, limit: Int = 1 << 30, more: @escaping () -> [UInt8]?
  ) {
    self.path = path
    self.limit = limit
    self.more = more
    features = FeatureScanner(readsVertices: readsVertices)
  }

  /// Reads the next feature.
  ///
  /// - Parameter feature: Becomes the feature; its storage is used again.
  /// - Returns: False when there are no more.
  /// - Throws: ``GeoJSONError``.
  package func next(_ feature: inout GeoJSONFeature) throws(GeoJSONError) -> Bool {
    while true {
      let mark = features.scanner.position
      do throws(ScanStop) {
        switch try step(&feature) {
        case .again: continue
        case .end: return false
        case .feature:
          featureCount += 1
          feature.number = featureCount
          return true
        }
      } catch {
        switch error {
        case .needsMore:
          features.scanner.position = mark
          try refill()
        case .fault(let position, let reason):
          throw .syntax(path: path, place: place(of: position), reason: reason)
        case .foreign(let position, let reason):
          throw .notGeoJSON(path: path, place: place(of: position), reason: reason)
        }
      }
    }
  }

  private func step(_ feature: inout GeoJSONFeature) throws(ScanStop) -> Step {
    switch state {
    case .between:
      return try document(&feature)
    case .features(let isFirst):
      if try features.scanner.peekPastBlanks() == UInt8(ascii: "]") {
        features.scanner.position += 1
        state = .behind
        return .again
      }
      if !isFirst { try features.scanner.expect(UInt8(ascii: ",")) }
      guard try features.scanner.peekPastBlanks() == UInt8(ascii: "{") else {
        throw .foreign(features.scanner.position, "a member of 'features' that is not an object")
      }
      guard try features.object(into: &feature) == .feature else {
        throw .foreign(features.scanner.position, "a collection of features within another")
      }
      state = .features(isFirst: false)
      return .feature
    case .behind:
      if try features.scanner.passSeparator(end: UInt8(ascii: "}")) {
        state = .between
        return .again
      }
      let key = try features.scanner.string().range
      try features.scanner.expect(UInt8(ascii: ":"))
      if features.name(key) == .crs {
        let place = features.scanner.position
        let named = try features.coordinateSystem()
        if named != crs && featureCount > 0 {
          throw .foreign(
            place, "the 'crs' stands behind the features, before them it is understood")
        }
      } else {
        try features.scanner.value(depth: 1)
      }
      return .again
    }
  }

  /// Reads the beginning of a document: a whole feature, or a collection up to its features.
  private func document(_ feature: inout GeoJSONFeature) throws(ScanStop) -> Step {
    if isAtStart {
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      if features.scanner.bytes.count < mark.count && !features.scanner.isFinal { throw .needsMore }
      isAtStart = false
      if features.scanner.bytes.starts(with: mark) { features.scanner.position = mark.count }
      return .again
    }
    passSeparators()
    guard features.scanner.position < features.scanner.bytes.count else {
      if features.scanner.isFinal { return .end }
      throw .needsMore
    }
    let start = features.scanner.position
    guard try features.scanner.peek() == UInt8(ascii: "{") else {
      if try features.scanner.peek() == UInt8(ascii: "[") {
        throw .foreign(start, "an array, an object of GeoJSON is needed")
      }
      throw features.scanner.unexpected("'{'")
    }
    // Features that follow each other line by line are the usual case behind the first.
    if featureCount == 0, try passHead() {
      state = .features(isFirst: true)
      return .again
    }
    features.scanner.position = start
    if try features.object(into: &feature) == .feature { return .feature }
    features.scanner.position = start
    guard featureCount > 0, try passHead() else {
      throw .foreign(start, "a collection without 'features'")
    }
    state = .features(isFirst: true)
    return .again
  }

  /// Passes blanks and the separators of text sequences.
  private func passSeparators() {
    repeat {
      features.scanner.skipBlanks()
      guard features.scanner.position < features.scanner.bytes.count,
        features.scanner.bytes[features.scanner.position] == 0x1E
      else { return }
      features.scanner.position += 1
    } while true
  }

  /// Passes the members of an object up to and with the bracket of its features.
  ///
  /// - Returns: False when it has no array of features.
  private func passHead() throws(ScanStop) -> Bool {
    try features.scanner.expect(UInt8(ascii: "{"))
    if try features.scanner.peekPastBlanks() == UInt8(ascii: "}") { return false }
    var named = crs
    repeat {
      let key = try features.scanner.string().range
      try features.scanner.expect(UInt8(ascii: ":"))
      switch features.name(key) {
      case .features where try features.scanner.peekPastBlanks() == UInt8(ascii: "["):
        features.scanner.position += 1
        crs = named
        return true
      case .crs: named = try features.coordinateSystem()
      default: try features.scanner.value(depth: 1)
      }
    } while try !features.scanner.passSeparator(end: UInt8(ascii: "}"))
    // A geometry or feature that stands for itself may name its system too.
    crs = named
    return false
  }

  /// Forgets what has been read and brings more bytes, at least as many as are left.
  private func refill() throws(GeoJSONError) {
    let consumed = features.scanner.position
    let left = features.scanner.bytes.count - consumed
    guard left <= limit else {
      throw .tooLong(path: path, feature: featureCount + 1, limit: limit)
    }
    if consumed > 0 {
      let (lines, last) = Self.lineEnds(in: features.scanner.bytes[..<consumed])
      dropped = (
        dropped.lines + lines, last.map { consumed - $0 - 1 } ?? dropped.bytes + consumed
      )
      features.scanner.bytes.removeFirst(consumed)
      features.scanner.position = 0
    }
    var added = 0
    repeat {
      guard let bytes = more() else {
        throw .unreadable(path: path, reason: "the system refuses to read on")
      }
      if bytes.isEmpty {
        features.scanner.isFinal = true
        return
      }
      features.scanner.bytes.append(contentsOf: bytes)
      added += bytes.count
    } while added < left
  }

  /// Returns how many line ends there are, and where the last of them is.
  private static func lineEnds(in bytes: ArraySlice<UInt8>) -> (count: Int, last: Int?) {
    var count = 0
    for byte in bytes { count += byte == 0x0A ? 1 : 0 }
    return (count, count > 0 ? bytes.lastIndex(of: 0x0A) : nil)
  }

  private func place(of position: Int) -> GeoJSONError.Place {
    var (line, byte) = (dropped.lines + 1, dropped.bytes + 1)
    for value in features.scanner.bytes[..<min(position, features.scanner.bytes.count)] {
      if value == 0x0A { (line, byte) = (line + 1, 1) } else { byte += 1 }
    }
    let isWithin = if case .features = state { true } else { featureCount > 0 }
    return GeoJSONError.Place(line: line, byte: byte, feature: isWithin ? featureCount + 1 : 0)
  }
}
