import GeoJSON

/// The features of a GeoJSON text, of any arrangement, compressed or not.
final class GeoJSONRows: FeatureRows {
  let noun = "feature"
  private(set) var names: [String] = []
  private(set) var unlistedNames: [String] = []

  private let reader: GeoJSONReader
  private let source: ByteSource
  private var places: [[UInt8]: Int] = [:]
  /// The names as they stand in the file, in the order of the columns.
  private var writtenNames: [[UInt8]] = []
  /// The features that were read to learn the names, and how many of them have been handed out.
  private var first: [GeoJSONFeature] = []
  private var handedOut = 0
  private var feature = GeoJSONFeature()
  /// Which property of the feature belongs in each column, -1 for none.
  private var propertyOfColumn: [Int] = []
  private var scratch: [UInt8] = []

  /// How many features and bytes are looked at to learn the names of properties.
  private static let sample = (features: 1000, bytes: 1 << 20)
  /// The most bytes of a feature: points are small, and the rest is refused row by row.
  private static let longestFeature = 1 << 26

  var crs: String? { reader.crs ?? "EPSG:4326" }
  var bytesRead: Int { source.stream.bytesRead }

  /// Reads the first features of a text and learns what properties there are.
  init(_ stream: ByteStream) throws(IncidentError) {
    let source = ByteSource(stream: stream)
    self.source = source
    reader = GeoJSONReader(
      path: stream.path, readsVertices: false, limit: Self.longestFeature
    ) { source.more() }
    var bytes = 0
    while first.count < Self.sample.features, bytes < Self.sample.bytes, try readNext() {
      for property in feature.properties { learn(property) }
      bytes += feature.bytes.count
      first.append(feature)
    }
    propertyOfColumn = Array(repeating: -1, count: names.count)
  }

  private func learn(_ property: GeoJSONFeature.Property) {
    let written = Array(feature.bytes[property.name])
    guard places[written] == nil else { return }
    places[written] = names.count
    writtenNames.append(written)
    names.append(feature.name(of: property))
  }

  private func readNext() throws(IncidentError) -> Bool {
    do throws(GeoJSONError) {
      return try reader.next(&feature)
    } catch {
      throw source.failure ?? .geoJSON(error)
    }
  }

  func append(to row: inout FeatureRow) throws(IncidentError) -> Bool {
    if handedOut < first.count {
      feature = first[handedOut]
      handedOut += 1
      if handedOut == first.count { first.removeAll() }
      if first.isEmpty { handedOut = 0 }
    } else if try !readNext() {
      return false
    }
    let isPoint =
      feature.kind == .point || feature.kind == .multiPoint && feature.positionCount == 1
    if isPoint {
      row.append(
        x: feature.bytes[feature.firstPosition.x], y: feature.bytes[feature.firstPosition.y])
    } else if feature.kind == .none {
      row.appendNoPlace()
    } else {
      row.appendNoPoint()
    }
    sortProperties()
    for property in propertyOfColumn {
      row.separate()
      if property >= 0 { append(feature.properties[property], to: &row) }
    }
    row.end()
    return true
  }

  /// Finds the column of each property; most features have them all in one order.
  private func sortProperties() {
    for column in propertyOfColumn.indices { propertyOfColumn[column] = -1 }
    for (index, property) in feature.properties.enumerated() {
      let name = feature.bytes[property.name]
      if index < writtenNames.count, writtenNames[index].elementsEqual(name) {
        propertyOfColumn[index] = index
      } else if let column = places[Array(name)] {
        propertyOfColumn[column] = index
      } else if unlistedNames.count < 5 {
        let text = feature.name(of: property)
        if !unlistedNames.contains(text) { unlistedNames.append(text) }
      }
    }
  }

  private func append(_ property: GeoJSONFeature.Property, to row: inout FeatureRow) {
    let value = feature.bytes[property.value]
    if property.kind == .null { return }
    guard property.valueHasEscapes else {
      row.append(value)
      return
    }
    scratch.removeAll(keepingCapacity: true)
    JSONText.unescape(value, into: &scratch)
    row.append(scratch[...])
  }
}

/// Gives the bytes of a stream to a reader that knows nothing of its errors.
private final class ByteSource {
  let stream: ByteStream
  /// Why the stream failed.
  private(set) var failure: IncidentError?

  init(stream: ByteStream) { self.stream = stream }

  func more() -> [UInt8]? {
    do throws(IncidentError) {
      return try stream.bytes(atMost: 1 << 18)
    } catch {
      failure = error
      return nil
    }
  }
}
