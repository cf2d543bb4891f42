import Glibc

/// Reads the objects of GeoJSON (RFC 7946, https://doi.org/10.17487/RFC7946).
struct FeatureScanner {
  var scanner = JSONScanner()
  /// Whether vertices are wanted, or only what geometries are and where the first position stands.
  let readsVertices: Bool

  /// What an object turned out to be.
  enum Outcome {
    case feature
    case collection
  }

  /// Reads a feature or a geometry that stands for itself.
  ///
  /// - Returns: Whether it was one, or a collection whose members have been passed.
  mutating func object(into feature: inout GeoJSONFeature) throws(ScanStop) -> Outcome {
    feature.removeAll()
    try scanner.expect(UInt8(ascii: "{"))
    let start = scanner.position - 1
    var type: Range<Int>?
    var geometry = GeometryParts()
    var own = GeometryParts()
    if try scanner.peekPastBlanks() == UInt8(ascii: "}") {
      throw .foreign(start, "an empty object, a feature is needed")
    }
    repeat {
      let key = try scanner.string().range
      try scanner.expect(UInt8(ascii: ":"))
      switch name(key) {
      case .type: type = try typeName()
      case .geometry: geometry = try self.geometry(into: &feature)
      case .properties: try properties(into: &feature)
      case .coordinates: try coordinates(into: &feature, &own)
      case .id: try identifier(key, into: &feature)
      case .crs: feature.system = try coordinateSystem()
      default: try scanner.value(depth: 1)
      }
    } while try !scanner.passSeparator(end: UInt8(ascii: "}"))
    guard let type else { throw .foreign(start, "the object has no 'type'") }
    if matches(type, "FeatureCollection") { return .collection }
    if matches(type, "Feature") {
      if let fault = settle(geometry, into: &feature) {
        feature.removePositions()
        feature.kind = .unusable
        feature.fault = fault.reason
      }
    } else {
      own.type = type
      own.start = start
      feature.properties.removeAll()
      if let fault = settle(own, into: &feature) { throw .foreign(fault.place, fault.reason) }
    }
    feature.take(scanner.bytes[start..<scanner.position])
    return .feature
  }

  /// The members that are understood.
  enum Member {
    case type, geometry, properties, coordinates, features, crs, id, other
  }

  /// Returns which member a name means.
  func name(_ key: Range<Int>) -> Member {
    switch key.count {
    case 2: matches(key, "id") ? .id : .other
    case 3: matches(key, "crs") ? .crs : .other
    case 4: matches(key, "type") ? .type : .other
    case 8: matches(key, "geometry") ? .geometry : matches(key, "features") ? .features : .other
    case 10: matches(key, "properties") ? .properties : .other
    case 11: matches(key, "coordinates") ? .coordinates : .other
    default: .other
    }
  }

  /// Returns whether the bytes of a range are those of a text.
  func matches(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount else { return false }
    return unsafe scanner.bytes.withUnsafeBufferPointer { bytes in
      // Bound: both have as many bytes as the range, which lies within the scanner's.
      unsafe bytes.baseAddress.map {
        unsafe memcmp($0 + range.lowerBound, text.utf8Start, range.count) == 0
      } ?? range.isEmpty
    }
  }

  private mutating func typeName() throws(ScanStop) -> Range<Int> {
    guard try scanner.peekPastBlanks() == UInt8(ascii: "\"") else {
      throw .foreign(scanner.position, "the 'type' is not text")
    }
    return try scanner.string().range
  }

  private mutating func identifier(
    _ key: Range<Int>, into feature: inout GeoJSONFeature
  ) throws(ScanStop) {
    let item = try scanner.value(depth: 1)
    if item.kind == .null { return }
    feature.properties.insert(property(key, hasEscapes: false, item), at: 0)
  }

  private mutating func properties(into feature: inout GeoJSONFeature) throws(ScanStop) {
    let first = try scanner.peekPastBlanks()
    guard first == UInt8(ascii: "{") else {
      // Programs without a word for an empty object write an empty array.
      try scanner.value(depth: 1)
      return
    }
    scanner.position += 1
    if try scanner.peekPastBlanks() == UInt8(ascii: "}") {
      scanner.position += 1
      return
    }
    repeat {
      let (name, hasEscapes) = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"))
      feature.properties.append(
        property(name, hasEscapes: hasEscapes, try scanner.value(depth: 2)))
    } while try !scanner.passSeparator(end: UInt8(ascii: "}"))
  }

  private func property(
    _ name: Range<Int>, hasEscapes: Bool, _ item: JSONItem
  ) -> GeoJSONFeature.Property {
    let kind: GeoJSONFeature.Property.Kind =
      switch item.kind {
      case .null: .null
      case .boolean: .boolean
      case .number: .number
      case .text, .escapedText: .text
      case .container: .container
      }
    return GeoJSONFeature.Property(
      name: name, nameHasEscapes: hasEscapes, kind: kind, value: item.range,
      valueHasEscapes: item.kind == .escapedText)
  }
}
