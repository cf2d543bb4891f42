import GeoJSON
import Names

/// The features of a GeoJSON text, of any arrangement, compressed or not.
///
/// The first ones are read at once to learn the names of properties. The others are handed out
/// unread, in chunks, so that several threads can read them.
final class GeoJSONRows: FeatureRows {
  let noun = "feature"
  private var columns = FeatureColumns()
  private(set) var sample: (rows: Int, bytes: Int)? = (0, 0)

  /// Whether none of the first features has a geometry, and their attributes tell where they lie.
  private(set) var areAttributesAlone = false

  private let reader: GeoJSONReader
  private let source: ByteSource
  /// The features that were read to learn the names, and how many of them have been handed out.
  private var first: [GeoJSONFeature] = []
  private var handedOut = 0
  private var writer = FeatureWriter(FeatureColumns())

  /// How many features and bytes are looked at to learn the names of properties.
  private static let sampleLimit = (features: 1000, bytes: 1 << 20)
  /// The most bytes of a feature: points are small, and the rest is refused row by row.
  private static let longestFeature = 1 << 26
  /// The most fields of a chunk's rows: where features have few of many properties, their rows are
  /// longer than they are.
  private static let mostFields = 1 << 20

  var names: [String] { columns.names }
  private(set) var crs: String?
  var bytesRead: Int { source.stream.bytesRead }

  /// Opens the text once more.
  typealias Opening = () throws(IncidentError) -> ByteStream

  /// Reads the first features of a text and learns what properties there are.
  ///
  /// - Parameters:
  ///   - stream: The text.
  ///   - again: Opens it once more, where it can be read a second time.
  ///   - isSystemNamed: Whether the user says what the coordinates mean, whatever the text says.
  /// - Throws: ``IncidentError``.
  init(_ stream: ByteStream, again: Opening, isSystemNamed: Bool) throws(IncidentError) {
    let source = ByteSource(stream: stream)
    self.source = source
    reader = GeoJSONReader(
      path: stream.path, readsVertices: false, limit: Self.longestFeature
    ) { source.more() }
    if isSystemNamed { reader.systemRule = .ignore }
    var columns = FeatureColumns()
    var bytes = 0
    var isWhole = false
    while first.count < Self.sampleLimit.features, bytes < Self.sampleLimit.bytes {
      var feature = GeoJSONFeature()
      let isThere = try attempt { () throws(GeoJSONError) in try reader.next(&feature) }
      guard isThere else {
        isWhole = true
        break
      }
      columns.learn(feature)
      bytes += feature.bytes.count
      first.append(feature)
    }
    areAttributesAlone =
      !first.isEmpty && first.allSatisfy { $0.kind == .none }
      && Self.tellPositions(first, columns.names)
    var evidence = DegreeEvidence()
    for feature in first { evidence.take(feature) }
    if !isWhole && !isSystemNamed && reader.mayNameSystemLater,
      let text = try LateSystem.text(stream, again, evidence)
    {
      reader.crs = try LateSystem.read(text)
    }
    // All other features are taken for what the first ones are.
    if !isSystemNamed { reader.systemRule = .agree }
    crs = reader.crs ?? (evidence.canBeDegrees ? "EPSG:4326" : nil)
    self.columns = columns
    writer = FeatureWriter(columns)
    let share = 1 - Double(reader.bytesAhead) / Double(max(1, source.bytesBrought))
    sample = (first.count, isWhole ? bytesRead : Int(Double(bytesRead) * share))
  }

  /// Whether attributes tell where features lie: by their names, or as whole positions.
  private static func tellPositions(_ features: [GeoJSONFeature], _ names: [String]) -> Bool {
    let plain = names.map(NamePattern.plain)
    let kinds: [IncidentColumns.CoordinateKind] = [.geographic, .projected]
    if kinds.contains(where: { !CoordinateNames.pairs($0, in: plain).isEmpty }) { return true }
    var text = CoordinateText()
    var digits: [UInt8] = []
    for feature in features.prefix(20) {
      for property in feature.properties where property.kind == .text {
        text.take(feature.bytes.span.extracting(property.value))
        let storage = text.bytes
        if case .position(let found) = PositionText.read(storage.span, digits: &digits),
          found.isMarked, found.side <= 100
        {
          return true
        }
      }
    }
    return false
  }

  private func attempt<Value>(
    _ work: () throws(GeoJSONError) -> Value
  ) throws(IncidentError) -> Value {
    do { return try work() } catch { throw source.failure ?? .geoJSON(error) }
  }

  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool {
    guard handedOut < first.count else { return false }
    writer.append(first[handedOut], to: &row)
    handedOut += 1
    if handedOut == first.count {
      first.removeAll()
      handedOut = 0
    }
    return true
  }

  func nextShare() throws(IncidentError) -> (any FeatureShare)? {
    let most = max(1, Self.mostFields / (names.count + 2))
    let chunk = try attempt { () throws(GeoJSONError) in try reader.nextChunk(most: most) }
    return chunk.map { GeoJSONShare($0, columns) }
  }
}

/// Gives the bytes of a stream to a reader that knows nothing of its errors.
final class ByteSource {
  let stream: ByteStream
  /// How many bytes were given.
  private(set) var bytesBrought = 0
  /// Why the stream failed.
  private(set) var failure: IncidentError?

  init(stream: ByteStream) { self.stream = stream }

  func more() -> [UInt8]? {
    do throws(IncidentError) {
      let bytes = try stream.bytes(atMost: 1 << 18)
      bytesBrought += bytes.count
      return bytes
    } catch {
      failure = error
      return nil
    }
  }
}
