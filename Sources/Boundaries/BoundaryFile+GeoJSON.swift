import GeoJSON
import Geometry
import Shapefiles

extension BoundaryFile {
  /// Reads a GeoJSON file.
  ///
  /// Without a `crs` member coordinates are degrees of WGS 84 (RFC 7946); where they cannot be
  /// degrees, the file does not say what they are. Features that are no areas are left out.
  init(geoJSON source: BoundarySource) throws(BoundaryError) {
    let path = source.shownPath
    var table = PropertyTable()
    var rings = RingColumns()
    var feature = GeoJSONFeature()
    var leftOut: [ShapefileWarning] = []
    let reader = try Self.attempt { () throws(GeoJSONError) in
      try GeoJSONReader(file: path, at: source.location)
    }
    while try Self.attempt({ () throws(GeoJSONError) in try reader.next(&feature) }) {
      if let reason = Self.append(feature, to: &rings) {
        leftOut.append(.leftOut(record: feature.number, reason: reason))
      }
      table.append(feature)
    }
    var box = Box.empty
    for (x, y) in zip(rings.x, rings.y) { box.formUnion(x: x, y: y) }
    let canBeDegrees = box.isEmpty || LikelyProjection(box) == .degrees
    self.init(
      name: source.layerName, path: path, rawRings: rings,
      attributes: table.attributes,
      leftOut: leftOut, projection: reader.crs ?? (canBeDegrees ? "EPSG:4326" : nil),
      encodingSource: "the GeoJSON standard", noun: "feature")
  }

  private static func attempt<Value>(
    _ work: () throws(GeoJSONError) -> Value
  ) throws(BoundaryError) -> Value {
    do { return try work() } catch { throw .geoJSON(error) }
  }

  /// Appends a feature's rings, none where it is no area.
  ///
  /// - Returns: Why it is none; nil if it is one.
  private static func append(_ feature: GeoJSONFeature, to rings: inout RingColumns) -> String? {
    switch feature.kind {
    case .polygon, .multiPolygon:
      return AreaRecord.append(
        x: feature.x, y: feature.y, ringEnds: feature.ringEnds, polygonEnds: feature.polygonEnds,
        to: &rings)
    case .none:
      rings.endRecord()
      return nil
    default:
      rings.endRecord()
      return feature.fault ?? AreaRecord.fault(of: feature.kind.words)
    }
  }
}

/// The properties of features as columns, in the order in which their names are met.
private struct PropertyTable {
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var columns: [[String]] = []
  /// What the values of each column are so far; nil while there is none.
  private var kinds: [AreaField.Kind?] = []
  private var rowCount = 0

  mutating func append(_ feature: GeoJSONFeature) {
    for property in feature.properties {
      let name = feature.name(of: property)
      let column = place(of: name)
      // Of two properties with one name the last counts, as in most programs.
      if columns[column].count > rowCount { columns[column].removeLast() }
      columns[column].append(text(of: property, in: feature, &kinds[column]))
    }
    rowCount += 1
    for column in columns.indices where columns[column].count < rowCount {
      columns[column].append("")
    }
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    columns.append(Array(repeating: "", count: rowCount))
    kinds.append(nil)
    return names.count - 1
  }

  /// Returns a value as text and widens the kind of its column; a whole number loses its decimals,
  /// so that a code `1200001.0` is `1200001`.
  private func text(
    of property: GeoJSONFeature.Property, in feature: GeoJSONFeature, _ kind: inout AreaField.Kind?
  ) -> String {
    let text = feature.text(of: property)
    var own = AreaField.Kind.text
    var result = text
    switch property.kind {
    case .null: return ""
    case .number:
      let value = JSONText.number(feature.bytes[property.value])
      if let whole = Int(exactly: value), abs(value) < 0x1p53 {
        (own, result) = (.integer, String(whole))
      } else {
        own = Int(text) == nil ? .real : .integer
      }
    case .boolean: own = .logical
    case .text, .container: break
    }
    switch (kind, own) {
    case (nil, _): kind = own
    case (.integer, .real): kind = .real
    case (.real, .integer): break
    case (let known?, _) where known != own: kind = .text
    default: break
    }
    return result
  }

  var attributes: AreaAttributes {
    AreaAttributes(
      fields: zip(names, kinds).map { AreaField(name: $0, kind: $1 ?? .text) }, columns: columns)
  }
}
