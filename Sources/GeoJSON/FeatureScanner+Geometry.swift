/// What a geometry's members said, in whatever order they stood.
struct GeometryParts {
  /// Where the geometry begins; `nil` for none.
  var start: Int?
  /// Where its type's name stands.
  var type: Range<Int>?
  /// How deep its coordinates lie; 0 for empty ones, `nil` for none.
  var depth: Int?
}

extension FeatureScanner {
  /// Reads the geometry of a feature, or `null`.
  mutating func geometry(into feature: inout GeoJSONFeature) throws(ScanStop) -> GeometryParts {
    var parts = GeometryParts()
    guard try scanner.peekPastBlanks() == UInt8(ascii: "{") else {
      guard try scanner.value(depth: 1).kind == .null else {
        throw .foreign(scanner.position, "the 'geometry' is not an object")
      }
      return parts
    }
    parts.start = scanner.position
    scanner.position += 1
    if try scanner.peekPastBlanks() == UInt8(ascii: "}") {
      throw .foreign(scanner.position, "the 'geometry' is empty, or null is needed")
    }
    repeat {
      let key = try scanner.string().range
      try scanner.expect(UInt8(ascii: ":"))
      switch name(key) {
      case .type:
        guard try scanner.peekPastBlanks() == UInt8(ascii: "\"") else {
          throw .foreign(scanner.position, "the geometry's 'type' is not text")
        }
        parts.type = try scanner.string().range
      case .coordinates: try coordinates(into: &feature, &parts)
      default: try scanner.value(depth: 2)
      }
    } while try !scanner.passSeparator(end: UInt8(ascii: "}"))
    return parts
  }

  /// Checks that coordinates are those of the type, and says in the feature what it is.
  func settle(
    _ parts: GeometryParts, from start: Int, into feature: inout GeoJSONFeature
  ) throws(ScanStop) {
    guard let begin = parts.start else { return }
    guard let type = parts.type else { throw .foreign(begin, "the geometry has no 'type'") }
    // What incidents are, without making a text of it each time.
    if parts.depth == 1, feature.positionCount == 1, matches(type, "Point") {
      feature.kind = .point
      return
    }
    let text = String(decoding: scanner.bytes[type], as: UTF8.self)
    guard text != "null", let kind = GeoJSONFeature.Kind(rawValue: text) else {
      let found = text.count <= 40 ? "'\(text)'" : "a text of \(text.count) characters"
      throw .foreign(begin, "the type \(found) is none of GeoJSON's")
    }
    if kind == .collection {
      feature.kind = kind
      return
    }
    guard let depth = parts.depth else {
      throw .foreign(begin, "the \(text) has no 'coordinates'")
    }
    // Empty arrays are an empty geometry.
    if depth == 0 || feature.positionCount == 0 { return }
    guard depth == kind.depth else {
      throw .foreign(
        begin, "the coordinates lie in \(depth) arrays, those of a \(text) lie in \(kind.depth)")
    }
    feature.kind = kind
  }

  /// Reads coordinates of any depth.
  mutating func coordinates(
    into feature: inout GeoJSONFeature, _ parts: inout GeometryParts
  ) throws(ScanStop) {
    guard try scanner.peekPastBlanks() == UInt8(ascii: "[") else {
      throw .foreign(scanner.position, "the 'coordinates' are not an array")
    }
    parts.depth = try array(into: &feature, level: 1)
  }

  /// Reads an array of positions or of arrays.
  ///
  /// - Returns: How deep it is: 1 for a position, 0 for nothing but empty arrays.
  private mutating func array(
    into feature: inout GeoJSONFeature, level: Int
  ) throws(ScanStop) -> Int {
    guard level <= 4 else {
      throw .foreign(scanner.position, "coordinates lie in more than 4 arrays")
    }
    scanner.position += 1
    var inner = 0
    switch try scanner.peekPastBlanks() {
    case UInt8(ascii: "]"):
      scanner.position += 1
      return 0
    case UInt8(ascii: "["):
      repeat {
        guard try scanner.peekPastBlanks() == UInt8(ascii: "[") else {
          throw .foreign(scanner.position, "coordinates that are not an array of arrays")
        }
        let depth = try array(into: &feature, level: level + 1)
        guard depth == inner || inner == 0 || depth == 0 else {
          throw .foreign(scanner.position, "coordinates that lie in different numbers of arrays")
        }
        inner = max(inner, depth)
      } while try !scanner.passSeparator(end: UInt8(ascii: "]"))
    default:
      try position(into: &feature)
      return 1
    }
    if inner == 1 { feature.ringEnds.append(feature.x.count) }
    if inner == 2 { feature.polygonEnds.append(feature.ringEnds.count) }
    return inner == 0 ? 0 : inner + 1
  }

  /// Reads the numbers of a position, two or more of them.
  private mutating func position(into feature: inout GeoJSONFeature) throws(ScanStop) {
    var count = 0
    var first = 0..<0
    repeat {
      let byte = try scanner.peekPastBlanks()
      guard byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") <= 9 else {
        throw .foreign(scanner.position, "a coordinate that is not a number")
      }
      let range = try scanner.number()
      if count == 0 { first = range }
      if count == 1 { append(first, range, to: &feature) }
      count += 1
    } while try !scanner.passSeparator(end: UInt8(ascii: "]"))
    guard count >= 2 else {
      throw .foreign(scanner.position, "a position of \(count) number, two are needed")
    }
  }

  private func append(_ x: Range<Int>, _ y: Range<Int>, to feature: inout GeoJSONFeature) {
    feature.positionCount += 1
    if feature.positionCount == 1 { feature.firstPosition = (x, y) }
    guard readsVertices else { return }
    feature.x.append(JSONText.number(scanner.bytes[x]))
    feature.y.append(JSONText.number(scanner.bytes[y]))
  }
}
