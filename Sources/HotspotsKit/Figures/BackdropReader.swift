import Cartography
import GeoJSON
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
    let name = Self.name(of: path)
    var layer = BackdropLayer(name: name)
    let features: Int
    var system: String?
    switch path.split(separator: ".").last?.lowercased() {
    case "shp": (features, system) = try Self.appendShapes(of: path, to: &layer)
    case "geojson", "json": (features, system) = try Self.appendFeatures(of: path, to: &layer)
    default: throw BackdropError.unknownFormat(path: path)
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
    var start = 0
    for end in shapes.partEnds {
      layer.x += shapes.x[start..<end]
      layer.y += shapes.y[start..<end]
      layer.endPart(kind)
      start = end
    }
    return (shapes.partCounts.count, shapes.projection)
  }

  private static func appendFeatures(
    of path: String, to layer: inout BackdropLayer
  ) throws -> (features: Int, system: String?) {
    do throws(GeoJSONError) {
      let reader = try GeoJSONReader(file: path)
      var feature = GeoJSONFeature()
      while try reader.next(&feature) {
        let kind: BackdropLayer.Kind
        switch feature.kind {
        case .none, .collection, .unusable: continue
        case .point, .multiPoint: kind = .points
        case .line, .multiLine: kind = .line
        case .polygon, .multiPolygon: kind = .ring
        }
        var start = 0
        let ends = feature.ringEnds.isEmpty ? [feature.x.count] : feature.ringEnds
        for end in ends where end > start {
          layer.x += feature.x[start..<end]
          layer.y += feature.y[start..<end]
          layer.endPart(kind)
          start = end
        }
      }
      return (reader.featureCount, reader.crs ?? "EPSG:4326")
    } catch {
      throw BackdropError.unreadable(error.description, isMissingFile: error.isMissingFile)
    }
  }
}
