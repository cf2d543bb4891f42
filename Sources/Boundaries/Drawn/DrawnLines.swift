import GeoJSON
import GeoPackages
import Geometry
import Shapefiles

/// Reads the lines of files: roads, routes, rivers.
enum DrawnLines {
  /// Reads the lines of a file, in the format that its name tells.
  ///
  /// - Parameter path: The path of a GeoJSON file, a Shapefile or a layer of a GeoPackage.
  /// - Returns: The lines, at least one, each with two points or more.
  /// - Throws: ``DrawnShapeError`` for formats that are not read and files without lines,
  ///   ``BoundaryError`` for files that cannot be read.
  static func load(_ path: String) throws -> DrawnShapes {
    var found = Found()
    let source = try source(path)
    // What was unpacked is there until all of it has been read.
    defer { withExtendedLifetime(source) {} }
    switch source.format {
    case .geoJSON: try found.append(geoJSON: source)
    case .shapefile: try found.append(shapefile: source)
    case .geoPackage(let address): try found.append(geoPackage: address)
    }
    if found.lines.isEmpty {
      throw DrawnShapeError.nothingDrawn(
        name: "'\(path)'", found: found.other.map { "it holds \($0)" } ?? "it holds no line",
        needed: "at least one line")
    }
    var shapes = DrawnShapes()
    try shapes.append(lines: found.lines, name: "'\(path)'")
    shapes.path = path
    shapes.projection = found.projection
    if found.isGeoJSON && shapes.projection == nil && LikelyProjection(shapes.box) == .degrees {
      shapes.projection = "EPSG:4326"
    }
    return shapes
  }

  private static func source(_ path: String) throws -> BoundarySource {
    do {
      return try BoundarySource(path)
    } catch BoundaryError.unknownFormat {
      throw DrawnShapeError.unknownFormat(path: path)
    }
  }

  /// What a file turned out to hold.
  private struct Found {
    var lines: [[Point]] = []
    /// What the file holds beside lines, in words.
    var other: String?
    var projection: String?
    var isGeoJSON = false

    /// Adds the lines that end at some of the vertices; empty ones are no lines.
    private mutating func append(_ x: [Double], _ y: [Double], ends: [Int]) {
      var start = 0
      for end in ends {
        if end > start { lines.append((start..<end).map { Point(x: x[$0], y: y[$0]) }) }
        start = end
      }
    }

    mutating func append(geoJSON source: BoundarySource) throws(BoundaryError) {
      isGeoJSON = true
      do throws(GeoJSONError) {
        let reader = try GeoJSONReader(file: source.shownPath, at: source.location)
        var feature = GeoJSONFeature()
        while try reader.next(&feature) {
          switch feature.kind {
          case .line, .multiLine: append(feature.x, feature.y, ends: feature.ringEnds)
          case .none: break
          default: other = other ?? feature.kind.words
          }
        }
        projection = reader.crs
      } catch {
        throw .geoJSON(error)
      }
    }

    mutating func append(shapefile source: BoundarySource) throws(BoundaryError) {
      let shapes: ShapeGeometry
      do throws(ShapefileError) {
        shapes = try ShapeGeometry(reading: source.shownPath, at: source.location)
      } catch {
        throw .shapefile(error)
      }
      projection = shapes.projection
      switch shapes.kind {
      case .lines: append(shapes.x, shapes.y, ends: shapes.partEnds)
      case .points: other = "points"
      case .areas: other = "areas"
      }
    }

    mutating func append(geoPackage address: GeoPackageAddress) throws(BoundaryError) {
      do throws(GeoPackageError) {
        let reader = try GeoPackageReader(address)
        while try reader.next() {
          let geometry = reader.geometry
          switch geometry.kind {
          case .lines: append(geometry.x, geometry.y, ends: geometry.ringEnds)
          case .none: break
          case .point: other = other ?? "a point"
          case .points: other = other ?? "a group of points"
          case .areas: other = other ?? "an area"
          case .other(let words): other = other ?? words
          }
        }
        projection = reader.crs
      } catch {
        throw .geoPackage(error)
      }
    }
  }
}
