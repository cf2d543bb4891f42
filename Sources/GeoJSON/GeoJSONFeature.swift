/// A feature of a GeoJSON file; used again for feature after feature, so that nothing is allocated.
package struct GeoJSONFeature: Sendable {
  /// The kinds of geometry (RFC 7946, section 3.1).
  package enum Kind: String, Sendable {
    /// No geometry, or an empty one.
    case none = "null"
    case point = "Point"
    case multiPoint = "MultiPoint"
    case line = "LineString"
    case multiLine = "MultiLineString"
    case polygon = "Polygon"
    case multiPolygon = "MultiPolygon"
    case collection = "GeometryCollection"
    /// A geometry that does not say where it is; ``GeoJSONFeature/fault`` says why.
    case unusable = ""

    /// How deep the arrays of coordinates lie in each other.
    var depth: Int {
      switch self {
      case .none, .collection, .unusable: 0
      case .point: 1
      case .multiPoint, .line: 2
      case .polygon, .multiLine: 3
      case .multiPolygon: 4
      }
    }

    /// The kind in words.
    package var words: String {
      switch self {
      case .none: "nothing"
      case .point: "a point"
      case .multiPoint: "a group of points"
      case .line, .multiLine: "a line"
      case .polygon, .multiPolygon: "an area"
      case .collection: "a collection of geometries"
      case .unusable: "a geometry that cannot be read"
      }
    }
  }

  /// A property: its name and value stand in ``bytes``.
  package struct Property: Sendable {
    /// The kinds of values.
    package enum Kind: Sendable {
      case null, boolean, number, text, container
    }

    /// Where the name stands, without quotes.
    package var name: Range<Int>
    /// Whether the name has escapes.
    package var nameHasEscapes: Bool
    /// What the value is.
    package var kind: Kind
    /// Where the value stands, text without quotes.
    package var value: Range<Int>
    /// Whether the value is text with escapes.
    package var valueHasEscapes: Bool
  }

  /// Which feature of the file this is, from 1.
  package internal(set) var number = 0
  /// The text in which names and values stand.
  package internal(set) var bytes: [UInt8] = []
  /// The properties in the order of the file; the feature's own `id` first, where it has one.
  package internal(set) var properties: [Property] = []
  /// What the geometry is.
  package internal(set) var kind = Kind.none
  /// Why the geometry cannot be used; `nil` unless it is ``Kind/unusable``.
  package internal(set) var fault: String?
  /// The coordinate system that the feature names for itself; `nil` if it names none.
  var system: NamedSystem?
  /// The positions' eastings or longitudes; not a number where the file has none.
  package internal(set) var x: [Double] = []
  /// The positions' northings or latitudes.
  package internal(set) var y: [Double] = []
  /// The end of each line or ring among the positions.
  package internal(set) var ringEnds: [Int] = []
  /// The end of each polygon among the rings.
  package internal(set) var polygonEnds: [Int] = []
  /// How many positions there are.
  package internal(set) var positionCount = 0
  /// Where the coordinates of the first position stand in ``bytes``; nowhere for `null`.
  package internal(set) var firstPosition: (x: Range<Int>, y: Range<Int>) = (0..<0, 0..<0)

  /// The first position; `nil` if there is none or a coordinate of it is not a number.
  package var firstPlace: (x: Double, y: Double)? {
    if firstPosition.x.isEmpty || firstPosition.y.isEmpty { return nil }
    return (JSONText.number(bytes[firstPosition.x]), JSONText.number(bytes[firstPosition.y]))
  }

  /// Creates an empty feature.
  package init() {}

  mutating func removeAll() {
    properties.removeAll(keepingCapacity: true)
    kind = .none
    fault = nil
    system = nil
    removePositions()
  }

  mutating func removePositions() {
    x.removeAll(keepingCapacity: true)
    y.removeAll(keepingCapacity: true)
    ringEnds.removeAll(keepingCapacity: true)
    polygonEnds.removeAll(keepingCapacity: true)
    positionCount = 0
    firstPosition = (0..<0, 0..<0)
  }

  /// Returns a property's name.
  package func name(of property: Property) -> String {
    text(property.name, hasEscapes: property.nameHasEscapes)
  }

  /// Returns a property's value as text: numbers as they are written, nothing for null, arrays and
  /// objects as JSON.
  package func text(of property: Property) -> String {
    property.kind == .null ? "" : text(property.value, hasEscapes: property.valueHasEscapes)
  }

  private func text(_ range: Range<Int>, hasEscapes: Bool) -> String {
    guard hasEscapes else { return String(decoding: bytes[range], as: UTF8.self) }
    var result: [UInt8] = []
    JSONText.unescape(bytes[range], into: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// Moves what was read so that it stands at the beginning of ``bytes``.
  mutating func take(_ text: ArraySlice<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: text)
    let shift = text.startIndex
    func moved(_ range: Range<Int>) -> Range<Int> {
      range.isEmpty ? 0..<0 : range.lowerBound - shift..<range.upperBound - shift
    }
    for index in properties.indices {
      properties[index].name = moved(properties[index].name)
      properties[index].value = moved(properties[index].value)
    }
    firstPosition = (moved(firstPosition.x), moved(firstPosition.y))
  }
}
