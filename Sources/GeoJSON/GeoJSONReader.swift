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
/// After RFC 7946, https://doi.org/10.17487/RFC7946; a `crs` member is honoured as in its
/// predecessor of 2008, https://geojson.org/geojson-spec.html#coordinate-reference-system-objects
package final class GeoJSONReader {
  /// The name that messages use.
  package let path: String
  /// The coordinate system that the text has named so far; `nil` for WGS 84, the only one of
  /// RFC 7946.
  ///
  /// Of a collection that names its system behind its features it is known once they have been read.
  package var crs: String?
  /// How the `crs` members of the text are dealt with.
  package var systemRule = SystemRule.learn
  /// How many features have been read.
  package internal(set) var featureCount = 0
  /// Whether the text is in the middle of a collection that names its system behind its features or
  /// not at all.
  package var mayNameSystemLater: Bool {
    if case .features = state { collection.isFirst && !collection.isNamed } else { false }
  }
  /// How many bytes have been brought and are not yet read.
  package var bytesAhead: Int { features.scanner.bytes.count - features.scanner.position }

  var features: FeatureScanner
  private let limit: Int
  private let more: () -> [UInt8]?
  var state = State.between
  /// Whether nothing has been read, so that a byte-order mark may stand there.
  var isAtStart = true
  /// Whether the text is a chunk, which ends behind a feature.
  var isChunk = false
  /// Whether a collection has been met, so that more may follow.
  private(set) var hasMetCollection = false
  /// How many bytes were dropped of the current line, and the lines before it.
  var dropped = (lines: 0, bytes: 0)

  /// How `crs` members are dealt with.
  package enum SystemRule: Sendable {
    /// The first one tells ``GeoJSONReader/crs``, wherever it stands, and others must agree.
    case learn
    /// All must agree with ``GeoJSONReader/crs``, in which features have been used already.
    case agree
    /// They do not matter, because the system is known from elsewhere.
    case ignore
  }

  /// What is known of the system of the collection that is being read.
  private struct CollectionSystem {
    /// Whether the collection has named it.
    var isNamed = false
    /// Whether it may still tell what features mean, because there were none before it.
    var isFirst = true
  }

  private var collection = CollectionSystem()

  enum State {
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
  ///   - more: Returns the next bytes; none at the end, `nil` if that failed.
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
          if let named = feature.system { try note(named, ofFeatureAt: mark) }
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
        case .lateSystem(let position, let crs):
          throw .lateSystem(path: path, place: place(of: position), crs: crs)
        }
      }
    }
  }

  private func step(_ feature: inout GeoJSONFeature) throws(ScanStop) -> Step {
    switch state {
    case .between:
      return try document(&feature)
    case .features(let isFirst):
      if isChunk && features.scanner.isAtEnd { return .end }
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
      let place = features.scanner.position
      if try features.scanner.passSeparator(end: UInt8(ascii: "}")) {
        state = .between
        if !collection.isNamed && !collection.isFirst && crs != nil && systemRule != .ignore {
          throw .foreign(place, Self.otherCollection)
        }
        return .again
      }
      let key = try features.scanner.string().range
      try features.scanner.expect(UInt8(ascii: ":"))
      if features.name(key) == .crs {
        try noteBehind(try features.coordinateSystem(), at: place)
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
    if featureCount == 0 || hasMetCollection, try passHead() {
      state = .features(isFirst: true)
      return .again
    }
    features.scanner.position = start
    if try features.object(into: &feature) == .feature { return .feature }
    features.scanner.position = start
    guard featureCount > 0, !hasMetCollection, try passHead() else {
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
    let start = features.scanner.position
    try features.scanner.expect(UInt8(ascii: "{"))
    if try features.scanner.peekPastBlanks() == UInt8(ascii: "}") { return false }
    var named = NamedSystem.none
    repeat {
      let key = try features.scanner.string().range
      try features.scanner.expect(UInt8(ascii: ":"))
      switch features.name(key) {
      case .features where try features.scanner.peekPastBlanks() == UInt8(ascii: "["):
        features.scanner.position += 1
        try noteHead(named, at: start)
        hasMetCollection = true
        return true
      case .crs: named = try features.coordinateSystem()
      default: try features.scanner.value(depth: 1)
      }
    } while try !features.scanner.passSeparator(end: UInt8(ascii: "}"))
    // A geometry or feature that stands for itself may name its system too.
    if featureCount == 0 && systemRule == .learn { crs = named.crs }
    return false
  }

  // MARK: - Systems

  private static let otherCollection =
    "a collection in another coordinate system than those before it"

  /// Takes what a collection says before its features.
  private func noteHead(_ named: NamedSystem, at place: Int) throws(ScanStop) {
    let isFirst = featureCount == 0
    if named != .none && systemRule != .ignore {
      if isFirst && systemRule == .learn {
        crs = named.crs
      } else if named.crs != crs {
        throw .foreign(place, Self.otherCollection)
      }
    }
    collection = CollectionSystem(isNamed: named != .none, isFirst: isFirst)
  }

  /// Takes what a collection says behind its features, as GeoServer's do.
  private func noteBehind(_ named: NamedSystem, at place: Int) throws(ScanStop) {
    if named == .none || systemRule == .ignore { return }
    if systemRule == .learn && collection.isFirst && !collection.isNamed {
      crs = named.crs
    } else if named.crs != crs {
      if systemRule == .agree && collection.isFirst && !collection.isNamed {
        throw .lateSystem(place, named.crs ?? "WGS 84")
      }
      throw .foreign(place, "the 'crs' behind the features is another than before")
    }
    collection.isNamed = true
  }

  /// Takes what a feature says of itself.
  private func note(_ named: NamedSystem, ofFeatureAt place: Int) throws(ScanStop) {
    if named == .none || systemRule == .ignore || named.crs == crs { return }
    guard featureCount == 0 && systemRule == .learn && !collection.isNamed else {
      throw .foreign(place, "a feature in another coordinate system than those before it")
    }
    crs = named.crs
    collection.isNamed = true
  }

  /// Forgets what has been read and brings more bytes, at least as many as are left.
  func refill() throws(GeoJSONError) {
    let left = bytesAhead
    guard left <= limit else {
      throw .tooLong(path: path, feature: featureCount + 1, limit: limit)
    }
    dropConsumed()
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

  /// Forgets what has been read.
  func dropConsumed() {
    let consumed = features.scanner.position
    guard consumed > 0 else { return }
    noteDropped(features.scanner.bytes[..<consumed])
    features.scanner.bytes.removeFirst(consumed)
    features.scanner.position = 0
  }

  /// Keeps in mind where the text behind some bytes begins.
  func noteDropped(_ bytes: ArraySlice<UInt8>) {
    let (lines, last) = lineEnds(in: bytes)
    dropped = (
      dropped.lines + lines, last.map { bytes.endIndex - $0 - 1 } ?? dropped.bytes + bytes.count
    )
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
