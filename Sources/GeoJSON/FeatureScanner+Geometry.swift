/// What a geometry's members said, in whatever order they stood.
struct GeometryParts {
  /// Why a geometry is none, and where that stands.
  struct Fault {
    var place: Int
    var reason: String
  }

  /// Where the geometry begins; `nil` for none.
  var start: Int?
  /// Where its type's name stands.
  var type: Range<Int>?
  /// How deep its coordinates lie; 0 for empty ones, `nil` for none.
  var depth: Int?
  /// The first fault that was met in it.
  var fault: Fault?

  mutating func note(_ place: Int, _ reason: String) {
    fault = fault ?? Fault(place: place, reason: reason)
  }
}

extension FeatureScanner {
  /// Reads the geometry of a feature, or `null`.
  ///
  /// What is JSON and no geometry is a fault of this one feature.
  mutating func geometry(into feature: inout GeoJSONFeature) throws(ScanStop) -> GeometryParts {
    var parts = GeometryParts()
    guard try scanner.peekPastBlanks() == UInt8(ascii: "{") else {
      let place = scanner.position
      if try scanner.value(depth: 1).kind != .null {
        parts.start = place
        parts.note(place, "the 'geometry' is not an object")
      }
      return parts
    }
    parts.start = scanner.position
    scanner.position += 1
    if try scanner.peekPastBlanks() == UInt8(ascii: "}") {
      parts.note(scanner.position, "the 'geometry' is empty")
      scanner.position += 1
      return parts
    }
    repeat {
      let key = try scanner.string().range
      try scanner.expect(UInt8(ascii: ":"))
      switch name(key) {
      case .type:
        guard try scanner.peekPastBlanks() == UInt8(ascii: "\"") else {
          parts.note(scanner.position, "the geometry's 'type' is not text")
          try scanner.value(depth: 2)
          break
        }
        parts.type = try scanner.string().range
      case .coordinates: try coordinates(into: &feature, &parts)
      default: try scanner.value(depth: 2)
      }
    } while try !scanner.passSeparator(end: UInt8(ascii: "}"))
    return parts
  }

  /// Checks that coordinates are those of the type, and says in the feature what it is.
  ///
  /// - Returns: Why they are not.
  func settle(
    _ parts: GeometryParts, into feature: inout GeoJSONFeature
  ) -> GeometryParts.Fault? {
    guard let begin = parts.start else { return nil }
    if let fault = parts.fault { return fault }
    func fault(_ reason: String) -> GeometryParts.Fault { .init(place: begin, reason: reason) }
    guard let type = parts.type else { return fault("the geometry has no 'type'") }
    // What incidents are, without making a text of it each time.
    if parts.depth == 1, feature.positionCount == 1, matches(type, "Point") {
      feature.kind = .point
      return nil
    }
    let text = String(decoding: scanner.bytes[type], as: UTF8.self)
    guard let kind = GeoJSONFeature.Kind(rawValue: text), kind != .none, kind != .unusable else {
      let found = text.count <= 40 ? "'\(text)'" : "a text of \(text.count) characters"
      return fault("the type \(found) is none of GeoJSON's")
    }
    if kind == .collection {
      feature.kind = kind
      return nil
    }
    guard let depth = parts.depth else { return fault("the \(text) has no 'coordinates'") }
    // Empty arrays are an empty geometry.
    if depth == 0 || feature.positionCount == 0 { return nil }
    guard depth == kind.depth else {
      return fault(
        "the coordinates lie in \(depth) arrays, those of a \(text) lie in \(kind.depth)")
    }
    feature.kind = kind
    return nil
  }

  /// Reads coordinates of any depth; those that are none are passed.
  mutating func coordinates(
    into feature: inout GeoJSONFeature, _ parts: inout GeometryParts
  ) throws(ScanStop) {
    let isArray = try scanner.peekPastBlanks() == UInt8(ascii: "[")
    let start = scanner.position
    do throws(ScanStop) {
      guard isArray else { throw .foreign(start, "the 'coordinates' are not an array") }
      parts.depth = try array(into: &feature, level: 1)
    } catch {
      guard case .foreign(let place, let reason) = error else { throw error }
      feature.removePositions()
      scanner.position = start
      let isNull = try scanner.value(depth: 2).kind == .null
      // Coordinates of `null` are none, as an empty array is.
      if isNull { parts.depth = 0 } else { parts.note(place, reason) }
    }
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
      scanner.skipBlanks()
      let range = try scanner.isAtNumber ? scanner.number() : unusualCoordinate()
      if count == 0 { first = range }
      if count == 1 { append(first, range, to: &feature) }
      count += 1
    } while try !scanner.passSeparator(end: UInt8(ascii: "]"))
    guard count >= 2 else {
      throw .foreign(scanner.position, "a position of \(count) number, two are needed")
    }
  }

  /// Reads a coordinate that is no number.
  ///
  /// - Returns: Where the number stands that is written as text; nowhere for `null` and what is not
  ///   a number.
  private mutating func unusualCoordinate() throws(ScanStop) -> Range<Int> {
    let place = scanner.position
    let item = try scanner.value(depth: 5)
    if item.kind == .null { return 0..<0 }
    guard item.kind == .text,
      Double(String(decoding: scanner.bytes[item.range], as: UTF8.self))?
        .isFinite == true,
      scanner.bytes[item.range].allSatisfy({ "+-.eE0123456789".utf8.contains($0) })
    else { throw .foreign(place, "a coordinate that is not a number") }
    return item.range
  }

  private func append(_ x: Range<Int>, _ y: Range<Int>, to feature: inout GeoJSONFeature) {
    feature.positionCount += 1
    if feature.positionCount == 1 { feature.firstPosition = (x, y) }
    guard readsVertices else { return }
    feature.x.append(x.isEmpty ? .nan : JSONText.number(scanner.bytes[x]))
    feature.y.append(y.isEmpty ? .nan : JSONText.number(scanner.bytes[y]))
  }
}
