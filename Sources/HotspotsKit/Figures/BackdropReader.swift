import Cartography
import GeoJSON
import GeoPackages
import Geometry
import Projections
import Shapefiles

/// Reads files of roads, parks or stations for the backdrop of maps.
struct BackdropReader {
  /// The system of the analysis.
  let crs: String
  let gridFolders: [String]
  let allowsBallpark: Bool

  /// Reads a file and converts it to the system of the analysis.
  ///
  /// - Throws: ``BackdropError``, ``ProjectionError``.
  func read(_ path: String) throws -> Backdrop {
    let address = GeoPackageAddress(path)
    var layer = BackdropLayer(name: address.map { $0.layer ?? $0.name } ?? Self.name(of: path))
    let features: Int
    let system: String?
    if let address {
      (features, system) = try Self.appendRows(of: address, to: &layer)
    } else {
      switch path.split(separator: ".").last?.lowercased() {
      case "shp": (features, system) = try Self.appendShapes(of: path, to: &layer)
      case "geojson", "json", "geojsonl", "geojsons", "ndjson":
        (features, system) = try Self.appendFeatures(of: path, to: &layer)
      default: throw BackdropError.unknownFormat(path: path)
      }
    }
    guard !layer.ends.isEmpty else { throw BackdropError.empty(path: path) }
    guard let system else { throw BackdropError.noSystem(path: path) }
    var box = Box.empty
    for (x, y) in zip(layer.x, layer.y) { box.formUnion(x: x, y: y) }
    let plan = try ProjectionPlan.choose(
      from: system, to: crs, over: .source(box), gridFolders: gridFolders,
      allowBallpark: allowsBallpark)
    try plan.makeOperation().transformUsable(x: &layer.x, y: &layer.y)
    let bounds = plan.targetUnit.bounds
    guard zip(layer.x, layer.y).allSatisfy({ bounds.contains(x: $0, y: $1) }) else {
      throw BackdropError.beyond(path: path, system: plan.summary.targetName)
    }
    layer.measureParts()
    return Backdrop(path: path, features: features, layer: layer)
  }

  // MARK: -

  /// The file's name without folders and extension.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last ?? ""
    return String(file.lastIndex(of: ".").map { file[..<$0] } ?? file)
  }

  private static func appendShapes(
    of path: String, to layer: inout BackdropLayer
  ) throws -> (features: Int, system: String?) {
    let shapes: ShapeGeometry
    do throws(ShapefileError) {
      shapes = try ShapeGeometry(reading: path)
    } catch {
      throw BackdropError.unreadable(error.description, isMissingFile: error.isMissingFile)
    }
    let kind: BackdropLayer.Kind =
      switch shapes.kind {
      case .points: .points
      case .lines: .line
      case .areas: .ring
      }
    let tags = try tags(of: path, records: shapes.partCounts.count, kind)
    var part = 0
    for (record, count) in shapes.partCounts.enumerated() {
      for end in shapes.partEnds[part..<part + count] {
        let vertices = layer.x.count..<end
        layer.x += shapes.x[vertices]
        layer.y += shapes.y[vertices]
        layer.endPart(
          kind, name: tags.isEmpty ? nil : tags[record].name,
          roadClass: tags.isEmpty ? nil : tags[record].roadClass)
      }
      part += count
    }
    return (shapes.partCounts.count, shapes.projection)
  }

  /// Returns what the attributes of a Shapefile say of each record; nothing without a table.
  private static func tags(
    of path: String, records: Int, _ kind: BackdropLayer.Kind
  ) throws -> [(name: String?, roadClass: BackdropLayer.RoadClass?)] {
    var tags: [(name: String?, roadClass: BackdropLayer.RoadClass?)] = []
    do throws(ShapefileError) {
      guard let attributes = try ShapeAttributes(reading: path) else { return tags }
      guard attributes.recordCount == records else {
        throw .differingCounts(
          path: path, shapes: records, index: records, attributes: attributes.recordCount)
      }
      let roles = attributes.fields.map { BackdropFields.role(ofField: $0.name) }
      let wanted = roles.indices.filter { roles[$0] != nil }
      guard !wanted.isEmpty else { return tags }
      let wantedRoles = wanted.compactMap { roles[$0] }
      try attributes.read(fields: wanted) { _, values in
        var fields = BackdropFields()
        for (value, role) in zip(values, wantedRoles) { fields.add(value, as: role) }
        tags.append((fields.name(of: kind), fields.roadClass))
      }
    } catch {
      throw BackdropError.unreadable(error.description, isMissingFile: error.isMissingFile)
    }
    return tags
  }

  private static func appendFeatures(
    of path: String, to layer: inout BackdropLayer
  ) throws -> (features: Int, system: String?) {
    do throws(GeoJSONError) {
      let reader = try GeoJSONReader(file: path)
      var feature = GeoJSONFeature()
      // Features name the same properties again and again.
      var roles: [String: BackdropFields.Role?] = [:]
      while try reader.next(&feature) {
        let kind: BackdropLayer.Kind
        switch feature.kind {
        case .none, .collection, .unusable: continue
        case .point, .multiPoint: kind = .points
        case .line, .multiLine: kind = .line
        case .polygon, .multiPolygon: kind = .ring
        }
        var fields = BackdropFields()
        for property in feature.properties where property.kind != .container {
          let name = feature.name(of: property)
          if roles[name] == nil { roles[name] = .some(BackdropFields.role(ofField: name)) }
          if case .some(.some(let role)) = roles[name] {
            fields.add(feature.text(of: property), as: role)
          }
        }
        layer.append(x: feature.x, y: feature.y, partEnds: feature.ringEnds, kind, fields)
      }
      return (reader.featureCount, reader.crs ?? "EPSG:4326")
    } catch {
      throw BackdropError.unreadable(error.description, isMissingFile: error.isMissingFile)
    }
  }

  private static func appendRows(
    of address: GeoPackageAddress, to layer: inout BackdropLayer
  ) throws -> (features: Int, system: String?) {
    do throws(GeoPackageError) {
      let reader = try GeoPackageReader(address)
      let roles = reader.columns.map { BackdropFields.role(ofField: $0.name) }
      let wanted = roles.indices.filter { roles[$0] != nil }
      try reader.read(columns: wanted, numbers: nil)
      while try reader.next() {
        let geometry = reader.geometry
        let kind: BackdropLayer.Kind
        switch geometry.kind {
        case .none, .other: continue
        case .point, .points: kind = .points
        case .lines: kind = .line
        case .areas: kind = .ring
        }
        var fields = BackdropFields()
        for column in wanted {
          if let role = roles[column] { fields.add(reader.text(ofColumn: column), as: role) }
        }
        layer.append(x: geometry.x, y: geometry.y, partEnds: geometry.ringEnds, kind, fields)
      }
      return (reader.rowNumber, reader.crs)
    } catch .severalLayers(let path, let layers) {
      throw BackdropError.severalLayers(path: path, layers: layers)
    } catch {
      throw BackdropError.unreadable(error.description, isMissingFile: error.isMissingFile)
    }
  }
}

extension BackdropLayer {
  /// Adds the parts of a feature, or all positions as one part if it has none.
  fileprivate mutating func append(
    x: [Double], y: [Double], partEnds: [Int], _ kind: Kind, _ fields: BackdropFields
  ) {
    let (name, roadClass) = (fields.name(of: kind), fields.roadClass)
    var start = 0
    for end in partEnds.isEmpty ? [x.count] : partEnds where end > start {
      self.x += x[start..<end]
      self.y += y[start..<end]
      endPart(kind, name: name, roadClass: roadClass)
      start = end
    }
  }
}
