import FoundationEssentials
import Geometry

/// Reads polygons and lines from GeoJSON (RFC 7946): a geometry, a feature or a collection.
///
/// Coordinates are longitude and latitude of WGS 84 unless a `crs` member, as older files have it,
/// names another system.
enum GeoJSONShapes {
  /// Reads the shapes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - name: What messages call it.
  /// - Returns: The shapes of all features.
  /// - Throws: ``DrawnShapeError``.
  static func read(_ bytes: [UInt8], name: String) throws(DrawnShapeError) -> DrawnShapes {
    let object: JSONShape
    do {
      object = try JSONDecoder().decode(JSONShape.self, from: Data(bytes))
    } catch let error as ShapeProblem {
      throw .notGeoJSON(name: name, found: error.found)
    } catch {
      throw .notGeoJSON(name: name, found: "it is not the JSON of shapes")
    }
    var shapes = DrawnShapes()
    shapes.projection = object.system ?? "EPSG:4326"
    let features = object.features ?? [object]
    for (position, feature) in features.enumerated() {
      let number = features.count > 1 ? position + 1 : nil
      for geometry in feature.geometries {
        try shapes.append(polygons: geometry.polygons, name: name, feature: number)
        try shapes.append(lines: geometry.lines, name: name, feature: number)
      }
    }
    return shapes
  }
}

/// What is wrong with an object that is JSON.
private struct ShapeProblem: Error {
  var found: String
}

/// Any object of GeoJSON, as far as shapes go.
private struct JSONShape: Decodable {
  var system: String?
  var features: [JSONShape]?
  var polygons: [[[Point]]] = []
  var lines: [[Point]] = []
  var parts: [JSONShape] = []

  /// The object itself where it is a geometry, and all geometries within it.
  var geometries: [JSONShape] { [self] + parts.flatMap(\.geometries) }

  private enum Key: String, CodingKey {
    case type, crs, features, geometry, geometries, coordinates, properties, name
  }

  init(from decoder: any Decoder) throws {
    let object = try decoder.container(keyedBy: Key.self)
    let type = try object.decode(String.self, forKey: .type)
    if object.contains(.crs), try !object.decodeNil(forKey: .crs) {
      let crs = try object.nestedContainer(keyedBy: Key.self, forKey: .crs)
      let properties = try crs.nestedContainer(keyedBy: Key.self, forKey: .properties)
      let name = try properties.decode(String.self, forKey: .name)
      system = name.hasSuffix(":CRS84") ? "EPSG:4326" : name
    }
    switch type {
    case "FeatureCollection": features = try object.decode([JSONShape].self, forKey: .features)
    case "Feature":
      if try !object.decodeNil(forKey: .geometry) {
        parts = [try object.decode(JSONShape.self, forKey: .geometry)]
      }
    case "GeometryCollection": parts = try object.decode([JSONShape].self, forKey: .geometries)
    case "Polygon":
      polygons = [try Self.points(object.decode([[[Double]]].self, forKey: .coordinates))]
    case "MultiPolygon":
      polygons = try object.decode([[[[Double]]]].self, forKey: .coordinates).map(Self.points)
    case "LineString":
      lines = try Self.points([object.decode([[Double]].self, forKey: .coordinates)])
    case "MultiLineString":
      lines = try Self.points(object.decode([[[Double]]].self, forKey: .coordinates))
    case "Point", "MultiPoint": throw ShapeProblem(found: "it holds points")
    default: throw ShapeProblem(found: "it holds an object of type '\(type)'")
    }
  }

  private static func points(_ rings: [[[Double]]]) throws -> [[Point]] {
    try rings.map { ring in
      try ring.map { position in
        guard position.count >= 2 else {
          throw ShapeProblem(found: "a position has fewer than two numbers")
        }
        return Point(x: position[0], y: position[1])
      }
    }
  }
}
