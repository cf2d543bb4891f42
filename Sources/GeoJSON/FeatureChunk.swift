/// Whole features of a GeoJSON text, not yet read, and where they stand in it.
///
/// So features can be read by several threads, each a chunk at a time.
package struct FeatureChunk: Sendable {
  /// The text, from what separates the first feature from the one before to the end of the last.
  var bytes: [UInt8]
  /// Whether the features stand in the array of a collection, with commas between them.
  var isInCollection: Bool
  /// The features, lines and bytes of the current line before the chunk.
  var before: (features: Int, lines: Int, bytes: Int)
  /// The coordinate system named before the chunk.
  var crs: String?
  /// Whether features must agree with it.
  var systemRule: GeoJSONReader.SystemRule
  /// The name that messages use.
  var path: String

  /// How many bytes the text has.
  package var byteCount: Int { bytes.count }
}

extension GeoJSONReader {
  /// How many bytes of a feature are searched for its end before the feature is simply read.
  private static let longSearch = 1 << 20

  /// Takes the next whole features from the text without reading them.
  ///
  /// What was read with ``next(_:)`` before is behind it; at least one feature must have been.
  ///
  /// - Parameter most: How many features are taken at most.
  /// - Returns: The features, of as much text as is there; nil at the end of the text.
  /// - Throws: ``GeoJSONError`` for what stands between collections and is no feature.
  package func nextChunk(most: Int) throws(GeoJSONError) -> FeatureChunk? {
    while true {
      dropConsumed()
      let isInCollection = if case .features(isFirst: false) = state { true } else { false }
      let isBetweenFeatures = if case .between = state { !hasMetCollection } else { false }
      guard isInCollection || isBetweenFeatures else { break }
      let found = FeatureCutter(features.scanner.bytes, most: most)
      if found.objects > 0 { return take(found, isInCollection: isInCollection) }
      if features.scanner.isFinal || features.scanner.bytes.count > Self.longSearch { break }
      try refill()
    }
    // The end of a collection, something else than a feature, or a very long one.
    var feature = GeoJSONFeature()
    guard try next(&feature) else { return nil }
    return FeatureChunk(
      bytes: feature.bytes, isInCollection: false,
      before: (featureCount - 1, dropped.lines, dropped.bytes), crs: crs,
      systemRule: chunkRule, path: path)
  }

  /// How the systems of features in chunks are dealt with: those that name another than the text
  /// are never read as if they did not.
  private var chunkRule: SystemRule { systemRule == .ignore ? .ignore : .agree }

  private func take(_ found: FeatureCutter, isInCollection: Bool) -> FeatureChunk {
    // The rest is the shorter part, so that is what is copied.
    var taken = Array(features.scanner.bytes[found.end...])
    swap(&taken, &features.scanner.bytes)
    taken.removeLast(taken.count - found.end)
    let chunk = FeatureChunk(
      bytes: taken, isInCollection: isInCollection,
      before: (featureCount, dropped.lines, dropped.bytes), crs: crs,
      systemRule: chunkRule, path: path)
    noteDropped(taken[...])
    featureCount += found.objects
    return chunk
  }

  /// Begins to read the features of a chunk, without their vertices.
  package convenience init(_ chunk: FeatureChunk) {
    self.init(path: chunk.path, readsVertices: false, more: { [] })
    features.scanner.bytes = chunk.bytes
    features.scanner.isFinal = true
    isAtStart = false
    isChunk = true
    state = chunk.isInCollection ? .features(isFirst: false) : .between
    dropped = (chunk.before.lines, chunk.before.bytes)
    featureCount = chunk.before.features
    crs = chunk.crs
    systemRule = chunk.systemRule
  }
}
