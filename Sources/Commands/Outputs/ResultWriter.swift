import Geometry
import Interchange
import Projections
import Tables

/// Writes tables in the format and coordinate system that the options ask for.
struct ResultWriter {
  /// The system of the tables' geometry.
  var analysisCRS: String
  /// The operation that projected the incidents; its inverse serves for WGS 84 where it fits.
  var projection: ProjectionPlan
  var gridFolders: [String]
  var allowsBallpark: Bool
  var isExact: Bool
  /// The system of `--output-crs`.
  var outputCRS: String?
  /// Decimals of GeoJSON's coordinates, at most 7.
  var decimals = 7
  /// Members added to GeoJSON.
  var members: [JSONValue.Member] = []

  /// Writes a table to a file that appears when it is complete.
  ///
  /// - Parameters:
  ///   - table: The table, its geometry in the system of the analysis.
  ///   - path: The file, or `-` for standard output as GeoJSON.
  /// - Throws: ``OutputError``, ``ProjectionError``.
  func write(_ table: FeatureTable, to path: String) throws {
    let format = try ResultFormat(path: path)
    let file = try OutputFile(path: path)
    switch format {
    case .csv: try CSVWriter().write(table, to: file)
    case .json: try JSONTableWriter().write(table, to: file)
    case .geojson:
      var writer = GeoJSONWriter()
      writer.members = members
      writer.decimals = decimals
      writer.namedCRS = outputCRS.map { Self.urn(of: $0) }
      try writer.write(projected(table), to: file)
    }
    try file.commit()
  }

  private func projected(_ table: FeatureTable) throws -> FeatureTable {
    guard case .areas(let outlines) = table.geometry else { return table }
    let crs = outputCRS ?? "EPSG:4326"
    let isReady = projection.summary.source == crs && !projection.isIdentity
    let plan =
      try isReady
      ? projection
      : ProjectionPlan.choose(
        from: crs, to: analysisCRS, gridFolders: gridFolders, allowBallpark: allowsBallpark)
    var result = table
    result.geometry = .areas(
      try RoundedProjection.project(
        outlines, by: plan, direction: .inverse, decimals: decimals, isExact: isExact))
    result.crs = crs
    return result
  }

  /// Returns the name that the `crs` member of old GeoJSON gives a system.
  static func urn(of crs: String) -> String {
    let parts = crs.split(separator: ":")
    return parts.count == 2 ? "urn:ogc:def:crs:\(parts[0])::\(parts[1])" : crs
  }
}
