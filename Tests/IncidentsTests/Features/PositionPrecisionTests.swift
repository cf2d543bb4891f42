import GeoPackages
import Geometry
import TestSupport
import Testing

@testable import Incidents

/// Keeps the coordinates of every batch.
private struct CoordinateKeeper: IncidentConsumer {
  private var points: [Point] = []

  mutating func consume(_ table: inout IncidentTable) {
    points += zip(table.x, table.y).map { Point(x: $0, y: $1) }
  }

  func finish() -> [Point] { points }
}

@Suite("Coordinates of every format keep all their bits")
struct PositionPrecisionTests {
  private let folder = TemporaryFolder()

  /// None of them is a number of 32 bits, and single precision would move each by a metre or more.
  private static let points = [
    Point(x: -0.1276253891045732, y: 51.50735091283746),
    Point(x: -123.12073492837465, y: 49.28272938475612),
    Point(x: 0.001234567890123456, y: 89.99999999999999),
    Point(x: 179.99999999999997, y: -33.86881983746523),
  ]

  /// Writes the points in a format, and returns the path.
  private func write(_ format: String) throws -> String {
    let points = Self.points
    switch format {
    case "columns":
      let rows = points.map { "\($0.x),\($0.y)\n" }
      return try folder.file("a.csv", "longitude,latitude\n" + rows.joined())
    case "well-known text":
      let rows = points.map { "POINT (\($0.x) \($0.y))\n" }
      return try folder.file("b.csv", "geometry\n" + rows.joined())
    case "GeoJSON":
      let features = points.map {
        #"{"type":"Feature","properties":{},"#
          + #""geometry":{"type":"Point","coordinates":[\#($0.x),\#($0.y)]}}"#
      }
      return try folder.file(
        "c.geojson",
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#)
    case "GeoPackage":
      let writer = try GeoPackageWriter(
        path: folder.path("d.gpkg"),
        layer: GeoPackageLayer(
          name: "calls", columns: [.init("id", .text)], geometry: .points))
      for point in points { try writer.append(x: point.x, y: point.y, values: [.text("a")]) }
      try writer.finish()
      return folder.path("d.gpkg")
    default:
      var raw = RawPoints(points, fields: [.init("ID")], rows: points.map { _ in ["a"] })
      raw.table.projection = "GEOGCS[\"WGS 84\"]"
      try raw.write(to: folder)
      return folder.path("points.shp")
    }
  }

  @Test(
    "coordinates are the numbers that were written, to the last bit",
    arguments: ["columns", "well-known text", "GeoJSON", "GeoPackage", "Shapefile"])
  func kept(format: String) async throws {
    let path = try write(format)
    let systems = FeatureSystem { $0 == "EPSG:4326" || $0.hasPrefix("GEOGCS") }
    let source = try IncidentSource(path: path, features: systems)
    let outcome = try await IncidentStream(
      sources: [source], request: IncidentRequest(), threads: 1
    ).run { CoordinateKeeper() }
    #expect(outcome.shares.flatMap(\.result) == Self.points)
  }
}
